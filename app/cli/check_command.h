// SPDX-License-Identifier: GPL-3.0-or-later
// `check`: looks for what is contradictory or missing in a plan.
#pragma once

#include "app/cli/cli_command.h"

namespace shisaku {

CliCommand checkCommand();

} // namespace shisaku
