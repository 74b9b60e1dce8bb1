// SPDX-License-Identifier: GPL-3.0-or-later
// Dating bars and milestones by hand: snapping and the new period.
#pragma once

#include "models/plan/plan_time.h"

namespace shisaku {

/// What a bar snaps to.
enum class SnapUnit : quint8 { FiscalYear, Half, Quarter, Month };

/// The finest unit that can be hit: a year narrower than 180 pixels snaps to 年度, than 300 to 半期, than 480 to 四半期, else to
/// months.
SnapUnit snapUnit(double yearWidth);
int monthsOf(SnapUnit unit);

/// From when to when; of a milestone only `starts`.
struct Period {
    PlanTime starts;
    PlanTime ends;
    bool isUnknown() const { return starts.isUnknown() && ends.isUnknown(); } ///< 年度の記載なし
    friend bool operator==(const Period &, const Period &) = default;
};

enum class PeriodEdge : quint8 { Start, End, Whole };

/// The fiscal years that have columns of their own.
struct ShownYears {
    int first = 0;
    int last = 0;
    MonthNumber begin() const { return fiscalYearStart(first); }
    MonthNumber end() const { return fiscalYearStart(last + 1); }
};

/// 「令和5年度～令和6年度」; an open side is empty.
QString periodInWords(const Period &period);
/// What is said of the time of a bar or milestone that has none: 「年度の記載なし」. Nothing where the plan's own words say more,
/// as 「期間未定」 does: undecided is only what a city calls so.
QString undatedInWords(const QString &label);
/// A label with what is said of its time: 「検討（年度の記載なし）」.
QString undatedLabel(const QString &label);

/// The month an edge lies at, for stretching; an open or unknown edge lies one unit beyond the years, or at the years' edge.
MonthNumber edgeMonth(const Period &period, PeriodEdge edge, SnapUnit unit, const ShownYears &years);

/// A bar moved by months. Precision is kept where the distance allows it: a fiscal year moved by 12 months stays one, by 6 it
/// becomes a half, otherwise a month. An edge that leaves the years becomes open; open and unknown sides stay so.
Period movedBar(const Period &period, int months, const ShownYears &years);
/// A milestone moved by months, at most into the columns before and after.
PlanTime movedMilestone(const PlanTime &at, int months, const ShownYears &years);
/// A bar one edge of which goes to a month; beyond the years it becomes open. A bar keeps at least one unit.
Period stretched(const Period &period, PeriodEdge edge, MonthNumber to, SnapUnit unit, const ShownYears &years);

/// The period swept from one month to another, either way round, in whole units. Beyond the years it is open; wholly before them
/// it is 「～R2」, wholly after them 「R8～」.
Period swept(MonthNumber from, MonthNumber to, SnapUnit unit, const ShownYears &years);
/// The unit a month lies in, of a quarter its first month; outside the years the fiscal year next to them.
PlanTime timeAround(MonthNumber month, SnapUnit unit, const ShownYears &years);

/// 「R5下半期」「R5.10」「期限なし」「記載なし」, for titles of changes and for tips.
QString timeInBrief(const PlanTime &time);
/// 「R5下半期～R7」; an open side is empty.
QString periodInBrief(const Period &period);

} // namespace shisaku
