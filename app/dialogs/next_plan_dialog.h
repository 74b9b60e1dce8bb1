// SPDX-License-Identifier: GPL-3.0-or-later
// Asks what goes on into the next plan (次期計画).
#pragma once

#include "models/cycle/next_plan.h"
#include "models/plan/result.h"

#include <QDialog>

#include <functional>

QT_BEGIN_NAMESPACE
class QCheckBox;
class QLabel;
class QLineEdit;
class QListWidget;
class QPushButton;
class QSpinBox;
QT_END_NAMESPACE

namespace shisaku {

class NextPlanAims;

class NextPlanDialog : public QDialog {
    Q_OBJECT

public:
    /// Makes the plan; false when the officer thought better of it, and the dialog waits on with what was typed.
    using Make = std::function<Result<bool>(NextPlanDialog &asked)>;

    NextPlanDialog(const Plan &plan, Make make, QWidget *parent = nullptr);

    NextPlan wanted() const;

private:
    void make();
    void update();

    Make m_make;
    QHash<QString, QString> m_kinds;
    QLineEdit *m_title;
    QSpinBox *m_first;
    QSpinBox *m_last;
    QCheckBox *m_continue;
    QListWidget *m_measures;
    NextPlanAims *m_aims;
    QLabel *m_count;
    QPushButton *m_go;
};

} // namespace shisaku
