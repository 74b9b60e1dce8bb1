// SPDX-License-Identifier: GPL-3.0-or-later
// Plans of the most and the longest that a file may hold: every paper and every page of the window is done with them in about
// the time of an ordinary plan, or says why not.
#include "app/cli/export_command.h"
#include "app/window/workspace.h"
#include "models/file/plan_file.h"
#include "tests/app/window_test.h"
#include "tests/support/samples.h"
#include "tests/support/small_plan.h"
#include "tests/support/warnings.h"

#include <QElapsedTimer>
#include <QTemporaryDir>
#include <QTest>

#include <limits>

using namespace shisaku;
using namespace Qt::StringLiterals;

namespace {
const QStringList papers{u"roadmap"_s,  u"one-page"_s, u"sheets"_s,   u"guide"_s,  u"list"_s,       u"tree"_s, u"effects"_s,
                         u"progress"_s, u"budget"_s,   u"glossary"_s, u"bodies"_s, u"indicators"_s, u"book"_s};

Arguments argumentsFor(const QString &name, const QString &to)
{
    Arguments arguments;
    arguments.values.insert(u"--as"_s, name == u"one-page"_s ? u"roadmap"_s : name);
    if (name == u"one-page"_s)
        arguments.flags.insert(u"--one-page"_s);
    arguments.values.insert(u"--to"_s, to);
    return arguments;
}
} // namespace

class Extremes : public WindowTest {
    Q_OBJECT

    QHash<QString, qint64> m_usual; ///< Milliseconds of each paper of the sample.

    qint64 timeOf(const Plan &plan, const QString &name)
    {
        QElapsedTimer timer;
        timer.start();
        const auto written = exportPlan(plan, argumentsFor(name, m_folder.filePath(u"紙.pdf"_s)), m_services.today());
        if (!written && (!written.error().what.endsWith(u'。') || written.error().what.size() > 1000))
            QTest::qFail(qPrintable(name + u": "_s + written.error().what.left(300)), __FILE__, __LINE__);
        return timer.elapsed();
    }

    void everyPaperIsDoneInTime(const Plan &plan)
    {
        QStringList slow;
        for (const QString &name : papers) {
            const qint64 taken = timeOf(plan, name);
            if (qEnvironmentVariableIsSet("SHISAKUCHO_SHOW"))
                qInfo().noquote() << QTest::currentDataTag() << name << taken << "/" << m_usual[name];
            if (taken > 10 * std::max<qint64>(200, m_usual[name]))
                slow << u"%1: %2 ms"_s.arg(name).arg(taken);
        }
        QVERIFY2(slow.isEmpty(), qPrintable(slow.join(u'\n')));
    }

    /// Opens the window on the plan, shows every page, a sheet and a slide; how long it took.
    qint64 timeInWindow(const Plan &plan, const QString &name)
    {
        const QString path = m_folder.filePath(name + u".dxplan"_s);
        JournalEntry entry;
        entry.at = m_services.environment.now();
        entry.title = u"最初"_s;
        [&] { QVERIFY(PlanFile::create(path, difference(Plan(), plan), entry)); }(); // as an earlier version took it
        QElapsedTimer timer;
        timer.start();
        const auto window = openSample(path);
        auto *workspace = window->findChild<Workspace *>();
        for (const QString &page : {u"roadmap"_s, u"effects"_s, u"indicators"_s, u"survey"_s, u"chapters"_s, u"tree"_s, u"bodies"_s, u"check"_s}) {
            workspace->show(page);
            window->grab();
            if (qEnvironmentVariableIsSet("SHISAKUCHO_SHOW"))
                qInfo().noquote() << name << page << timer.elapsed();
        }
        return timer.elapsed();
    }

public:
    Extremes() : WindowTest(QDate(2026, 4, 1)) {}

private slots:
    void initTestCase()
    {
        prepare();
        const Plan plan = samplePlan();
        for (const QString &name : papers)
            timeOf(plan, name); // fonts are looked for once
        for (const QString &name : papers)
            m_usual[name] = timeOf(plan, name);
    }

