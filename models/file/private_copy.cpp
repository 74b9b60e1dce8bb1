// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/file/private_copy.h"

#include "models/file/database.h"
#include "models/file/row_store.h"

#include <QCoreApplication>
#include <QFile>
#include <QFileInfo>

namespace shisaku {

using namespace Qt::StringLiterals;

namespace {
struct Copying {
    Q_DECLARE_TR_FUNCTIONS(PlanFile)
};

/// False where there is nothing to copy any more.
bool copyPrivately(const QString &from, const QString &to)
{
    if (QFile::copy(from, to) && QFile::setPermissions(to, QFile::ReadOwner | QFile::WriteOwner))
        return true;
    if (!stampOf(from).exists())
        return false;
    fail(ErrorKind::Failed,
         Copying::tr("「%1」には書き込みの途中のものがあり、読むための写しを一時フォルダーに作れませんでした。")
             .arg(QFileInfo(from).fileName()),
         Copying::tr("一時フォルダーの空きを確かめて、もう一度行ってください。"), to);
}
} // namespace

PrivateCopy::PrivateCopy(const QString &path) : m_path(m_folder.filePath(QFileInfo(path).fileName()))
{
    const QString journal = path + u"-journal"_s;
    {
        const PastSqlite past(path);
        const auto stamps = [&] { return std::pair(stampOf(path), stampOf(journal)); };
        const auto before = stamps();
        if (!past.isAllowed())
            fail(ErrorKind::Locked, Copying::tr("「%1」に書き込んでいる最中です。").arg(QFileInfo(path).fileName()),
                 Copying::tr("しばらく待ってから、もう一度行ってください。"));
        // The pages that a writer changes are in its journal first: with the same journal before and after, the copy can be
        // taken back to one state, however far the writer is.
        m_steady = copyPrivately(path, m_path) && copyPrivately(journal, m_path + u"-journal"_s) && stamps() == before;
    }
    try {
        Database(m_path, Database::Access::ReadWrite).single(u"SELECT count(*) FROM sqlite_schema"_s);
    } catch (const FileFailure &) {
        if (m_steady)
            throw;
    }
}

} // namespace shisaku
