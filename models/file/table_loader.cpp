// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/file/table_loader.h"

#include "models/file/database.h"
#include "models/file/file_check.h"
#include "models/file/row_reader.h"
#include "models/file/row_store.h"
#include "models/file/schema.h"

#include <QCoreApplication>
#include <QFileInfo>

#include <array>
#include <thread>

namespace shisaku {

using namespace Qt::StringLiterals;

namespace {
struct LoaderText {
    Q_DECLARE_TR_FUNCTIONS(TableLoader)
};

/// Below this size in bytes a second connection takes longer than it helps.
constexpr qint64 worthSharing = 4 * 1024 * 1024;
constexpr qint64 rowsBetweenReports = 512;

void failIfCancelled(const Progress &progress)
{
    if (progress.cancelled)
        fail(ErrorKind::Cancelled, LoaderText::tr("計画を開くのを中止しました。"), {});
}

void loadTable(Database &database, AnyRows &rows, Soundness &soundness, Progress &progress)
{
    const TableInfo &table = tableInfo(rows.table());
    QSqlQuery &query = database.prepared(u"SELECT %1 FROM %2"_s.arg(readableColumns(table), quoted(table.name)));
    database.step(query);
    RowReader reader;
    FieldValues values(table.fields.size());
    qint64 unreported = 0;
    while (database.next(query)) {
        const auto id = RowId::fromText(reader.text(query.value(0).toByteArray()));
        bool good = id && !id->isNull();
        for (size_t i = 0; good && i < table.fields.size(); ++i)
            good = reader.read(query.value(static_cast<int>(i) + 1), table.fields[i], values[i]);
        if (!good || !rows.insert(*id, values))
            failDamaged(database.path(), QLatin1StringView(table.name) + u' ' + QString::fromUtf8(query.value(0).toByteArray()));
        soundness.add(table, *id, values);
        if (++unreported == rowsBetweenReports) {
            progress.done += std::exchange(unreported, 0);
            failIfCancelled(progress);
        }
    }
    query.finish();
}

/// What there is to do, for whoever has time: the structure first, which is one long piece of work, then table by table,
/// from the last, because those that hold the most rows stand there.
class Loading {
public:
    Loading(Plan &plan, Progress &progress) : m_plan(plan), m_progress(progress) {}

    void work(Database &database)
    {
        for (int job = m_next++; job <= tableCount; job = m_next++) {
            const int table = tableCount - job;
            try {
                failIfCancelled(m_progress);
                if (job == 0)
                    checkStructure(database);
                else
                    loadTable(database, m_plan.table(static_cast<TableId>(table)), m_soundness[static_cast<size_t>(table)],
                              m_progress);
            } catch (const FileFailure &failure) {
                m_failures[static_cast<size_t>(job)] = failure.error;
                m_next = tableCount + 1;
            }
        }
    }

    /// A helper that cannot read now leaves everything to the other one.
    void workBeside(const QString &path)
    {
        try {
            Database database(path, Database::Access::ReadOnly);
            database.run(u"PRAGMA busy_timeout=0"_s);
            database.run(u"BEGIN"_s);
            database.single(u"SELECT count(*) FROM sqlite_schema"_s); // only now the file is held
            work(database);
        } catch (const FileFailure &) {
            return;
        }
    }

    Soundness result()
    {
        for (const auto &failure : m_failures) {
            if (failure)
                throw FileFailure{*failure};
        }
        Soundness all;
        for (Soundness &table : m_soundness)
            all.add(std::move(table));
        return all;
    }

private:
    Plan &m_plan;
    Progress &m_progress;
    std::atomic<int> m_next = 0;
    std::array<Soundness, tableCount> m_soundness;
    std::array<std::optional<Error>, tableCount + 1> m_failures;
};
} // namespace

Soundness loadTables(Database &database, Plan &plan, Progress *progress)
{
    Progress unseen;
    Loading loading(plan, progress ? *progress : unseen);
    if (QFileInfo(database.path()).size() < worthSharing) {
        loading.work(database);
    } else {
        database.single(u"SELECT count(*) FROM sqlite_schema"_s); // holds the file: both read the same state
        std::thread helper([&] { loading.workBeside(database.path()); });
        loading.work(database);
        helper.join();
    }
    return loading.result();
}

} // namespace shisaku
