// SPDX-License-Identifier: GPL-3.0-or-later
// A saved view of the list of measures (施策一覧) on the columns that a plan has now.
#pragma once

#include "models/grid/grid_order.h"
#include "models/scene/list_view.h"

namespace shisaku {

/// The order and filters of a view, where `columns` are the keys of the columns shown. Those of other columns are left out.
GridOrder orderOf(const MeasureListView &view, const QStringList &columns);
/// The view that shows so.
MeasureListView viewOf(const QStringList &columns, const GridOrder &order);

} // namespace shisaku
