// SPDX-License-Identifier: GPL-3.0-or-later
// The grids of results: a tool's years, what measures state of it, cases with their values and steps, projects.
#pragma once

#include "models/grid/grid_shape.h"

namespace shisaku {

/// A tool's years with computed savings and one total for each basis. `printed` adds the columns and total rows in which the
/// document's own figures are edited.
GridShape effectShape(const QString &tool, bool printed);
/// What measures state: 現状 and 目標 of a tool on their sheets.
GridShape measureEffectShape();

GridShape caseShape();
GridShape caseValueShape(Id<CaseStudy> of);
GridShape caseStepShape(Id<CaseStudy> of);
GridShape projectShape();

} // namespace shisaku
