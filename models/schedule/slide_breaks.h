// SPDX-License-Identifier: GPL-3.0-or-later
// How the roadmap is broken into slides: every top group begins a slide and flows on where it is long.
#pragma once

#include "models/schedule/roadmap_rows.h"

#include <functional>

namespace shisaku {

/// Lines that stand on a slide together.
struct RoadmapSlide {
    QList<int> carried; ///< Headings whose group began on an earlier slide, as indices of lines; repeated above in one line.
    int first = 0;      ///< The lines shown, first to last.
    int last = -1;
    qreal skipped = 0; ///< How much of the first line stood on the slide before.
    qreal cut = 0;     ///< How much of the last line is left for the next slide.
};

/// Heights within a line at which it may be divided, ascending.
using LineBreaks = std::function<QList<qreal>(int line)>;

/// `heights` holds a height for each line, `room` what a slide has for lines, in the same unit; the line of repeated headings is
/// as high as the first of them. A heading never stands alone at the end of a slide; folded groups share one. A line higher than
/// a slide is divided at `breaks`; one that cannot be has a slide to itself.
QList<RoadmapSlide> slideBreaks(const RoadmapTree &tree, const QList<RoadmapLine> &lines, const QList<qreal> &heights, qreal room,
                                const LineBreaks &breaks);

} // namespace shisaku
