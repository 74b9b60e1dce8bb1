// SPDX-License-Identifier: GPL-3.0-or-later
// Taking back what an earlier state of the plan held: one measure with everything that belongs to it.
#pragma once

#include "models/change/change_set.h"

namespace shisaku {

/// How the measures of two states differ: 「施策13」 and what changed.
struct MeasureDifference {
    Id<Measure> measure;
    QString name;       ///< As the officer calls it.
    QStringList places; ///< What differs: 「目標」, 「工程『運用』」.
};

/// The measures that are not the same in both, in the order of `then`; rows of the plan at large are not looked at.
QList<MeasureDifference> differingMeasures(const Plan &now, const Plan &then);

/// The change that brings one measure back to how it was in `then`. Links to rows the plan no longer has are left out.
ChangeSet takeBackMeasure(const Plan &now, const Plan &then, Id<Measure> measure);

} // namespace shisaku
