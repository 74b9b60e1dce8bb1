// SPDX-License-Identifier: GPL-3.0-or-later
// What a grid shows of a plan: its columns, the kinds of its rows, and how what is typed into a cell becomes a change.
#pragma once

#include "models/change/change_set.h"
#include "models/plan/field_text.h"

#include <functional>
#include <optional>

namespace shisaku {

struct PastedBlock;

/// A row of a grid: a row of the plan, which of the grid's kinds it is, and how deep it stands below the rows it is part of.
struct GridRow {
    RowId id;
    int kind = 0; ///< 0: the grid's own kind; from 1: `parts` of the shape.
    int level = 0;

    friend bool operator==(const GridRow &, const GridRow &) = default;
};

using CellText = std::function<QString(const Plan &, RowId)>;
/// Adds to `change` what a typed text means for a row. The plan holds the row, and what was written before in the same step.
using CellWriter = std::function<Result<void>(const Plan &, RowId, const QString &typed, const IdSource &, ChangeBuilder &change)>;
/// Says why a value of a field is not taken, or adds what changes with it. The plan is that of a CellWriter.
using CellRule = std::function<Result<void>(const Plan &, RowId, const Value &, ChangeBuilder &change)>;

/// What rows of one kind hold in a column. Without field, text and writer they have no such cell.
struct GridCell {
    int field = -1;   ///< The field that is shown and edited; -1 for a computed or composed cell.
    CellText text;    ///< Instead of the field's text.
    CellText printed; ///< What the document prints where that differs from what is shown; empty otherwise.
    CellText input;   ///< What the editor of a composed cell begins with, where that is not its text.
    CellWriter write; ///< For a composed cell that can be edited; instead of the field's own reading.
    CellRule rule;    ///< For a field.
    QString part;     ///< Tells the input of a composed cell from the others of its row; empty: by the head of its column.
    /// What can be picked, where the field does not say it. Without any, the cell is typed.
    std::function<QList<Option>(const Plan &)> options;
    /// Proposals for what is being typed.
    std::function<QStringList(const Plan &, const QString &typed)> proposals;
    CellText mark;                                ///< A sign before the text: ● of a status.
    std::function<int(const Plan &, RowId)> tone; ///< The place in its list that colours the sign; -1 for none.
    CellText tip;                                 ///< More than the cell has room for.
    CellText spoken;                              ///< What a screen reader says, where that is not the text.
    CellText doubt;                               ///< What is 要原典確認, where that is not what is noted at the field.
    CellText sortKey;       ///< What it is sorted by, where that is not what is shown; ordered as naturallyLess() has it.
    bool isLong = false;    ///< Several lines, where the field does not say it.
    bool keysPick = false;  ///< A digit picks the option of that place, 0 none; a letter or a sign the one it stands for.
    bool isPhrases = false; ///< What it lists are phrases, which may break over lines as names may not.

