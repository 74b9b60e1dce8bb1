// SPDX-License-Identifier: GPL-3.0-or-later
// What the newest round of the progress survey (進捗調査) says of each measure.
#pragma once

#include "models/plan/plan.h"

#include <functional>

namespace shisaku {

/// Calls `visit` for every measure of every item that states a status in the newest round with answers. A measure with several
/// 取組 comes several times.
void forEachStatus(const Plan &plan, const std::function<void(Id<Measure>, const QString &status)> &visit);

/// Whether an answer tells of a 課題がある取組: it states a reason, or its status means so. Combined items whose 取組 do not agree
/// are among them, for nobody has said that all of them go well.
bool tellsOfTrouble(const Plan &plan, const Answer &answer);

} // namespace shisaku
