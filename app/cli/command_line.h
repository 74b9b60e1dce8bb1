// SPDX-License-Identifier: GPL-3.0-or-later
// The command line: new, info, export, import, check. Needs no display.
#pragma once

#include <QStringList>

namespace shisaku {

/// What a command returns to the shell.
enum ExitStatus {
    Done = 0,
    FailedOrFindings = 1,
    WrongUsage = 2,
    CannotRead = 3,
};

/// Whether the first word asks for a command rather than for the window.
bool isCommand(const QString &word);

/// Runs a command; `line` begins with its name. Results go to standard output, sentences to standard error.
int runCommand(const QStringList &line);

} // namespace shisaku
