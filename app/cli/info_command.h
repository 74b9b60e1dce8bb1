// SPDX-License-Identifier: GPL-3.0-or-later
// `info`: what a plan holds, in numbers.
#pragma once

#include "app/cli/cli_command.h"

namespace shisaku {

CliCommand infoCommand();

} // namespace shisaku
