// SPDX-License-Identifier: GPL-3.0-or-later
// The order in which values and results stand wherever they are read: that of their times.
#pragma once

#include "models/plan/plan_time.h"

#include <algorithm>
#include <utility>

namespace shisaku {

/// Whether a time lies before another, by when it ends. What is not dated stands behind everything that is.
inline bool isEarlier(const PlanTime &a, const PlanTime &b)
{
    if (!a.isDated() || !b.isDated())
        return a.isDated() && !b.isDated();
    return std::pair(a.endMonth(), a.firstMonth()) < std::pair(b.endMonth(), b.firstMonth());
}

/// Rows in the order of their times; those of one time keep theirs.
template <typename Row>
QList<const Row *> inTime(QList<const Row *> rows)
{
    std::stable_sort(rows.begin(), rows.end(), [](const Row *a, const Row *b) { return isEarlier(a->as_of, b->as_of); });
    return rows;
}

} // namespace shisaku
