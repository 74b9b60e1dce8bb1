// SPDX-License-Identifier: GPL-3.0-or-later
// Which options of `export` a paper honours: what it cannot print it refuses, so that nobody hands out a paper without it.
#pragma once

#include "app/cli/arguments.h"

namespace shisaku {

/// Why an option does not go with the paper that `--as` names; nothing if all do, or if no paper has that name.
std::optional<Error> refusedOption(const Arguments &arguments);

} // namespace shisaku
