// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/file/other_copies.h"

#include "models/file/backup.h"
#include "models/file/file_check.h"
#include "models/file/origin.h"

#include <QDir>
#include <QFileInfo>
#include <QSet>

namespace shisaku {

using namespace Qt::StringLiterals;

namespace {
/// So that a folder full of plans does not hold up the first edit.
constexpr qsizetype mostFiles = 50;

bool hasEntry(Database &database, const QString &entry)
{
    QSqlQuery &query = database.prepared(u"SELECT 1 FROM journal WHERE entry_id = ?"_s);
    query.bindValue(0, entry);
    database.step(query);
    const bool found = database.next(query);
    query.finish();
    return found;
}
} // namespace

QStringList conflictingCopies(const QString &planPath)
{
    if (backupAt(planPath))
        return {}; // the copies beside it are of other days
    const FileStamp own = stampOf(realPath(planPath));
    QStringList found;
    try {
        Database database(planPath, Database::Access::ReadOnly);
        const Origin origin = originOf(database);
        const QFileInfoList files = QFileInfo(planPath).absoluteDir().entryInfoList({u"*.dxplan"_s}, QDir::Files, QDir::Time);
        for (const QFileInfo &file : files.first(std::min(files.size(), mostFiles))) {
            if (stampOf(realPath(file.filePath())).isSameFile(own)) // under whatever name
                continue;
            try {
                checkHeader(file.filePath());
                Database other(file.filePath(), Database::Access::ReadOnly);
                const Origin theirs = originOf(other);
                if (theirs.plan == origin.plan && theirs.firstEntry == origin.firstEntry && !hasEntry(database, theirs.lastEntry))
                    found << file.filePath();
            } catch (const FileFailure &) {
                continue;
            }
        }
    } catch (const FileFailure &) {
        return {};
    }
    found.sort();
    return found;
}

} // namespace shisaku
