// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/look/shown_cells.h"

#include <QTableView>
#include <QTreeView>

#include <algorithm>

namespace shisaku {

namespace {
bool isHidden(const QAbstractItemView &view, int column)
{
    if (const auto *table = qobject_cast<const QTableView *>(&view))
        return table->isColumnHidden(column);
    const auto *tree = qobject_cast<const QTreeView *>(&view);
    return tree && tree->isColumnHidden(column);
}
} // namespace

QModelIndexList shownCells(const QAbstractItemView &view, QModelIndexList cells)
{
    cells.removeIf([&view](const QModelIndex &cell) { return isHidden(view, cell.column()); });
    return cells;
}

QList<int> shownColumnsFrom(const QAbstractItemView &view, int first)
{
    QList<int> columns;
    for (int column = first; column < view.model()->columnCount(); ++column) {
        if (!isHidden(view, column))
            columns << column;
    }
    return columns;
}

QModelIndex cornerOf(const QModelIndexList &cells)
{
    if (cells.isEmpty())
        return {};
    int row = cells.first().row();
    int column = cells.first().column();
    for (const QModelIndex &cell : cells) {
        row = std::min(row, cell.row());
        column = std::min(column, cell.column());
    }
    return cells.first().sibling(row, column);
}

} // namespace shisaku
