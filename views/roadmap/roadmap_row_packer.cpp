// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/roadmap/roadmap_row_packer.h"

#include "views/roadmap/roadmap_packing.h"

#include <algorithm>
#include <numeric>

namespace shisaku {

namespace {
/// The orders in which the items are given a place: which one packs best depends on the row. By time, the plan's own, milestones
/// before the bars they stand on. What has no date comes last, for it may stand anywhere.
QList<QList<int>> ordersOf(const PackTask &task)
{
    QList<PlacedItem> shapes;
    for (const DigestItem &item : task.items)
        shapes << placeInTime(item.what, task.axis, task.metrics.signs);
    QList<QList<int>> orders;
    const auto add = [&](auto before) {
        QList<int> order(shapes.size());
        std::iota(order.begin(), order.end(), 0);
        std::stable_sort(order.begin(), order.end(),
                         [&](int a, int b) { return shapes[a].undated != shapes[b].undated ? shapes[b].undated : before(a, b); });
        if (!orders.contains(order))
            orders << order;
    };
    const auto left = [&](int i) { return shapes[i].shape.left(); };
    const auto milestone = [&](int i) { return task.items[i].what.isMilestone(); };
    add([&](int a, int b) { return left(a) < left(b); });
    add([](int, int) { return false; });
    add([&](int a, int b) { return milestone(a) != milestone(b) ? milestone(a) : left(a) < left(b); });
    add([&](int a, int b) { return milestone(a) != milestone(b) ? milestone(b) : left(a) < left(b); });
    add([&](int a, int b) { return left(a) > left(b); });
    return orders;
}
} // namespace

int PackedRow::lines() const
{
    return std::accumulate(linesOfLane.begin(), linesOfLane.end(), 0);
}

PackedRow packedRow(const PackTask &task, int maxLines)
{
    std::optional<PackedRow> best;
    const auto rank = [](const PackedRow &r) { return std::tuple(r.lines(), r.noted.size(), r.effort); };
    const auto consider = [&](std::optional<PackedRow> row) {
        if (row && (!best || rank(*row) < rank(*best)))
            best = std::move(row);
    };
    const QList<QList<int>> orders = ordersOf(task);
    for (const QList<int> &order : orders) {
        consider(RowPacking(task, maxLines, BesideBars::Allowed).run(order));
        if (best->lines() == 1 && best->noted.isEmpty() && best->effort <= 0)
            break;
        consider(RowPacking(task, maxLines, BesideBars::Allowed).runShapesFirst(order));
    }
    // What stands outside its bar may find room inside on as many lines, but is not to be numbered for that.
    const auto noted = best->noted.size();
    for (qsizetype i = 0; i < orders.size() && best->effort > 0; ++i) {
        PackedRow row = RowPacking(task, maxLines, BesideBars::Avoided).run(orders[i]);
        if (row.noted.size() <= noted)
            consider(std::move(row));
    }
    return *best;
}

} // namespace shisaku
