// SPDX-License-Identifier: GPL-3.0-or-later
// What is done to the rows and cells of a RecordTable: each a change made from the plan as it is then.
#pragma once

#include "models/change/recipe.h"
#include "models/item/record_table.h"

namespace shisaku {

/// The text a cell is edited with.
QString cellInput(const Plan &plan, const RecordTable &table, RowId record, int column);

/// A cell by what stands in it.
struct RecordCell {
    RowId record;
    int column = 0;
};

Result<ChangeSet> typedInto(const Plan &plan, const RecordTable &table, const RecordCell &cell, const QString &typed,
                            const IdSource &ids);
/// Adds the record `id` behind `after`; at the end where that is null or has gone.
ChangeSet recordAdded(const Plan &plan, const RecordTable &table, RowId id, RowId after);
/// Those that have gone are left out.
ChangeSet recordsRemoved(const Plan &plan, const RecordTable &table, const QList<RowId> &records);
ChangeSet recordMoved(const Plan &plan, const RecordTable &table, RowId record, int places);

/// A block of cells that is put down; see RecordModel::paste().
struct PastedBlock {
    RowId from; ///< The record that takes the first line; null: the lines become rows at the end.
    QList<int> columns;
    QList<QStringList> cells;
    std::optional<QList<RowId>> shown = {}; ///< Where not all records are.
};
Result<ChangeSet> blockPasted(const Plan &plan, const RecordTable &table, const PastedBlock &block, const IdSource &ids);
/// Gives each cell the content of `source`, or what was typed there where the plan did not take it.
struct CellCopy {
    RecordCell source;
    RecordCell target;
    std::optional<QString> typed;
};
Result<ChangeSet> filledDown(const Plan &plan, const RecordTable &table, const QList<CellCopy> &copies, const IdSource &ids);
Result<ChangeSet> cellsCleared(const Plan &plan, const RecordTable &table, const QList<RecordCell> &cells, const IdSource &ids);

} // namespace shisaku
