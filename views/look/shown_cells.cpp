// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/look/shown_cells.h"

#include <QTableView>
#include <QTreeView>

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

} // namespace shisaku
