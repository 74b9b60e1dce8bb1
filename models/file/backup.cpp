// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/file/backup.h"

#include "models/file/platform.h"

#include <QDir>
#include <QFileInfo>

namespace shisaku {

using namespace Qt::StringLiterals;

namespace {
const QString nameFormat = u"yyyy-MM-dd HHmmss"_s;
const QString extension = u".dxplan"_s;

/// Copies with the same slot stand for the same stretch of time; the newest of them is kept.
QString slotOf(const QDateTime &at, const QDateTime &now)
{
    const qint64 days = at.secsTo(now) / (24 * 3600);
    if (days < 1)
        return at.toString(u"yyyyMMddHH"_s);
    return at.toString(days < 31 ? u"yyyyMMdd"_s : u"yyyyMM"_s);
}
} // namespace

QString backupFolder(const QString &planPath)
{
    const QFileInfo info(realPath(planPath));
    return info.absoluteDir().filePath(info.completeBaseName() + u".控え"_s);
}

QString backupPath(const QString &planPath, const QDateTime &at)
{
    return QDir(backupFolder(planPath)).filePath(at.toString(nameFormat) + extension);
}

QList<Backup> backupsOf(const QString &planPath)
{
    QList<Backup> backups;
    for (const QFileInfo &file : QDir(backupFolder(planPath)).entryInfoList({u'*' + extension}, QDir::Files)) {
        const QDateTime at = QDateTime::fromString(file.completeBaseName(), nameFormat);
        if (at.isValid())
            backups.append({file.absoluteFilePath(), at, file.size()});
    }
    std::sort(backups.begin(), backups.end(), [](const Backup &a, const Backup &b) { return a.at > b.at; });
    return backups;
}

QStringList unfinishedBackups(const QString &planPath)
{
    const QDir folder(backupFolder(planPath));
    QStringList paths;
    for (const QString &name : folder.entryList({u"*.dxplan.*.tmp"_s, u"*.dxplan.*.tmp-journal"_s}, QDir::Files))
        paths << folder.filePath(name);
    return paths;
}

QList<Backup> superfluousBackups(const QList<Backup> &backups, const QDateTime &now, qint64 room)
{
    QList<Backup> superfluous;
    QString lastSlot;
    qint64 used = 0;
    for (const Backup &backup : backups) {
        const QString slot = slotOf(backup.at, now);
        const bool newest = lastSlot.isEmpty();
        if (!newest && (slot == lastSlot || used + backup.bytes > room)) {
            superfluous.append(backup);
            continue;
        }
        lastSlot = slot;
        used += backup.bytes;
    }
    return superfluous;
}

} // namespace shisaku
