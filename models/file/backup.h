// SPDX-License-Identifier: GPL-3.0-or-later
// Dated copies (控え) of a plan in a folder beside it: made before the first change of a sitting, thinned as they age.
#pragma once

#include "models/plan/result.h"

#include <QDateTime>
#include <QList>
#include <QStringList>

namespace shisaku {

struct Backup {
    QString path;
    QDateTime at; ///< When it was made, by its name.
    qint64 bytes = 0;
    bool replaced = false; ///< The plan that lay there before another took its path; it is kept for ever.
};

/// 「計画.dxplan」 → 「計画.控え」, beside the plan.
QString backupFolder(const QString &planPath);
/// The path of a copy made at that time.
QString backupPath(const QString &planPath, const QDateTime &at);

/// The same for a copy that is still to be made: a second copy of one second takes the next.
QString freeBackupPath(const QString &planPath, QDateTime at);
/// A free path for the plan that is about to be replaced at that time.
QString replacedPath(const QString &planPath, QDateTime at);
/// Whether a file is a dated copy, by its name and that of its folder.
bool isBackup(const QString &path);

/// Newest first; other files of the folder are left alone.
QList<Backup> backupsOf(const QString &planPath);

/// Files that a copy left behind when the program died over it; nobody needs them.
QStringList unfinishedBackups(const QString &planPath);

/// How much room all copies of a plan may take; the newest is kept whatever its size.
inline constexpr qint64 backupRoom = 256LL * 1024 * 1024;

/// Copies that may go: kept are one an hour for a day, one a day for a month, one a month before, within `room` bytes.
/// `backups` are newest first.
QList<Backup> superfluousBackups(const QList<Backup> &backups, const QDateTime &now, qint64 room = backupRoom);

} // namespace shisaku