    bool isThere() const { return field >= 0 || text || write; }
    bool isEditable() const { return write || field >= 0; }
    /// Several names, none of which is broken over lines.
    bool listsNames() const { return proposals && !isPhrases; }
};

/// A column, and what the grid's own kind of rows holds in it.
struct GridColumn : GridCell {
    QString header;
    /// Instead of the header, where the plan says it.
    std::function<QString(const Plan &)> head;
    int width = 80;      ///< In device-independent pixels, as a beginning; 0 takes what is left.
    bool number = false; ///< Set to the right, in figures of equal width; a unit stands in the head.
    bool wraps = false;
    bool hideWhenNarrow = false; ///< Hidden where there is no room for all columns.
};

/// How rows of one kind come, go and hang together.
struct GridKind {
    TableId table = TableId::PlanInfo;
    int whole = -1;     ///< The field that names the row above, of a part or of rows that nest; new rows get it.
    bool nests = false; ///< They may stand below each other, as aims do; then `whole` names a row of the same table.
    /// Why a row may not come to stand below another (null: at the top); without it every one may.
    std::function<Result<void>(const Plan &, RowId, RowId whole)> nestRule = {};
    QList<FieldChange> initial; ///< What a new row begins with.
    /// What it begins with besides, as the plan is then: a number, a free key. `whole` is the row above; null at the top.
    std::function<void(const Plan &, RowId whole, FieldValues &)> begin;
    /// What changes besides when a row goes.
    std::function<void(const Plan &, RowId, ChangeBuilder &)> alsoRemoved;
};

/// A further kind of row, standing below rows of the grid's own kind: the bars and milestones of a 取組.
struct GridPart : GridKind {
    QList<GridCell> cells; ///< One a column.
};

/// A row below all others: a total.
struct GridTotal {
    QStringList cells;   ///< One a column.
    QStringList printed; ///< What the document prints where it differs.
};

/// Its own kind of rows is stated by itself and its columns, further ones by `parts`.
struct GridShape : GridKind {
    QString key; ///< By which an officer's widths are remembered; the same for grids that look the same.
    QList<GridColumn> columns;
    QList<GridPart> parts;
    /// Those shown, in the plan's order, each whole before its parts.
    std::function<QList<GridRow>(const Plan &)> rows;
    /// Whether a change may alter which rows there are, or their order; without it every change may.
    std::function<bool(const ChangeSet &)> changesRows = {};
    std::function<QList<GridTotal>(const Plan &, const QList<RowId> &shown)> totals = {};
    /// What is to be asked before a change is made: a sentence; empty if nothing is.
    std::function<QString(const Plan &, const ChangeSet &)> question = {};
    /// Adds a row of the grid's own kind, instead of the plain insertion of `values`, which it would begin with and which say where
    /// it stands: behind `beside`, null for the first.
    std::function<void(const Plan &, RowId id, RowId beside, FieldValues values, const IdSource &, ChangeBuilder &)> insert = {};
    /// Takes lines that are put down instead of the plain pasting, where they say more than the grid's columns; nothing where they
    /// do not.
    std::function<std::optional<Result<ChangeSet>>(const Plan &, const PastedBlock &, const IdSource &)> pasteRows = {};
    bool canAdd = true;
    bool canRemove = true; ///< False for a grid that only looks at rows of another part of the plan.
    bool canMove = true;   ///< False where the order comes from something else than the hand.
    int frozen = 0;        ///< So many columns at the left stay while the others scroll.
    bool scrolls = false;  ///< Columns keep their widths where there is no room for all, and are scrolled to.
    /// Where composed cells, totals and the choice and order of the rows come from, besides the tables of the kinds and what
    /// their fields name.
    QList<TableId> reads = {};
    /// Rows of the grid's own kind that show something of others of it. Where every one may, the table stands in `reads`, too.
    std::function<QList<RowId>(const Plan &)> showingOthers = {};

    const GridKind &kind(int kind) const { return kind == 0 ? static_cast<const GridKind &>(*this) : parts.at(kind - 1); }
    const GridCell &cell(int kind, int column) const;
    /// The number of the kind whose rows are of a table; -1 if there is none.
    int kindOf(TableId table) const;
    const Field *field(int kind, int column) const;
    /// Everything a grid of this shape shows comes from these tables.
    QList<TableId> tablesRead() const;
    /// Those of them of which any row may show something, not only a row of the table itself.
    QList<TableId> tablesReadByAll() const;
};

/// Rows of the grid's own kind, all at the top.
QList<GridRow> gridRows(const QList<RowId> &ids);

template <typename T>
QList<GridRow> gridRows(const QList<const T *> &rows)
{
    QList<GridRow> list;
    list.reserve(rows.size());
    for (const T *row : rows)
        list << GridRow{row->id.row};
    return list;
}

/// A column of cells that are no field: computed, composed, or there in rows of other kinds only.
GridColumn composedColumn(const QString &header, int width, GridCell cell = {}, bool wraps = false);

/// A column that shows and edits a field; of all numbers, to the right.
template <auto Member>
GridColumn fieldColumn(int width, bool wraps = false)
{
    GridColumn column;
    const Field &field = fieldOf<Member>();
    column.header = fieldLabel(field);
    column.field = fieldIndex<Member>();
    column.width = width;
    column.number = field.kind == FieldKind::Decimal || field.kind == FieldKind::Integer;
    column.wraps = wraps;
    return column;
}

/// The same under another head.
template <auto Member>
GridColumn fieldColumn(const QString &header, int width, bool wraps = false)
{
    GridColumn column = fieldColumn<Member>(width, wraps);
    column.header = header;
    return column;
}

/// A cell of a part that shows and edits a field.
template <auto Member>
GridCell fieldCell()
{
    GridCell cell;
    cell.field = fieldIndex<Member>();
    return cell;
}

} // namespace shisaku
