// SPDX-License-Identifier: GPL-3.0-or-later
// Which measure a row belongs to, through whatever it is part of: a bar through its 取組, a footnote through its owner.
#pragma once

#include "models/plan/plan.h"

namespace shisaku {

/// Null for rows of the plan at large, and for rows that are not in the plan.
Id<Measure> measureOf(const Plan &plan, TableId table, RowId row);

/// Whether a note is one of the whole plan: every text may point to it.
bool isPlanWide(const Footnote &note);

} // namespace shisaku
