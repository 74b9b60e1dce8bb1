// SPDX-License-Identifier: GPL-3.0-or-later
// The series of measures: those the plan was adopted with, and those that were added later with numbers of their own.
#pragma once

#include "models/plan/plan.h"

namespace shisaku {

/// Whether a measure came into the plan after it was adopted.
bool isAdded(const Measure &measure);

/// 「13」, 「追加1」 for an added measure, whose numbers are its series' own; 「(13)」 for a repeat.
QString shownNumber(const Measure &measure, bool repeat);

/// Whether a measure has a sheet and a place in the roadmap: an added one only once it has an aim, a text or a 取組. Until
/// then it is a name with offices, shown in outline and lists.
bool isWorkedOut(const Plan &plan, const Measure &measure);

} // namespace shisaku
