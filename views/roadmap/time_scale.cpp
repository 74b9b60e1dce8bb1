// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/roadmap/time_scale.h"

#include "models/plan/era.h"

#include <algorithm>

namespace shisaku {

namespace {
constexpr int defaultYears = 5;
/// How many years the outer third of an edge column stands for; anything further lies at its end.
constexpr int farYears = 5;

void include(YearRange &range, const PlanTime &time)
{
    if (!time.isDated())
        return;
    const int first = fiscalYearOf(time.firstMonth());
    const int last = fiscalYearOf(time.endMonth() - 1);
    range.first = range.first == 0 ? first : std::min(range.first, first);
    range.last = std::max(range.last, last);
}

YearRange usedYears(const Plan &plan)
{
    YearRange range;
    for (const Phase &phase : plan.rows<Phase>()) {
        include(range, phase.starts);
        include(range, phase.ends);
    }
    for (const Milestone &milestone : plan.rows<Milestone>())
        include(range, milestone.at);
    return range;
}
} // namespace

YearRange shownYears(const Plan &plan, int fallback)
{
    const PlanInfo &info = plan.info();
    const PlanTime &first = info.first_year.isDated() ? info.first_year : info.begins;
    const PlanTime &last = info.last_year.isDated() ? info.last_year : info.ends;
    YearRange range;
    if (!first.isDated() || !last.isDated())
        range = usedYears(plan);
    if (first.isDated())
        range.first = fiscalYearOf(first.firstMonth());
    if (last.isDated())
        range.last = fiscalYearOf(last.endMonth() - 1);
    if (range.first == 0)
        range = {fallback, fallback + defaultYears - 1};
    if (range.last < range.first)
        range.last = range.first + defaultYears - 1;
    return range;
}

QString TimeScale::Column::label() const
{
    const QString name = eraFiscalYear(year);
    return kind == Kind::Before ? u'～' + name : kind == Kind::After ? name + u'～' : name;
}

QString TimeScale::Column::shortLabel() const
{
    const QString name = eraFiscalYearShort(year);
    return kind == Kind::Before ? u'～' + name : kind == Kind::After ? name + u'～' : name;
}

TimeScale::TimeScale(YearRange years, qreal yearWidth, qreal edgeWidth)
    : m_years(years), m_yearWidth(yearWidth), m_edgeWidth(edgeWidth)
{
    m_columns.push_back({Column::Kind::Before, years.first - 1, 0, edgeWidth});
    for (int year = years.first; year <= years.last; ++year)
        m_columns.push_back({Column::Kind::Year, year, edgeWidth + yearWidth * (year - years.first), yearWidth});
    m_columns.push_back({Column::Kind::After, years.last + 1, planRight(), edgeWidth});
}

qreal TimeScale::x(double month) const
{
    const double fromStart = (month - fiscalYearStart(m_years.first)) / 12.0;
    const double pastEnd = (month - fiscalYearStart(m_years.last + 1)) / 12.0;
    const auto edge = [this](double years) {
        const double near = std::min(years, 1.0) * 2 / 3;
        const double far = std::clamp((years - 1) / farYears, 0.0, 1.0) / 3;
        return (near + far) * m_edgeWidth;
    };
    if (fromStart < 0)
        return m_edgeWidth - edge(-fromStart);
    if (pastEnd > 0)
        return planRight() + edge(pastEnd);
    return m_edgeWidth + fromStart * m_yearWidth;
}

} // namespace shisaku
