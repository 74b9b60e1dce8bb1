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
    /// Makes the plan; false when the officer thought better of it, and the dialog waits on with what was typed.
    using Make = std::function<Result<bool>(NewPlanDialog &asked)>;

    /// Years begin with the present one if nobody says otherwise. `services` outlive the dialog.
    NewPlanDialog(const Services &services, Make make, QWidget *parent = nullptr);

    QString title() const;
    /// The whole new plan, as one change on an empty one.
    ChangeSet content() const;
    /// The plan whose shape it takes, if any: it must not be overwritten.
    QStringList read() const { return m_modelPaths; }

private:
    void make();
    void update();
    /// Reads the plan whose shape is wanted, and offers it in the list.
    void chooseModel();
    bool followsModel() const;

    const Services &m_services;
    Make m_make;
    const IdSource &m_ids;
    QList<NamedTemplate> m_templates;
    QLineEdit *m_title;
    QLineEdit *m_municipality;
    QSpinBox *m_first;
    QSpinBox *m_last;
    QListWidget *m_choice;
    std::optional<Plan> m_model; ///< Offered below the templates, once chosen.
    QStringList m_modelPaths;    ///< Every plan that was looked at for its shape.
    QCheckBox *m_categories;
    QCheckBox *m_departments;
    QLabel *m_blocks;
    QPushButton *m_go;
};

} // namespace shisaku
