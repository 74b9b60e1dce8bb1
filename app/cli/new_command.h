// SPDX-License-Identifier: GPL-3.0-or-later
// `new`: makes a plan from a sample or an empty one.
#pragma once

#include "app/cli/cli_command.h"

namespace shisaku {

CliCommand newCommand();

} // namespace shisaku
