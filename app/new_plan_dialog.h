// SPDX-License-Identifier: GPL-3.0-or-later
// 新しい計画: what it is called, which years it covers, and which template its measure sheet
// begins with, or which plan gives it its whole shape.
#pragma once

#include "app/services.h"
#include "app/template_files.h"

#include <QDialog>

QT_BEGIN_NAMESPACE
class QCheckBox;
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
    /// Years begin with the present one if nobody says otherwise. `services` outlive the dialog.
    explicit NewPlanDialog(const Services &services, QWidget *parent = nullptr);

    QString title() const;
    /// The whole new plan, as one change on an empty one.
    ChangeSet content() const;

private:
    void update();
    /// Reads the plan whose shape is wanted, and offers it in the list.
    void chooseModel();
    bool followsModel() const;

    const Services &m_services;
    const IdSource &m_ids;
    QList<NamedTemplate> m_templates;
    QLineEdit *m_title;
    QLineEdit *m_municipality;
    QSpinBox *m_first;
    QSpinBox *m_last;
    QListWidget *m_choice;
    std::optional<Plan> m_model; ///< Offered below the templates, once chosen.
    QCheckBox *m_categories;
    QCheckBox *m_departments;
    QLabel *m_blocks;
    QPushButton *m_go;
};

} // namespace shisaku
