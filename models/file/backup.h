// SPDX-License-Identifier: GPL-3.0-or-later
// Dated copies (控え) of a plan in a folder beside it: their names, and which of them may go.
#pragma once

#include "models/plan/result.h"

#include <QDateTime>
#include <QList>
#include <QStringList>

#include <optional>

namespace shisaku {

struct Backup {
    QString path;
    QDateTime at; ///< When it was made, by its name.
    qint64 bytes = 0;
    bool replaced = false; ///< The plan that lay there before another took its path; it is kept for ever.

    /// 「控え 令和6年4月1日 10:30 ― 計画」, the last by the name of the folder.
    QString toJapanese() const;
};

/// 「計画.dxplan」 → 「計画.控え」, beside the plan.
QString backupFolder(const QString &planPath);
/// The path of a copy made at that time; some seconds later where a copy has that name.
QString backupPath(const QString &planPath, const QDateTime &at);

/// A free path for the plan that is about to be replaced at that time.
QString replacedPath(const QString &planPath, QDateTime at);

/// Newest first by their names; other files of the folder are left alone.
QList<Backup> backupsOf(const QString &planPath);
/// The dated copy to which a path leads, over links too; nothing where it leads to another file.
std::optional<Backup> backupAt(const QString &path);
/// What the file of a plan is called: its name without ending; a dated copy says that it is one.
QString planName(const QString &path);

/// Files that a copy left behind when the program died over it; nobody needs them.
QStringList unfinishedBackups(const QString &planPath);

/// How much room copies may take besides the newest one of each of the last `protectedDays` days.
inline constexpr qint64 backupRoom = 256LL * 1024 * 1024;
/// On how many days the newest copy stays whatever its size, so that what became huge leaves what was before.
inline constexpr int protectedDays = 7;

/// Copies that may go. Of the newest day one an hour is kept, one a day of the 30 days before, one a month before that, each
/// the newest; the oldest go first where they take more than `room` bytes besides the newest one of the last days. `backups`
/// are newest first by what they hold, not by the clock: days and months are counted as the copies follow one another, so
/// that a clock that was wrong costs nothing.
QList<Backup> superfluousBackups(const QList<Backup> &backups, qint64 room = backupRoom);

} // namespace shisaku
