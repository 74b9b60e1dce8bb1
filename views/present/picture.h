// SPDX-License-Identifier: GPL-3.0-or-later
// The roadmap as one picture for slides and letters, as pixels and as drawing.
#pragma once

#include "models/item/roadmap_rows.h"

#include <QMimeData>

#include <memory>

namespace shisaku {

/// The whole roadmap of a tree, as wide as a slide, with 9-point text: an image, and the same as image/svg+xml. An image that
/// would have more than 40 million pixels is made coarser; the drawing is not.
std::unique_ptr<QMimeData> roadmapPicture(const Plan &plan, const RoadmapTree &tree, RoadmapDetail detail);

/// Puts that picture on the clipboard.
void copyRoadmapPicture(const Plan &plan, const RoadmapTree &tree, RoadmapDetail detail);

} // namespace shisaku
