// SPDX-License-Identifier: GPL-3.0-or-later
// The door through which a plan goes onto slides and into pictures; papers have theirs in makePaper().
#pragma once

#include "models/edit/plan_document.h"

namespace shisaku {

/// PlanDocument::provedPlan(), unless one of its texts is longer than could be drawn: ErrorKind::Invalid then.
Result<const Plan *> printablePlan(PlanDocument &document);

} // namespace shisaku
