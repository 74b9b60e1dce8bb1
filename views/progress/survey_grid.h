// SPDX-License-Identifier: GPL-3.0-or-later
// The grid in which a round is answered: 1/2/3 set the status, Enter goes on, text is typed, cells are copied and pasted.
#pragma once

#include "models/item/survey_model.h"
#include "views/look/edit_target.h"

#include <QTableView>

namespace shisaku {

class SurveyGrid : public QTableView, public EditTarget {
    Q_OBJECT

public:
    explicit SurveyGrid(QWidget *parent = nullptr);

    void setSurveyModel(SurveyModel *model);
    /// The items of the selected rows, from the top; the current one if nothing is selected.
    QList<Id<SurveyItem>> selectedItems() const;
    /// Sets the status (or in the column of reasons the reason) of the selected rows to the n-th of its list, from 1.
    void setSelected(int number);
    void clearSelected();
    void copySelected() const;
    void paste();
    bool canPerform(ClipboardAction action) const override;
    void perform(ClipboardAction action) override;
    /// Hands over what is being typed.
    void commit();

signals:
    void currentItemChanged(shisaku::Id<shisaku::SurveyItem> item);

protected:
    void keyPressEvent(QKeyEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;
    void closeEditor(QWidget *editor, QAbstractItemDelegate::EndEditHint hint) override;
    void currentChanged(const QModelIndex &current, const QModelIndex &previous) override;

private:
    void fitStatuses();
    QModelIndexList selectedIn(int column) const;
    void goToItem(int step);
    bool typeKey(const QString &text);
    QModelIndexList chosenAnswers() const;

    SurveyModel *m_survey = nullptr;
};

} // namespace shisaku
