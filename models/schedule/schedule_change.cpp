// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/schedule/schedule_change.h"

#include "models/change/row_order.h"
#include "models/plan/rank.h"

#include <QCoreApplication>

namespace shisaku {

using namespace Qt::StringLiterals;

namespace {
struct Texts {
    Q_DECLARE_TR_FUNCTIONS(ScheduleChange)
};

QString inWords(const Plan &plan, Id<Measure> id)
{
    const Measure *measure = plan.find(id);
    return !measure                    ? QString()
           : measure->number.isEmpty() ? Texts::tr("施策『%1』").arg(measure->shownTitle())
                                       : Texts::tr("施策%1").arg(measure->number);
}

QString inWords(const Plan &plan, const ScheduleRow &what)
{
    QString label;
    Id<Initiative> initiative(what.row);
    if (what.table == TableId::Phase) {
        label = plan.find(Id<Phase>(what.row))->label;
        initiative = plan.find(Id<Phase>(what.row))->initiative;
    } else if (what.table == TableId::Milestone) {
        label = plan.find(Id<Milestone>(what.row))->label;
        initiative = plan.find(Id<Milestone>(what.row))->initiative;
    }
    const Initiative *row = plan.find(initiative);
    if (label.isEmpty() && row)
        label = row->title;
    return Texts::tr("%1『%2』").arg(inWords(plan, row ? row->measure : Id<Measure>()), label);
}

/// 「施策4『運用』」, 「施策4『運用』ほか2件」
QString inWords(const Plan &plan, const QList<ScheduleRow> &rows)
{
    const QString first = inWords(plan, rows.first());
    return rows.size() == 1 ? first : Texts::tr("%1ほか%2件").arg(first).arg(rows.size() - 1);
}

QString titleOf(const Plan &plan, const Redating &change)
{
    const QString what = inWords(plan, change.what);
    const Period &before = change.before;
    const Period &after = change.after;
    if (change.what.table == TableId::Milestone)
        return Texts::tr("%1の時期を%2から%3に変更").arg(what, timeInBrief(before.starts), timeInBrief(after.starts));
    if (before.ends == after.ends)
        return Texts::tr("%1の開始を%2から%3に変更").arg(what, timeInBrief(before.starts), timeInBrief(after.starts));
    if (before.starts == after.starts)
        return Texts::tr("%1の終了を%2から%3に変更").arg(what, timeInBrief(before.ends), timeInBrief(after.ends));
    return Texts::tr("%1の期間を%2から%3に変更").arg(what, periodInBrief(before), periodInBrief(after));
}

bool exists(const Plan &plan, const ScheduleRow &what)
{
    return plan.table(what.table).contains(what.row);
}

void redate(const Plan &plan, const Redating &wanted, ChangeBuilder &change)
{
    const auto isStated = [](const QString &certainty) { return certainty.isEmpty() || certainty == "stated"_L1; };
    if (wanted.what.table == TableId::Milestone) {
        const Id<Milestone> id(wanted.what.row);
        change.set<&Milestone::at>(id, wanted.after.starts);
        if (!isStated(plan.find(id)->certainty))
            change.set<&Milestone::certainty>(id, u"stated"_s);
        return;
    }
    const Id<Phase> id(wanted.what.row);
    if (wanted.after.starts != wanted.before.starts)
        change.set<&Phase::starts>(id, wanted.after.starts);
    if (wanted.after.ends != wanted.before.ends)
        change.set<&Phase::ends>(id, wanted.after.ends);
    if (!isStated(plan.find(id)->certainty))
        change.set<&Phase::certainty>(id, u"stated"_s);
}

template <typename T>
QList<RowId> idsOf(const QList<const T *> &rows)
{
    QList<RowId> ids;
    ids.reserve(rows.size());
    for (const T *row : rows)
        ids << row->id.row;
    return ids;
}
} // namespace

std::optional<Period> periodOf(const Plan &plan, const ScheduleRow &what)
{
    if (what.table == TableId::Phase) {
        if (const Phase *phase = plan.find(Id<Phase>(what.row)))
            return Period{phase->starts, phase->ends};
    } else if (what.table == TableId::Milestone) {
        if (const Milestone *milestone = plan.find(Id<Milestone>(what.row)))
            return Period{milestone->at, PlanTime()};
    }
    return {};
}

ChangeSet redated(const Plan &plan, const QList<Redating> &wanted)
{
    QList<Redating> changed;
    QList<ScheduleRow> rows;
    for (const Redating &one : wanted) {
        if (one.before == one.after || !exists(plan, one.what) || rows.contains(one.what))
            continue;
        changed << one;
        rows << one.what;
    }
    if (changed.isEmpty())
        return {};
    ChangeBuilder change(changed.size() == 1 ? titleOf(plan, changed.first())
                                             : Texts::tr("%1の期間を変更").arg(inWords(plan, rows)));
    for (const Redating &one : std::as_const(changed))
        redate(plan, one, change);
    return std::move(change).build();
}

ChangeSet scheduleRemoval(const Plan &plan, const QList<ScheduleRow> &rows)
{
    QList<ScheduleRow> known;
    for (const ScheduleRow &row : rows) {
        if (exists(plan, row) && !known.contains(row))
            known << row;
    }
    if (known.isEmpty())
        return {};
    ChangeBuilder change(Texts::tr("%1を削除").arg(inWords(plan, known)));
    for (const ScheduleRow &row : std::as_const(known))
        change.remove(row.table, row.row);
    return std::move(change).build();
}

ChangeSet scheduleNaming(const Plan &plan, const ScheduleRow &what, const QString &label)
{
    if (!exists(plan, what))
        return {};
    const bool phase = what.table == TableId::Phase;
    const QString before = phase ? plan.find(Id<Phase>(what.row))->label : plan.find(Id<Milestone>(what.row))->label;
    if (label == before)
        return {};
    ChangeBuilder change(Texts::tr("%1の表示文字を『%2』に変更").arg(inWords(plan, what), label));
    if (phase)
        change.set<&Phase::label>(Id<Phase>(what.row), label);
    else
        change.set<&Milestone::label>(Id<Milestone>(what.row), label);
    return std::move(change).build();
}

ChangeSet addedBar(const Plan &plan, const NewBar &bar, const IdSource &ids)
{
    const Initiative *known = plan.find(bar.initiative);
    const Measure *measure = plan.find(known ? known->measure : bar.measure);
    if (!measure || (!known && !bar.initiative.isNull()))
        return {};
    const QString where = inWords(plan, measure->id);
    ChangeBuilder change(bar.label.isEmpty() ? Texts::tr("%1に期間を追加").arg(where)
                                             : Texts::tr("%1に『%2』を追加").arg(where, bar.label));
    Phase phase;
    phase.id = bar.id;
    phase.initiative = bar.initiative;
    if (known) {
        const QList<const Phase *> phases = plan.parts<&Phase::initiative>(known->id);
        phase.position = rankBetween(phases.isEmpty() ? QString() : phases.last()->position, {});
    } else {
        Initiative row;
        row.id = Id<Initiative>(ids());
        const QList<const Initiative *> rows = plan.parts<&Initiative::measure>(measure->id);
        row.position = rankBetween(rows.isEmpty() ? QString() : rows.last()->position, {});
        row.measure = measure->id;
        row.title = measure->shownTitle();
        change.insert(row);
        phase.initiative = row.id;
        phase.position = rankBetween({}, {});
    }
    phase.starts = bar.period.starts;
    phase.ends = bar.period.ends;
    phase.label = bar.label;
    phase.certainty = u"stated"_s;
    change.insert(phase);
    return std::move(change).build();
}

ChangeSet initiativeMove(const Plan &plan, Id<Initiative> id, int places)
{
    const Initiative *initiative = plan.find(id);
    if (!initiative)
        return {};
    const QString where = places < 0 ? Texts::tr("上") : Texts::tr("下");
    ChangeBuilder change(Texts::tr("%1の取組『%2』を%3へ移動").arg(inWords(plan, initiative->measure), initiative->title, where));
    const QList<RowId> order = idsOf(plan.parts<&Initiative::measure>(initiative->measure));
    return moveInOrder(plan.table(TableId::Initiative), order, id.row, places, change) ? std::move(change).build() : ChangeSet();
}

ChangeSet measureMove(const Plan &plan, Id<Measure> measure, const QList<ShownMeasure> &shown, int places)
{
    const AnyRows &rows = plan.table(TableId::Measure);
    QList<RowId> sorted; // those that stand where the plan has them
    for (const ShownMeasure &one : shown) {
        if (!one.keepsPlace && rows.contains(one.measure.row))
            sorted << one.measure.row;
    }
    sortByPosition(rows, sorted);
    QList<RowId> order;
    for (const ShownMeasure &one : shown) {
        if (one.keepsPlace || one.measure.isNull())
            order << one.measure.row;
        else if (rows.contains(one.measure.row))
            order << sorted.takeFirst();
    }
    const qsizetype from = order.indexOf(measure.row);
    const RowId neighbour = from < 0 ? RowId() : order.at(std::clamp<qsizetype>(from + places, 0, order.size() - 1));
    if (!rows.contains(measure.row) || !rows.contains(neighbour) || neighbour == measure.row)
        return {};
    QList<RowId> all = idsOf(plan.ordered<Measure>());
    all.removeOne(measure.row);
    all.insert(all.indexOf(neighbour) + (places > 0 ? 1 : 0), measure.row);
    const QString text = places > 0 ? Texts::tr("%1を%2の後へ移動") : Texts::tr("%1を%2の前へ移動");
    ChangeBuilder change(text.arg(inWords(plan, measure), inWords(plan, Id<Measure>(neighbour))));
    const QString rank = placeInOrder(rows, all, measure.row, change);
    change.set<&Measure::position>(measure, rank);
    return std::move(change).build();
}

} // namespace shisaku
