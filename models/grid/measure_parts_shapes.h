// SPDX-License-Identifier: GPL-3.0-or-later
// What hangs on one measure besides its schedule, as grids of its form: indicators with their values, footnotes, offices.
#pragma once

#include "models/grid/grid_shape.h"

namespace shisaku {

/// The indicators of a measure, below each its values.
GridShape formIndicatorShape(Id<Measure> measure);
/// Another mark renames the marks in the texts, and they go with their note.
GridShape footnoteShape(Id<Measure> measure);
/// The offices and other parties of one of responsibilityRoles that answer for a measure today.
GridShape officesShape(Id<Measure> measure, const QString &role);

} // namespace shisaku
