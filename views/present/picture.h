// SPDX-License-Identifier: GPL-3.0-or-later
// The roadmap as one picture for slides and letters, as pixels and as drawing.
#pragma once

#include "models/schedule/roadmap_rows.h"

#include <QMimeData>

#include <memory>

namespace shisaku {

/// The roadmap of a tree from its first line to its last, folded as `toggled` says, as wide as a slide, with 9-point text: an
/// image, and the same as image/svg+xml. An image that would have more than 40 million pixels is made coarser; the drawing is
/// not.
std::unique_ptr<QMimeData> roadmapPicture(const Plan &plan, const RoadmapTree &tree, RoadmapDetail detail,
                                          const QSet<quint64> &toggled = {});

} // namespace shisaku
