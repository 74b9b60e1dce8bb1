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

struct PackedRow {
    QList<PlacedItem> items; ///< In the order of the digest; heights are set by arranged().
    QList<int> laneOf;       ///< Of the shape of each item.
    QList<int> textLaneOf;   ///< Of its label; another one than laneOf if led by a line.
    QList<int> linesOfLane;  ///< Lines of text each lane holds.
    QList<int> noted;        ///< Items whose labels stand in the list beneath the table.
    qreal effort = 0;        ///< How much was narrowed and led; to choose between rows of equal height.

    int lines() const;
};

class RowPacker {
public:
    /// All must outlive the packer. `noteSign` is the widest number of the list beneath.
    RowPacker(const QList<DigestItem> &items, const TimeAxis &axis, const TextMeasure &text, const PackMetrics &metrics,
              const QString &noteSign);

    /// At most `maxLines` lines of text, as far as shapes that cover the same time allow; then labels go into the list.
    PackedRow packed(int maxLines) const;

private:
    const QList<DigestItem> &m_items;
    const TimeAxis &m_axis;
    const TextMeasure &m_text;
    const PackMetrics &m_metrics;
    QString m_noteSign;
};

} // namespace shisaku
