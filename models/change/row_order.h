// SPDX-License-Identifier: GPL-3.0-or-later
// Hand-made order of rows: sorting by `position`, and the rank that puts a row where it belongs.
#pragma once

#include "models/change/change_set.h"

namespace shisaku {

/// Sorts rows of a table by their position, equal ones by id.
void sortByPosition(const AnyRows &rows, QList<RowId> &ids);

/// The position that gives `id` its place in `order`. Where its neighbours leave no room (equal ranks from elsewhere), `change`
/// gets new positions for the others as well.
QString placeInOrder(const AnyRows &rows, const QList<RowId> &order, RowId id, ChangeBuilder &change);

/// The position for a new row `id` behind `beside`, or behind all where that is none of `order`; else as placeInOrder().
QString placeBehind(const AnyRows &rows, QList<RowId> order, RowId beside, RowId id, ChangeBuilder &change);

/// The row of a table that now stands where a change has taken one away: the next by position, else the last; null if there is
/// none.
RowId rowInPlaceOf(const AnyRows &rows, const ChangeSet &change, RowId gone);

/// Moves `id` within `order` by places up (-) or down (+), at most to the end. False, and nothing changes, where it stands there
/// already or is not one of them.
bool moveInOrder(const AnyRows &rows, QList<RowId> order, RowId id, int places, ChangeBuilder &change);

} // namespace shisaku
