// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/item/period_edit.h"

#include "models/plan/rank.h"

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

QString shortTime(const PlanTime &time)
{
    return time.isUnknown() ? Texts::tr("未定") : time.isOpen() ? Texts::tr("期限なし") : time.toShortJapanese();
}

QString shortPeriod(const Period &period)
{
    const auto side = [](const PlanTime &time) { return time.isOpen() ? QString() : shortTime(time); };
    return period.starts == period.ends && period.starts.isDated() ? shortTime(period.starts)
                                                                   : side(period.starts) + u"～"_s + side(period.ends);
}

QString measureInWords(const Plan &plan, Id<Initiative> id)
{
    const Initiative *initiative = plan.find(id);
    const Measure *measure = initiative ? plan.find(initiative->measure) : nullptr;
    return Texts::tr("施策%1").arg(measure ? measure->number : QString());
}

QString inWords(const Plan &plan, TableId table, RowId row)
{
    QString label;
    Id<Initiative> initiative;
    if (table == TableId::Phase) {
        label = plan.find(Id<Phase>(row))->label;
        initiative = plan.find(Id<Phase>(row))->initiative;
    } else {
        label = plan.find(Id<Milestone>(row))->label;
        initiative = plan.find(Id<Milestone>(row))->initiative;
    }
    if (label.isEmpty() && plan.find(initiative))
        label = plan.find(initiative)->title;
    return Texts::tr("%1『%2』").arg(measureInWords(plan, initiative), label);
}

QString titleOfChange(const QString &what, bool milestone, const Period &before, const Period &after)
{
    if (milestone)
        return Texts::tr("%1の時期を%2から%3に変更").arg(what, shortTime(before.starts), shortTime(after.starts));
    if (before.ends == after.ends)
        return Texts::tr("%1の開始を%2から%3に変更").arg(what, shortTime(before.starts), shortTime(after.starts));
    if (before.starts == after.starts)
        return Texts::tr("%1の終了を%2から%3に変更").arg(what, shortTime(before.ends), shortTime(after.ends));
    return Texts::tr("%1の期間を%2から%3に変更").arg(what, shortPeriod(before), shortPeriod(after));
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
    const QString from = side(period.starts, Texts::tr("（開始不明）"));
    const QString to = side(period.ends, Texts::tr("（終了不明）"));
    return from == to && !from.isEmpty() ? from : from + u"～"_s + to;
}

MonthNumber edgeMonth(const Period &period, PeriodPart edge, SnapUnit unit, const ShownYears &years)
{
    const bool end = edge == PeriodPart::End;
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

Period stretched(const Period &period, PeriodPart edge, MonthNumber to, SnapUnit unit, const ShownYears &years)
{
    const bool end = edge == PeriodPart::End;
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

std::optional<Period> periodOf(const Plan &plan, TableId table, RowId row)
{
    if (table == TableId::Phase) {
        if (const Phase *phase = plan.find(Id<Phase>(row)))
            return Period{phase->starts, phase->ends};
    } else if (table == TableId::Milestone) {
        if (const Milestone *milestone = plan.find(Id<Milestone>(row)))
            return Period{milestone->at, PlanTime()};
    }
    return {};
}

ChangeSet periodChange(const Plan &plan, TableId table, RowId row, const Period &period)
{
    const auto before = periodOf(plan, table, row);
    if (!before || *before == period)
        return {};
    const bool milestone = table == TableId::Milestone;
    ChangeBuilder change(titleOfChange(inWords(plan, table, row), milestone, *before, period));
    const auto isStated = [](const QString &certainty) { return certainty.isEmpty() || certainty == "stated"_L1; };
    if (milestone) {
        const Id<Milestone> id(row);
        change.set<&Milestone::at>(id, period.starts);
        if (!isStated(plan.find(id)->certainty))
            change.set<&Milestone::certainty>(id, u"stated"_s);
        return std::move(change).build();
    }
    const Id<Phase> id(row);
    if (period.starts != before->starts)
        change.set<&Phase::starts>(id, period.starts);
    if (period.ends != before->ends)
        change.set<&Phase::ends>(id, period.ends);
    if (!isStated(plan.find(id)->certainty))
        change.set<&Phase::certainty>(id, u"stated"_s);
    return std::move(change).build();
}

ChangeSet scheduleRemoval(const Plan &plan, TableId table, RowId row)
{
    if (!periodOf(plan, table, row))
        return {};
    ChangeBuilder change(Texts::tr("%1を削除").arg(inWords(plan, table, row)));
    change.remove(table, row);
    return std::move(change).build();
}

ChangeSet initiativeMove(const Plan &plan, Id<Initiative> id, int direction)
{
    const Initiative *initiative = plan.find(id);
    if (!initiative)
        return {};
    const QList<const Initiative *> rows = plan.parts<&Initiative::measure>(initiative->measure);
    const qsizetype to = rows.indexOf(initiative) + direction;
    if (to < 0 || to >= rows.size())
        return {};
    const qsizetype after = to + direction;
    QString low = rows[to]->position;
    QString high = after >= 0 && after < rows.size() ? rows[after]->position : QString();
    if (direction < 0)
        std::swap(low, high);
    if (!high.isEmpty() && low >= high)
        return {};
    const QString where = direction < 0 ? Texts::tr("上") : Texts::tr("下");
    ChangeBuilder change(Texts::tr("%1の取組『%2』を%3へ移動").arg(measureInWords(plan, id), initiative->title, where));
    change.set<&Initiative::position>(id, rankBetween(low, high));
    return std::move(change).build();
}

ChangeSet newPhase(const Plan &plan, Id<Initiative> initiative, const Period &period, const QString &label, Id<Phase> id)
{
    const QList<const Phase *> phases = plan.parts<&Phase::initiative>(initiative);
    Phase phase;
    phase.id = id;
    phase.position = rankBetween(phases.isEmpty() ? QString() : phases.last()->position, {});
    phase.initiative = initiative;
    phase.starts = period.starts;
    phase.ends = period.ends;
    phase.label = label;
    phase.certainty = u"stated"_s;
    ChangeBuilder change(Texts::tr("%1に『%2』を追加").arg(measureInWords(plan, initiative), label));
    change.insert(phase);
    return std::move(change).build();
}

} // namespace shisaku
