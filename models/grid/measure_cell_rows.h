// SPDX-License-Identifier: GPL-3.0-or-later
// The rows that a list of names in a cell of a measure means, in the order named.
#pragma once

#include "models/grid/grid_shape.h"
#include "models/plan/rank.h"

#include <utility>

namespace shisaku {

/// A row that a typed name means: one the measure has, or one that is added.
template <typename T>
struct NamedRow {
    const T *known = nullptr;
    T added = {};
    bool isFree = false; ///< Shown where it is whatever its position.
};

/// Adds the new ones, and lets all stand in the order named. `change` gets new positions only where that takes them.
template <typename T>
void placeRows(const Plan &plan, Id<Measure> measure, const QList<NamedRow<T>> &rows, const IdSource &ids, ChangeBuilder &change)
{
    bool inOrder = true;
    const T *last = nullptr;
    bool anyAdded = false;
    for (const NamedRow<T> &row : rows) {
        if (row.isFree)
            continue;
        if (!row.known) {
            anyAdded = true;
        } else {
            const bool behind = !last || std::pair(last->position, last->id) < std::pair(row.known->position, row.known->id);
            inOrder = inOrder && behind && !anyAdded;
            last = row.known;
        }
    }
    const auto all = plan.parts<&T::measure>(measure);
    QString position = all.isEmpty() ? QString() : all.last()->position;
    const QStringList ranks = inOrder ? QStringList() : evenRanks(rows.size());
    for (qsizetype i = 0; i < rows.size(); ++i) {
        if (inOrder && !rows[i].known)
            position = rankBetween(position, {});
        if (rows[i].known && !inOrder) {
            change.set(tableOf<T>, rows[i].known->id.row, 0, ranks[i]);
        } else if (!rows[i].known) {
            T row = rows[i].added;
            row.id = Id<T>(ids());
            row.position = inOrder ? position : ranks[i];
            row.measure = measure;
            change.insert(row);
        }
    }
}

} // namespace shisaku
