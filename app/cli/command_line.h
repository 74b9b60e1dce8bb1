// SPDX-License-Identifier: GPL-3.0-or-later
// The command line: new, info, export, import, check. Needs no display.
#pragma once

#include "app/cli/cli_command.h"

namespace shisaku {

/// Whether the first word asks for a command rather than for the window.
bool isCommand(const QString &word);

/// Runs a command; `line` begins with its name. Results go to standard output, sentences to standard error.
int runCommand(const QStringList &line);

} // namespace shisaku
