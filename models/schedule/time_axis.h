// SPDX-License-Identifier: GPL-3.0-or-later
// The time axis of a schedule: a column per fiscal year (年度) between one for all years before and one for all years after.
#pragma once

#include "models/plan/plan.h"

#include <QCoreApplication>

#include <array>
#include <utility>

namespace shisaku {

/// Where a bar lies on the axis, in the axis's unit, and what its edges mean.
struct TimeSpan {
    enum class Edge : quint8 {
        Stated,  ///< The bar begins or ends here.
        Open,    ///< It goes on beyond the axis: 「～R2」, 「R8～」.
        Unknown, ///< Nothing is known beyond this place.
    };
    double from = 0;
    double to = 0;
    Edge start = Edge::Stated;
    Edge end = Edge::Stated;

    bool isUnknown() const { return start == Edge::Unknown && end == Edge::Unknown; }
    friend bool operator==(const TimeSpan &, const TimeSpan &) = default;
};

/// Turns times into places along a line that begins at 0. The first column holds every year before `firstYear`, the last
/// one every year after `lastYear`; both are pressed together so that an earlier time always lies to the left of a later one.
class TimeAxis {
    Q_DECLARE_TR_FUNCTIONS(TimeAxis)

public:
    /// `before`, `year`, `after` are the widths of the first column, of each year and of the last column.
    TimeAxis(int firstYear, int lastYear, double before, double year, double after);
    /// The years the plan shows; from the times of its schedules where it does not say.
    static TimeAxis of(const Plan &plan, double before, double year, double after);
    /// The same years in columns of equal width.
    TimeAxis fittedTo(double width) const;

    int firstYear() const { return m_firstYear; }
    int lastYear() const { return m_lastYear; }
    int columnCount() const { return m_lastYear - m_firstYear + 3; }
    double left(int column) const;
    double right(int column) const { return left(column + 1); }
    double width() const { return left(columnCount()); }

    /// 「～令和2年度」「令和3年度」「令和8年度～」, or for narrow columns 「～R2」「R3」「R8～」.
    QString columnLabel(int column) const;
    QString shortColumnLabel(int column) const;

    /// Place of the first day of a month.
    double x(MonthNumber month) const;
    /// The column a month lies in.
    int columnOf(MonthNumber month) const;
    /// Place of a point of time: the middle of what it covers. Only for a dated time.
    double at(const PlanTime &time) const;
    /// Place of a bar. Where only one side is known, the bar covers that side's fiscal year; where none is, the whole axis.
    TimeSpan span(const PlanTime &starts, const PlanTime &ends) const;
    /// From where to where the columns go that a bar lies in, whole ones: of words without a bar, and of what has no date, which
    /// the plan's own years stand for.
    std::pair<double, double> columnsOf(const PlanTime &starts, const PlanTime &ends) const;

private:
    int m_firstYear;
    int m_lastYear;
    double m_before;
    double m_year;
    double m_after;
};

} // namespace shisaku
