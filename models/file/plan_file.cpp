// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/file/plan_file.h"

#include "models/change/change_json.h"
#include "models/file/backup.h"
#include "models/file/destination.h"
#include "models/file/file_check.h"
#include "models/file/guarded.h"
#include "models/file/migration.h"
#include "models/file/private_copy.h"
#include "models/file/publish.h"
#include "models/file/row_store.h"
#include "models/file/schema.h"
#include "models/file/size_limit.h"
#include "models/file/table_loader.h"

#include <QCoreApplication>
#include <QDir>
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

[[noreturn]] void failTakenOver(const QString &path)
{
    const auto holder = FileLock::holder(path);
    fail(ErrorKind::Locked,
         holder ? PlanFileText::tr("「%1」の編集は%2が引き継ぎました。").arg(QFileInfo(path).fileName(), holder->toJapanese())
                : PlanFileText::tr("「%1」を編集している印が、なくなりました。").arg(QFileInfo(path).fileName()),
         PlanFileText::tr("この入力は保存されていません。開き直してから、もう一度入力してください。"));
}

/// Takes back what a process that died in the middle of writing left. Only who holds our lock may: on shares where locks on
/// bytes reach nobody, the journal of a living writer looks like that of a dead one.
void rollBack(const QString &path)
{
    if (QFile::exists(path + u"-journal"_s))
        Database(path, Database::Access::ReadWrite).single(u"SELECT count(*) FROM sqlite_schema"_s);
}

/// Replaces a plan of an earlier version by one of this version; the old file goes among the dated copies.
void upgrade(const QString &path, int version, PlanFile::Access access, const QDateTime &now)
{
    if (access == PlanFile::Access::ReadOnly)
        fail(ErrorKind::ReadOnly,
             PlanFileText::tr("「%1」は以前の形式です。閲覧だけでは開けません。").arg(QFileInfo(path).fileName()),
             PlanFileText::tr("書き込める場所で一度開いて、今の形式にしてください。"));
    const QString made = besides(path);
    const QString kept = backupPath(path, now);
    try {
        migrate(path, made, version);
    } catch (const FileFailure &) {
        discard(made);
        throw;
    }
    try {
        if (!makeFolder(backupFolder(path), path))
            fail(ErrorKind::ReadOnly, {}, {});
        publishCopy(path, kept);
    } catch (const FileFailure &) {
        discard(made);
        fail(ErrorKind::ReadOnly, PlanFileText::tr("以前の形式のファイルを、控えとして残せませんでした。"),
             PlanFileText::tr("フォルダーの権限と空きを確かめてください。"), kept);
    }
    takeAccess(kept, path);
    publish(made, path);
}
} // namespace

PlanFile::PlanFile(QString path, std::unique_ptr<Database> database, std::unique_ptr<FileLock> lock, qint64 largest) :
    m_path(std::move(path)), m_lock(std::move(lock)), m_database(std::move(database)), m_largest(largest)
{}

PlanFile::~PlanFile() = default;

Result<void> PlanFile::create(const QString &path, const ChangeSet &initial, const JournalEntry &entry)
{
    const auto place = placeForPlan(path, entry.person, entry.at);
    if (!place)
        return place.error();
    QString made;
    const auto result = guarded([&] {
        made = besides(place->path);
        auto database = std::make_unique<Database>(made, Database::Access::Create);
        Transaction transaction(*database);
        makeSchema(*database);
        transaction.commit();
        PlanFile file(made, std::move(database), nullptr, largestPlan);
        const auto written = file.write(initial, entry);
        if (!written)
            throw FileFailure{written.error()};
        file.m_database->run(u"INSERT INTO history_floor (seq) VALUES (%1)"_s.arg(written->seq));
    });
    if (!result) {
        Error error = result.error();
        if (made.isEmpty())
            return error;
        discard(made);
        error.what.replace(QFileInfo(made).fileName(), QFileInfo(place->path).fileName());
        return error;
    }
    return guarded([&] { publish(made, place->path); });
}

Result<std::unique_ptr<PlanFile>> PlanFile::open(const QString &given, Access access, const Person &person, const QDateTime &now,
                                                 qint64 largest)
{
    return guarded([&]() -> std::unique_ptr<PlanFile> {
        const QString path = realPath(given);
        std::unique_ptr<FileLock> lock;
        checkHeader(path);
        if (access != Access::ReadOnly) {
            if (!mayWrite(path))
                fail(ErrorKind::ReadOnly, PlanFileText::tr("「%1」は読み取り専用です。").arg(QFileInfo(path).fileName()),
                     PlanFileText::tr("閲覧だけで開くか、書き込める場所に複製してください。"));
            auto acquired = FileLock::acquire(path, person, now,
                                              access == Access::TakeOver ? FileLock::Others::TakeOver : FileLock::Others::Respect);
            if (!acquired)
                throw FileFailure{acquired.error()};
            lock = std::move(*acquired);
            rollBack(path);
        }
        if (const int version = checkHeader(path); version != schemaVersion)
            upgrade(path, version, access, now);
        std::unique_ptr<PlanFile> file(new PlanFile(path, nullptr, std::move(lock), largest));
        if (file->m_lock) {
            file->m_database = std::make_unique<Database>(path, Database::Access::ReadWrite);
            checkSchema(*file->m_database);
            return file;
        }
        if (const auto begun = file->beginReading(); !begun)
            throw FileFailure{begun.error()};
        return file;
    });
}

