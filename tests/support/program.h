// SPDX-License-Identifier: GPL-3.0-or-later
// The built program in a second process, as the shell sees it.
#pragma once

#include <QProcess>

namespace shisaku {

struct Outcome {
    int status = -1;
    QString out;
    QString err;
};

/// Runs a program to its end, in a folder of its own if one is named; status -1 if it did not end by itself.
inline Outcome runProgram(const QString &program, const QStringList &arguments, const QString &folder = {})
{
    QProcess process;
    QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
    environment.remove(QStringLiteral("DISPLAY")); // a command needs no display and says so by working without
    environment.remove(QStringLiteral("QT_QPA_PLATFORM"));
    process.setProcessEnvironment(environment);
    if (!folder.isEmpty())
        process.setWorkingDirectory(folder);
    process.start(program, arguments);
    if (!process.waitForFinished(60'000) || process.exitStatus() != QProcess::NormalExit)
        return {};
    return {process.exitCode(), QString::fromUtf8(process.readAllStandardOutput()),
            QString::fromUtf8(process.readAllStandardError())};
}

} // namespace shisaku
