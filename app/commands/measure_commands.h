// SPDX-License-Identifier: GPL-3.0-or-later
// What the commands of the window do to measures: add, remove, end, copy and paste them.
#pragma once

#include "app/commands/command_set.h"
#include "app/services.h"

namespace shisaku {

/// What the commands need of the window. Everything outlives them.
struct MeasureContext {
    PlanDocument &document;
    const Services &services;
    QWidget *window; ///< The parent of dialogs.
    std::function<Id<Measure>()> current;
    std::function<QList<Id<Measure>>()> selected; ///< Those chosen, and those of groups that are.
    std::function<QList<Id<Measure>>()> chosen;   ///< Those chosen one by one.
};

class MeasureCommands : public CommandSet {
    Q_OBJECT

public:
    explicit MeasureCommands(const MeasureContext &context);

    void connectTo(const ActionCatalog &actions, const Flush &flush) override;

private:
    /// Adds a measure with the next number, behind all others, or (項目ごと) behind those of the category the current one is at
    /// home in.
    void add();
    /// Removes the current measure, with the others chosen beside it.
    void remove();
    /// 完了, 統合, 廃止, or back to 継続; asks how.
    void end();
    void copy();
    /// Puts copied measures into the plan as one step.
    void paste();

    MeasureContext m_context;
};

} // namespace shisaku
