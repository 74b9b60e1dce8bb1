// SPDX-License-Identifier: GPL-3.0-or-later
// `export`: a plan as papers, pictures or tables.
#pragma once

#include "app/cli/cli_command.h"
#include "models/plan/plan.h"

#include <QDate>

namespace shisaku {

CliCommand exportCommand();

/// Writes what the arguments ask for, as of a day. ErrorKind::Invalid means the arguments themselves are wrong.
Result<void> exportPlan(const Plan &plan, const Arguments &arguments, const QDate &today);

} // namespace shisaku
