// SPDX-License-Identifier: GPL-3.0-or-later
// How a change is made from whatever plan there is when its turn comes.
#pragma once

#include "models/change/change_set.h"
#include "models/plan/result.h"

#include <functional>

namespace shisaku {

/// Makes a change from a plan, or says why it cannot be made. It names rows by id and touches no widget: it is made in front of
/// what was asked for before it, and perhaps again later.
using Recipe = std::function<Result<ChangeSet>(const Plan &)>;

/// Makes a change that may add rows, whose ids come from the source.
using RecipeWithIds = std::function<Result<ChangeSet>(const Plan &, const IdSource &)>;

/// A recipe that adds rows. However often it is tried, `make` gets the same ids of `ids` in the same order, so that the rows are
/// the same ones.
Recipe recipeWithIds(const IdSource &ids, RecipeWithIds make);

/// A recipe about a row that may have been removed by then: it changes nothing where the row has gone.
Recipe recipeFor(const Owner &row, Recipe make);

} // namespace shisaku
