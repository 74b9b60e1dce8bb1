// SPDX-License-Identifier: GPL-3.0-or-later
// When an office is there and answers for a measure: from one reorganisation (機構改革) to the next, which may lie ahead.
#pragma once

#include "models/plan/plan.h"

namespace shisaku {

/// Whether what ends at `to` has ended at a time. Of a span of time (年度) its last month is asked about. Here and below an unknown
/// time asks about today.
bool hasPassed(const PlanTime &to, const PlanTime &at = {});
/// Whether a time lies from `from` on and before `to`; either may be unknown.
bool inForce(const PlanTime &from, const PlanTime &to, const PlanTime &at = {});
bool inForce(const Responsibility &duty, const PlanTime &at = {});

/// The responsibilities of a measure that hold at a time, in order.
QList<const Responsibility *> responsibilitiesOf(const Plan &plan, Id<Measure> measure, const PlanTime &at = {});

} // namespace shisaku
