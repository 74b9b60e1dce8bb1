// SPDX-License-Identifier: GPL-3.0-or-later
// What the rows of the one-page roadmap are made of: everything that does not depend on the size of type.
#pragma once

#include "views/roadmap/roadmap_one_page_cells.h"

namespace shisaku {

/// A row as the plan has it, before it is laid out.
struct OnePageSource {
    int line = 0;
    RowDigest digest;
    QString number; ///< As shown, in parentheses where repeated.
    QString title;
    bool repeat = false;
    QString aside;
};

/// Everything that does not depend on the size of type.
struct OnePageMaterial {
    const OnePageTask &task;
    QList<RoadmapLine> lines;
    QList<OnePageSource> rows;
    QList<OnePageGroups> paths; ///< Of the groups above each row.
    int levels = 0;
};

OnePageMaterial onePageMaterial(const OnePageTask &task);

/// The signs that laid out rows show.
UsedSigns signsOf(const QList<OnePageRow> &rows, const OnePageMaterial &material);

} // namespace shisaku
