// SPDX-License-Identifier: GPL-3.0-or-later
// How the roadmap is broken into slides: a title, then the roadmap, every top group beginning a slide and flowing on where it is long.
#pragma once

#include "models/item/roadmap_rows.h"

namespace shisaku {

struct Slide {
    enum class Kind : quint8 { Title, Roadmap };

    Kind kind = Kind::Title;
    QList<int> carried; ///< Headings whose group began on an earlier slide, as indices of lines; repeated above in one line.
    int first = 0;      ///< The lines shown, first to last; none on the title.
    int last = -1;
};

/// `heights` holds a height for each line, `room` what a slide has for lines, in the same unit; the line of repeated headings is
/// as high as the first of them. A heading never stands alone
/// at the end of a slide. A line higher than a slide has one to itself.
QList<Slide> slideBreaks(const RoadmapTree &tree, const QList<RoadmapLine> &lines, const QList<qreal> &heights, qreal room);

} // namespace shisaku
