// SPDX-License-Identifier: GPL-3.0-or-later
// Turns what somebody wants to change into a complete, valid ChangeSet, or says why it cannot be.
#pragma once

#include "models/change/change_set.h"
#include "models/plan/result.h"

namespace shisaku {

/// Where the values of a change come from.
enum class Origin : quint8 {
    Entered, ///< Typed, pasted, imported: texts become usable ones (usableText()) in NFC.
    History  ///< Stored before, by undo and redo: every text goes back as it was.
};

/// Fills in old values from the plan, takes in texts as their origin asks, drops changes to the same value, expands removals into
/// all dependent rows (parts before wholes), and checks every touched row against the rules. The result may be empty: then there is
/// nothing to do.
Result<ChangeSet> prepare(const Plan &plan, const ChangeSet &wanted, Origin origin = Origin::Entered);

} // namespace shisaku
