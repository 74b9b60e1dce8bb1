// SPDX-License-Identifier: GPL-3.0-or-later
// `export`: which paper, which measures, which file.
#pragma once

#include "app/cli/arguments.h"
#include "models/plan/plan.h"

namespace shisaku {

inline constexpr const char *exportUsage =
    "shisakucho export FILE "
    "--as roadmap|sheets|guide|list|tree|effects|progress|budget|glossary|bodies|indicators|book|data --to OUT.pdf|.png|.svg|DIR "
    "[--measure 13,46] [--department NAME] [--group-by CLASSIFICATION] [--paper A4|A3] [--one-page] [--mono] [--notes-through] "
    "[--mark 案] [--start-page N] [--number 資料1] [--date 令和6年11月1日] [--meeting 会議名] "
    "[--parts cover,contents,chapters,bodies,tree,roadmap,list,sheets,indicators,effects,progress,glossary,colophon]";
QStringList exportValuedOptions();
QStringList exportPlainOptions();

/// Writes what the arguments ask for. ErrorKind::Invalid means the arguments themselves are wrong.
Result<void> exportPlan(const Plan &plan, const Arguments &arguments);

} // namespace shisaku