    /// Every title, name and label of the first row of every table at once; in the long form each table for itself. (A passage
    /// takes as many pages as it has text.)
    void longTitles_data()
    {
        QTest::addColumn<int>("only");
        QTest::newRow("all") << -1;
        if (!qEnvironmentVariableIsSet("SHISAKUCHO_LONG"))
            return;
        for (const TableInfo &table : allTables())
            QTest::newRow(table.name) << static_cast<int>(table.id);
    }
    void longTitles()
    {
        QFETCH(int, only);
        Plan plan = samplePlan();
        for (const TableInfo &table : allTables()) {
            AnyRows &rows = plan.table(table.id);
            if (rows.size() == 0 || (only >= 0 && only != static_cast<int>(table.id)))
                continue;
            for (size_t i = 1; i < table.fields.size(); ++i) {
                if (table.fields[i].kind == FieldKind::Text)
                    rows.set(rows.idAt(0), static_cast<int>(i), QString(200'000, u'長'));
            }
        }
        everyPaperIsDoneInTime(plan);
    }

    void hugeNumbers_data()
    {
        QTest::addColumn<qint64>("number");
        QTest::newRow("most") << std::numeric_limits<qint64>::max();
        QTest::newRow("least") << std::numeric_limits<qint64>::min();
        QTest::newRow("a thousand million") << qint64(1'000'000'000);
    }
    void hugeNumbers()
    {
        QFETCH(qint64, number);
        Plan plan = samplePlan();
        for (const TableInfo &table : allTables()) {
            AnyRows &rows = plan.table(table.id);
            for (qsizetype row = 0; row < rows.size(); ++row) {
                for (size_t i = 1; i < table.fields.size(); ++i) {
                    if (table.fields[i].kind == FieldKind::Integer)
                        rows.set(rows.idAt(row), static_cast<int>(i), number);
                    else if (table.fields[i].kind == FieldKind::Decimal)
                        rows.set(rows.idAt(row), static_cast<int>(i), QString::number(number).left(15));
                }
            }
        }
        everyPaperIsDoneInTime(plan);
    }

    void theWindowShowsThem()
    {
        const qint64 usual = timeInWindow(samplePlan(), u"usual"_s);
        Plan plan = samplePlan();
        for (const TableInfo &table : allTables()) {
            AnyRows &rows = plan.table(table.id);
            if (rows.size() == 0)
                continue;
            for (size_t i = 1; i < table.fields.size(); ++i) {
                const FieldKind kind = table.fields[i].kind;
                if (kind == FieldKind::Text)
                    rows.set(rows.idAt(0), static_cast<int>(i), QString(200'000, u'長'));
                else if (kind == FieldKind::Integer)
                    rows.set(rows.idAt(0), static_cast<int>(i), std::numeric_limits<qint64>::max());
            }
        }
        const qint64 taken = timeInWindow(plan, u"extreme"_s);
        // Some hundred texts of that length are read and proved as well: it takes its time, but comes to an end.
        QVERIFY2(taken < 60 * std::max<qint64>(200, usual), qPrintable(u"%1 / %2 ms"_s.arg(taken).arg(usual)));
    }

    void everyYearThereIs()
    {
        Plan plan = samplePlan();
        AnyRows &rows = plan.table(TableId::PlanInfo);
        rows.set(rows.idAt(0), fieldIndex<&PlanInfo::first_year>(), u"FY1868"_s);
        rows.set(rows.idAt(0), fieldIndex<&PlanInfo::last_year>(), u"FY2999"_s);
        everyPaperIsDoneInTime(plan);
    }

    void aDeepTree_data()
    {
        QTest::addColumn<QString>("of");
        QTest::newRow("categories") << u"category"_s;
        QTest::newRow("bodies") << u"body"_s;
        QTest::newRow("offices") << u"department"_s;
    }
    void aDeepTree()
    {
        QFETCH(QString, of);
        Plan plan = samplePlan();
        const TableId table = *tableByName(of);
        AnyRows &rows = plan.table(table);
        const int parent = fieldIndex(table, u"parent");
        FieldValues values = rows.values(rows.idAt(0));
        RowId above = rows.idAt(0);
        for (int i = 0; i < 995; ++i) {
            values[static_cast<size_t>(parent)] = above;
            above = randomIds()();
            QVERIFY(rows.insert(above, values));
        }
        if (table == TableId::Category) {
            AnyRows &memberships = plan.table(TableId::Membership);
            for (qsizetype i = 0; i < 5; ++i)
                memberships.set(memberships.idAt(i), fieldIndex<&Membership::category>(), above);
        }
        everyPaperIsDoneInTime(plan);
    }

    void manyLevelNames()
    {
        Plan plan = samplePlan();
        AnyRows &rows = plan.table(TableId::Classification);
        for (qsizetype i = 0; i < rows.size(); ++i)
            rows.set(rows.idAt(i), fieldIndex<&Classification::levels>(), u"層/"_s.repeated(60'000));
        everyPaperIsDoneInTime(plan);
    }
};

QTEST_MAIN(Extremes)
#include "tst_extremes.moc"
