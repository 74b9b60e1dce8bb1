// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/cli_command.h"

#include <QTextStream>

namespace shisaku {

void print(const QString &text)
{
    QTextStream(stdout) << text;
}

void complain(const QString &sentence)
{
    QTextStream(stderr) << sentence << '\n';
}

int failed(const Error &error)
{
    complain(error.message());
    return error.kind == ErrorKind::Unreadable || error.kind == ErrorKind::NotFound ? CannotRead : FailedOrFindings;
}

int unread(const Error &error)
{
    complain(error.message());
    return CannotRead;
}

int wronglyUsed(const QString &sentence)
{
    complain(sentence);
    return WrongUsage;
}

} // namespace shisaku
