// SPDX-License-Identifier: GPL-3.0-or-later
// When an office is there and answers for a measure: from one reorganisation (機構改革) to the next, which may lie ahead.
#pragma once

#include "models/plan/plan.h"

namespace shisaku {

/// The day an unknown time asks about: today, or that of the paper being made. The same for all plans that are open.
PlanTime officeDay();
/// Another day than today; an unknown one is today again.
void setOfficeDay(const PlanTime &day);

/// Whether what ends at `to` has ended at a time. Of a span of time (年度) its last month is asked about.
bool hasPassed(const PlanTime &to, const PlanTime &at = {});
/// Whether a time lies from `from` on and before `to`; either may be unknown.
bool inForce(const PlanTime &from, const PlanTime &to, const PlanTime &at = {});
bool inForce(const Responsibility &duty, const PlanTime &at = {});

/// The responsibilities of a measure that hold at a time, in order.
QList<const Responsibility *> responsibilitiesOf(const Plan &plan, Id<Measure> measure, const PlanTime &at = {});

} // namespace shisaku
