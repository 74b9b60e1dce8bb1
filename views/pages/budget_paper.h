// SPDX-License-Identifier: GPL-3.0-or-later
// 「年度別の予算要求」: what is to be requested in each fiscal year, as a council paper.
#pragma once

#include "views/pages/council_pages.h"

namespace shisaku {

/// A section for each year with a table of number, measure, words and 所管課; says so where the plan names no request. `year`, as
/// requestYear() has it, leaves the others out.
PrintJob budgetJob(const Plan &plan, const PageStyle &style = {}, const QString &year = {});

} // namespace shisaku
