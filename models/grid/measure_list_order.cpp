// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/grid/measure_list_order.h"

namespace shisaku {

GridOrder orderOf(const MeasureListView &view, const QStringList &columns)
{
    GridOrder order;
    order.column = static_cast<int>(columns.indexOf(view.sortedBy));
    order.descending = order.isSorted() && view.descending;
    for (auto one = view.kept.cbegin(); one != view.kept.cend(); ++one) {
        if (const auto column = columns.indexOf(one.key()); column >= 0)
            order.kept.insert(static_cast<int>(column), one.value());
    }
    return order;
}

MeasureListView viewOf(const QStringList &columns, const GridOrder &order)
{
    MeasureListView view;
    view.columns = columns;
    view.sortedBy = columns.value(order.column);
    view.descending = order.isSorted() && order.descending;
    for (auto one = order.kept.cbegin(); one != order.kept.cend(); ++one)
        view.kept.insert(columns.value(one.key()), one.value());
    return view;
}

} // namespace shisaku
