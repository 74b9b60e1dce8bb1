// SPDX-License-Identifier: GPL-3.0-or-later
// 「進捗状況について」: the paper about a round of the survey, from its answers, its published totals and its passages.
#pragma once

#include "models/results/survey_counts.h"
#include "views/pages/council_pages.h"

namespace shisaku {

/// The sections in their order: 調査対象, 調査時点, 調査結果, 前回との比較; the passages of the round with the rows they show;
/// 課題がある取組とその対応, added measures; and last the passages that show nothing (今後の方向性). What is computed and what is
/// only published is said under each table.
PrintJob progressJob(const Plan &plan, Id<Survey> survey, const PageStyle &style = {});

} // namespace shisaku
