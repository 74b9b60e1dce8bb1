// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/file/rebuild.h"

#include "models/file/database.h"
#include "models/file/migration.h"
#include "models/file/plan_file.h"
#include "models/file/publish.h"
#include "models/file/row_store.h"

#include <QCoreApplication>
#include <QSqlRecord>

namespace shisaku {

using namespace Qt::StringLiterals;

namespace {
struct Rebuild {
    Q_DECLARE_TR_FUNCTIONS(Repair)
};

void copyRows(Database &from, Database &to, const QString &table, qint64 after, qint64 upTo)
{
    QSqlQuery &read = from.prepared(u"SELECT * FROM %1 WHERE seq > ? AND seq <= ?"_s.arg(table));
    read.bindValue(0, after);
    read.bindValue(1, upTo);
    from.step(read);
    while (read.next()) {
        const int columns = read.record().count();
        QSqlQuery &write = to.prepared(u"INSERT OR REPLACE INTO %1 VALUES (?%2)"_s.arg(table, u", ?"_s.repeated(columns - 1)));
        for (int i = 0; i < columns; ++i)
            write.bindValue(i, read.value(i));
        to.step(write);
    }
    read.finish();
}

void copyPart(Database &to, const JournalPart &part)
{
    Database from(part.path, Database::Access::ReadOnly);
    copyRows(from, to, u"journal"_s, part.after, part.upTo);
    copyRows(from, to, u"journal_change"_s, part.after, part.upTo);
    try {
        copyRows(from, to, u"edition"_s, 0, part.upTo);
        copyRows(from, to, u"history_floor"_s, 0, part.upTo);
    } catch (const FileFailure &) {
        return; // names are no reason to give up the content
    }
}

void write(const QString &made, const Plan &content, const QList<JournalPart> &journal)
{
    Database database(made, Database::Access::Create);
    Transaction transaction(database);
    makeSchema(database);
    for (const RowChange &row : difference(Plan(), content).rows) {
        const TableInfo &table = tableInfo(row.table);
        insertRow(database, table, row.row, rowValues(table, *row.after));
    }
    for (const JournalPart &part : journal)
        copyPart(database, part);
    if (database.single(u"SELECT count(*) FROM history_floor"_s).toInt() == 0)
        database.run(u"INSERT INTO history_floor (seq) SELECT max(seq) FROM journal"_s);
    transaction.commit();
}

void prove(const QString &made)
{
    const auto file = PlanFile::open(made, PlanFile::Access::ReadOnly, {}, {});
    const auto content = file ? (*file)->load() : Result<PlanContent>(file.error());
    if (!content)
        throw FileFailure{content.error()};
    if (content->fault || Digest::ofPlan(content->plan) != content->digest)
        fail(ErrorKind::Failed, Rebuild::tr("組み立て直した計画を、正しく書けたことが確かめられませんでした。"),
             Rebuild::tr("別の場所に、もう一度保存してください。"));
}
} // namespace

Result<void> rebuildPlan(const Plan &content, const QList<JournalPart> &journal, const QString &target)
{
    QString made;
    try {
        made = besides(target, journal.first().path);
        write(made, content, journal);
        prove(made);
        publish(made, target);
        return {};
    } catch (const FileFailure &failure) {
        discard(made);
        return failure.error;
    }
}

} // namespace shisaku
