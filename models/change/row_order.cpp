// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/change/row_order.h"

#include "models/plan/rank.h"

#include <algorithm>

namespace shisaku {

namespace {
QString positionOf(const AnyRows &rows, RowId id)
{
    return std::get<QString>(rows.value(id, 0));
}
} // namespace

void sortByPosition(const AnyRows &rows, QList<RowId> &ids)
{
    std::sort(ids.begin(), ids.end(), [&rows](RowId a, RowId b) {
        const int order = QStringView(positionOf(rows, a)).compare(positionOf(rows, b));
        return order != 0 ? order < 0 : a < b;
    });
}

QString placeInOrder(const AnyRows &rows, const QList<RowId> &order, RowId id, ChangeBuilder &change)
{
    const auto place = order.indexOf(id);
    const QString before = place > 0 ? positionOf(rows, order[place - 1]) : QString();
    const QString after = place + 1 < order.size() ? positionOf(rows, order[place + 1]) : QString();
    if (after.isEmpty() || before < after)
        return rankBetween(before, after);

    const QStringList ranks = evenRanks(order.size());
    for (qsizetype i = 0; i < order.size(); ++i) {
        if (i != place)
            change.set(rows.table(), order[i], 0, ranks[i]);
    }
    return ranks[place];
}

QString placeBehind(const AnyRows &rows, QList<RowId> order, RowId beside, RowId id, ChangeBuilder &change)
{
    const auto place = order.indexOf(beside);
    order.insert(place < 0 ? order.size() : place + 1, id);
    return placeInOrder(rows, order, id, change);
}

bool moveInOrder(const AnyRows &rows, QList<RowId> order, RowId id, int places, ChangeBuilder &change)
{
    const qsizetype from = order.indexOf(id);
    const qsizetype to = from < 0 ? from : std::clamp<qsizetype>(from + places, 0, order.size() - 1);
    if (to == from)
        return false;
    order.move(from, to);
    const QString rank = placeInOrder(rows, order, id, change);
    change.set(rows.table(), id, 0, rank);
    return true;
}

RowId rowInPlaceOf(const AnyRows &rows, const ChangeSet &change, RowId gone)
{
    QString place;
    for (const RowChange &row : change.rows) {
        if (row.table == rows.table() && row.row == gone && row.isRemove() && !row.before->isEmpty())
            place = std::get<QString>(row.before->first().value);
    }
    QList<RowId> order;
    for (qsizetype i = 0; i < rows.size(); ++i)
        order << rows.idAt(i);
    sortByPosition(rows, order);
    const auto next = std::find_if(order.begin(), order.end(),
                                   [&](RowId row) { return std::get<QString>(rows.value(row, 0)) >= place; });
    return order.isEmpty() ? RowId() : next == order.end() ? order.last() : *next;
}

} // namespace shisaku
