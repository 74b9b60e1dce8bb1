// SPDX-License-Identifier: GPL-3.0-or-later
// The roadmap on one sheet: the largest type, the widths of columns, the places of labels and the notes with which one row a
// measure fills a given room. Pure geometry; nothing is painted here.
#pragma once

#include "views/roadmap/roadmap_progress.h"
#include "views/roadmap/roadmap_row_packer.h"

#include <optional>

namespace shisaku {

/// Sizes of type in points.
inline constexpr double onePageLargest = 10.5;
inline constexpr double onePageUsualFloor = 8; ///< Smaller type cannot be read on a copy reduced to A4.
inline constexpr double onePageFloor = 7;

struct OnePageRow {
    int line = 0; ///< Index in the list of lines.
    RowDigest digest;
    PackedRow packed; ///< Heights are from the top of the table.
    PlacedText title;
    PlacedText aside; ///< Of a row without signs: where a repeated measure is told.
    qreal top = 0;
    qreal height = 0;
};

/// A group at the left, as high as its rows.
struct OnePageCell {
    QRectF rect;
    QStringList lines; ///< The whole text in one where `upright`.
    bool upright = false;
    qreal stretch = 1;
    int level = 0;
};

struct OnePageNote {
    QString sign;    ///< ※1
    PlacedText text; ///< From the top left of the table.
};

struct OnePageLayout {
    double points = 0;
    QList<qreal> groupWidths;
    qreal numberWidth = 0;
    qreal titleWidth = 0; ///< Text alone.
    qreal markWidth = 0;  ///< For the signs of kind and progress.
    TimeAxis axis{0, 0, 1, 1, 1};
    QList<OnePageRow> rows;
    QList<OnePageCell> cells;
    QList<OnePageNote> notes;
    qreal headerHeight = 0;
    qreal linePitch = 0;
    qreal height = 0; ///< Of header and rows; the notes stand below.
    UsedSigns used;

    qreal groupsWidth() const;
    qreal left() const { return groupsWidth() + numberWidth + titleWidth + markWidth; } ///< Of the time axis.
};

struct OnePageTask {
    const Plan *plan = nullptr;
    const RoadmapTree *tree = nullptr;
    const Look *look = nullptr;
    QSizeF room; ///< For the table with its notes.
    const RoadmapProgress *progress = nullptr;
};

/// The best layout; nothing if even the smallest type does not suffice.
std::optional<OnePageLayout> onePageLayout(const OnePageTask &task);

/// The style the layout was made with, and is to be painted with.
RoadmapStyle onePageStyle(const Look &look, double points);

} // namespace shisaku
