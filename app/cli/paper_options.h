// SPDX-License-Identifier: GPL-3.0-or-later
// The options of `export` as options of a paper. What a paper cannot print is refused, so that nobody hands out one without it.
#pragma once

#include "app/cli/arguments.h"
#include "views/pages/paper_catalog.h"

namespace shisaku {

/// The options beside `--as` and `--to` that take a value, and those that do not.
QStringList valuedPaperOptions();
QStringList plainPaperOptions();

/// Why an option does not go with what `--as` names; nothing if all do. `paper` is null for the tables (data), which honour none.
std::optional<Error> refusedOption(const Arguments &arguments, const PaperEntry *paper);

/// What the arguments say about a paper of a plan, on a day. ErrorKind::Invalid: they name what the plan does not have.
Result<PaperOptions> paperOptions(const Arguments &arguments, const PaperEntry &paper, const Plan &plan, const QDate &today);

} // namespace shisaku
