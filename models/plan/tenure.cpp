// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/plan/tenure.h"

namespace shisaku {

bool inForce(const Responsibility &duty, const PlanTime &at)
{
    if (!at.isDated())
        return !duty.to.isDated();
    const bool begun = !duty.from.isDated() || duty.from.firstMonth() <= at.endMonth() - 1;
    const bool ended = duty.to.isDated() && duty.to.firstMonth() <= at.endMonth() - 1;
    return begun && !ended;
}

QList<const Responsibility *> responsibilitiesOf(const Plan &plan, Id<Measure> measure, const PlanTime &at)
{
    QList<const Responsibility *> list = plan.parts<&Responsibility::measure>(measure);
    list.removeIf([&](const Responsibility *duty) { return !inForce(*duty, at); });
    return list;
}

} // namespace shisaku
