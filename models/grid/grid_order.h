// SPDX-License-Identifier: GPL-3.0-or-later
// A grid looked at in another order, or in part: sorting and filtering, which change nothing in the plan.
#pragma once

#include "models/grid/grid_shape.h"

#include <QMap>
#include <QSet>

namespace shisaku {

/// How an officer looks at a grid for the time being.
struct GridOrder {
    int column = -1; ///< By which the rows are sorted; -1: as in the plan.
    bool descending = false;
    QMap<int, QSet<QString>> kept; ///< By column: the texts whose rows are shown. An empty text is an empty cell.

    bool isSorted() const { return column >= 0; }
    bool isFiltered() const { return !kept.isEmpty(); }
    friend bool operator==(const GridOrder &, const GridOrder &) = default;
};

/// 施策2 before 施策10: figures in texts are compared as numbers, letters in either width and case as one.
bool naturallyLess(const QString &a, const QString &b);

/// The rows of a grid as the order shows them. Parts stay below their whole, sorted among themselves; a whole is shown if it or one
/// of its parts passes, a part if it or its whole does. Empty cells stand last either way; equal ones stay in the plan's order.
QList<GridRow> ordered(const Plan &plan, const GridShape &shape, const QList<GridRow> &rows, const GridOrder &order);

/// A text that stands in a column.
struct ColumnValue {
    QString text;
    int count = 0;
};
/// The texts of a column, in the order they would be sorted in, the empty one last.
QList<ColumnValue> columnValues(const Plan &plan, const GridShape &shape, const QList<GridRow> &rows, int column);

} // namespace shisaku
