// SPDX-License-Identifier: GPL-3.0-or-later
// Indicators in words, as a sheet or a list prints them: 「・利用者数：現状 1,200人（令和3年度）、目標 2,000人以上（令和7年度）」.
#pragma once

#include "models/plan/plan.h"

namespace shisaku {

/// 「2,000人以上」「約30件」「延べ120人」: a value with its unit and what limits it; the printed form where no value is known.
QString valueInWords(const Indicator &indicator, const IndicatorValue &value);

/// One line: the name, the baseline, the newest actual and the target; 「今後設定する」 where the plan says so.
QString indicatorInWords(const Plan &plan, const Indicator &indicator);

} // namespace shisaku
