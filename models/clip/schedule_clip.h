// SPDX-License-Identifier: GPL-3.0-or-later
// Copied parts of schedules: bars, milestones and whole 取組 as values, to be put into any measure of any plan.
#pragma once

#include "models/schedule/schedule_change.h"

namespace shisaku {

/// What was copied, by the 取組 it stood in. The ids in it name rows of the plan it came from and mean nothing elsewhere.
struct ScheduleClip {
    struct Row {
        Initiative initiative;
        QString measure;    ///< Number and title of its measure, for reading.
        bool whole = false; ///< The 取組 itself was copied, not only something on it.
        QList<Phase> phases;
        QList<Milestone> milestones;
    };
    QList<Row> rows;
    bool isEmpty() const { return rows.isEmpty(); }
};

/// Copies in the order given; a 取組 among `what` takes everything on it along.
ScheduleClip clipOf(const Plan &plan, const QList<ScheduleRow> &what);

/// The clip as JSON, for the clipboard.
QByteArray toJson(const ScheduleClip &clip);
/// Reads toJson()'s form; nothing if it is malformed, however it came here.
std::optional<ScheduleClip> clipFromJson(const QByteArray &json);

/// A change and the rows it adds to look at.
struct Pasting {
    ChangeSet change;
    QList<ScheduleRow> added;
};
/// Puts a clip into the plan. Bars and milestones go into `initiative`; where that is null, into the 取組 of `measure` with
/// the same name, made if there is none. A whole 取組 becomes a new one of the measure, after `initiative` if there is one.
/// 「施策4に『運用』ほか2件を貼り付け」. Empty if there is no such place any more.
Pasting pasted(const Plan &plan, const ScheduleClip &clip, Id<Measure> measure, Id<Initiative> initiative, const IdSource &ids);
/// Copies in place: each bar or milestone on its own 取組, each whole 取組 below itself. 「施策4『運用』を複製」
Pasting duplicated(const Plan &plan, const QList<ScheduleRow> &what, const IdSource &ids);

} // namespace shisaku
