// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/plan/tenure.h"

#include <QDate>

namespace shisaku {

namespace {
PlanTime orToday(const PlanTime &at)
{
    const QDate today = QDate::currentDate();
    return at.isDated() ? at : PlanTime::day(today.year(), today.month(), today.day());
}

/// Whether `date` has come at a time; two days are compared as days, all else by the month.
bool hasCome(const PlanTime &date, const PlanTime &at)
{
    const MonthNumber last = at.endMonth() - 1;
    if (date.firstMonth() == last && date.precision() == PlanTime::Precision::Day && at.precision() == PlanTime::Precision::Day)
        return date.dayOfMonth() <= at.dayOfMonth();
    return date.firstMonth() <= last;
}
} // namespace

bool hasPassed(const PlanTime &to, const PlanTime &at)
{
    return to.isDated() && hasCome(to, orToday(at));
}

bool inForce(const PlanTime &from, const PlanTime &to, const PlanTime &at)
{
    const bool begun = !from.isDated() || hasCome(from, orToday(at));
    return begun && !hasPassed(to, at);
}

bool inForce(const Responsibility &duty, const PlanTime &at)
{
    return inForce(duty.from, duty.to, at);
}

QList<const Responsibility *> responsibilitiesOf(const Plan &plan, Id<Measure> measure, const PlanTime &at)
{
    QList<const Responsibility *> list = plan.parts<&Responsibility::measure>(measure);
    list.removeIf([&](const Responsibility *duty) { return !inForce(*duty, at); });
    return list;
}

} // namespace shisaku
