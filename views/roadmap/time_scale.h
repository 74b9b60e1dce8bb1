// SPDX-License-Identifier: GPL-3.0-or-later
// The horizontal axis: fiscal years as columns, everything before and after them in one column each (～R2 | R3 … R7 | R8～).
#pragma once

#include "models/plan/plan.h"

#include <vector>

namespace shisaku {

struct YearRange {
    int first = 0;
    int last = 0;
};

/// The years a plan shows as columns: those it states, else its period, else those its bars need. `fallback` is the first of
/// five years when the plan says nothing at all.
YearRange shownYears(const Plan &plan, int fallback);

/// Months to x, in any unit, from 0 to width().
class TimeScale {
public:
    struct Column {
        enum class Kind : quint8 { Before, Year, After };
        Kind kind = Kind::Year;
        int year = 0; ///< The fiscal year; the last one of Before, the first one of After.
        qreal left = 0;
        qreal width = 0;

        /// 「令和3年度」, 「～令和2年度」; never more precise than the column.
        QString label() const;
        /// 「R3」, 「～R2」
        QString shortLabel() const;
    };

    TimeScale() = default;
    TimeScale(YearRange years, qreal yearWidth, qreal edgeWidth);

    const std::vector<Column> &columns() const { return m_columns; }
    YearRange years() const { return m_years; }
    qreal width() const { return m_edgeWidth * 2 + (planRight() - planLeft()); }
    /// Where the years with a column of their own begin and end.
    qreal planLeft() const { return m_edgeWidth; }
    qreal planRight() const { return m_edgeWidth + m_yearWidth * (m_years.last - m_years.first + 1); }
    /// A month's beginning (fractions allowed). Far times crowd at the outer third of the edge columns.
    qreal x(double month) const;

private:
    YearRange m_years;
    qreal m_yearWidth = 0;
    qreal m_edgeWidth = 0;
    std::vector<Column> m_columns;
};

} // namespace shisaku
