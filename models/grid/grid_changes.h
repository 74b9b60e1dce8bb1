// SPDX-License-Identifier: GPL-3.0-or-later
// What is done to the rows and cells of a grid: each a change made from the plan as it is then.
#pragma once

#include "models/change/recipe.h"
#include "models/grid/grid_shape.h"

#include <optional>

namespace shisaku {

/// A cell by what stands in it.
struct GridAddress {
    GridRow row;
    int column = 0;
};

/// What a cell shows.
QString cellText(const Plan &plan, const GridShape &shape, const GridAddress &cell);
/// What it is edited with. A picked field gives its key.
QString cellInput(const Plan &plan, const GridShape &shape, const GridAddress &cell);
/// What can be picked for it; nothing for a cell that is typed.
QList<Option> cellOptions(const Plan &plan, const GridShape &shape, int kind, int column);

Result<ChangeSet> typedInto(const Plan &plan, const GridShape &shape, const GridAddress &cell, const QString &typed,
                            const IdSource &ids);

/// Adds the row `id` of a kind behind `beside`, or behind the row of its kind that `beside` is part of. A part goes below the row
/// that `beside` is or is part of. At the end where that is null or has gone.
Result<ChangeSet> rowAdded(const Plan &plan, const GridShape &shape, int kind, RowId id, RowId beside, const IdSource &ids);
/// Those that have gone are left out.
Result<ChangeSet> rowsRemoved(const Plan &plan, const GridShape &shape, const QList<GridRow> &rows);
/// Moves rows among their like by places up (-) or down (+), together: where one of them cannot go on, none does.
ChangeSet rowsMoved(const Plan &plan, const GridShape &shape, const QList<GridRow> &rows, int places);
/// Puts a row that nests below the one above it (+1) or behind the one it is part of (-1); nothing where there is no such place.
Result<ChangeSet> rowNested(const Plan &plan, const GridShape &shape, const GridRow &row, int steps);

/// A block of cells that is put down.
struct PastedBlock {
    RowId from;         ///< The row that takes the first line; null: the lines become rows at the end.
    QList<int> columns; ///< Where the cells of each line go.
    QList<QStringList> cells;
    std::optional<QList<RowId>> shown = {}; ///< The rows that are seen, in their order, where not all are or in another order.
    int headings = 0;                       ///< Lines of headings that stood above, see withoutHeading(); errors count them.
    bool addsRows = true;                   ///< False where lines beyond the end would be rows that are not seen.
};
/// A first line of headings says where the cells belong. Lines beyond the last row become rows of the grid's own kind if they fill
/// anything, or are refused. A cell as it is shown stays as it is; one that cannot be written is passed over where it is computed,
/// and refused where the row has none such. The error names line and column; then nothing is changed.
Result<ChangeSet> blockPasted(const Plan &plan, const GridShape &shape, const PastedBlock &block, const IdSource &ids);

/// What one cell gives another.
struct CellCopy {
    GridAddress source;
    GridAddress target;
    std::optional<QString> typed; ///< Stands in `source`, where the plan did not take it.
};
/// Gives each cell the content of its source.
Result<ChangeSet> cellsFilled(const Plan &plan, const GridShape &shape, const QList<CellCopy> &copies, const IdSource &ids);
/// Writes one text into all these cells; an empty one clears them.
Result<ChangeSet> typedIntoAll(const Plan &plan, const GridShape &shape, const QList<GridAddress> &cells, const QString &typed,
                               const IdSource &ids);

} // namespace shisaku
