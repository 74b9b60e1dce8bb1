// SPDX-License-Identifier: GPL-3.0-or-later
// A thin throwing wrapper of one SQLite connection; the only place that knows how Qt Sql reports failures.
#pragma once

#include "models/plan/result.h"

#include <QSqlDatabase>
#include <QSqlQuery>
#include <QVariant>

#include <atomic>
#include <unordered_map>

namespace shisaku {

/// Thrown inside models/file only; carries what the officer will be told.
struct FileFailure {
    Error error;
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

    const QString &path() const { return m_path; }
    [[noreturn]] void fail(const QSqlError &error) const;

private:
    /// SQLite tells a page that could not be read as damage. Whether looking again finds the file readable, and damaged.
    bool isDamaged() const;

    QString m_path;
    QString m_name;
    QSqlDatabase m_database;
    std::unordered_map<QString, QSqlQuery> m_prepared;
    bool m_syncsFolder = true;
    bool m_looksAgain = true; // before it tells damage
};

/// BEGIN IMMEDIATE on construction, ROLLBACK on destruction unless committed.
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
