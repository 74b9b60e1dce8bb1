// SPDX-License-Identifier: GPL-3.0-or-later
// What a step of zoom means: how large the text is and how much is told of each measure. The same in the window and on slides.
#pragma once

#include "models/schedule/roadmap_rows.h"

namespace shisaku {

inline constexpr int farthestZoom = -6;

/// Each step makes text a tenth larger; far out it stays readable.
qreal textScaleAt(int zoom);
/// What is shown of `detail`: far out the words go, one bar a 取組, farther one bar a measure.
RoadmapDetail detailAt(int zoom, RoadmapDetail detail);

} // namespace shisaku
