// SPDX-License-Identifier: GPL-3.0-or-later
// 年度別の予算要求: what is to be requested, year by year; to look at, to go to the measure, to print or to take away as CSV.
#pragma once

#include "app/services.h"
#include "models/results/budget_requests.h"

#include <QDialog>

QT_BEGIN_NAMESPACE
class QComboBox;
class QLabel;
class QTableWidget;
QT_END_NAMESPACE

namespace shisaku {

/// Stays open beside the window and follows the plan.
class BudgetDialog : public QDialog {
    Q_OBJECT

public:
    /// Both outlive the dialog.
    BudgetDialog(PlanDocument &document, const Services &services, QWidget *parent = nullptr);

    const QTableWidget &table() const { return *m_table; }

signals:
    void measureRequested(shisaku::Id<shisaku::Measure> measure);
    /// The paper is to be shown, of all years if the text is empty; the plan may leave.
    void printRequested(const QString &year);
    void failed(const shisaku::Error &error);

private:
    void collect();
    void fill();
    /// Empty: all of them.
    QString chosenYear() const;
    void saveCsv();
    void print();
    /// Waits until the content of the plan is proved; says why if it is not.
    bool mayLeave();

    PlanDocument &m_document;
    const Services &m_services;
    QList<BudgetRequest> m_requests;
    QList<BudgetRequest> m_shown; ///< Of the year chosen, a row each.
    QComboBox *m_years;
    QTableWidget *m_table;
    QLabel *m_count;
};

} // namespace shisaku
