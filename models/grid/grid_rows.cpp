// SPDX-License-Identifier: GPL-3.0-or-later
// Rows of a grid that come, go and move.
#include "models/change/row_order.h"
#include "models/grid/grid_changes.h"
#include "models/grid/grid_places.h"
#include "models/grid/grid_step.h"
#include "models/plan/rules.h"

#include <QCoreApplication>

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
        return Error{ErrorKind::Invalid,
                     Texts::tr("%1を加える行が選ばれていません。").arg(tableLabel(like.table)),
                     Texts::tr("%1の行を選んでから、追加してください。").arg(tableLabel(shape.table)),
                     {}};
    FieldValues values = newValues(plan, like, ownerAt(shape, places, whole));
    ChangeBuilder change(Texts::tr("%1を追加").arg(rowName(like.table, values)));
    if (kind == 0 && shape.insert) {
        shape.insert(plan, id, places.idAt(same), std::move(values), ids, change);
        return std::move(change).build();
    }
    values[0] = placeBehind(plan.table(like.table), places.below(whole, kind), places.idAt(same), id, change);
    change.insert(like.table, id, values);
    return std::move(change).build();
}

ChangeSet rowsRemoved(const Plan &plan, const GridShape &shape, const QList<GridRow> &rows)
{
    QList<GridRow> known = rows;
    known.removeIf([&](const GridRow &row) { return !plan.table(shape.kind(row.kind).table).contains(row.id); });
    if (known.isEmpty())
        return {};
    GridStep step(plan); // of several notes in one text, each takes its mark out of what the others have left
    for (const GridRow &row : std::as_const(known)) {
        (void)step.take([&](const Plan &now, ChangeBuilder &change) -> Result<void> {
            const GridKind &kind = shape.kind(row.kind);
            change.remove(kind.table, row.id);
            if (kind.alsoRemoved)
                kind.alsoRemoved(now, row.id, change);
            return {};
        });
    }
    const TableId table = shape.kind(known.first().kind).table;
    return step.build(known.size() == 1 ? Texts::tr("%1を削除").arg(rowName(plan, table, known.first().id))
                                        : Texts::tr("%1を%2行削除").arg(tableLabel(table)).arg(known.size()));
}

ChangeSet rowMoved(const Plan &plan, const GridShape &shape, const GridRow &row, int places)
{
    const GridPlaces all(shape.rows(plan));
    const qsizetype at = all.indexOf(row.id);
    if (at < 0)
        return {};
    const TableId table = shape.kind(row.kind).table;
    ChangeBuilder change(
        Texts::tr("%1を%2へ移動").arg(rowName(plan, table, row.id), places < 0 ? Texts::tr("上") : Texts::tr("下")));
    return moveInOrder(plan.table(table), all.beside(at), row.id, places, change) ? std::move(change).build() : ChangeSet();
}

ChangeSet rowNested(const Plan &plan, const GridShape &shape, const GridRow &row, int steps)
{
    const GridPlaces all(shape.rows(plan));
    const qsizetype at = all.indexOf(row.id);
    if (at < 0 || !shape.nests)
        return {};
    const qsizetype whole = all.wholeOf(at);
    const QList<RowId> beside = all.beside(at);
    const auto place = beside.indexOf(row.id);
    if (steps < 0 ? whole < 0 : place < 1)
        return {};
    const qsizetype to = steps < 0 ? all.wholeOf(whole) : all.indexOf(beside.at(place - 1));
    QList<RowId> order = all.below(to, row.kind);
    order.insert(steps < 0 ? order.indexOf(all.idAt(whole)) + 1 : order.size(), row.id);
    ChangeBuilder change(Texts::tr("%1の階層を変更").arg(rowName(plan, shape.table, row.id)));
    change.set(shape.table, row.id, shape.whole, all.idAt(to));
    change.set(shape.table, row.id, 0, placeInOrder(plan.table(shape.table), order, row.id, change));
    return std::move(change).build();
}

} // namespace shisaku
