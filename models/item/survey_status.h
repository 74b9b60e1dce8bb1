// SPDX-License-Identifier: GPL-3.0-or-later
// What the newest round of the progress survey (進捗調査) says of each measure.
#pragma once

#include "models/plan/plan.h"

#include <functional>

namespace shisaku {

/// Calls `visit` for every measure of every item that states a status in the newest round with answers. A measure with several
/// 取組 comes several times.
void forEachStatus(const Plan &plan, const std::function<void(Id<Measure>, const QString &status)> &visit);

} // namespace shisaku
