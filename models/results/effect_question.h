// SPDX-License-Identifier: GPL-3.0-or-later
// What is asked about results before they are taken.
#pragma once

#include "models/change/change_set.h"

namespace shisaku {

/// Asks where a change makes the hours after more than those before: a minus or a digit too many, mostly. Empty if there is nothing
/// to ask.
QString askAboutSavings(const Plan &plan, const ChangeSet &change);

} // namespace shisaku
