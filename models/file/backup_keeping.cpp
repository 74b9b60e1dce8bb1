// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/file/backup_keeping.h"

#include "models/file/backup.h"
#include "models/file/origin.h"
#include "models/file/plan_file.h"
#include "models/file/platform.h"

#include <QCoreApplication>
#include <QFile>

namespace shisaku {

using namespace Qt::StringLiterals;

namespace {
struct Keeping {
    Q_DECLARE_TR_FUNCTIONS(Backup)
};

/// A copy by what it holds.
struct Held {
    Backup backup;
    qint64 seq = 0;
};

bool isInUse(const QString &path)
{
    return QFile::exists(FileLock::lockPath(path)) || QFile::exists(path + u"-journal"_s);
}

/// The copies that hold a state of the plan by their last entry, newest first by journal position.
QList<Held> statesOf(const QString &planPath, const QList<JournalEntry> &journal)
{
    QList<Held> states;
    for (const Backup &backup : backupsOf(planPath)) {
        if (isInUse(backup.path))
            continue;
        const auto origin = originOf(backup.path);
        if (origin && origin->seq > 0 && origin->seq <= journal.size() && journal[origin->seq - 1].entryId == origin->lastEntry)
            states.append({backup, origin->seq});
    }
    std::stable_sort(states.begin(), states.end(), [](const Held &a, const Held &b) { return a.seq > b.seq; });
    return states;
}

/// Whether the rows are what the journal of the plan says of them.
bool isGood(const Held &copy, const QList<JournalEntry> &journal)
{
    const auto file = PlanFile::open(copy.backup.path, PlanFile::Access::ReadOnly, {}, {});
    if (!file)
        return false;
    const auto content = (*file)->load();
    return content && !content->fault && Digest::ofPlan(content->plan) == journal[copy.seq - 1].digest;
}
} // namespace

Result<void> keepBackup(PlanFile &file, const QString &planPath, const QDateTime &now)
{
    const QString folder = backupFolder(planPath);
    const auto copied = makeFolder(folder, planPath) ? file.copyTo(backupPath(planPath, now)) : Result<void>(Error{});
    if (copied)
        return {};
    return Error{ErrorKind::ReadOnly, Keeping::tr("控えを「%1」に作れませんでした。").arg(folder),
                 Keeping::tr("フォルダーの権限と空きを確かめてください。"), copied.error().what};
}

void thinBackups(PlanFile &file, const QString &planPath)
{
    for (const QString &path : unfinishedBackups(planPath))
        QFile::remove(path);
    const auto journal = file.journal();
    if (!journal)
        return;
    const QList<Held> states = statesOf(planPath, *journal);
    QList<Backup> backups;
    for (const Held &state : states)
        backups << state.backup;
    QStringList superfluous;
    for (const Backup &backup : superfluousBackups(backups))
        superfluous << backup.path;
    if (superfluous.isEmpty())
        return;
    bool newestFound = false;
    for (const Held &state : states) {
        const bool mayGo = superfluous.contains(state.backup.path);
        if ((newestFound && !mayGo) || !isGood(state, *journal))
            continue;
        if (newestFound)
            QFile::remove(state.backup.path);
        newestFound = true;
    }
}

} // namespace shisaku
