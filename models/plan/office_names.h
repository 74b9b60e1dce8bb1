// SPDX-License-Identifier: GPL-3.0-or-later
// The names of offices and other parties in one cell or sentence: 「情報政策課、総務課」.
#pragma once

#include "models/plan/plan.h"

namespace shisaku {

/// The office's name, or what stands for it where the party is no office of the city hall (全庁, 国).
QString partyName(const Plan &plan, const Responsibility &duty);

/// Who leads (所管課) these measures at a time, each once, in order. Empty if nobody does.
QString leadNames(const Plan &plan, const QList<const Measure *> &measures, const PlanTime &at);

/// Those of the offices that the plan has, in the order given.
QString officeNames(const Plan &plan, const QList<Id<Department>> &offices);

} // namespace shisaku
