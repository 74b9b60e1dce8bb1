// SPDX-License-Identifier: GPL-3.0-or-later
// Asks how the offices change in a 機構改革: who becomes whom, and where the measures of a split office go.
#pragma once

#include "models/cycle/reorganisation.h"

#include <QDialog>

QT_BEGIN_NAMESPACE
class QLabel;
class QLineEdit;
class QPushButton;
class QTableWidget;
QT_END_NAMESPACE

namespace shisaku {

class ReorganisationDialog : public QDialog {
    Q_OBJECT

public:
    /// `plan` outlives the dialog.
    ReorganisationDialog(const Plan &plan, const QDate &date, QWidget *parent = nullptr);

    Reorganisation wanted() const;

private:
    void addMove();
    void removeMove();
    /// Offers a choice for every measure of an office that stands in several moves.
    void listSplitMeasures();
    void update();
    QList<OfficeMove> moves() const;

    const Plan &m_plan;
    QLineEdit *m_date;
    QTableWidget *m_moves;
    QLabel *m_splitLabel;
    QTableWidget *m_measures;
    QLabel *m_notice;
    QPushButton *m_go;
};

} // namespace shisaku
