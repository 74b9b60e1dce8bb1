// SPDX-License-Identifier: GPL-3.0-or-later
// Plans for the tests of the roadmap.
#pragma once

#include "tests/support/rows.h"

namespace shisaku {

/// Grows a plan of measures with their schedules.
class PlanMaker : public RowMaker {
public:
    /// Columns for fiscal 2021–2025 and the kinds 新規, 継続.
    PlanMaker();

    Id<Measure> measure(const QString &number, const QString &title, const QString &kind = QStringLiteral("新規"));
    Id<Initiative> initiative(Id<Measure> measure, const QString &title);
    Id<Phase> phase(Id<Initiative> initiative, const QString &starts, const QString &ends, const QString &label,
                    const QString &certainty = QStringLiteral("stated"));
    Id<Milestone> milestone(Id<Initiative> initiative, const QString &at, const QString &label);
};

/// Measures whose 取組 are crowded with bars and milestones of every kind of time; the same for the same `seed`.
Plan densePlan(int measures, quint32 seed);

} // namespace shisaku
