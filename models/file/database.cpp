// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/file/database.h"

#include "models/file/file_check.h"
#include "models/file/platform.h"
#include "models/plan/read_file.h"

#include <QCoreApplication>
#include <QFileInfo>
#include <QSqlError>

namespace shisaku {

using namespace Qt::StringLiterals;

namespace {
struct File {
    Q_DECLARE_TR_FUNCTIONS(File)
};

// SQLite's primary result codes (https://www.sqlite.org/rescode.html).
enum SqliteCode {
    Busy = 5,
    LockedTable = 6,
    ReadOnly = 8,
    IoError = 10,
    Corrupt = 11,
    Full = 13,
    CannotOpen = 14,
    NotADatabase = 26
};
constexpr int readOnlyFolder = 1544; // SQLITE_READONLY_DIRECTORY
constexpr int readOnlyJournal = 776; // SQLITE_READONLY_ROLLBACK
constexpr int readOnlyMoved = 1032;  // SQLITE_READONLY_DBMOVED
constexpr int busyTimeoutMs = 2000;

/// The files that connections of this process may write.
struct WrittenFiles {
    std::mutex mutex;
    QList<FileStamp> files;
};

WrittenFiles &writtenFiles()
{
    static WrittenFiles all;
    return all;
}
} // namespace

Error sqliteError(int code, const QString &path, const QString &detail)
{
    const QString name = QFileInfo(path).fileName();
    switch (code & 0xff) {
    case Busy:
    case LockedTable:
        return {ErrorKind::Locked, File::tr("「%1」を別のプログラムが使用しています。").arg(name),
                File::tr("しばらく待ってから、もう一度行ってください。"), detail};
    case ReadOnly:
        if (code == readOnlyFolder)
            return {ErrorKind::ReadOnly, File::tr("「%1」のあるフォルダーに書き込めません。").arg(name),
                    File::tr("フォルダーの権限を確かめるか、別の場所に複製してください。"), detail};
        if (code == readOnlyJournal)
            return {ErrorKind::ReadOnly,
                    File::tr("「%1」には、途中で終わった書き込みが残っています。読み取り専用のため、元に戻せません。").arg(name),
                    File::tr("同じ名前の「-journal」のファイルと一緒に、書き込める場所に複製してから開いてください。"), detail};
        if (code == readOnlyMoved)
            return {ErrorKind::NotFound, File::tr("「%1」は、開いている間に移動または削除されました。").arg(name),
                    File::tr("元の場所に戻すか、移動した先のファイルを開き直してください。"), detail};
        return {ErrorKind::ReadOnly, File::tr("「%1」は読み取り専用です。").arg(name),
                File::tr("ファイルの属性を確かめるか、別の場所に複製してください。"), detail};
    case Full:
        return {ErrorKind::DiskFull,
                File::tr("ディスクの空きがないため、「%1」に書き込めませんでした。変更は行われていません。").arg(name),
                File::tr("不要なファイルを消して空きを作ってから、もう一度行ってください。"), detail};
    case CannotOpen:
        return {ErrorKind::NotFound, File::tr("「%1」を開けませんでした。").arg(name), File::tr("場所と権限を確かめてください。"),
                detail};
    case NotADatabase:
    case Corrupt:
        return {ErrorKind::Unreadable, File::tr("「%1」は壊れているため読めません。").arg(name), remedyForDamage(), detail};
    case IoError:
        return {ErrorKind::Failed, File::tr("「%1」の読み書き中に、ディスクまたは通信の障害が起きました。").arg(name),
                File::tr("接続を確かめてから、もう一度行ってください。"), detail};
    default:
        return {ErrorKind::Failed, File::tr("「%1」の読み書きに失敗しました。").arg(name), File::tr("もう一度行ってください。"),
                detail};
    }
}

PastSqlite::PastSqlite(const QString &path) : m_lock(writtenFiles().mutex)
{
    const FileStamp stamp = stampOf(realPath(path));
    const auto &files = writtenFiles().files;
    m_allowed = std::none_of(files.begin(), files.end(), [&](const FileStamp &file) { return file.isSameFile(stamp); });
    if (!m_allowed)
        m_lock.unlock();
}

Database::Database(const QString &path, Access access) : m_path(path)
{
    if (access == Access::ReadWrite) {
        const std::lock_guard lock(writtenFiles().mutex);
        m_written = stampOf(realPath(path));
        writtenFiles().files.append(m_written);
    }
    static std::atomic<int> counter = 0;
    m_name = u"plan-%1"_s.arg(++counter);
    m_database = QSqlDatabase::addDatabase(u"QSQLITE"_s, m_name);
    m_database.setDatabaseName(path);
    QString options = u"QSQLITE_BUSY_TIMEOUT=%1"_s.arg(busyTimeoutMs);
    if (access == Access::ReadOnly)
        options += u";QSQLITE_OPEN_READONLY"_s;
    m_database.setConnectOptions(options);
    try {
        if (!m_database.open())
            fail(m_database.lastError());
        run(u"PRAGMA trusted_schema=OFF"_s);
        run(u"PRAGMA cell_size_check=ON"_s);
        if (access != Access::ReadOnly) {
            run(u"PRAGMA journal_mode=DELETE"_s);
            // EXTRA is FULL and a sync of the folder after the journal is gone: without it a power loss could bring the journal
            // back, and with it the state before a change that was acknowledged. Where the folder knows no sync, EXTRA would tell
            // every change as failed.
            m_syncsFolder = syncFolder(QFileInfo(path).absolutePath()) != FolderSync::Impossible;
            run(m_syncsFolder ? u"PRAGMA synchronous=EXTRA"_s : u"PRAGMA synchronous=FULL"_s);
        }
    } catch (...) {
        close();
        throw;
    }
}

Database::~Database()
{
    m_prepared.clear();
    close();
}

void Database::close()
{
    m_database.close();
    m_database = {};
    QSqlDatabase::removeDatabase(m_name);
    if (!m_written.exists())
        return;
    const std::lock_guard lock(writtenFiles().mutex);
    writtenFiles().files.removeOne(m_written);
}

void Database::fail(const QSqlError &error) const
{
    int code = error.nativeErrorCode().toInt();
    if (m_looksAgain && ((code & 0xff) == Corrupt || (code & 0xff) == NotADatabase) && !isDamaged())
        code = IoError;
    throw FileFailure{sqliteError(code, m_path, error.text()), code == readOnlyJournal};
}

bool Database::isDamaged() const
{
    if (const PastSqlite past(m_path); past.isAllowed() && !readThrough(m_path))
        return false;
    try {
        Database again(m_path, Access::ReadOnly);
        again.m_looksAgain = false;
        checkStructure(again);
        return false;
    } catch (const FileFailure &failure) {
        return failure.error.kind == ErrorKind::Unreadable;
    }
}

qint64 Database::version()
{
    return single(u"PRAGMA data_version"_s).toLongLong();
}

void Database::run(const QString &sql)
{
    QSqlQuery query(m_database);
    if (!query.exec(sql))
        fail(query.lastError());
}

QVariant Database::single(const QString &sql)
{
    QSqlQuery query(m_database);
    query.setForwardOnly(true);
    if (!query.exec(sql))
        fail(query.lastError());
    return next(query) ? query.value(0) : QVariant();
}

QSqlQuery &Database::prepared(const QString &sql)
{
    auto found = m_prepared.find(sql);
    if (found == m_prepared.end()) {
        QSqlQuery query(m_database);
        query.setForwardOnly(true);
        if (!query.prepare(sql))
            fail(query.lastError());
        found = m_prepared.emplace(sql, std::move(query)).first;
    }
    return found->second;
}

void Database::step(QSqlQuery &query)
{
    if (!query.exec())
        fail(query.lastError());
}

bool Database::next(QSqlQuery &query) const
{
    if (query.next())
        return true;
    if (query.lastError().isValid())
        fail(query.lastError());
    return false;
}

Transaction::Transaction(Database &database) : m_database(database)
{
    m_database.run(u"PRAGMA shrink_memory"_s); // lets go of the pages
    m_database.run(u"BEGIN IMMEDIATE"_s);
}

Transaction::~Transaction()
{
    if (!m_open)
        return;
    try {
        m_database.run(u"ROLLBACK"_s);
    } catch (const FileFailure &) {
        // A full disk has rolled back already.
    }
}

void Transaction::commit()
{
    m_database.run(u"COMMIT"_s);
    m_open = false;
}

} // namespace shisaku
