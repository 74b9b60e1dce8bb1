// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/file/backup.h"

#include <QDir>
#include <QFileInfo>

namespace shisaku {

using namespace Qt::StringLiterals;

namespace {
const QString nameFormat = u"yyyy-MM-dd HHmmss"_s;
const QString extension = u".dxplan"_s;
const QString folderEnding = u".控え"_s;
const QString replacedMark = u" 置き換え前"_s;

std::optional<Backup> backupAt(const QFileInfo &file)
{
    QString name = file.completeBaseName();
    const bool replaced = name.endsWith(replacedMark);
    if (replaced)
        name.chop(replacedMark.size());
    const QDateTime at = QDateTime::fromString(name, nameFormat);
    return at.isValid() ? std::optional(Backup{file.absoluteFilePath(), at, file.size(), replaced}) : std::nullopt;
}

QString freePath(const QString &planPath, QDateTime at, const QString &mark)
{
    const QDir folder(backupFolder(planPath));
    QString path;
    do {
        path = folder.filePath(at.toString(nameFormat) + mark + extension);
        at = at.addSecs(1);
    } while (QFileInfo::exists(path));
    return path;
}

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
    const QFileInfo info(planPath);
    return info.absolutePath() + u'/' + info.completeBaseName() + folderEnding;
}

QString backupPath(const QString &planPath, const QDateTime &at)
{
    return QDir(backupFolder(planPath)).filePath(at.toString(nameFormat) + extension);
}

QString freeBackupPath(const QString &planPath, QDateTime at)
{
    return freePath(planPath, at, {});
}

QString replacedPath(const QString &planPath, QDateTime at)
{
    return freePath(planPath, at, replacedMark);
}

bool isBackup(const QString &path)
{
    const QFileInfo file(path);
    return file.absoluteDir().dirName().endsWith(folderEnding) && file.fileName().endsWith(extension) && backupAt(file);
}

QList<Backup> backupsOf(const QString &planPath)
{
    QList<Backup> backups;
    for (const QFileInfo &file : QDir(backupFolder(planPath)).entryInfoList({u'*' + extension}, QDir::Files)) {
        if (const auto backup = backupAt(file))
            backups.append(*backup);
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
        if (backup.replaced)
            continue;
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
