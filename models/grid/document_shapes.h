// SPDX-License-Identifier: GPL-3.0-or-later
// The grids of what stands around the measures: the glossary (用語説明), plans and laws beside this plan, figures of a chapter.
#pragma once

#include "models/grid/grid_shape.h"

namespace shisaku {

/// A new term gets the next number where all the others have one; marks in texts follow a number and go with a term.
GridShape glossaryShape();
/// 関連する計画・法令
GridShape relatedPlanShape();
GridShape figureShape(Id<Passage> passage);

} // namespace shisaku
