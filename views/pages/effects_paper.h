// SPDX-License-Identifier: GPL-3.0-or-later
// 業務効率化に資する取組状況: the tools' results with charts, support works, projects and cases, as a paper for a council.
#pragma once

#include "views/pages/council_pages.h"

namespace shisaku {

/// Holds what it prints: later changes of the plan do not show.
PrintJob effectsJob(const Plan &plan, const PageStyle &style = {});

} // namespace shisaku
