// SPDX-License-Identifier: GPL-3.0-or-later
// The commands that carry a plan from year to year: 年度切替, 機構改革, 次期計画, each after a dated copy; and the list of what
// is to be requested for the next budget.
#pragma once

#include "app/commands/command_set.h"
#include "app/services.h"

#include <QPointer>

namespace shisaku {

class BudgetDialog;

class CycleCommands : public CommandSet {
    Q_OBJECT

public:
    /// All outlive this; `window` is the parent of dialogs.
    CycleCommands(PlanDocument &document, const Services &services, QWidget *window);

    void connectTo(const ActionCatalog &actions, const Flush &flush) override;
    void switchYear();
    void reorganise();
    void makeNextPlan();
    /// Opens the list beside the window, or brings it to the front.
    void showBudgetRequests();

private:
    /// Copies the file aside and applies the change.
    void apply(const Recipe &recipe, const QString &sentence);

    PlanDocument &m_document;
    const Services &m_services;
    QWidget *m_window;
    QPointer<BudgetDialog> m_budget;
};

} // namespace shisaku
