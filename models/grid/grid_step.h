// SPDX-License-Identifier: GPL-3.0-or-later
// One step of a grid made of several changes, each from a plan that holds those before it.
#pragma once

#include "models/change/change_set.h"
#include "models/plan/result.h"

#include <functional>

namespace shisaku {

/// A plan that takes each part of a step at once, so that the next part knows of it. Where a part is refused the step is of no use.
class GridStep {
public:
    explicit GridStep(const Plan &plan) : m_plan(plan) {}

    const Plan &plan() const { return m_plan; }
    Result<void> take(const std::function<Result<void>(const Plan &, ChangeBuilder &)> &make);
    /// A change made from plan() as it is.
    Result<void> take(const ChangeSet &part);
    ChangeSet build(const QString &title) const;

private:
    Plan m_plan;
    QList<ChangeSet> m_parts;
};

} // namespace shisaku
