// SPDX-License-Identifier: GPL-3.0-or-later
// 新しい計画: what it is called, which years it covers, and which template its measure sheet begins with.
#pragma once

#include "app/template_files.h"

#include <QDialog>

QT_BEGIN_NAMESPACE
class QLabel;
class QLineEdit;
class QListWidget;
class QPushButton;
class QSpinBox;
QT_END_NAMESPACE

namespace shisaku {

class NewPlanDialog : public QDialog {
    Q_OBJECT

public:
    /// `fiscalYear` is where the years begin if nobody says otherwise. `ids` outlives the dialog.
    NewPlanDialog(int fiscalYear, const IdSource &ids, QWidget *parent = nullptr);

    QString title() const;
    /// The whole new plan, as one change on an empty one.
    ChangeSet content() const;

private:
    void update();

    const IdSource &m_ids;
    QList<NamedTemplate> m_templates;
    QLineEdit *m_title;
    QLineEdit *m_municipality;
    QSpinBox *m_first;
    QSpinBox *m_last;
    QListWidget *m_choice;
    QLabel *m_blocks;
    QPushButton *m_go;
};

} // namespace shisaku
