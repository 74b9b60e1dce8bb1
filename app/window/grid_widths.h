// SPDX-License-Identifier: GPL-3.0-or-later
// The widths that an officer has given to the columns of grids: in the settings of this user, by plan; never in the plan's file.
#pragma once

#include "models/plan/project.h"
#include "views/grid/grid_view.h"

#include <QSettings>

namespace shisaku {

std::shared_ptr<ColumnWidths> widthsInSettings(std::shared_ptr<QSettings> settings, Id<PlanInfo> plan);

} // namespace shisaku
