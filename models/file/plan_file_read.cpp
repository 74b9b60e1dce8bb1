// SPDX-License-Identifier: GPL-3.0-or-later
// Reading a plan while others may write it, on shares too where their locks do not reach us.
#include "models/change/change_json.h"
#include "models/file/file_check.h"
#include "models/file/guarded.h"
#include "models/file/plan_file.h"
#include "models/file/private_copy.h"
#include "models/file/publish.h"
#include "models/file/row_store.h"
#include "models/file/table_loader.h"

#include <QCoreApplication>
#include <QFileInfo>
#include <QThread>

namespace shisaku {

using namespace Qt::StringLiterals;

namespace {
struct PlanFileText {
    Q_DECLARE_TR_FUNCTIONS(PlanFile)
};

/// How often a reader tries again while somebody writes; it waits a little longer each time.
constexpr int readAttempts = 6;
constexpr int waitMs = 20;

QList<JournalEntry> loadJournal(Database &database)
{
    QList<JournalEntry> journal;
    QSqlQuery &query = database.prepared(
        u"SELECT seq, entry_id, at, who, host, kind, undoes, step, title, digest FROM journal ORDER BY seq"_s);
    database.step(query);
    while (database.next(query)) {
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
        if (!digest || entry.seq != journal.size() + 1)
            failDamaged(database.path(), u"journal %1"_s.arg(entry.seq));
        entry.digest = *digest;
        journal.append(entry);
    }
    query.finish();
    return journal;
}
} // namespace

void PlanFile::openToRead()
{
    auto database = std::make_unique<Database>(m_path, Database::Access::ReadOnly);
    try {
        database->single(u"SELECT count(*) FROM sqlite_schema"_s);
    } catch (const FileFailure &failure) {
        if (!failure.journalIsHot)
            throw;
        database.reset();
        m_copy = std::make_unique<PrivateCopy>(m_path);
        m_settled = m_copy->isSteady();
        database = std::make_unique<Database>(m_copy->path(), Database::Access::ReadOnly);
    }
    m_database = std::move(database);
}

bool PlanFile::isSteadySince(const Moment &moment, bool lastTry)
{
    if (m_copy) // what its digest does not prove was torn, or is damaged: more cannot be told
        return m_settled || (lastTry && m_copy->isSteady());
    try {
        return m_database && m_database->version() == moment.version && stampOf(m_path) == moment.stamp;
    } catch (const FileFailure &failure) {
        return !failure.journalIsHot;
    }
}

template <typename Work>
auto PlanFile::read(Work work) -> Result<decltype(work())>
{
    if (m_lock) {
        return guarded([&] {
            failUnlessHeld();
            return work();
        });
    }
    for (int attempt = 1;; ++attempt) {
        const bool last = attempt == readAttempts;
        Moment moment;
        try {
            if (!m_database)
                openToRead();
            moment = {stampOf(m_path), m_database->version()};
            auto result = work();
            if (isSteadySince(moment, last)) {
                m_settled = true;
                return result;
            }
        } catch (const FileFailure &failure) {
            const ErrorKind kind = failure.error.kind;
            const bool settled = !failure.journalIsHot && (m_database ? isSteadySince(moment, last) : last);
            if (kind == ErrorKind::Cancelled || kind == ErrorKind::Locked || settled)
                return failure.error;
        }
        if (last)
            return Error{ErrorKind::Unreadable,
                         PlanFileText::tr("「%1」は書き込まれている最中で、確かな内容を読めませんでした。")
                             .arg(QFileInfo(m_path).fileName()),
                         PlanFileText::tr("しばらく待ってから、もう一度行ってください。"), u"journal"_s};
        m_database.reset();
        m_copy.reset();
        QThread::msleep(static_cast<unsigned long>(attempt) * waitMs);
    }
}

Result<void> PlanFile::beginReading()
{
    const auto begun = read([this] {
        checkSchema(*m_database);
        return true;
    });
    if (!begun)
        return begun.error();
    return {};
}

Result<PlanContent> PlanFile::load(Progress *progress)
{
    return read([this, progress] {
        if (progress)
            progress->done = 0;
        m_settled = false;
        PlanContent content;
        m_database->run(u"BEGIN"_s); // one state of the file for all tables
        const Soundness soundness = loadTables(*m_database, content.plan, progress);
        content.fault = soundness.fault(content.plan, QFileInfo(m_path).fileName());
        content.journal = loadJournal(*m_database);
        QSqlQuery &editions = m_database->prepared(u"SELECT seq, name, note FROM edition ORDER BY seq"_s);
        m_database->step(editions);
        while (m_database->next(editions))
            content.editions.append({editions.value(0).toLongLong(), editions.value(1).toString(), editions.value(2).toString()});
        editions.finish();
        content.floor = m_database->single(u"SELECT max(seq) FROM history_floor"_s).toLongLong();
        m_version = m_database->version();
        m_database->run(u"COMMIT"_s);
        if (!content.journal.isEmpty()) {
            m_seq = content.journal.last().seq;
            m_digest = content.journal.last().digest;
        }
        content.digest = m_digest;
        m_settled = !m_copy || Digest::ofPlan(content.plan) == m_digest;
        return content;
    });
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
    while (m_database->next(query)) {
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

Result<QList<JournalEntry>> PlanFile::journal()
{
    return read([this] { return loadJournal(*m_database); });
}

Result<QList<ChangeSet>> PlanFile::changesOfStep(qint64 step)
{
    // Whatever a journal of unknown origin says, what lies at or before the floor is never taken back.
    return read([&] {
        return readChanges(u"j.step = ? AND j.kind = 'do' AND j.seq > (SELECT ifnull(max(seq), 0) FROM history_floor)"_s, step);
    });
}

Result<QList<ChangeSet>> PlanFile::changesAfter(qint64 seq)
{
    // A reader's file may have gone on since load(); where nothing could be loaded, everything is asked for.
    const QString known = m_seq > 0 ? u" AND j.seq <= %1"_s.arg(m_seq) : QString();
    return read([&] { return readChanges(u"j.seq > ?"_s + known, seq); });
}

Result<void> PlanFile::copyTo(const QString &path)
{
    QString made;
    const auto copied = read([&] {
        if (!made.isEmpty())
            discard(made); // of an attempt that was disturbed
        made = besides(path, m_path);
        QSqlQuery &query = m_database->prepared(u"VACUUM INTO ?"_s);
        query.bindValue(0, made);
        m_database->step(query);
        query.finish();
        return true;
    });
    if (!copied) {
        if (!made.isEmpty())
            discard(made);
        return copied.error();
    }
    return guarded([&] { publish(made, path); });
}

} // namespace shisaku
