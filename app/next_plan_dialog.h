// SPDX-License-Identifier: GPL-3.0-or-later
// Asks what goes on into the next plan (次期計画).
#pragma once

#include "models/cycle/next_plan.h"

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

class NextPlanAims;

class NextPlanDialog : public QDialog {
    Q_OBJECT

public:
    explicit NextPlanDialog(const Plan &plan, QWidget *parent = nullptr);

    NextPlan wanted() const;

private:
    void update();

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
