// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/edit/printable_plan.h"

#include "models/plan/ranges.h"

namespace shisaku {

Result<const Plan *> printablePlan(PlanDocument &document)
{
    const auto proved = document.provedPlan();
    if (!proved)
        return proved.error();
    const auto printable = checkPrintable(**proved);
    return printable ? proved : Result<const Plan *>(printable.error());
}

} // namespace shisaku
