// SPDX-License-Identifier: GPL-3.0-or-later
// Labels that stay in sight: a label follows the part of its bar that is seen.
#pragma once

#include "views/roadmap/roadmap_layout.h"

namespace shisaku {

/// The item with the texts in its bar moved into what is seen of it between `left` and `right`, never out of the bar and never
/// onto each other. Texts beside a bar, or as wide as it, stay where they are.
PlacedItem following(const PlacedItem &placed, qreal left, qreal right, const RoadmapMetrics &metrics);

} // namespace shisaku
