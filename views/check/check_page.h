// SPDX-License-Identifier: GPL-3.0-or-later
// 点検（検算・記載漏れ・表記揺れ）: the findings by rule, the chosen one in full, and the place to accept it with a reason.
#pragma once

#include "models/item/check_model.h"

#include <QWidget>

QT_BEGIN_NAMESPACE
class QCheckBox;
class QComboBox;
class QLabel;
class QLineEdit;
class QPushButton;
class QTreeView;
QT_END_NAMESPACE

namespace shisaku {

class CheckPage : public QWidget {
    Q_OBJECT

public:
    /// The document must outlive it.
    explicit CheckPage(PlanDocument *document, QWidget *parent = nullptr);

    CheckModel &model() { return *m_model; }
    QTreeView &list() { return *m_list; }

signals:
    /// A finding was chosen: this is where it lies.
    void placeChosen(const shisaku::Owner &place);
    /// The place of the finding is to be opened, wherever it is edited.
    void placeOpened(const shisaku::Owner &place);
    /// An acceptance could not be written.
    void refused(const shisaku::Error &error);

protected:
    void showEvent(QShowEvent *event) override;
    void hideEvent(QHideEvent *event) override;

private:
    void makeList();
    QWidget *makeFilters();
    QWidget *makeDetail();
    void showFindings();
    void showCounts();
    void showCurrent();
    void acceptOrReopen();

    CheckModel *m_model;
    QComboBox *m_kinds;
    QCheckBox *m_accepted;
    QLabel *m_counts;
    QTreeView *m_list;
    QLabel *m_message;
    QLineEdit *m_reason;
    QPushButton *m_open;
    QPushButton *m_accept;
    QSet<QString> m_folded; ///< Rules whose findings are folded away.
    std::optional<Finding> m_current;
};

} // namespace shisaku
