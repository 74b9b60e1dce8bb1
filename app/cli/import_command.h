// SPDX-License-Identifier: GPL-3.0-or-later
// `import`: takes tables into a plan.
#pragma once

#include "app/cli/cli_command.h"

namespace shisaku {

CliCommand importCommand();

} // namespace shisaku
