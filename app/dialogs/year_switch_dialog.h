// SPDX-License-Identifier: GPL-3.0-or-later
// Asks what 年度切替 shall do, and tells beforehand what it will have done.
#pragma once

#include "models/cycle/year_switch.h"

#include <QDialog>

QT_BEGIN_NAMESPACE
class QCheckBox;
class QLabel;
class QLineEdit;
class QPushButton;
QT_END_NAMESPACE

namespace shisaku {

class YearSwitchDialog : public QDialog {
    Q_OBJECT

public:
    /// `plan` and `ids` outlive the dialog.
    YearSwitchDialog(const Plan &plan, const IdSource &ids, const QDate &today, QWidget *parent = nullptr);

    /// What was chosen.
    const YearSwitch &wanted() const { return m_wanted; }

private:
    void update();

    const Plan &m_plan;
    const IdSource &m_ids;
    YearSwitch m_wanted;
    QCheckBox *m_moveYears;
    QCheckBox *m_closeEnded;
    QCheckBox *m_carryOn;
    QCheckBox *m_survey;
    QLineEdit *m_surveyTitle;
    QLineEdit *m_surveyDate;
    QLabel *m_summary;
    QPushButton *m_go;
};

} // namespace shisaku
