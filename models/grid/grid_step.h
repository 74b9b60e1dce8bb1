// SPDX-License-Identifier: GPL-3.0-or-later
// One step of a grid made of several changes, each from a plan that holds those before it.
#pragma once

#include "models/change/change_set.h"
#include "models/plan/result.h"

#include <functional>

namespace shisaku {

/// A plan that takes each part of a step at once, so that the next part knows of it.
class GridStep {
public:
    explicit GridStep(const Plan &plan) : m_plan(plan) {}

    const Plan &plan() const { return m_plan; }
    Result<void> take(const std::function<Result<void>(const Plan &, ChangeBuilder &)> &make)
    {
        ChangeBuilder change({});
        if (const auto made = make(m_plan, change); !made)
            return made.error();
        const ChangeSet part = std::move(change).build();
        if (part.isEmpty())
            return {};
        m_parts << part;
        applyTo(m_plan, part);
        return {};
    }
    ChangeSet build(const QString &title) const
    {
        ChangeSet whole = merged(m_parts);
        whole.title = title;
        return whole;
    }

private:
    Plan m_plan;
    QList<ChangeSet> m_parts;
};

} // namespace shisaku
