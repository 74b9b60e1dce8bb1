// SPDX-License-Identifier: GPL-3.0-or-later
// Turns what somebody wants to change into a complete, valid ChangeSet, or says why it cannot be.
#pragma once

#include "models/change/change_set.h"
#include "models/plan/result.h"

namespace shisaku {

/// Fills in old values from the plan, brings texts to the form in which they are stored (usableText(), storedText()), drops changes
/// to the same value, expands removals into all dependent rows (parts before wholes), and checks every removal that is wanted
/// (removal.h), every touched row against the rules and every value that is new against its field's range. What the change restores
/// goes back as it was stored. The result may be empty: then there is nothing to do.
Result<ChangeSet> prepare(const Plan &plan, const ChangeSet &wanted);

} // namespace shisaku
