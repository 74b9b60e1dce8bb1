// SPDX-License-Identifier: GPL-3.0-or-later
// 施策の終了: a measure is completed, merged into another or given up, with date and reason. It stays in the plan.
#pragma once

#include "models/change/change_set.h"
#include "models/plan/result.h"

namespace shisaku {

struct MeasureEnding {
    QString state; ///< One of measureStates; 継続 takes an ending back.
    PlanTime at;
    QString reason;
    Id<Measure> into;      ///< The measure it is merged into (統合); may be null.
    bool closeBars = true; ///< Bars without an end stop in the fiscal year of the ending; those that begin later stay.
};

/// The change of one measure. 統合 notes this one as the other's predecessor unless it has one already, and the other measure
/// before the reason. An ending recorded anew leaves nothing of the one before. Refused without a date, or when a measure is to be
/// merged into itself or into one that has ended.
Result<ChangeSet> endMeasure(const Plan &plan, Id<Measure> measure, const MeasureEnding &ending);

} // namespace shisaku
