// SPDX-License-Identifier: GPL-3.0-or-later
// When an office answers for a measure: from one reorganisation (機構改革) to the next.
#pragma once

#include "models/plan/plan.h"

namespace shisaku {

/// Whether the responsibility holds at a time; an unknown time asks about now: it has not ended. Of a span of time
/// (年度) its last month is asked about.
bool inForce(const Responsibility &duty, const PlanTime &at = {});

/// The responsibilities of a measure that hold at a time, in order.
QList<const Responsibility *> responsibilitiesOf(const Plan &plan, Id<Measure> measure, const PlanTime &at = {});

} // namespace shisaku
