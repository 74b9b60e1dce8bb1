// SPDX-License-Identifier: GPL-3.0-or-later
// Changes of schedules made in the roadmap, each with a title people read: dating, adding, naming, removing, putting in order.
#pragma once

#include "models/change/change_set.h"
#include "models/schedule/period_edit.h"

namespace shisaku {

/// A 取組, bar or milestone of the plan.
struct ScheduleRow {
    TableId table = TableId::Phase; ///< Initiative, Phase or Milestone.
    RowId row;
    friend bool operator==(const ScheduleRow &, const ScheduleRow &) = default;
};

/// The period of a bar or a milestone of the plan; nothing for another table or a row that has gone.
std::optional<Period> periodOf(const Plan &plan, const ScheduleRow &what);

/// What is to happen to one bar or milestone.
struct Redating {
    ScheduleRow what;
    Period before; ///< As it was for the person; the plan may not have taken up an earlier change yet.
    Period after;
};
/// Gives bars and milestones their periods, 明記 from now on: 「施策4『運用』の開始をR6からR7に変更」, of several
/// 「施策4『運用』ほか2件の期間を変更」. Empty if nothing changes.
ChangeSet redated(const Plan &plan, const QList<Redating> &wanted);

/// 「施策4『運用』を削除」, 「施策4『運用』ほか2件を削除」. Rows that have gone are left out.
ChangeSet scheduleRemoval(const Plan &plan, const QList<ScheduleRow> &rows);

/// 「施策4『調査』の表示文字を『検討』に変更」. Empty if nothing changes.
ChangeSet scheduleNaming(const Plan &plan, const ScheduleRow &what, const QString &label);

/// A new bar: at the end of a 取組, or on a measure that has none.
struct NewBar {
    Id<Initiative> initiative; ///< Null: `measure` gets a 取組 named like itself.
    Id<Measure> measure;
    Period period;
    QString label;
    Id<Phase> id;
};
/// 「施策4に『運用』を追加」. Empty if the 取組 or the measure has gone.
ChangeSet addedBar(const Plan &plan, const NewBar &bar, const IdSource &ids);

/// Moves a 取組 by places up (-) or down (+) within its measure, by changing its rank; at most to the end. Empty there.
ChangeSet initiativeMove(const Plan &plan, Id<Initiative> initiative, int places);

/// A measure as it stands among others, in a group of the roadmap.
struct ShownMeasure {
    Id<Measure> measure;     ///< Null: no measure, none goes past it.
    bool keepsPlace = false; ///< Stands there whatever its place in the plan.
};
/// Moves a measure by places up (-) or down (+) among those it is shown with, given in an order they have had: right before or
/// after the one it comes to, 「施策4を施策3の前へ移動」. Empty at the ends.
ChangeSet measureMove(const Plan &plan, Id<Measure> measure, const QList<ShownMeasure> &shown, int places);

} // namespace shisaku
