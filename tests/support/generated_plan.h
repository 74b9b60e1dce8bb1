// SPDX-License-Identifier: GPL-3.0-or-later
// A made-up plan of any size, the same at every run: for tests and figures of plans larger than any city's.
#pragma once

#include "models/change/change_set.h"

namespace shisaku {

/// The change that fills an empty plan with `measures` measures. Each has three texts, three offices, three 取組 with two bars
/// each, and one milestone; there are 40 offices, and aims on three levels, one of the lowest for every ten measures. Every tenth
/// measure serves a second aim.
ChangeSet generatedPlan(int measures);

} // namespace shisaku
