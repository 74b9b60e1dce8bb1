// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/grid/grid_shape.h"

#include <utility>

namespace shisaku {

const GridCell &GridShape::cell(int kind, int column) const
{
    static const GridCell none;
    if (kind == 0)
        return columns.at(column);
    const QList<GridCell> &cells = parts.at(kind - 1).cells;
    return column < cells.size() ? cells.at(column) : none;
}

int GridShape::kindOf(TableId of) const
{
    for (int number = 0; number <= parts.size(); ++number) {
        if (kind(number).table == of)
            return number;
    }
    return -1;
}

const Field *GridShape::field(int kindNumber, int column) const
{
    const int number = cell(kindNumber, column).field;
    return number < 0 ? nullptr : &tableInfo(kind(kindNumber).table).fields[static_cast<size_t>(number)];
}

QList<TableId> GridShape::tablesRead() const
{
    QList<TableId> tables = tablesReadByAll() + QList{TableId::Annotation}; // a doubt is shown at its cell
    for (int number = 0; number <= parts.size(); ++number)
        tables << kind(number).table;
    return tables;
}

QList<TableId> GridShape::tablesReadByAll() const
{
    QList<TableId> tables = reads;
    for (int number = 0; number <= parts.size(); ++number) {
        for (int column = 0; column < columns.size(); ++column) {
            const Field *shown = field(number, column);
            if (shown && shown->kind == FieldKind::Reference)
                tables << shown->target;
            else if (shown && shown->kind == FieldKind::Choice)
                tables << TableId::Choice;
        }
    }
    return tables;
}

GridColumn composedColumn(const QString &header, int width, GridCell cell, bool wraps)
{
    GridColumn column;
    static_cast<GridCell &>(column) = std::move(cell);
    column.header = header;
    column.width = width;
    column.wraps = wraps;
    return column;
}

QList<GridRow> gridRows(const QList<RowId> &ids)
{
    QList<GridRow> rows;
    rows.reserve(ids.size());
    for (const RowId id : ids)
        rows << GridRow{id};
    return rows;
}

} // namespace shisaku
