// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/file/row_store.h"

#include "models/file/database.h"
#include "models/file/file_check.h"
#include "models/file/row_reader.h"
#include "models/file/schema.h"

#include <QCoreApplication>
#include <QFileInfo>

namespace shisaku {

using namespace Qt::StringLiterals;

namespace {
struct RowStore {
    Q_DECLARE_TR_FUNCTIONS(PlanFile)
};

QVariant toColumn(const Value &value, FieldKind kind)
{
    if (kind == FieldKind::Integer || kind == FieldKind::Flag) {
        const auto *number = std::get_if<qint64>(&value);
        return number ? QVariant(*number) : QVariant(QMetaType::fromType<qint64>());
    }
    if (const auto *bytes = std::get_if<QByteArray>(&value))
        return bytes->isNull() ? QByteArray("") : *bytes;
    const QString text = valueToText(value);
    return text.isNull() ? u""_s : text; // a null string would be stored as NULL
}

QString insertStatement(const TableInfo &table)
{
    return u"INSERT INTO %1 (%2) VALUES (?%3)"_s.arg(quoted(table.name), columnList(table),
                                                     u", ?"_s.repeated(static_cast<qsizetype>(table.fields.size())));
}
} // namespace

void fail(ErrorKind kind, const QString &what, const QString &remedy, const QString &detail)
{
    throw FileFailure{{kind, what, remedy, detail}};
}

void failDamaged(const QString &path, const QString &place)
{
    fail(ErrorKind::Unreadable, RowStore::tr("「%1」の中に読めない値があります。").arg(QFileInfo(path).fileName()),
         remedyForDamage(), place);
}

void failForeign(const QString &path)
{
    fail(ErrorKind::Locked, RowStore::tr("「%1」は、開いている間に別の場所で変更されました。").arg(QFileInfo(path).fileName()),
         RowStore::tr("開き直してから、もう一度入力してください。"));
}

FieldValues rowValues(const TableInfo &table, const QList<FieldChange> &fields)
{
    FieldValues values;
    for (const Field &field : table.fields)
        values.push_back(emptyValue(field.kind));
    for (const FieldChange &change : fields)
        values[static_cast<size_t>(change.field)] = change.value;
    return values;
}

FieldValues storedRow(Database &database, const TableInfo &table, RowId row)
{
    QSqlQuery &query = database.prepared(u"SELECT %1 FROM %2 WHERE id = ?"_s.arg(readableColumns(table), quoted(table.name)));
    query.bindValue(0, row.toText());
    database.step(query);
    if (!database.next(query))
        failForeign(database.path());
    RowReader reader;
    FieldValues values(table.fields.size());
    for (size_t i = 0; i < table.fields.size(); ++i)
        reader.read(query.value(static_cast<int>(i) + 1), table.fields[i], values[i]);
    query.finish();
    return values;
}

void insertRow(Database &database, const TableInfo &table, RowId row, const FieldValues &values)
{
    QSqlQuery &query = database.prepared(insertStatement(table));
    query.bindValue(0, row.toText());
    for (size_t i = 0; i < values.size(); ++i)
        query.bindValue(static_cast<int>(i) + 1, toColumn(values[i], table.fields[i].kind));
    database.step(query);
}

void updateRow(Database &database, const TableInfo &table, RowId row, const QList<FieldChange> &fields)
{
    QStringList assignments;
    for (const FieldChange &change : fields)
        assignments << quoted(table.fields[static_cast<size_t>(change.field)].name) + u" = ?"_s;
    QSqlQuery &query = database.prepared(u"UPDATE %1 SET %2 WHERE id = ?"_s.arg(quoted(table.name), assignments.join(u", "_s)));
    int place = 0;
    for (const FieldChange &change : fields)
        query.bindValue(place++, toColumn(change.value, table.fields[static_cast<size_t>(change.field)].kind));
    query.bindValue(place, row.toText());
    database.step(query);
}

void removeRow(Database &database, const TableInfo &table, RowId row)
{
    QSqlQuery &query = database.prepared(u"DELETE FROM %1 WHERE id = ?"_s.arg(quoted(table.name)));
    query.bindValue(0, row.toText());
    database.step(query);
}

} // namespace shisaku
