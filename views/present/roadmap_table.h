// SPDX-License-Identifier: GPL-3.0-or-later
// Lines of a roadmap as one table with its years above and a frame around; for slides and for pictures.
#pragma once

#include "models/schedule/slide_breaks.h"
#include "views/roadmap/roadmap_painter.h"

namespace shisaku {

/// Height of the table below. Headings that are carried stand above the lines, in one line that says 「（つづき）」.
qreal roadmapTableHeight(const RoadmapScene &scene, const RoadmapSlide &lines);
/// Paints the table with its top left corner at (0,0).
void paintRoadmapTable(QPainter &painter, const RoadmapScene &scene, const RoadmapSlide &lines);
/// The measure at a point of the table; null on headings and outside.
Id<Measure> measureInTable(const RoadmapScene &scene, const RoadmapSlide &lines, const QPointF &point);

} // namespace shisaku
