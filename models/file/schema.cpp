// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/file/schema.h"

namespace shisaku {

using namespace Qt::StringLiterals;

namespace {
QString columnType(FieldKind kind)
{
    switch (kind) {
    case FieldKind::Integer:
        return u"INTEGER"_s;
    case FieldKind::Flag:
        return u"INTEGER NOT NULL"_s;
    case FieldKind::Image:
        return u"BLOB NOT NULL"_s;
    default:
        return u"TEXT NOT NULL"_s;
    }
}

QString createTable(const TableInfo &table)
{
    QString sql = u"CREATE TABLE %1 (id TEXT PRIMARY KEY NOT NULL"_s.arg(quoted(table.name));
    for (const Field &field : table.fields)
        sql += u", %1 %2"_s.arg(quoted(field.name), columnType(field.kind));
    return sql + u") STRICT, WITHOUT ROWID"_s;
}
} // namespace

QString quoted(const char *name)
{
    return u'"' + QLatin1StringView(name) + u'"';
}

QString columnList(const TableInfo &table)
{
    QString list = u"id"_s;
    for (const Field &field : table.fields)
        list += u", "_s + quoted(field.name);
    return list;
}

QStringList schemaStatements()
{
    QStringList statements;
    for (const TableInfo &table : allTables())
        statements << createTable(table);
    statements << u"CREATE TABLE journal (seq INTEGER PRIMARY KEY, entry_id TEXT NOT NULL UNIQUE, parent_digest TEXT NOT NULL, "
                  "at TEXT NOT NULL, who TEXT NOT NULL, host TEXT NOT NULL, schema INTEGER NOT NULL, "
                  "kind TEXT NOT NULL CHECK (kind IN ('do', 'undo', 'redo')), undoes INTEGER, step INTEGER NOT NULL, "
                  "title TEXT NOT NULL, digest TEXT NOT NULL) STRICT"_s
               << u"CREATE TABLE journal_change (seq INTEGER NOT NULL, ordinal INTEGER NOT NULL, \"table\" TEXT NOT NULL, "
                  "row TEXT NOT NULL, before TEXT, after TEXT, PRIMARY KEY (seq, ordinal)) STRICT, WITHOUT ROWID"_s
               << u"CREATE TABLE edition (seq INTEGER PRIMARY KEY, name TEXT NOT NULL, note TEXT NOT NULL) STRICT"_s
               << u"CREATE TABLE history_floor (seq INTEGER PRIMARY KEY) STRICT"_s
               << u"CREATE TABLE format (oldest_reader TEXT NOT NULL) STRICT"_s;
    return statements;
}

} // namespace shisaku
