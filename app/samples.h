// SPDX-License-Identifier: GPL-3.0-or-later
// The sample plans compiled into the program: one per folder of data/.
#pragma once

#include "models/change/change_set.h"
#include "models/plan/result.h"

#include <QStringList>

namespace shisaku {

QStringList sampleNames();
/// Whose plan a sample is, as the plan itself says; the name of its folder if it does not.
QString sampleTitle(const QString &name);

/// The change that fills an empty plan with a sample, read by the ordinary import; the plan gets an identity of its own.
Result<ChangeSet> samplePlan(const QString &name, const IdSource &ids);

} // namespace shisaku
