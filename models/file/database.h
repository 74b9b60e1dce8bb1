// SPDX-License-Identifier: GPL-3.0-or-later
// A thin throwing wrapper of one SQLite connection; the only place that knows how Qt Sql reports failures.
#pragma once

#include "models/file/platform.h"
#include "models/plan/result.h"

#include <QSqlDatabase>
#include <QSqlQuery>
#include <QVariant>

#include <atomic>
#include <mutex>
#include <unordered_map>

namespace shisaku {

/// Thrown inside models/file only; carries what the officer will be told.
struct FileFailure {
    Error error;
    /// The file cannot be read because a journal lies beside it that only a writer may play back.
    bool journalIsHot = false;
};

/// One connection, to be used in the thread that made it.
class Database {
public:
    enum class Access { Create, ReadWrite, ReadOnly };

    /// Throws FileFailure when the file cannot be opened. Does not judge what is in it.
    Database(const QString &path, Access access);
    ~Database();
    Database(const Database &) = delete;
    Database &operator=(const Database &) = delete;

    /// Runs a statement that is used once.
    void run(const QString &sql);
    /// The first column of the first row; an invalid QVariant if there is none.
    QVariant single(const QString &sql);
    /// A statement that is prepared once and kept; bind with at(), then call step().
    QSqlQuery &prepared(const QString &sql);
    /// Executes a prepared statement; throws when it fails.
    void step(QSqlQuery &query);
    /// Goes to the next row; false behind the last one. Throws when reading fails, which QSqlQuery::next() tells in the same way as
    /// the end.
    bool next(QSqlQuery &query) const;

    /// False where the folder can never be forced to the disk: after a loss of power the last change may be missing.
    bool syncsFolder() const { return m_syncsFolder; }

    /// Changes by itself when something else than this connection has written the file, or may have.
    qint64 version();

    const QString &path() const { return m_path; }
    [[noreturn]] void fail(const QSqlError &error) const;

private:
    /// SQLite tells a page that could not be read as damage. Whether looking again finds the file readable, and damaged.
    bool isDamaged() const;
    void close();

    QString m_path;
    FileStamp m_written; // the file this connection may write
    QString m_name;
    QSqlDatabase m_database;
    std::unordered_map<QString, QSqlQuery> m_prepared;
    bool m_syncsFolder = true;
    bool m_looksAgain = true; // before it tells damage
};

/// While it lives, no connection of this process begins to write a file. Closing a descriptor drops all locks that the process
/// holds on the file, SQLite's too (POSIX, fcntl): whoever reads a plan past SQLite does so under this.
class PastSqlite {
public:
    explicit PastSqlite(const QString &path);
    /// False where a connection of this process may be writing: then only SQLite may read the file.
    bool isAllowed() const { return m_allowed; }

private:
    std::unique_lock<std::mutex> m_lock;
    bool m_allowed = false;
};

/// BEGIN IMMEDIATE on construction, ROLLBACK on destruction unless committed. What it reads comes from the file: SQLite keeps
/// pages while the counter in the file's head stays the same, which a file put in its place may have as well.
class Transaction {
public:
    explicit Transaction(Database &database);
    ~Transaction();
    Transaction(const Transaction &) = delete;
    Transaction &operator=(const Transaction &) = delete;

    void commit();

private:
    Database &m_database;
    bool m_open = true;
};

/// What an SQLite code means for the officer. `code` is the extended result code.
Error sqliteError(int code, const QString &path, const QString &detail);

} // namespace shisaku
