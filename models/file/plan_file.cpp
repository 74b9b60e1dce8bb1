// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/file/plan_file.h"

#include "models/change/change_json.h"
#include "models/file/database.h"
#include "models/file/file_check.h"
#include "models/file/platform.h"
#include "models/file/schema.h"

#include <QCoreApplication>
#include <QFile>
#include <QFileInfo>
#include <QUuid>

namespace shisaku {

using namespace Qt::StringLiterals;

namespace {
struct PlanFileText {
    Q_DECLARE_TR_FUNCTIONS(PlanFile)
};

constexpr const char *kindNames[] = {"do", "undo", "redo"};

/// Runs work that may throw FileFailure and turns the failure into an error.
template <typename Work>
auto guarded(Work work) -> Result<decltype(work())>
{
    try {
        if constexpr (std::is_void_v<decltype(work())>) {
            work();
            return {};
        } else {
            return work();
        }
    } catch (const FileFailure &failure) {
        return failure.error;
    }
}

[[noreturn]] void fail(ErrorKind kind, const QString &what, const QString &remedy, const QString &detail = {})
{
    throw FileFailure{{kind, what, remedy, detail}};
}

[[noreturn]] void failDamaged(const QString &path, const QString &place)
{
    fail(ErrorKind::Unreadable, PlanFileText::tr("「%1」の中に読めない値があります。").arg(QFileInfo(path).fileName()),
         PlanFileText::tr("控えのファイルから開き直してください。"), place);
}

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

std::optional<Value> fromColumn(const QVariant &column, const Field &field)
{
    switch (field.kind) {
    case FieldKind::Integer:
        return column.isNull() ? Value() : Value(column.toLongLong());
    case FieldKind::Flag:
        return Value(column.toLongLong());
    case FieldKind::Image:
        return Value(column.toByteArray());
    case FieldKind::Reference:
    case FieldKind::AnyRow:
        return valueFromText(field, column.toString());
    default:
        return Value(column.toString());
    }
}

void loadTable(Database &database, Plan &plan, const TableInfo &table)
{
    QSqlQuery &query = database.prepared(u"SELECT %1 FROM %2"_s.arg(columnList(table), quoted(table.name)));
    database.step(query);
    AnyRows &rows = plan.table(table.id);
    FieldValues values(table.fields.size());
    while (query.next()) {
        const QString idText = query.value(0).toString();
        for (size_t i = 0; i < table.fields.size(); ++i) {
            const auto value = fromColumn(query.value(static_cast<int>(i) + 1), table.fields[i]);
            if (!value)
                failDamaged(database.path(), QLatin1StringView(table.name) + u' ' + idText);
            values[i] = *value;
        }
        const auto id = RowId::fromText(idText);
        if (!id || id->isNull() || !rows.insert(*id, values))
            failDamaged(database.path(), QLatin1StringView(table.name) + u' ' + idText);
    }
    query.finish();
}

QList<JournalEntry> loadJournal(Database &database)
{
    QList<JournalEntry> journal;
    QSqlQuery &query = database.prepared(
        u"SELECT seq, entry_id, at, who, host, kind, undoes, step, title, digest FROM journal ORDER BY seq"_s);
    database.step(query);
    while (query.next()) {
        JournalEntry entry;
        entry.seq = query.value(0).toLongLong();
        entry.entryId = query.value(1).toString();
        entry.at = QDateTime::fromString(query.value(2).toString(), Qt::ISODateWithMs);
        entry.person = {query.value(3).toString(), query.value(4).toString()};
        const QString kind = query.value(5).toString();
        entry.kind = kind == u"do" ? JournalEntry::Kind::Do : kind == u"undo" ? JournalEntry::Kind::Undo : JournalEntry::Kind::Redo;
        entry.undoes = query.value(6).toLongLong();
        entry.step = query.value(7).toLongLong();
        entry.title = query.value(8).toString();
        const auto digest = Digest::fromHex(query.value(9).toString());
        if (!digest)
            failDamaged(database.path(), u"journal %1"_s.arg(entry.seq));
        entry.digest = *digest;
        journal.append(entry);
    }
    query.finish();
    return journal;
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

[[noreturn]] void failForeign(const QString &path)
{
    fail(ErrorKind::Locked, PlanFileText::tr("「%1」は、開いている間に別の場所で変更されました。").arg(QFileInfo(path).fileName()),
         PlanFileText::tr("開き直してから、もう一度入力してください。"));
}

/// The row as it stands in the file.
FieldValues storedRow(Database &database, const TableInfo &table, RowId row)
{
    QSqlQuery &query = database.prepared(u"SELECT %1 FROM %2 WHERE id = ?"_s.arg(columnList(table), quoted(table.name)));
    query.bindValue(0, row.toText());
    database.step(query);
    if (!query.next())
        failForeign(database.path());
    FieldValues values;
    for (size_t i = 0; i < table.fields.size(); ++i)
        values.push_back(fromColumn(query.value(static_cast<int>(i) + 1), table.fields[i]).value_or(Value()));
    query.finish();
    return values;
}

QString insertStatement(const TableInfo &table)
{
    return u"INSERT INTO %1 (%2) VALUES (?%3)"_s.arg(quoted(table.name), columnList(table),
                                                     u", ?"_s.repeated(static_cast<qsizetype>(table.fields.size())));
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

/// Syncs a finished file and moves it over `path`.
void publish(const QString &made, const QString &path)
{
    if (syncFile(made) && replaceFile(made, path) && syncFolder(QFileInfo(path).absolutePath()))
        return;
    QFile::remove(made);
    fail(ErrorKind::ReadOnly, PlanFileText::tr("「%1」を作れませんでした。").arg(path),
         PlanFileText::tr("書き込める場所を選んでください。"));
}

QString besides(const QString &path)
{
    return path + u'.' + QUuid::createUuid().toString(QUuid::Id128).first(8) + u".tmp"_s;
}
} // namespace

PlanFile::PlanFile(std::unique_ptr<Database> database, std::unique_ptr<FileLock> lock) :
    m_lock(std::move(lock)), m_database(std::move(database))
{}

PlanFile::~PlanFile() = default;

Result<void> PlanFile::create(const QString &path, const ChangeSet &initial, const JournalEntry &entry)
{
    const QString made = besides(path);
    const auto result = guarded([&] {
        auto database = std::make_unique<Database>(made, Database::Access::Create);
        Transaction transaction(*database);
        for (const QString &statement : schemaStatements())
            database->run(statement);
        database->run(u"PRAGMA application_id = %1"_s.arg(applicationId));
        database->run(u"PRAGMA user_version = %1"_s.arg(schemaVersion));
        transaction.commit();
        PlanFile file(std::move(database), nullptr);
        const auto written = file.write(initial, entry);
        if (!written)
            throw FileFailure{written.error()};
        file.m_database->run(u"INSERT INTO history_floor (seq) VALUES (%1)"_s.arg(written->seq));
    });
    if (!result) {
        QFile::remove(made);
        Error error = result.error();
        error.what.replace(QFileInfo(made).fileName(), QFileInfo(path).fileName());
        return error;
    }
    return guarded([&] { publish(made, path); });
}

Result<std::unique_ptr<PlanFile>> PlanFile::open(const QString &path, Access access, const Person &person, const QDateTime &now)
{
    return guarded([&]() -> std::unique_ptr<PlanFile> {
        checkHeader(path);
        std::unique_ptr<FileLock> lock;
        if (access == Access::ReadWrite) {
            if (!mayWrite(path))
                fail(ErrorKind::ReadOnly, PlanFileText::tr("「%1」は読み取り専用です。").arg(QFileInfo(path).fileName()),
                     PlanFileText::tr("閲覧だけで開くか、書き込める場所に複製してください。"));
            auto acquired = FileLock::acquire(path, person, now);
            if (!acquired)
                throw FileFailure{acquired.error()};
            lock = std::move(*acquired);
        }
        auto database = std::make_unique<Database>(path, access == Access::ReadWrite ? Database::Access::ReadWrite
                                                                                     : Database::Access::ReadOnly);
        checkStructure(*database);
        return std::unique_ptr<PlanFile>(new PlanFile(std::move(database), std::move(lock)));
    });
}

Result<PlanContent> PlanFile::load()
{
    return guarded([this] {
        PlanContent content;
        m_database->run(u"BEGIN"_s); // one state of the file for all tables
        for (const TableInfo &table : allTables())
            loadTable(*m_database, content.plan, table);
        content.journal = loadJournal(*m_database);
        QSqlQuery &editions = m_database->prepared(u"SELECT seq, name, note FROM edition ORDER BY seq"_s);
        m_database->step(editions);
        while (editions.next())
            content.editions.append({editions.value(0).toLongLong(), editions.value(1).toString(), editions.value(2).toString()});
        editions.finish();
        content.floor = m_database->single(u"SELECT max(seq) FROM history_floor"_s).toLongLong();
        m_database->run(u"COMMIT"_s);
        if (!content.journal.isEmpty()) {
            m_seq = content.journal.last().seq;
            m_digest = content.journal.last().digest;
        }
        content.digest = m_digest;
        return content;
    });
}

Result<JournalEntry> PlanFile::write(const ChangeSet &change, JournalEntry entry, Progress *progress)
{
    const Digest parent = m_digest;
    Digest digest = parent;
    const auto result = guarded([&] {
        Transaction transaction(*m_database);
        QSqlQuery &last = m_database->prepared(u"SELECT seq, digest FROM journal ORDER BY seq DESC LIMIT 1"_s);
        m_database->step(last);
        const bool ours = last.next() ? last.value(0).toLongLong() == m_seq && last.value(1).toString() == m_digest.toHex()
                                      : m_seq == 0;
        last.finish();
        if (!ours)
            failForeign(m_database->path());

        if (progress)
            progress->total = change.rows.size();
        for (const RowChange &row : change.rows) {
            const TableInfo &table = tableInfo(row.table);
            if (row.isInsert()) {
                const FieldValues values = rowValues(table, *row.after);
                insertRow(*m_database, table, row.row, values);
                digest += Digest::ofRow(row.table, row.row, values);
            } else {
                FieldValues values = storedRow(*m_database, table, row.row);
                for (const FieldChange &field : *row.before) {
                    if (values[static_cast<size_t>(field.field)] != field.value)
                        failForeign(m_database->path());
                }
                digest -= Digest::ofRow(row.table, row.row, values);
                if (row.isRemove()) {
                    removeRow(*m_database, table, row.row);
                } else {
                    updateRow(*m_database, table, row.row, *row.after);
                    for (const FieldChange &field : *row.after)
                        values[static_cast<size_t>(field.field)] = field.value;
                    digest += Digest::ofRow(row.table, row.row, values);
                }
            }
            if (progress) {
                ++progress->done;
                if (progress->cancelled)
                    fail(ErrorKind::Cancelled, PlanFileText::tr("中止しました。計画は元のままです。"), {});
            }
        }
        entry.seq = m_seq + 1;
        entry.digest = digest;
        if (entry.entryId.isEmpty())
            entry.entryId = QUuid::createUuid().toString(QUuid::WithoutBraces);
        if (entry.step == 0)
            entry.step = entry.seq;
        writeJournal(change, entry, parent);
        transaction.commit();
    });
    if (!result)
        return result.error();
    m_seq = entry.seq;
    m_digest = digest;
    return entry;
}

void PlanFile::writeJournal(const ChangeSet &change, const JournalEntry &entry, const Digest &parent)
{
    QSqlQuery &head = m_database->prepared(
        u"INSERT INTO journal (seq, entry_id, parent_digest, at, who, host, schema, kind, undoes, "
        "step, title, digest) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)"_s);
    int place = 0;
    const auto text = [](const QString &value) { return value.isNull() ? u""_s : value; };
    head.bindValue(place++, entry.seq);
    head.bindValue(place++, text(entry.entryId));
    head.bindValue(place++, parent.toHex());
    head.bindValue(place++, entry.at.toString(Qt::ISODateWithMs));
    head.bindValue(place++, text(entry.person.name));
    head.bindValue(place++, text(entry.person.host));
    head.bindValue(place++, schemaVersion);
    head.bindValue(place++, QString::fromLatin1(kindNames[static_cast<int>(entry.kind)]));
    head.bindValue(place++, entry.undoes > 0 ? QVariant(entry.undoes) : QVariant(QMetaType::fromType<qint64>()));
    head.bindValue(place++, entry.step);
    head.bindValue(place++, text(entry.title));
    head.bindValue(place++, entry.digest.toHex());
    m_database->step(head);

    QSqlQuery &row = m_database->prepared(
        u"INSERT INTO journal_change (seq, ordinal, \"table\", row, before, after) VALUES (?, ?, ?, ?, ?, ?)"_s);
    const auto json = [](TableId table, const std::optional<QList<FieldChange>> &fields) {
        return fields ? QVariant(fieldsToJson(table, *fields)) : QVariant(QMetaType::fromType<QString>());
    };
    for (qsizetype i = 0; i < change.rows.size(); ++i) {
        const RowChange &item = change.rows[i];
        row.bindValue(0, entry.seq);
        row.bindValue(1, i);
        row.bindValue(2, QString::fromLatin1(tableInfo(item.table).name));
        row.bindValue(3, item.row.toText());
        row.bindValue(4, json(item.table, item.before));
        row.bindValue(5, json(item.table, item.after));
        m_database->step(row);
    }
}

QList<ChangeSet> PlanFile::readChanges(const QString &condition, qint64 value)
{
    QSqlQuery &query = m_database->prepared(u"SELECT j.seq, j.title, c.\"table\", c.row, c.before, c.after FROM journal j JOIN "
                                            u"journal_change c ON c.seq = j.seq WHERE %1 "
                                            "ORDER BY j.seq, c.ordinal"_s.arg(condition));
    query.bindValue(0, value);
    m_database->step(query);
    QList<ChangeSet> changes;
    qint64 current = 0;
    while (query.next()) {
        const qint64 seq = query.value(0).toLongLong();
        if (seq != current)
            changes.append(ChangeSet{query.value(1).toString(), {}});
        current = seq;
        const auto table = tableByName(query.value(2).toString());
        const auto id = RowId::fromText(query.value(3).toString());
        const auto fields = [&](int column) -> std::optional<QList<FieldChange>> {
            if (query.value(column).isNull())
                return std::nullopt;
            const auto read = fieldsFromJson(*table, query.value(column).toString());
            if (!read)
                failDamaged(m_database->path(), u"journal_change %1"_s.arg(seq));
            return read;
        };
        if (!table || !id)
            failDamaged(m_database->path(), u"journal_change %1"_s.arg(seq));
        changes.last().rows.append({*table, *id, fields(4), fields(5)});
    }
    query.finish();
    return changes;
}

Result<QList<ChangeSet>> PlanFile::changesOfStep(qint64 step)
{
    return guarded([&] { return readChanges(u"j.step = ? AND j.kind = 'do'"_s, step); });
}

Result<QList<ChangeSet>> PlanFile::changesAfter(qint64 seq)
{
    return guarded([&] { return readChanges(u"j.seq > ?"_s, seq); });
}

Result<void> PlanFile::nameEdition(const Edition &edition)
{
    return guarded([&] {
        Transaction transaction(*m_database);
        QSqlQuery &query = m_database->prepared(u"INSERT OR REPLACE INTO edition (seq, name, note) VALUES (?, ?, ?)"_s);
        query.bindValue(0, edition.seq);
        query.bindValue(1, edition.name.isNull() ? u""_s : edition.name);
        query.bindValue(2, edition.note.isNull() ? u""_s : edition.note);
        m_database->step(query);
        transaction.commit();
    });
}

Result<void> PlanFile::copyTo(const QString &path)
{
    const QString made = besides(path);
    const auto result = guarded([&] {
        QSqlQuery &query = m_database->prepared(u"VACUUM INTO ?"_s);
        query.bindValue(0, made);
        m_database->step(query);
        query.finish();
    });
    if (!result) {
        QFile::remove(made);
        return result;
    }
    return guarded([&] { publish(made, path); });
}

} // namespace shisaku
