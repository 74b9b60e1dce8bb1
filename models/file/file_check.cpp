// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/file/file_check.h"

#include "models/file/migration.h"
#include "models/file/plan_file.h"
#include "models/file/schema.h"
#include "models/plan/read_file.h"

#include <QCoreApplication>
#include <QFileInfo>
#include <QRegularExpression>
#include <QtEndian>

namespace shisaku {

using namespace Qt::StringLiterals;

namespace {
struct FileCheck {
    Q_DECLARE_TR_FUNCTIONS(FileCheck)
};

// Offsets in the SQLite file header (https://www.sqlite.org/fileformat.html, 1.3).
constexpr qint64 headerSize = 100;
constexpr int userVersionOffset = 60;
constexpr int applicationIdOffset = 68;
constexpr int sqliteIoError = 10;
constexpr char magic[] = "SQLite format 3";

[[noreturn]] void refuse(ErrorKind kind, const QString &what, const QString &remedy, const QString &detail = {})
{
    throw FileFailure{{kind, what, remedy, detail}};
}

/// A newer file says which release is the first to read it.
QString remedyForNewer(const QString &path)
{
    try {
        Database database(path, Database::Access::ReadOnly);
        const QString reader = database.single(u"SELECT oldest_reader FROM format"_s).toString();
        static const QRegularExpression release(u"^[0-9]{1,4}(\\.[0-9]{1,4}){0,3}$"_s);
        if (release.match(reader).hasMatch())
            return FileCheck::tr("施策帖を %1 以降の版に更新してから開いてください。").arg(reader);
    } catch (const FileFailure &) {
        // it says so in a way we do not know
    }
    return FileCheck::tr("施策帖を新しい版に更新してから開いてください。");
}
} // namespace

QString remedyForDamage()
{
    return FileCheck::tr("「ファイル」の「壊れた計画を修復」で、控えから組み立て直してください。");
}

bool beginsLikePlan(const QByteArray &head)
{
    return head.size() >= headerSize && head.startsWith(QByteArrayView(magic, sizeof magic))
           && qFromBigEndian<quint32>(head.constData() + applicationIdOffset) == applicationId;
}

int checkHeader(const QString &path)
{
    const QFileInfo info(path);
    const QString name = info.fileName();
    if (!info.exists())
        refuse(ErrorKind::NotFound, FileCheck::tr("「%1」が見つかりません。").arg(path),
               FileCheck::tr("ファイルの場所と名前を確かめてください。"));
    if (info.isDir())
        refuse(ErrorKind::Unreadable, FileCheck::tr("「%1」はフォルダーです。").arg(name),
               FileCheck::tr("計画のファイル（.dxplan）を選んでください。"));
    if (!info.isFile()) // a pipe would keep us waiting for ever
        refuse(ErrorKind::Unreadable, FileCheck::tr("「%1」はファイルではありません。").arg(name),
               FileCheck::tr("計画のファイル（.dxplan）を選んでください。"));
    const QFileInfo journal(path + u"-journal"_s); // SQLite would wait for ever as well
    if (journal.isSymLink() || (journal.exists() && !journal.isFile()))
        refuse(ErrorKind::Unreadable, FileCheck::tr("「%1」のそばの「%2」が、ファイルではありません。").arg(name, journal.fileName()),
               FileCheck::tr("それを取り除いてから開き直してください。"));
    if (info.size() > largestPlan)
        refuse(ErrorKind::Unreadable, FileCheck::tr("「%1」は大きすぎます（上限%L2MB）。").arg(name).arg(largestPlan / 1024 / 1024),
               FileCheck::tr("正しいファイルかどうか確かめてください。"));
    const PastSqlite past(path);
    if (!past.isAllowed()) // open here for writing, and so looked at before
        return Database(path, Database::Access::ReadOnly).single(u"PRAGMA user_version"_s).toInt();
    const auto begin = readFile(path, headerSize);
    if (!begin)
        throw FileFailure{begin.error()};
    const QByteArray &header = *begin;
    if (header.isEmpty())
        refuse(ErrorKind::Unreadable, FileCheck::tr("「%1」は空のファイルです。").arg(name), remedyForDamage());
    if (!header.startsWith(QByteArrayView(magic, sizeof magic)) || header.size() < headerSize)
        refuse(ErrorKind::Unreadable, FileCheck::tr("「%1」は施策帖の計画ではありません。").arg(name),
               FileCheck::tr("計画のファイル（.dxplan）を選んでください。"), u"no SQLite header"_s);
    if (qFromBigEndian<quint32>(header.constData() + applicationIdOffset) != applicationId)
        refuse(ErrorKind::Unreadable, FileCheck::tr("「%1」は別のプログラムのデータベースです。").arg(name),
               FileCheck::tr("計画のファイル（.dxplan）を選んでください。"), u"application_id"_s);
    const int version = qFromBigEndian<qint32>(header.constData() + userVersionOffset);
    if (version > schemaVersion)
        refuse(ErrorKind::Unreadable,
               FileCheck::tr("「%1」は、より新しい施策帖で作られています（形式%2）。").arg(name).arg(version), remedyForNewer(path),
               u"user_version %1 > %2"_s.arg(version).arg(schemaVersion));
    if (version != schemaVersion && !canMigrate(version))
        refuse(ErrorKind::Unreadable, FileCheck::tr("「%1」の形式（%2）は読めません。").arg(name).arg(version), remedyForDamage(),
               u"user_version %1"_s.arg(version));
    return version;
}

void checkSchema(Database &database)
{
    // The file is data, never a program: no table, trigger or view beyond our own.
    QStringList expected = schemaStatements();
    QStringList found;
    QSqlQuery &query = database.prepared(u"SELECT sql FROM sqlite_schema WHERE sql IS NOT NULL"_s);
    database.step(query);
    while (database.next(query))
        found << query.value(0).toString();
    query.finish();
    expected.sort();
    found.sort();
    if (expected != found)
        refuse(ErrorKind::Unreadable,
               FileCheck::tr("「%1」の中の表の形が、施策帖のものと違います。").arg(QFileInfo(database.path()).fileName()),
               remedyForDamage(), u"schema"_s);
}

void checkStructure(Database &database)
{
    const QString report = database.single(u"PRAGMA quick_check(1)"_s).toString();
    // The check reports a page that cannot be read now among the damage; of places in the file it says so before it reads them.
    static const QRegularExpression unread(u"failed to get page|unable to get the page\\. error code=(\\d+)"_s);
    if (const auto match = unread.match(report); match.hasMatch()) {
        const Error error = sqliteError(match.hasCaptured(1) ? match.captured(1).toInt() : sqliteIoError, database.path(), report);
        throw FileFailure{error};
    }
    if (report != u"ok")
        refuse(ErrorKind::Unreadable,
               FileCheck::tr("「%1」は壊れているため開けません。").arg(QFileInfo(database.path()).fileName()), remedyForDamage(),
               report);
}

} // namespace shisaku
