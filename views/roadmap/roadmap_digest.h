// SPDX-License-Identifier: GPL-3.0-or-later
// A measure's schedule told on one row: bars that say the same time become one, what has no time is gathered.
#pragma once

#include "models/schedule/roadmap_rows.h"
#include "views/roadmap/roadmap_layout.h"

namespace shisaku {

/// A bar or milestone that may stand for several of them.
struct DigestItem {
    ScheduleItem what; ///< The label names its 取組 where the measure has several.
    QString brief;     ///< Without their names: enough where a bar of the same ones stands directly before.
    QString who;       ///< The 取組 it stands for, where the measure has several.
};

struct RowDigest {
    /// In the plan's order; at most one of them undated, the last. It tells what is not stated from what is called undecided.
    QList<DigestItem> items;
};

/// Joins bars of which no edge lies further apart than `alike` on the axis, and everything without a date. Of a measure without
/// any bar the 取組 themselves have no date.
RowDigest digestOf(const Plan &plan, const RoadmapTree &tree, const RoadmapLine &line, const TimeAxis &axis,
                   const RoadmapMetrics &metrics, qreal alike);

} // namespace shisaku
