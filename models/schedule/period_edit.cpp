// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/schedule/period_edit.h"

#include "models/plan/era.h"

#include <QCoreApplication>
#include <QDate>

namespace shisaku {

using namespace Qt::StringLiterals;

namespace {
using Precision = PlanTime::Precision;

struct Texts {
    Q_DECLARE_TR_FUNCTIONS(PeriodEdit)
};

bool isHalfEdge(MonthNumber month)
{
    return month % 6 == 3;
}

bool isYearEdge(MonthNumber month)
{
    return month % 12 == 3;
}

/// A time that begins or ends (`end`) at a month, in the coarsest allowed precision that has such an edge.
PlanTime timeAt(MonthNumber edge, bool end, bool yearAllowed, bool halfAllowed)
{
    const int back = end ? 1 : 0;
    if (yearAllowed && isYearEdge(edge))
        return PlanTime::fiscalYear(fiscalYearOf(edge) - back);
    if (halfAllowed && isHalfEdge(edge)) {
        const MonthNumber first = edge - 6 * back;
        return PlanTime::half(fiscalYearOf(first), isYearEdge(first) ? 1 : 2);
    }
    return PlanTime::monthNumber(edge - back);
}

MonthNumber edgeOf(const PlanTime &time, bool end)
{
    return end ? time.endMonth() : time.firstMonth();
}

PlanTime shifted(const PlanTime &time, int months, bool end)
{
    if (!time.isDated() || months == 0)
        return time;
    const MonthNumber first = time.firstMonth() + months;
    switch (time.precision()) {
    case Precision::Day: {
        const QDate monthStart(first / 12, first % 12 + 1, 1);
        return PlanTime::day(monthStart.year(), monthStart.month(), std::min(time.dayOfMonth(), monthStart.daysInMonth()));
    }
    case Precision::CalendarYear:
        if (months % 12 == 0)
            return PlanTime::calendarYear(time.year() + months / 12);
        break;
    default:
        break;
    }
    const bool year = time.precision() == Precision::FiscalYear;
    return timeAt(edgeOf(time, end) + months, end, year && months % 12 == 0, year || time.precision() == Precision::Half);
}

/// The first month of the unit a month lies in; every unit divides the fiscal year.
MonthNumber unitBegin(MonthNumber month, SnapUnit unit)
{
    const MonthNumber year = fiscalYearStart(fiscalYearOf(month));
    return year + (month - year) / monthsOf(unit) * monthsOf(unit);
}
} // namespace

SnapUnit snapUnit(double yearWidth)
{
    return yearWidth < 180   ? SnapUnit::FiscalYear
           : yearWidth < 300 ? SnapUnit::Half
           : yearWidth < 480 ? SnapUnit::Quarter
                             : SnapUnit::Month;
}

int monthsOf(SnapUnit unit)
{
    switch (unit) {
    case SnapUnit::FiscalYear:
        return 12;
    case SnapUnit::Half:
        return 6;
    case SnapUnit::Quarter:
        return 3;
    case SnapUnit::Month:
        break;
    }
    return 1;
}

QString periodInWords(const Period &period)
{
    const auto side = [](const PlanTime &time, const QString &unknown) {
        return time.isUnknown() ? unknown : time.isOpen() ? QString() : time.toJapanese();
    };
    const QString from = side(period.starts, Texts::tr("（始まりの記載なし）"));
    const QString to = side(period.ends, Texts::tr("（終わりの記載なし）"));
    return from == to && !from.isEmpty() ? from : from + u"～"_s + to;
}

QString undatedInWords(const QString &label)
{
    return label.contains(u"未定") ? QString() : Texts::tr("年度の記載なし");
}

QString undatedLabel(const QString &label)
{
    const QString time = undatedInWords(label);
    return label.isEmpty() || time.isEmpty() ? label + time : Texts::tr("%1（%2）").arg(label, time);
}

MonthNumber edgeMonth(const Period &period, PeriodEdge edge, SnapUnit unit, const ShownYears &years)
{
    const bool end = edge == PeriodEdge::End;
    const PlanTime &time = end ? period.ends : period.starts;
    if (time.isDated())
        return edgeOf(time, end);
    const int beyond = time.isOpen() ? monthsOf(unit) : 0;
    return end ? years.end() + beyond : years.begin() - beyond;
}

Period movedBar(const Period &period, int months, const ShownYears &years)
{
    Period moved{shifted(period.starts, months, false), shifted(period.ends, months, true)};
    // What lay outside the years before keeps its date: only crossing their edge opens a bar.
    if (moved.starts.isDated() && moved.starts.firstMonth() < years.begin() && period.starts.firstMonth() >= years.begin())
        moved.starts = PlanTime::open();
    if (moved.ends.isDated() && moved.ends.endMonth() > years.end() && period.ends.endMonth() <= years.end())
        moved.ends = PlanTime::open();
    // One that leaves the years altogether stays in the column before or after them.
    if (moved.starts.isDated() && moved.starts.firstMonth() > years.end() && months > 0)
        moved.starts = std::max(period.starts.firstMonth(), years.end()) == years.end() ? PlanTime::fiscalYear(years.last + 1)
                                                                                        : period.starts;
    if (moved.ends.isDated() && moved.ends.endMonth() < years.begin() && months < 0)
        moved.ends = std::min(period.ends.endMonth(), years.begin()) == years.begin() ? PlanTime::fiscalYear(years.first - 1)
                                                                                      : period.ends;
    return moved;
}

PlanTime movedMilestone(const PlanTime &at, int months, const ShownYears &years)
{
    const PlanTime moved = shifted(at, months, false);
    if (!moved.isDated() || (months > 0 ? moved.endMonth() <= years.end() + 12 : moved.firstMonth() >= years.begin() - 12))
        return moved;
    return at;
}

Period stretched(const Period &period, PeriodEdge edge, MonthNumber to, SnapUnit unit, const ShownYears &years)
{
    const bool end = edge == PeriodEdge::End;
    const PlanTime &time = end ? period.ends : period.starts;
    const PlanTime &other = end ? period.starts : period.ends;
    if (other.isDated()) {
        const MonthNumber stop = edgeOf(other, !end);
        while (end ? to <= stop : to >= stop)
            to += end ? monthsOf(unit) : -monthsOf(unit);
    }
    Period made = period;
    PlanTime &changed = end ? made.ends : made.starts;
    if (end ? to > years.end() : to < years.begin()) {
        // One that was beyond already keeps its date until it comes back.
        if (!time.isDated() || (end ? time.endMonth() <= years.end() : time.firstMonth() >= years.begin()))
            changed = PlanTime::open();
    } else if (!time.isDated() || to != edgeOf(time, end)) {
        to = end ? std::max(to, years.begin()) : std::min(to, years.end());
        const bool year = unit == SnapUnit::FiscalYear || time.precision() == Precision::FiscalYear;
        changed = timeAt(to, end, year, unit == SnapUnit::Half || time.precision() == Precision::Half);
    }
    return made;
}

Period swept(MonthNumber from, MonthNumber to, SnapUnit unit, const ShownYears &years)
{
    const auto [low, high] = std::minmax(from, to);
    const MonthNumber begin = unitBegin(low, unit);
    const MonthNumber end = unitBegin(high, unit) + monthsOf(unit);
    if (high < years.begin())
        return {PlanTime::open(), PlanTime::fiscalYear(years.first - 1)};
    if (low >= years.end())
        return {PlanTime::fiscalYear(years.last + 1), PlanTime::open()};
    // A year is named as one where all of it is covered.
    const bool half = unit == SnapUnit::Half || unit == SnapUnit::FiscalYear;
    Period made{PlanTime::open(), PlanTime::open()};
    if (low >= years.begin())
        made.starts = timeAt(begin, false, end - begin >= 12, half);
    if (high < years.end())
        made.ends = timeAt(end, true, end - begin >= 12, half);
    return made;
}

PlanTime timeAround(MonthNumber month, SnapUnit unit, const ShownYears &years)
{
    if (month < years.begin())
        return PlanTime::fiscalYear(years.first - 1);
    if (month >= years.end())
        return PlanTime::fiscalYear(years.last + 1);
    const MonthNumber begin = unitBegin(month, unit);
    return unit == SnapUnit::FiscalYear ? PlanTime::fiscalYear(fiscalYearOf(month))
           : unit == SnapUnit::Half     ? timeAt(begin, false, false, true)
                                        : PlanTime::monthNumber(unit == SnapUnit::Quarter ? begin : month);
}

QString timeInBrief(const PlanTime &time)
{
    if (time.precision() == Precision::Half)
        return (time.monthOfYear() == 1 ? Texts::tr("%1上半期") : Texts::tr("%1下半期")).arg(eraFiscalYearShort(time.year()));
    return time.isUnknown() ? Texts::tr("記載なし") : time.isOpen() ? Texts::tr("期限なし") : time.toShortJapanese();
}

QString periodInBrief(const Period &period)
{
    if (period.isUnknown())
        return undatedInWords({});
    if (period.starts == period.ends && period.starts.isDated())
        return timeInBrief(period.starts);
    const auto side = [](const PlanTime &time) { return time.isOpen() ? QString() : timeInBrief(time); };
    return side(period.starts) + u"～"_s + side(period.ends);
}

} // namespace shisaku
