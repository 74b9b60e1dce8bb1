// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/schedule/time_axis.h"

#include "models/plan/era.h"
#include "models/plan/ranges.h"

#include <cmath>

namespace shisaku {

TimeAxis::TimeAxis(int firstYear, int lastYear, double before, double year, double after) :
    m_firstYear(firstYear), m_lastYear(std::clamp(lastYear, firstYear, firstYear + mostShownYears - 1)), m_before(before),
    m_year(year), m_after(after)
{}

TimeAxis TimeAxis::of(const Plan &plan, double before, double year, double after)
{
    const PlanInfo &info = plan.info();
    if (info.first_year.isDated() && info.last_year.isDated())
        return TimeAxis(fiscalYearOf(info.first_year.firstMonth()), fiscalYearOf(info.last_year.firstMonth()), before, year, after);

    std::optional<int> first;
    std::optional<int> last;
    const auto include = [&](const PlanTime &time) {
        if (!time.isDated())
            return;
        first = std::min(first.value_or(9999), fiscalYearOf(time.firstMonth()));
        last = std::max(last.value_or(0), fiscalYearOf(time.endMonth() - 1));
    };
    include(info.begins);
    include(info.ends);
    if (!first) {
        for (const Phase &phase : plan.rows<Phase>()) {
            include(phase.starts);
            include(phase.ends);
        }
    }
    constexpr int usualYears = 5; // the usual length of such a plan
    const int from = first.value_or(2022);
    return TimeAxis(from, std::min(last.value_or(from + usualYears - 1), from + 2 * usualYears), before, year, after);
}

TimeAxis TimeAxis::fittedTo(double width) const
{
    const double column = width / columnCount();
    return TimeAxis(m_firstYear, m_lastYear, column, column, column);
}

double TimeAxis::left(int column) const
{
    if (column <= 0)
        return 0;
    const int years = m_lastYear - m_firstYear + 1;
    return m_before + std::min(column - 1, years) * m_year + (column > years + 1 ? m_after : 0);
}

QString TimeAxis::columnLabel(int column) const
{
    if (column <= 0)
        return tr("～%1").arg(eraFiscalYear(m_firstYear - 1));
    if (column >= columnCount() - 1)
        return tr("%1～").arg(eraFiscalYear(m_lastYear + 1));
    return eraFiscalYear(m_firstYear + column - 1);
}

QString TimeAxis::shortColumnLabel(int column) const
{
    if (column <= 0)
        return tr("～%1").arg(eraFiscalYearShort(m_firstYear - 1));
    if (column >= columnCount() - 1)
        return tr("%1～").arg(eraFiscalYearShort(m_lastYear + 1));
    return eraFiscalYearShort(m_firstYear + column - 1);
}

double TimeAxis::x(MonthNumber month) const
{
    const MonthNumber first = fiscalYearStart(m_firstYear);
    const MonthNumber end = fiscalYearStart(m_lastYear + 1);
    // Each year farther away takes half the room of the one before: any time has a place, and order is kept.
    if (month < first)
        return m_before * std::exp2((month - first) / 12.0);
    if (month > end)
        return width() - m_after * std::exp2((end - month) / 12.0);
    return m_before + (month - first) * m_year / 12.0;
}

int TimeAxis::columnOf(MonthNumber month) const
{
    return std::clamp(fiscalYearOf(month) - m_firstYear + 1, 0, columnCount() - 1);
}

double TimeAxis::at(const PlanTime &time) const
{
    return (x(time.firstMonth()) + x(time.endMonth())) / 2;
}

TimeSpan TimeAxis::span(const PlanTime &starts, const PlanTime &ends) const
{
    using Edge = TimeSpan::Edge;
    TimeSpan span{0, width(), Edge::Stated, Edge::Stated};
    if (starts.isDated())
        span.from = x(starts.firstMonth());
    else
        span.start = starts.isOpen() ? Edge::Open : Edge::Unknown;
    if (ends.isDated())
        span.to = x(ends.endMonth());
    else
        span.end = ends.isOpen() ? Edge::Open : Edge::Unknown;

    if (starts.isDated() && span.end == Edge::Unknown)
        span.to = right(columnOf(starts.firstMonth()));
    if (starts.isOpen() && span.end == Edge::Unknown)
        span.to = right(0);
    if (ends.isDated() && span.start == Edge::Unknown)
        span.from = left(columnOf(ends.endMonth() - 1));
    if (ends.isOpen() && span.start == Edge::Unknown)
        span.from = left(columnCount() - 1);
    span.to = std::max(span.to, span.from);
    return span;
}

std::pair<double, double> TimeAxis::columnsOf(const PlanTime &starts, const PlanTime &ends) const
{
    const int beyond = columnCount() - 1;
    int first = 1;
    int last = beyond - 1;
    if (starts.isDated())
        first = columnOf(starts.firstMonth());
    else if (starts.isOpen())
        first = 0;
    if (ends.isDated())
        last = columnOf(ends.endMonth() - 1);
    else if (ends.isOpen())
        last = beyond;
    if (ends.isUnknown() && !starts.isUnknown())
        last = first;
    if (starts.isUnknown() && !ends.isUnknown())
        first = last;
    return {left(first), right(std::max(first, last))};
}

} // namespace shisaku
