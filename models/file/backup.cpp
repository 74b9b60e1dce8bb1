// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/file/backup.h"

#include "models/file/platform.h"
#include "models/plan/plan_time.h"

#include <QCoreApplication>
#include <QDir>
#include <QFileInfo>

namespace shisaku {

using namespace Qt::StringLiterals;

namespace {
struct BackupText {
    Q_DECLARE_TR_FUNCTIONS(Backup)
};

const QString nameFormat = u"yyyy-MM-dd HHmmss"_s;
const QString extension = u".dxplan"_s;
const QString folderEnding = u".控え"_s;
const QString replacedMark = u" 置き換え前"_s;
constexpr int mostDays = 31; ///< The newest one and the 30 before it, of which every one keeps a copy.

QString freePath(const QString &planPath, QDateTime at, const QString &mark)
{
    const QString folder = backupFolder(planPath) + u'/';
    while (QFileInfo::exists(folder + at.toString(nameFormat) + mark + extension))
        at = at.addSecs(1);
    return folder + at.toString(nameFormat) + mark + extension;
}

/// Copies with the same slot stand for the same stretch of time; the newest of them is kept. `day` counts from 1, the newest.
QString slotOf(const QDateTime &at, int day)
{
    return at.toString(day == 1 ? u"yyyyMMddHH"_s : day <= mostDays ? u"yyyyMMdd"_s : u"yyyyMM"_s);
}

std::optional<Backup> backupOf(const QFileInfo &file)
{
    QString name = file.completeBaseName();
    const bool replaced = name.endsWith(replacedMark);
    if (replaced)
        name.chop(replacedMark.size());
    const QDateTime at = QDateTime::fromString(name, nameFormat);
    if (!at.isValid() || u'.' + file.suffix() != extension)
        return std::nullopt;
    return Backup{file.absoluteFilePath(), at, file.size(), replaced};
}
} // namespace

QString Backup::toJapanese() const
{
    const QDate day = at.date();
    return BackupText::tr("控え %1 %2 ― %3")
        .arg(PlanTime::day(day.year(), day.month(), day.day()).toJapanese(), at.toString(u"H:mm"_s),
             QFileInfo(path).dir().dirName().chopped(folderEnding.size()));
}

QString backupFolder(const QString &planPath)
{
    const QFileInfo info(realPath(planPath));
    return info.absolutePath() + u'/' + info.completeBaseName() + folderEnding;
}

QString backupPath(const QString &planPath, const QDateTime &at)
{
    return freePath(planPath, at, {});
}

QString replacedPath(const QString &planPath, QDateTime at)
{
    return freePath(planPath, at, replacedMark);
}

QList<Backup> backupsOf(const QString &planPath)
{
    QList<Backup> backups;
    for (const QFileInfo &file : QDir(backupFolder(planPath)).entryInfoList({u'*' + extension}, QDir::Files)) {
        if (const auto backup = backupOf(file))
            backups.append(*backup);
    }
    std::sort(backups.begin(), backups.end(), [](const Backup &a, const Backup &b) { return a.at > b.at; });
    return backups;
}

std::optional<Backup> backupAt(const QString &path)
{
    const QFileInfo file(QFileInfo(path).canonicalFilePath());
    return file.dir().dirName().endsWith(folderEnding) ? backupOf(file) : std::nullopt;
}

QString planName(const QString &path)
{
    const auto backup = backupAt(path);
    return backup ? backup->toJapanese() : QFileInfo(path).completeBaseName();
}

QStringList unfinishedBackups(const QString &planPath)
{
    const QDir folder(backupFolder(planPath));
    QStringList paths;
    for (const QString &name : folder.entryList({u"*.dxplan.*.tmp"_s, u"*.dxplan.*.tmp-journal"_s}, QDir::Files))
        paths << folder.filePath(name);
    return paths;
}

QList<Backup> superfluousBackups(const QList<Backup> &backups, qint64 room)
{
    QList<Backup> superfluous;
    QDate day;
    int days = 0;
    QString lastSlot;
    qint64 used = 0;
    for (const Backup &backup : backups) {
        if (backup.replaced)
            continue;
        const bool firstOfDay = backup.at.date() != day;
        day = backup.at.date();
        days += firstOfDay ? 1 : 0;
        const bool isProtected = firstOfDay && days <= protectedDays;
        const QString slot = slotOf(backup.at, days);
        if (!isProtected && (slot == lastSlot || used + backup.bytes > room)) {
            superfluous.append(backup);
            continue;
        }
        lastSlot = slot;
        used += isProtected ? 0 : backup.bytes;
    }
    return superfluous;
}

} // namespace shisaku
