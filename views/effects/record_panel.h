// SPDX-License-Identifier: GPL-3.0-or-later
// A titled grid with its tools, what was refused, notes below, and words for the time when it is still empty.
#pragma once

#include "views/effects/record_grid.h"

QT_BEGIN_NAMESPACE
class QHBoxLayout;
class QLabel;
class QPushButton;
class QStackedWidget;
QT_END_NAMESPACE

namespace shisaku {

class RefusalLine;

struct RecordPanelTexts {
    QString title;
    QString empty; ///< What the place is for.
    QString add;   ///< The one next action: 「最初の年度を入力する」.
};

class RecordPanel : public QWidget {
    Q_OBJECT

public:
    RecordPanel(PlanDocument *document, RecordTable table, const RecordPanelTexts &texts, QWidget *parent = nullptr);

    RecordGrid *grid() const { return m_grid; }
    RecordModel *model() const { return m_model; }
    void setTable(RecordTable table);
    void setTexts(const RecordPanelTexts &texts);
    void setNotes(const QStringList &notes);
    /// Shows only what passes, says so, and offers to show all; an empty function shows all.
    void setFilter(const QString &label, std::function<bool(RowId)> filter);
    /// Goes to a record; what hides it is taken away.
    void showRecord(RowId record);
    /// Puts a tool of its own behind the usual ones.
    void addTool(QWidget *tool);
    void flush() { m_grid->flush(); }

signals:
    void filterCleared();

protected:
    void changeEvent(QEvent *event) override;

private:
    QPushButton *addButton(const QString &text, const QString &hint);
    void update();
    void showNotes();
    void showRefusal();
    void colour();

    RecordModel *m_model;
    RecordGrid *m_grid;
    QLabel *m_title;
    QHBoxLayout *m_tools;
    QStackedWidget *m_stack;
    QLabel *m_emptyText;
    QPushButton *m_emptyAdd;
    QPushButton *m_add;
    QPushButton *m_remove;
    QPushButton *m_filter;
    QLabel *m_notes;
    QStringList m_noteTexts;
    QStringList m_hiddenColumns;
    RefusalLine *m_refused;
    QPushButton *m_confirm;
};

} // namespace shisaku
