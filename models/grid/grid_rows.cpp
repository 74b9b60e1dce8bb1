// SPDX-License-Identifier: GPL-3.0-or-later
// Rows of a grid that come, go and move.
#include "models/change/row_order.h"
#include "models/grid/grid_changes.h"
#include "models/grid/grid_places.h"
#include "models/grid/grid_refusal.h"
#include "models/grid/grid_step.h"
#include "models/plan/rules.h"

#include <QCoreApplication>

#include <algorithm>
#include <utility>

namespace shisaku {

namespace {
struct Texts {
    Q_DECLARE_TR_FUNCTIONS(GridChanges)
};
} // namespace

Result<ChangeSet> rowAdded(const Plan &plan, const GridShape &shape, int kind, RowId id, RowId beside, const IdSource &ids)
{
    const GridPlaces places(shape.rows(plan));
    const GridKind &like = shape.kind(kind);
    const qsizetype at = places.indexOf(beside);
    const qsizetype same = places.upTo(at, kind);
    const qsizetype whole = same >= 0 ? places.wholeOf(same) : kind == 0 ? -1 : places.upTo(at, 0);
    if (kind > 0 && whole < 0)
        return refusal(Texts::tr("%1を加える行が選ばれていません。").arg(tableLabel(like.table)),
                       Texts::tr("%1の行を選んでから、追加してください。").arg(tableLabel(shape.table)));
    FieldValues values = newValues(plan, like, ownerAt(shape, places, whole));
    ChangeBuilder change(Texts::tr("%1を追加").arg(rowName(like.table, values)));
    values[0] = placeBehind(plan.table(like.table), places.below(whole, kind), places.idAt(same), id, change);
    if (kind == 0 && shape.insert)
        shape.insert(plan, id, places.idAt(same), std::move(values), ids, change);
    else
        change.insert(like.table, id, values);
    return std::move(change).build();
}

Result<ChangeSet> rowsRemoved(const Plan &plan, const GridShape &shape, const QList<GridRow> &rows)
{
    QList<GridRow> known = rows;
    known.removeIf([&](const GridRow &row) { return !plan.table(shape.kind(row.kind).table).contains(row.id); });
    if (known.isEmpty())
        return ChangeSet();
    GridStep step(plan); // of several notes in one text, each takes its mark out of what the others have left
    for (const GridRow &row : std::as_const(known)) {
        const auto removed = step.take([&](const Plan &now, ChangeBuilder &change) -> Result<void> {
            const GridKind &kind = shape.kind(row.kind);
            change.remove(kind.table, row.id);
            if (kind.alsoRemoved)
                kind.alsoRemoved(now, row.id, change);
            return {};
        });
        if (!removed)
            return removed.error();
    }
    const TableId table = shape.kind(known.first().kind).table;
    return step.build(known.size() == 1 ? Texts::tr("%1を削除").arg(rowName(plan, table, known.first().id))
                                        : Texts::tr("%1を%2行削除").arg(tableLabel(table)).arg(known.size()));
}

ChangeSet rowsMoved(const Plan &plan, const GridShape &shape, const QList<GridRow> &rows, int places)
{
    const GridPlaces all(shape.rows(plan));
    QList<RowId> beside; // all rows of the kind at that place, in order
    QList<GridRow> moved;
    for (const GridRow &row : rows) {
        const qsizetype at = all.indexOf(row.id);
        if (at < 0)
            continue;
        if (moved.isEmpty())
            beside = all.beside(at);
        if (beside.contains(row.id)) // parts go with their whole
            moved << row;
    }
    if (moved.isEmpty())
        return {};
    std::sort(moved.begin(), moved.end(), [&](const GridRow &a, const GridRow &b) {
        const auto before = beside.indexOf(a.id) < beside.indexOf(b.id);
        return places < 0 ? before : !before && a.id != b.id;
    });
    const auto first = beside.indexOf(moved.first().id);
    if (places < 0 ? first == 0 : first == beside.size() - 1)
        return {}; // at the end already
    const TableId table = shape.kind(moved.first().kind).table;
    const QString where = places < 0 ? Texts::tr("上") : Texts::tr("下");
    GridStep step(plan);
    for (const GridRow &row : std::as_const(moved)) {
        const auto taken = step.take([&](const Plan &now, ChangeBuilder &change) -> Result<void> {
            moveInOrder(now.table(table), beside, row.id, places, change);
            return {};
        });
        if (!taken)
            return {};
        beside.move(beside.indexOf(row.id), std::clamp<qsizetype>(beside.indexOf(row.id) + places, 0, beside.size() - 1));
    }
    return step.build(moved.size() == 1 ? Texts::tr("%1を%2へ移動").arg(rowName(plan, table, moved.first().id), where)
                                        : Texts::tr("%1を%2行%3へ移動").arg(tableLabel(table)).arg(moved.size()).arg(where));
}

Result<ChangeSet> rowNested(const Plan &plan, const GridShape &shape, const GridRow &row, int steps)
{
    const GridPlaces all(shape.rows(plan));
    const qsizetype at = all.indexOf(row.id);
    if (at < 0 || !shape.nests)
        return ChangeSet();
    const qsizetype whole = all.wholeOf(at);
    const QList<RowId> beside = all.beside(at);
    const auto place = beside.indexOf(row.id);
    if (steps < 0 ? whole < 0 : place < 1)
        return ChangeSet();
    const qsizetype to = steps < 0 ? all.wholeOf(whole) : all.indexOf(beside.at(place - 1));
    if (const auto may = shape.nestRule ? shape.nestRule(plan, row.id, all.idAt(to)) : Result<void>(); !may)
        return may.error();
    QList<RowId> order = all.below(to, row.kind);
    order.insert(steps < 0 ? order.indexOf(all.idAt(whole)) + 1 : order.size(), row.id);
    ChangeBuilder change(Texts::tr("%1の階層を変更").arg(rowName(plan, shape.table, row.id)));
    change.set(shape.table, row.id, shape.whole, all.idAt(to));
    change.set(shape.table, row.id, 0, placeInOrder(plan.table(shape.table), order, row.id, change));
    return std::move(change).build();
}

} // namespace shisaku
