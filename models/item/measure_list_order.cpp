// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/item/measure_list_order.h"

#include "models/grid/measure_list_shape.h"

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

QList<Id<Measure>> measuresInView(const Plan &plan, const MeasureListView &view)
{
    const GridShape shape = measureListShape(plan, view.columns);
    QList<Id<Measure>> measures;
    for (const GridRow &row : ordered(plan, shape, shape.rows(plan), orderOf(view, shownColumns(plan, view.columns))))
        measures << Id<Measure>(row.id);
    return measures;
}

} // namespace shisaku
