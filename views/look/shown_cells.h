// SPDX-License-Identifier: GPL-3.0-or-later
// Copying counts the columns that are seen: what is hidden is not copied.
#pragma once

#include <QModelIndexList>

QT_BEGIN_NAMESPACE
class QAbstractItemView;
QT_END_NAMESPACE

namespace shisaku {

/// Those of `cells` whose columns are shown.
QModelIndexList shownCells(const QAbstractItemView &view, QModelIndexList cells);

} // namespace shisaku
