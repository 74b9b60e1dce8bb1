// SPDX-License-Identifier: GPL-3.0-or-later
// An empty plan that is ready to be worked in: choices, a sheet template and the years from now on.
#pragma once

#include "models/change/change_set.h"

namespace shisaku {

/// 新規・継続・拡張, 短期・中期・長期, an aim tree with one classification, the usual blocks of a measure sheet, and five
/// fiscal years from `fiscalYear` on.
ChangeSet emptyPlan(int fiscalYear, const IdSource &ids);

} // namespace shisaku
