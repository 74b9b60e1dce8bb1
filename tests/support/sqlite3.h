// SPDX-License-Identifier: GPL-3.0-or-later
// The sqlite3 program, as an outside witness of what a plan file holds and as the stranger who changes it.
#pragma once

#include <QProcess>

namespace shisaku {

/// Runs `sql` to its end. The program waits for whoever is reading or writing the file meanwhile: after opening, a plan's
/// folder is looked through in the background.
inline void runSqlite3(QProcess &process, const QStringList &options, const QString &path, const QString &sql)
{
    process.start(QStringLiteral("sqlite3"),
                  options + QStringList{QStringLiteral("-cmd"), QStringLiteral(".timeout 10000"), path, sql});
    process.waitForFinished();
}

/// The answer to a question, without the line break at its end.
inline QByteArray sqlite3(const QString &path, const QString &sql, const QStringList &options = {})
{
    QProcess process;
    runSqlite3(process, QStringList{QStringLiteral("-readonly")} + options, path, sql);
    return process.readAllStandardOutput().trimmed();
}

/// Changes the file behind the program's back; false when that failed.
inline bool changedBySqlite3(const QString &path, const QString &sql)
{
    QProcess process;
    runSqlite3(process, {}, path, sql);
    return process.exitStatus() == QProcess::NormalExit && process.exitCode() == 0;
}

} // namespace shisaku
