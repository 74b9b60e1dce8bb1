// SPDX-License-Identifier: GPL-3.0-or-later
// One edit against the least that writes the same rows, and the check of the content after opening.
#include "tests/bench/bench.h"

#include <QSqlDatabase>
#include <QSqlError>
#include <QSqlQuery>
#include <QUuid>

namespace shisaku {

using namespace Qt::StringLiterals;

namespace {
constexpr int editRuns = 300;

/// Writes the rows of one edit with prepared statements and the pragmas of a plan, and nothing else.
class RawWriter {
public:
    explicit RawWriter(const QString &path) : m_database(QSqlDatabase::addDatabase(u"QSQLITE"_s, path))
    {
        m_database.setDatabaseName(path);
        must(m_database.open());
        for (const QString &pragma :
             {u"trusted_schema=OFF"_s, u"cell_size_check=ON"_s, u"journal_mode=DELETE"_s, u"synchronous=EXTRA"_s})
            must(QSqlQuery(m_database).exec(u"PRAGMA "_s + pragma));
        QSqlQuery last(m_database);
        must(last.exec(u"SELECT max(seq) FROM journal"_s) && last.next());
        m_seq = last.value(0).toLongLong();
        prepare(m_begin, u"BEGIN IMMEDIATE"_s);
        prepare(m_commit, u"COMMIT"_s);
        prepare(m_row, u"UPDATE measure SET title = ? WHERE id = ?"_s);
        prepare(m_entry,
                u"INSERT INTO journal (seq, entry_id, parent_digest, at, who, host, schema, kind, undoes, step, title, digest) "
                "VALUES (?, ?, ?, ?, ?, ?, ?, 'do', NULL, ?, ?, ?)"_s);
        prepare(m_change,
                u"INSERT INTO journal_change (seq, ordinal, \"table\", row, before, after) VALUES (?, 0, 'measure', ?, ?, ?)"_s);
    }

    double write(RowId measure, const QString &before, const QString &after)
    {
        const QString digest(64, u'a');
        const auto json = [](const QString &title) { return u"{\"title\":\"%1\"}"_s.arg(title); };
        QElapsedTimer timer;
        timer.start();
        must(m_begin.exec());
        run(m_row, {after, measure.toText()});
        ++m_seq;
        run(m_entry, {m_seq, QUuid::createUuid().toString(QUuid::WithoutBraces), digest, u"2026-04-01T09:00:00.000"_s,
                      u"企画 花子"_s, u"KIKAKU01"_s, 1, m_seq, u"施策名を変更"_s, digest});
        run(m_change, {m_seq, measure.toText(), json(before), json(after)});
        must(m_commit.exec());
        return millisecondsSince(timer);
    }

private:
    void prepare(QSqlQuery &query, const QString &sql)
    {
        query = QSqlQuery(m_database);
        must(query.prepare(sql));
    }
    void run(QSqlQuery &query, const QVariantList &values)
    {
        for (int i = 0; i < values.size(); ++i)
            query.bindValue(i, values[i]);
        must(query.exec());
    }
    void must(bool done) const
    {
        if (!done)
            qFatal("the raw transaction failed: %s", qPrintable(m_database.lastError().text()));
    }

    QSqlDatabase m_database;
    QSqlQuery m_begin, m_commit, m_row, m_entry, m_change;
    qint64 m_seq = 0;
};

/// From asking for a change to the signal that says it is in the file.
double edit(PlanDocument &document, Id<Measure> measure, const QString &title)
{
    double time = 0;
    QElapsedTimer timer;
    const auto connection = QObject::connect(&document, &PlanDocument::changed, &document,
                                             [&] { time = millisecondsSince(timer); });
    ChangeBuilder change(u"施策名を変更"_s);
    change.set<&Measure::title>(measure, title);
    ChangeSet wanted = std::move(change).build();
    timer.start();
    if (!document.apply(std::move(wanted)))
        qFatal("the edit failed");
    QObject::disconnect(connection);
    return time;
}

/// Both in turns on two copies of a plan.
double compareEdits(Bench &bench, const QString &plan, const QString &size)
{
    const auto document = openPlan(bench.copyOf(plan));
    if (!document->waitForVerification())
        qFatal("the plan is damaged");
    RawWriter raw(bench.copyOf(plan));
    const auto measures = document->plan().ordered<Measure>();
    QList<Id<Measure>> ids;
    for (const Measure *measure : measures)
        ids << measure->id;
    Times edits;
    Times raws;
    for (int i = 0; i < bench.runs(editRuns); ++i) {
        const Id<Measure> id = ids[i * 7919 % ids.size()];
        const QString before = document->plan().find(id)->title;
        const QString after = u"見直した施策名%1"_s.arg(i);
        edits << edit(*document, id, after);
        raws << raw.write(id.row, before, after);
    }
    bench.row(u"one edit, %1 measures"_s.arg(size), milliseconds(median(edits)), u"raw transaction "_s + milliseconds(median(raws)),
              ratioVerdict(median(edits) / median(raws), 1.5));
    return median(edits);
}

void verification(Bench &bench, const QString &plan, const QString &size, double bar)
{
    Times opening;
    Times checking;
    for (int i = 0; i < bench.runs(7); ++i) {
        QElapsedTimer timer;
        timer.start();
        const auto document = openPlan(plan);
        opening << millisecondsSince(timer);
        timer.restart();
        if (!document->waitForVerification())
            qFatal("the plan is damaged");
        checking << millisecondsSince(timer);
    }
    bench.row(u"check of the content, %1 measures"_s.arg(size), milliseconds(median(checking)),
              u"opening the file "_s + milliseconds(median(opening)), limitVerdict(median(checking), bar, u"ms"_s));
}
} // namespace

void editFigures(Bench &bench)
{
    const double small = compareEdits(bench, bench.samplePlan(), u"61"_s);
    const double big = compareEdits(bench, bench.bigPlan(), u"10,000"_s);
    bench.row(u"one edit, growth with the plan"_s, milliseconds(big), u"61 measures "_s + milliseconds(small),
              ratioVerdict(big / small, 1.5));
    verification(bench, bench.samplePlan(), u"61"_s, 5);
    verification(bench, bench.bigPlan(), u"10,000"_s, 150);
}

} // namespace shisaku
