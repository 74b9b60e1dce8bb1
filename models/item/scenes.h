// SPDX-License-Identifier: GPL-3.0-or-later
// The scenes of a presentation: a title, then the roadmap, every top group beginning a scene and flowing on where it is long.
#pragma once

#include "models/item/roadmap_rows.h"

namespace shisaku {

struct Scene {
    enum class Kind : quint8 { Title, Roadmap };

    Kind kind = Kind::Title;
    QList<int> carried; ///< Headings whose group began on an earlier scene, as indices of lines; repeated above in one line.
    int first = 0;      ///< The lines shown, first to last; none on the title.
    int last = -1;
};

/// `heights` holds a height for each line, `room` what a scene has for lines, in the same unit; the line of repeated headings is
/// as high as the first of them. A heading never stands alone
/// at the end of a scene. A line higher than a scene has one to itself.
QList<Scene> presentationScenes(const RoadmapTree &tree, const QList<RoadmapLine> &lines, const QList<qreal> &heights, qreal room);

} // namespace shisaku
