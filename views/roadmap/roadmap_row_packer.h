// SPDX-License-Identifier: GPL-3.0-or-later
// Packs the signs of one row into as few lines of text as possible: labels inside their bars, wrapped, narrowed, beside them,
// on a neighbouring lane led by a line, and at last as a number that a list beneath the table explains.
#pragma once

#include "views/roadmap/roadmap_digest.h"

#include <array>

namespace shisaku {

/// Distances in the unit of the axis.
struct PackMetrics {
    RoadmapMetrics signs; ///< For the shapes; its lanes are not used.
    qreal side = 0;       ///< Between a label and the edges beside it.
    qreal symbolGap = 0;  ///< Between a milestone and its label.
};

/// How far a label is narrowed (長体) before another place is sought.
inline constexpr std::array<qreal, 3> labelStretches{1.0, 0.9, 0.8};

/// What is to be packed, and into what.
struct PackTask {
    const QList<DigestItem> &items;
    const TimeAxis &axis;
    const TextMeasure &text;
    const PackMetrics &metrics;
    QString noteSign; ///< The widest number of the list beneath.
};

struct PackedRow {
    QList<PlacedItem> items; ///< In the order of the digest; their heights are the caller's to set.
    QList<int> laneOf;       ///< Of the shape of each item.
    QList<int> textLaneOf;   ///< Of its label; another one than laneOf if led by a line.
    QList<int> linesOfLane;  ///< Lines of text each lane holds.
    QList<int> noted;        ///< Items whose labels stand in the list beneath the table.
    qreal effort = 0; ///< What it costs to read: narrowed labels, and those outside their bars. Of equal rows the least wins.

    int lines() const;
};

/// At most `maxLines` lines of text, as far as shapes that cover the same time allow; then labels go into the list.
PackedRow packedRow(const PackTask &task, int maxLines);

} // namespace shisaku
