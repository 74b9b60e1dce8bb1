// SPDX-License-Identifier: GPL-3.0-or-later
// Everything a drawing of the roadmap is set with: colours, fonts with their measures, distances and line widths.
#pragma once

#include "views/look/look.h"
#include "views/roadmap/roadmap_layout.h"

namespace shisaku {

/// All lengths are in the unit of the painter: pixels on screen, twentieths of a point on paper.
struct RoadmapStyle {
    const Look *look = nullptr;
    RoadmapMetrics metrics;
    TextMeasure label; ///< in bars and beside milestones
    TextMeasure title; ///< measures and 取組
    TextMeasure head;  ///< groups and years
    TextMeasure note;  ///< counts, marks, remarks
    qreal hairline = 1;
    qreal rule = 1;

    /// For a window; `textScale` 1 is 10-point text.
    static RoadmapStyle screen(const Look &look, qreal textScale);
    /// For paper with 20 units to the point; `points` is the size of labels, at least `smallest`.
    static RoadmapStyle paper(const Look &look, qreal points, qreal smallest = 8);

    /// Widths of the columns of titles, 施策 and 取組.
    struct Columns {
        qreal measure = 0;
        qreal initiative = 0;
        qreal progress = 0; ///< For the signs of progress, where there are any.
        qreal total() const { return measure + initiative + progress; }
    };
    qreal cellPadding() const { return 6 * metrics.unit; }
    qreal indent() const { return 14 * metrics.unit; } ///< Of a group's level, and the place of the folding mark.
    qreal numberWidth() const { return title.width(u"(00)") + cellPadding(); }
    qreal markWidth() const { return note.em() + 6 * metrics.unit; } ///< The box with the sign of a kind.
    qreal measureTextWidth(const Columns &columns) const;
    qreal initiativeTextWidth(const Columns &columns) const { return columns.initiative - 2 * cellPadding(); }
};

} // namespace shisaku
