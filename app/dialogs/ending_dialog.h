// SPDX-License-Identifier: GPL-3.0-or-later
// Asks how a measure ends (完了, 統合, 廃止): when, why, and into which measure it is merged.
#pragma once

#include "models/change/measure_ending.h"

#include <QDialog>

QT_BEGIN_NAMESPACE
class QButtonGroup;
class QCheckBox;
class QComboBox;
class QLabel;
class QLineEdit;
class QPlainTextEdit;
class QPushButton;
QT_END_NAMESPACE

namespace shisaku {

class EndingDialog : public QDialog {
    Q_OBJECT

public:
    /// `plan` outlives the dialog. A measure that has ended can be taken back (継続) here.
    EndingDialog(const Plan &plan, Id<Measure> measure, const QDate &today, QWidget *parent = nullptr);

    /// What was chosen.
    const MeasureEnding &ending() const { return m_ending; }
    /// What it comes to in the plan as it is; empty where it cannot be.
    ChangeSet change() const;

private:
    QLayout *states(const QString &current);
    QString state() const;
    void update();

    const Plan &m_plan;
    Id<Measure> m_measure;
    MeasureEnding m_ending;
    QButtonGroup *m_states;
    QLineEdit *m_at;
    QComboBox *m_into;
    QPlainTextEdit *m_reason;
    QCheckBox *m_closeBars;
    QLabel *m_notice;
    QPushButton *m_go;
};

} // namespace shisaku
