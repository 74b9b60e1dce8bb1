// SPDX-License-Identifier: GPL-3.0-or-later
// Geometry of one line of the roadmap: bars and milestones on lanes, and a place for every label where it meets no other text.
#pragma once

#include "models/schedule/roadmap_rows.h"
#include "models/schedule/time_axis.h"
#include "views/roadmap/text_measure.h"

#include <QPolygonF>
#include <QRectF>

#include <optional>
#include <utility>

namespace shisaku {

/// The distances of a drawing: one unit is a pixel at 96 dpi, on screen and on paper.
struct RoadmapMetrics {
    qreal unit = 1;
    qreal lanePadding() const { return 3 * unit; } ///< Between a bar's edge and its text, above and below.
    qreal sidePadding() const { return 5 * unit; }
    qreal laneGap() const { return 3 * unit; }
    qreal linePadding() const { return 4 * unit; } ///< Above the first and below the last lane.
    qreal headDepth() const { return 6 * unit; }   ///< Of a bar's arrow head.
    qreal minimumBar() const { return 13 * unit; }
};

struct PlacedText {
    QStringList lines;
    QRectF rect; ///< Around all lines; they stand below each other, left-aligned.
    bool elided = false;
    qreal stretch = 1; ///< Share of its width the text is set to (長体).
    qreal pitch = 0;   ///< Height of a line; 0: the font's own.
    bool isEmpty() const { return lines.isEmpty(); }
};

struct PlacedItem {
    int item = 0; ///< Index in the list that was laid out.
    QRectF shape; ///< The bar, or the symbol of a milestone.
    TimeSpan::Edge left = TimeSpan::Edge::Stated;
    TimeSpan::Edge right = TimeSpan::Edge::Stated;
    bool undated = false; ///< A strip over the plan's years, its words in the middle, of bars and milestones alike.
    PlacedText text;
    std::optional<std::pair<qreal, qreal>> host; ///< From where to where the bar goes that a milestone stands on.
    QPolygonF leader;                            ///< From the shape to a label that stands apart; empty for none.

    QRectF bounds() const { return shape.united(text.isEmpty() ? shape : text.rect); }
    void moveDown(qreal by)
    {
        shape.translate(0, by);
        text.rect.translate(0, by);
        leader.translate(0, by);
    }
};

/// Coordinates: x from the left of the time axis, y from the top of the line.
struct LineLayout {
    QList<PlacedItem> items;
    qreal height = 0;
};

/// Lays out one line. No two texts meet and no text lies over another bar. A label stands inside its bar (on up to two lines),
/// or beside it where there is room; failing that the bar moves to a lane of its own, so that the line grows rather than a
/// label vanish. Words without a bar keep to the columns of their years, on as many lines as they need. Only text longer than
/// the whole axis is elided.
LineLayout layoutLine(const QList<ScheduleItem> &items, const TimeAxis &axis, const TextMeasure &text,
                      const RoadmapMetrics &metrics);

/// Where a bar begins and ends, before any label.
PlacedItem placeInTime(const ScheduleItem &item, const TimeAxis &axis, const RoadmapMetrics &metrics);

} // namespace shisaku