void PlanFile::failUnlessHeld() const
{
    if (m_lock && !m_lock->isHeld())
        failTakenOver(m_path);
}

void PlanFile::failUnlessOurs()
{
    QSqlQuery &last = m_database->prepared(u"SELECT seq, digest FROM journal ORDER BY seq DESC LIMIT 1"_s);
    m_database->step(last);
    const bool ours = m_database->next(last) ? last.value(0).toLongLong() == m_seq && last.value(1).toString() == m_digest.toHex()
                                             : m_seq == 0;
    last.finish();
    if (!ours) {
        failUnlessHeld();
        failForeign(m_path);
    }
    const qint64 version = m_database->version();
    if (m_lock && version != m_version) {
        // Another program wrote without an entry, a file is being put in place of this one, or the disk failed under us and
        // SQLite has begun anew. Rare, and worth reading everything.
        Plan stored;
        (void)loadTables(*m_database, stored, nullptr);
        if (Digest::ofPlan(stored) != m_digest)
            failForeign(m_path);
        m_version = version;
    }
}

Result<JournalEntry> PlanFile::write(const ChangeSet &change, JournalEntry entry, Progress *progress)
{
    const Digest parent = m_digest;
    Digest digest = parent;
    bool complete = false;
    const auto result = guarded([&] {
        failUnlessHeld();
        Transaction transaction(*m_database);
        failUnlessOurs();
        if (progress)
            progress->total = change.rows.size();
        SizeLimit limit(*m_database, entry.kind == JournalEntry::Kind::Do ? largestEntered(m_largest) : m_largest);
        RowHasher hasher;
        for (const RowChange &row : change.rows) {
            if (row.after)
                limit.add(*row.after);
            const TableInfo &table = tableInfo(row.table);
            if (row.isInsert()) {
                const FieldValues values = rowValues(table, *row.after);
                insertRow(*m_database, table, row.row, values);
                digest += hasher.digest(row.table, row.row, values);
            } else {
                FieldValues values = storedRow(*m_database, table, row.row);
                for (const FieldChange &field : *row.before) {
                    if (values[static_cast<size_t>(field.field)] != field.value)
                        failForeign(m_path);
                }
                digest -= hasher.digest(row.table, row.row, values);
                if (row.isRemove()) {
                    removeRow(*m_database, table, row.row);
                } else {
                    updateRow(*m_database, table, row.row, *row.after);
                    for (const FieldChange &field : *row.after)
                        values[static_cast<size_t>(field.field)] = field.value;
                    digest += hasher.digest(row.table, row.row, values);
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
        writeJournal(change, entry, parent, limit);
        complete = true;
        transaction.commit();
    });
    if (!result && !(complete && isWritten(u"SELECT entry_id FROM journal WHERE seq = ?"_s, entry.seq, entry.entryId)))
        return result.error();
    m_seq = entry.seq;
    m_digest = digest;
    return entry;
}

Result<JournalEntry> PlanFile::writeTakeOver(const Person &person, const QDateTime &now)
{
    JournalEntry entry;
    entry.at = now;
    entry.person = person;
    entry.title = PlanFileText::tr("編集を引き継ぎ");
    return write({}, entry);
}

bool PlanFile::isWritten(const QString &sql, qint64 seq, const QString &expected)
{
    // The journal may be gone, which is what makes a transaction count, and only the sync of its folder be refused.
    const auto found = guarded([&] {
        QSqlQuery &query = m_database->prepared(sql);
        query.bindValue(0, seq);
        m_database->step(query);
        const bool same = m_database->next(query) && query.value(0).toString() == expected;
        query.finish();
        return same;
    });
    return found && *found;
}

void PlanFile::writeJournal(const ChangeSet &change, const JournalEntry &entry, const Digest &parent, SizeLimit &limit)
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
    const auto json = [&limit](TableId table, const std::optional<QList<FieldChange>> &fields) {
        if (!fields)
            return QVariant(QMetaType::fromType<QString>());
        const QString written = fieldsToJson(table, *fields);
        limit.add(written);
        return QVariant(written);
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

Result<void> PlanFile::nameEdition(const Edition &edition)
{
    bool complete = false;
    const auto result = guarded([&] {
        failUnlessHeld();
        Transaction transaction(*m_database);
        failUnlessOurs();
        SizeLimit(*m_database, m_largest).add(edition.name + edition.note);
        QSqlQuery &query = m_database->prepared(u"INSERT OR REPLACE INTO edition (seq, name, note) VALUES (?, ?, ?)"_s);
        query.bindValue(0, edition.seq);
        query.bindValue(1, edition.name.isNull() ? u""_s : edition.name);
        query.bindValue(2, edition.note.isNull() ? u""_s : edition.note);
        m_database->step(query);
        complete = true;
        transaction.commit();
    });
    const bool written = complete && isWritten(u"SELECT name FROM edition WHERE seq = ?"_s, edition.seq, edition.name);
    return result || written ? Result<void>() : result;
}

std::optional<Error> PlanFile::folderNotice() const
{
    if (!m_database || m_database->syncsFolder())
        return std::nullopt;
    return unsyncedFolder(m_path);
}

} // namespace shisaku
