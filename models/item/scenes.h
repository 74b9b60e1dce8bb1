// SPDX-License-Identifier: GPL-3.0-or-later
// The scenes of a presentation: a title, then the roadmap, every top group beginning a scene and flowing on where it is long.
#pragma once

#include "models/item/roadmap_rows.h"

namespace shisaku {

struct Scene {
    enum class Kind : quint8 { Title, Roadmap };

    Kind kind = Kind::Title;
    QList<int> carried; ///< Headings repeated above, because their group began on an earlier scene; indices of lines.
    int first = 0;      ///< The lines shown, first to last; none on the title.
    int last = -1;

    bool isContinued() const { return !carried.isEmpty(); }
};

/// `heights` holds a height for each line, `room` what a scene has for lines, in the same unit. A heading never stands alone
/// at the end of a scene. A line higher than a scene has one to itself.
QList<Scene> presentationScenes(const RoadmapTree &tree, const QList<RoadmapLine> &lines, const QList<qreal> &heights, qreal room);

} // namespace shisaku
