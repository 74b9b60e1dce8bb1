// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/file/migration.h"

#include "models/file/schema.h"

namespace shisaku {

using namespace Qt::StringLiterals;

namespace {
QStringList columnsOf(Database &database, const QString &schema, const QString &table)
{
    QSqlQuery &query = database.prepared(u"SELECT name FROM pragma_table_info(?, ?)"_s);
    query.bindValue(0, table);
    query.bindValue(1, schema);
    database.step(query);
    QStringList names;
    while (database.next(query))
        names << query.value(0).toString();
    query.finish();
    return names;
}

QString emptyLiteral(FieldKind kind)
{
    switch (kind) {
    case FieldKind::Integer:
        return u"NULL"_s;
    case FieldKind::Flag:
        return u"0"_s;
    case FieldKind::Image:
        return u"x''"_s;
    default:
        return u"''"_s;
    }
}

/// Columns that the old file does not have come empty.
void copyContent(Database &database, const TableInfo &table)
{
    const QStringList known = columnsOf(database, u"old"_s, QString::fromLatin1(table.name));
    if (known.isEmpty())
        return;
    QString sources = u"id"_s;
    for (const Field &field : table.fields)
        sources += u", "_s + (known.contains(QLatin1StringView(field.name)) ? quoted(field.name) : emptyLiteral(field.kind));
    database.run(u"INSERT INTO main.%1 (%2) SELECT %3 FROM old.%1"_s.arg(quoted(table.name), columnList(table), sources));
}
} // namespace

std::span<const Migration> migrations()
{
    return {};
}

bool canMigrate(int version, std::span<const Migration> steps)
{
    for (const Migration &step : steps) {
        if (step.from == version)
            ++version;
    }
    return version == schemaVersion;
}

void makeSchema(Database &database)
{
    for (const QString &statement : schemaStatements())
        database.run(statement);
    database.run(u"INSERT INTO format (oldest_reader) VALUES ('%1')"_s.arg(QLatin1StringView(oldestReader)));
    database.run(u"PRAGMA application_id = %1"_s.arg(applicationId));
    database.run(u"PRAGMA user_version = %1"_s.arg(schemaVersion));
}

void migrate(const QString &from, const QString &made, int version, std::span<const Migration> steps)
{
    Database database(made, Database::Access::Create);
    QSqlQuery &attach = database.prepared(u"ATTACH DATABASE ? AS old"_s);
    attach.bindValue(0, from);
    database.step(attach);
    attach.finish();
    Transaction transaction(database);
    makeSchema(database);
    for (const TableInfo &table : allTables())
        copyContent(database, table);
    for (const auto *table : {"journal", "journal_change", "edition", "history_floor"})
        database.run(u"INSERT INTO main.%1 SELECT * FROM old.%1"_s.arg(QLatin1StringView(table)));
    for (const Migration &step : steps) {
        if (step.from != version)
            continue;
        for (const QString &statement : step.statements)
            database.run(statement);
        ++version;
    }
    transaction.commit();
}

} // namespace shisaku
