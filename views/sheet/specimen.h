// SPDX-License-Identifier: GPL-3.0-or-later
// A measure that does not exist, with something in every block of a plan's template: what 票の見方 points at.
#pragma once

#include "models/plan/plan.h"

namespace shisaku {

/// The title page, lists, classifications and blocks of `plan`, and one measure that fills them.
Plan specimenPlan(const Plan &plan);

} // namespace shisaku
