// SPDX-License-Identifier: GPL-3.0-or-later
// Copying and pasting count the columns that are seen: what is hidden is neither copied nor pasted into.
#pragma once

#include <QModelIndexList>

QT_BEGIN_NAMESPACE
class QAbstractItemView;
QT_END_NAMESPACE

namespace shisaku {

/// Those of `cells` whose columns are shown.
QModelIndexList shownCells(const QAbstractItemView &view, QModelIndexList cells);
/// The columns shown from `first` on, `first` among them.
QList<int> shownColumnsFrom(const QAbstractItemView &view, int first);
/// The chosen cell of least row and column of those shown: where a block is pasted. Invalid if nothing is chosen.
QModelIndex cornerOf(const QModelIndexList &cells);

} // namespace shisaku
