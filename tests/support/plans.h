// SPDX-License-Identifier: GPL-3.0-or-later
// Plans for the tests of the roadmap.
#pragma once

#include "models/change/change_set.h"

namespace shisaku {

/// The sample that comes with the program.
Plan izumoPlan();

/// Grows a plan row by row; positions follow the order of the calls.
class PlanMaker {
public:
    /// Columns for fiscal 2021–2025 and the kinds 新規, 継続.
    PlanMaker();

    template <typename T>
    Id<T> add(T row)
    {
        row.id = Id<T>(RowId{++m_last});
        row.position = QStringLiteral("%1z").arg(m_last, 8, 10, QLatin1Char('0'));
        m_builder.insert(row);
        return row.id;
    }
    Id<Measure> measure(const QString &number, const QString &title, const QString &kind = QStringLiteral("新規"));
    Id<Initiative> initiative(Id<Measure> measure, const QString &title);
    Id<Phase> phase(Id<Initiative> initiative, const QString &starts, const QString &ends, const QString &label,
                    const QString &certainty = QStringLiteral("stated"));
    Id<Milestone> milestone(Id<Initiative> initiative, const QString &at, const QString &label);

    Plan plan() &&;

private:
    quint64 m_last = 0;
    ChangeBuilder m_builder{QString()};
};

/// Measures whose 取組 are crowded with bars and milestones of every kind of time; the same for the same `seed`.
Plan densePlan(int measures, quint32 seed);

} // namespace shisaku
