// SPDX-License-Identifier: GPL-3.0-or-later
// The papers the plan can print, as print jobs.
#pragma once

#include "views/pages/list_pages.h"
#include "views/pages/print_job.h"
#include "views/roadmap/roadmap_pages.h"
#include "views/sheet/sheet_guide.h"

namespace shisaku {

/// 個別施策票 of the measures, in their order; a bookmark for each.
PrintJob sheetsJob(const Plan &plan, const QList<Id<Measure>> &measures, const SheetOptions &options = {});

/// 票の見方: what the blocks of the plan's sheet mean.
PrintJob guideJob(const Plan &plan, const SheetOptions &options = {});

/// 施策一覧表 of all measures, in the order of a grouping.
PrintJob listJob(const Plan &plan, const Grouping &grouping, const ListOptions &options = {});

/// The roadmap (工程表) as pages, with a bookmark for each group.
PrintJob roadmapJob(const Plan &plan, const RoadmapPageOptions &options);

/// All measures of the plan that have a sheet, in order.
QList<Id<Measure>> measuresWithSheets(const Plan &plan);
/// Whether a department leads a measure (所管課) at a time; an unknown one is today.
bool leads(const Plan &plan, Id<Department> department, Id<Measure> measure, const PlanTime &at);

} // namespace shisaku
