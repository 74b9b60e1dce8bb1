// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/plan/tenure.h"

namespace shisaku {

namespace {
/// Whether `date` has come at a time; two days are compared as days, all else by the month.
bool hasCome(const PlanTime &date, const PlanTime &at)
{
    const MonthNumber last = at.endMonth() - 1;
    if (date.firstMonth() == last && date.precision() == PlanTime::Precision::Day && at.precision() == PlanTime::Precision::Day)
        return date.dayOfMonth() <= at.dayOfMonth();
    return date.firstMonth() <= last;
}
} // namespace

bool inForce(const Responsibility &duty, const PlanTime &at)
{
    if (!at.isDated())
        return !duty.to.isDated();
    const bool begun = !duty.from.isDated() || hasCome(duty.from, at);
    const bool ended = duty.to.isDated() && hasCome(duty.to, at);
    return begun && !ended;
}

QList<const Responsibility *> responsibilitiesOf(const Plan &plan, Id<Measure> measure, const PlanTime &at)
{
    QList<const Responsibility *> list = plan.parts<&Responsibility::measure>(measure);
    list.removeIf([&](const Responsibility *duty) { return !inForce(*duty, at); });
    return list;
}

} // namespace shisaku
