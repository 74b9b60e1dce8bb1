// SPDX-License-Identifier: GPL-3.0-or-later
// The schedule of one measure as a grid: its 取組 with their bars and milestones, or words in a cell for each fiscal year.
#pragma once

#include "models/grid/grid_shape.h"

namespace shisaku {

/// 取組, below each its 工程 (part 1) and its 節目 (part 2). Lines from a spreadsheet that name something and say when become 工程
/// of the 取組 they are put on.
GridShape barsShape(Id<Measure> measure);
/// A row a 取組, behind its name a column for each fiscal year that the plan shows. The columns are those of `plan` as it is; a
/// plan that shows other years has another shape.
GridShape yearShape(const Plan &plan, Id<Measure> measure);

} // namespace shisaku
