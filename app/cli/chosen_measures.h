// SPDX-License-Identifier: GPL-3.0-or-later
// The measures that `--measure` and `--department` name.
#pragma once

#include "app/cli/arguments.h"
#include "views/pages/paper_catalog.h"

namespace shisaku {

/// In the order of the plan; none if nothing narrows them down. An office leads on the day of the paper.
Result<std::optional<QList<Id<Measure>>>> chosenMeasures(const Arguments &arguments, Paper paper, const Plan &plan,
                                                         const PlanTime &day);

} // namespace shisaku
