// SPDX-License-Identifier: GPL-3.0-or-later
// Dating bars and milestones by hand: snapping, the new period, and the change with its title.
#pragma once

#include "models/change/change_set.h"

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
    friend bool operator==(const Period &, const Period &) = default;
};

enum class PeriodPart : quint8 { Start, End, Whole };

/// The fiscal years that have columns of their own.
struct ShownYears {
    int first = 0;
    int last = 0;
    MonthNumber begin() const { return fiscalYearStart(first); }
    MonthNumber end() const { return fiscalYearStart(last + 1); }
};

/// 「令和5年度～令和6年度」; an open side is empty.
QString periodInWords(const Period &period);

/// The month an edge lies at, for stretching; an open or unknown edge lies one unit beyond the years, or at the years' edge.
MonthNumber edgeMonth(const Period &period, PeriodPart edge, SnapUnit unit, const ShownYears &years);

/// A bar moved by months. Precision is kept where the distance allows it: a fiscal year moved by 12 months stays one, by 6 it
/// becomes a half, otherwise a month. An edge that leaves the years becomes open; open and unknown sides stay so.
Period movedBar(const Period &period, int months, const ShownYears &years);
/// A milestone moved by months, at most into the columns before and after.
PlanTime movedMilestone(const PlanTime &at, int months, const ShownYears &years);
/// A bar one edge of which goes to a month; beyond the years it becomes open. A bar keeps at least one unit.
Period stretched(const Period &period, PeriodPart edge, MonthNumber to, SnapUnit unit, const ShownYears &years);

/// The period of a bar or a milestone of the plan; nothing for another table or a row that has gone.
std::optional<Period> periodOf(const Plan &plan, TableId table, RowId row);
/// Gives a bar or milestone its period, 明記 from now on: 「施策4『運用』の開始をR6からR7に変更」. Empty if nothing changes.
ChangeSet periodChange(const Plan &plan, TableId table, RowId row, const Period &period);
/// 「施策4『運用』を削除」
ChangeSet scheduleRemoval(const Plan &plan, TableId table, RowId row);
/// Moves a 取組 up (-1) or down (+1) within its measure by changing its rank. Empty at the end of the list.
ChangeSet initiativeMove(const Plan &plan, Id<Initiative> initiative, int direction);
/// A new bar at the end of a 取組.
ChangeSet newPhase(const Plan &plan, Id<Initiative> initiative, const Period &period, const QString &label, Id<Phase> id);

} // namespace shisaku
