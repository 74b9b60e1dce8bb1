// SPDX-License-Identifier: GPL-3.0-or-later
// The grid of budgets: what each measure is given, year by year and stage by stage, with a total for each stage.
#pragma once

#include "models/grid/grid_shape.h"

namespace shisaku {

GridShape budgetShape();

} // namespace shisaku
