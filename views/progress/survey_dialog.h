// SPDX-License-Identifier: GPL-3.0-or-later
// Asks for a round of the survey: its name, its date, what is asked about.
#pragma once

#include "models/survey/survey_edit.h"

#include <QDate>
#include <QDialog>

QT_BEGIN_NAMESPACE
class QComboBox;
class QDialogButtonBox;
class QLineEdit;
QT_END_NAMESPACE

namespace shisaku {

class RefusalLine;

class SurveyDialog : public QDialog {
    Q_OBJECT

public:
    /// A new round, `plan` outliving the dialog; proposed is the end of the fiscal year that ended last.
    SurveyDialog(const Plan &plan, const QDate &today, QWidget *parent = nullptr);
    /// The name, date and subject of a round that is there.
    SurveyDialog(const Plan &plan, const Survey &survey, QWidget *parent = nullptr);

    NewSurvey survey() const;

private:
    void assemble(const QString &accept);
    void check();
    void countItems();

    const Plan &m_plan;
    QLineEdit *m_title;
    QLineEdit *m_asOf;
    QLineEdit *m_subject;
    QComboBox *m_items = nullptr;
    RefusalLine *m_hint;
    QDialogButtonBox *m_buttons;
};

} // namespace shisaku
