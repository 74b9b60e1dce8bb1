// SPDX-License-Identifier: GPL-3.0-or-later
// 指標: what the plan measures itself by, as a paper: statistics by year, and the indicators of the measures with 現状, 目標, 実績.
#pragma once

#include "views/pages/council_pages.h"

namespace shisaku {

PrintJob indicatorJob(const Plan &plan, const PageStyle &style = {});

} // namespace shisaku
