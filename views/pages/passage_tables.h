// SPDX-License-Identifier: GPL-3.0-or-later
// The rows a passage of a report shows beneath its text, as tables: figures, projects, cases, measures.
#pragma once

#include "models/plan/plan.h"
#include "views/pages/council_pages.h"

namespace shisaku {

/// Adds a table for each run of rows of one kind that the passage shows, with the offices of a time.
void addPassageTables(const Plan &plan, const Passage &passage, const PlanTime &at, CouncilText &text);

/// 番号, 事業名, 所管課 at a time; an unknown one is now.
CouncilTable measureTable(const Plan &plan, const QList<const Measure *> &measures, const PlanTime &at);

} // namespace shisaku
