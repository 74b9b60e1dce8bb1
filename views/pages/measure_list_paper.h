// SPDX-License-Identifier: GPL-3.0-or-later
// 施策一覧表 as an officer has arranged it on the page of the list: chosen columns, chosen measures, in the order shown.
#pragma once

#include "models/plan/measure.h"
#include "views/look/page_style.h"
#include "views/pages/print_job.h"

#include <QStringList>

namespace shisaku {

class Plan;

/// Columns by their keys and measures, both in the order shown.
struct ArrangedList {
    QStringList columns;
    QList<Id<Measure>> measures;
};

/// A4 across; A3 where the columns need it.
QPageSize::PageSizeId sizeFor(const Plan &plan, const ArrangedList &list);

/// In the size of the style, or else in that of sizeFor().
PrintJob measureListJob(const Plan &plan, const ArrangedList &list, const PageStyle &style);

} // namespace shisaku
