// SPDX-License-Identifier: GPL-3.0-or-later
// A command of the command line: how it is called, what it is for, which options it takes, and what it returns to the shell.
#pragma once

#include "app/cli/arguments.h"

namespace shisaku {

/// What a command returns to the shell.
enum ExitStatus {
    Done = 0,
    FailedOrFindings = 1,
    WrongUsage = 2,
    CannotRead = 3,
};

struct CliCommand {
    QString name;
    QString usage;
    QString purpose;
    QStringList valued; ///< Options with a value.
    QStringList plain;  ///< Options without.
    int words = 1;      ///< Positional words it needs.
    int (*run)(const Arguments &) = nullptr;
};

/// Writes to standard output.
void print(const QString &text);
/// Writes a sentence to standard error.
void complain(const QString &sentence);

/// Tells an error; returns the status it ends with.
int failed(const Error &error);
/// For what is only read: whatever hinders it, the file cannot be read.
int unread(const Error &error);
/// Tells what is wrong with how the command was called.
int wronglyUsed(const QString &sentence);

} // namespace shisaku
