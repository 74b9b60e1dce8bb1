// SPDX-License-Identifier: GPL-3.0-or-later
// Plan files and tables made to do harm: each is answered with a sentence, none runs, crashes or hangs.
#include "models/edit/repair.h"
#include "models/exchange/plan_csv.h"
#include "models/file/database.h"
#include "models/plan/rules.h"
#include "tests/support/rows.h"
#include "tests/support/small_plan.h"
#include "tests/support/warnings.h"

#include <QFile>
#include <QTemporaryDir>
#include <QTest>

#ifdef Q_OS_UNIX
#include <sys/stat.h>
#endif

using namespace shisaku;
using namespace Qt::StringLiterals;

namespace {
void write(const QString &path, const QByteArray &content)
{
    QFile file(path);
    const bool opened = file.open(QIODevice::WriteOnly | QIODevice::Truncate);
    Q_ASSERT(opened);
    Q_UNUSED(opened)
    file.write(content);
}

bool isSentence(const Error &error)
{
    return error.what.endsWith(u'。') && !error.what.contains(QChar::Null);
}

constexpr char16_t overrideMark = 0x202e; // right-to-left override
} // namespace

class Hostile : public QObject {
    Q_OBJECT

    QTemporaryDir m_folder;
    int m_count = 0;

    QString nextPath() { return m_folder.filePath(u"計画%1.dxplan"_s.arg(++m_count)); }

    /// A file with a right digest and journal whose content no rule has seen.
    QString unchecked(const ChangeSet &content)
    {
        const QString path = nextPath();
        JournalEntry entry;
        entry.at = QDateTime(QDate(2026, 4, 1), QTime(9, 0));
        entry.title = u"作成"_s;
        const auto created = PlanFile::create(path, content, entry);
        Q_ASSERT(created);
        return path;
    }

    QString altered(const QString &sql)
    {
        const QString path = unchecked(smallPlan(randomIds()));
        const bool done = changedBySqlite3(path, sql);
        Q_ASSERT(done);
        Q_UNUSED(done)
        return path;
    }

private slots:
    void init() { failOnWarnings(); }

    void everyConnectionDistrustsTheSchemaAndChecksCells()
    {
        const QString path = unchecked(smallPlan(randomIds()));
        for (const auto access : {Database::Access::ReadWrite, Database::Access::ReadOnly}) {
            Database database(path, access);
            QCOMPARE(database.single(u"PRAGMA trusted_schema"_s).toInt(), 0);
            QCOMPARE(database.single(u"PRAGMA cell_size_check"_s).toInt(), 1);
        }
    }

    void aFileWhoseSchemaIsNotOursIsRefused_data()
    {
        QTest::addColumn<QString>("sql");
        QTest::newRow("trigger") << u"create trigger t after update on measure begin delete from phase; end"_s;
        QTest::newRow("view") << u"create view v as select * from measure"_s;
        QTest::newRow("index") << u"create index i on measure(title)"_s;
        QTest::newRow("table") << u"create table extra(x)"_s;
        QTest::newRow("missing table") << u"drop table phase"_s;
        QTest::newRow("missing column") << u"alter table measure drop column title"_s;
        QTest::newRow("added column") << u"alter table measure add column evil text"_s;
        QTest::newRow("view for table") << u"drop table phase; create view phase as select load_extension('/tmp/x') as id"_s;
        QTest::newRow("generated column")
            << u"drop table edition; create table edition (seq INTEGER PRIMARY KEY, name TEXT as ('x'), note TEXT)"_s;
        QTest::newRow("virtual table") << u"create virtual table f using fts5(x)"_s;
        QTest::newRow("other version") << u"pragma user_version = 99"_s;
        QTest::newRow("other program") << u"pragma application_id = 7"_s;
    }
    void aFileWhoseSchemaIsNotOursIsRefused()
    {
        QFETCH(QString, sql);
        const QString path = altered(sql);
        const auto opened = PlanDocument::open(path, testEnvironment());
        QVERIFY(!opened);
        QCOMPARE(opened.error().kind, ErrorKind::Unreadable);
        QVERIFY(isSentence(opened.error()));
        QVERIFY(!QFile::exists(FileLock::lockPath(path)));
    }

    void contentAgainstTheRulesIsRefusedWithASentence_data()
    {
        QTest::addColumn<ChangeSet>("content");
        const auto add = [](const char *name, auto &&...rows) {
            ChangeBuilder change(u"作成"_s);
            (change.insert(rows), ...);
            QTest::newRow(name) << std::move(change).build();
        };
        auto plan = made<PlanInfo>();
        auto classification = made<Classification>();
        auto first = made<Category>();
        auto second = made<Category>();
        first.classification = second.classification = classification.id;
        first.parent = second.id;
        second.parent = first.id;
        add("circle of categories", plan, classification, first, second);
        auto alone = made<Department>();
        alone.parent = alone.id;
        add("office above itself", plan, alone);
        auto initiative = made<Initiative>();
        initiative.measure = Id<Measure>(randomIds()());
        add("part of nothing", plan, initiative);
        auto measure = made<Measure>();
        measure.title = QString(longestText + 1, u'長');
        add("text too long", plan, measure);
        measure.title = u"施策\u0007名"_s;
        add("control character", plan, measure);
        measure.title = u"施策"_s + QChar(overrideMark) + u"名"_s;
        add("turned writing", plan, measure);
        {
            ChangeBuilder change(u"作成"_s);
            change.insert(classification);
            Id<Category> above;
            for (int i = 0; i < 3000; ++i) {
                auto category = made<Category>();
                category.classification = classification.id;
                category.parent = above;
                above = category.id;
                change.insert(category);
            }
            QTest::newRow("tree without bottom") << std::move(change).build();
        }
    }
    void contentAgainstTheRulesIsRefusedWithASentence()
    {
        QFETCH(ChangeSet, content);
        const QString path = unchecked(content);
        const auto opened = PlanDocument::open(path, testEnvironment());
        QVERIFY(!opened);
        QCOMPARE(opened.error().kind, ErrorKind::Unreadable);
        QVERIFY2(isSentence(opened.error()), qPrintable(opened.error().what));
        const auto repair = findRepair(path, testEnvironment()); // its journal says the same
        if (repair)
            QVERIFY(!writeRepair(*repair, m_folder.filePath(u"修復.dxplan"_s)));
    }

    void strangeCellsAreNoticed_data()
    {
        QTest::addColumn<QString>("sql");
        QTest::newRow("invalid UTF-8") << u"update measure set title = cast(x'ff80c0' as text)"_s;
        QTest::newRow("a half of a pair") << u"update measure set title = cast(x'eda080' as text)"_s;
        QTest::newRow("zero inside") << u"update measure set title = 'a' || char(0) || 'b'"_s;
        QTest::newRow("no id") << u"update measure set id = 'x' where number = '1'"_s;
        QTest::newRow("the same id twice") << u"insert into measure select lower(id), position"
                                              "%1 from measure where number = '1'"_s.arg([] {
                                                  QString columns;
                                                  for (const Field &field : tableInfo(TableId::Measure).fields.subspan(1))
                                                      columns += u", \"%1\""_s.arg(QLatin1StringView(field.name));
                                                  return columns;
                                              }());
        QTest::newRow("time that is none") << u"update phase set starts = 'いつか'"_s;
        QTest::newRow("reference that is none") << u"update initiative set measure = 'いずれ'"_s;
        QTest::newRow("numbers as texts")
            << u"pragma writable_schema = on; update sqlite_schema set sql = replace(sql, 'STRICT, ', '') where name = 'measure';"
               "pragma writable_schema = reset; update measure set number = 12.5, title = x'00ff';"
               "pragma writable_schema = on; update sqlite_schema set sql = replace(sql, 'WITHOUT', 'STRICT, WITHOUT') where name "
               "= "
               "'measure'"_s;
        QTest::newRow("journal that jumps") << u"update journal set seq = 9223372036854775807"_s;
        QTest::newRow("journal without digest") << u"update journal set digest = 'zz'"_s;
        QTest::newRow("empty journal") << u"delete from journal"_s;
        QTest::newRow("many blobs")
            << u"update figure set image = zeroblob(1000); update measure set title = hex(zeroblob(5000000))"_s;
    }
    void strangeCellsAreNoticed()
    {
        QFETCH(QString, sql);
        const QString path = altered(sql);
        const auto opened = PlanDocument::open(path, testEnvironment());
        if (!opened) {
            QVERIFY2(isSentence(opened.error()), qPrintable(opened.error().what));
            return;
        }
        const auto verified = (*opened)->waitForVerification();
        QVERIFY(!verified);
        QVERIFY(isSentence(verified.error()));
        QVERIFY((*opened)->isReadOnly());
    }

    void aDamagedJournalMakesUndoFailAndNothingElse_data()
    {
        QTest::addColumn<QString>("sql");
        QTest::newRow("no JSON") << u"update journal_change set after = '{' where seq = 2"_s;
        QTest::newRow("nested without end") << u"update journal_change set after = printf('%.*c', 500000, '[') where seq = 2"_s;
        QTest::newRow("unknown table") << u"update journal_change set \"table\" = 'x' where seq = 2"_s;
        QTest::newRow("unknown row") << u"update journal_change set row = '0123456789AB' where seq = 2"_s;
        QTest::newRow("number for text") << u"update journal_change set before = '{\"title\":5}' where seq = 2"_s;
        QTest::newRow("neither before nor after") << u"update journal_change set before = null, after = null where seq = 2"_s;
        QTest::newRow("no changes") << u"delete from journal_change where seq = 2"_s;
        QTest::newRow("steps of others") << u"update journal set step = 1 where seq = 2"_s;
        QTest::newRow("undo of nothing") << u"update journal set kind = 'undo', undoes = 77 where seq = 2"_s;
    }
    void aDamagedJournalMakesUndoFailAndNothingElse()
    {
        QFETCH(QString, sql);
        const QString path = unchecked(smallPlan(randomIds()));
        {
            auto document = std::move(*PlanDocument::open(path, testEnvironment()));
            QVERIFY(document->apply(retitle(firstMeasure(*document), u"甲"_s)));
        }
        QVERIFY(changedBySqlite3(path, sql));
        auto document = std::move(*PlanDocument::open(path, testEnvironment()));
        QVERIFY(document->waitForVerification());
        const Digest before = document->digest();
        const auto undone = document->undoNow();
        if (!undone) {
            QVERIFY2(isSentence(undone.error()), qPrintable(undone.error().what));
            QCOMPARE(document->digest(), before);
        }
        const auto earlier = document->planAt(1);
        QVERIFY(earlier || isSentence(earlier.error()));
        QVERIFY(document->apply(retitle(firstMeasure(*document), u"丙"_s)));
        QCOMPARE(Digest::ofPlan(document->plan()), document->digest());
    }

    void veryManyRowsUnderOneParentNeitherHangNorCrash()
    {
        const int rows = qEnvironmentVariableIsSet("SHISAKUCHO_LONG") ? 1'000'000 : 60'000;
        ChangeBuilder change(u"作成"_s);
        change.insert(made<PlanInfo>());
        auto measure = made<Measure>();
        measure.title = u"大きな施策"_s;
        change.insert(measure);
        for (int i = 0; i < rows; ++i) {
            auto initiative = made<Initiative>();
            initiative.measure = measure.id;
            initiative.title = u"取組"_s;
            change.insert(initiative);
        }
        const QString path = unchecked(std::move(change).build());
        auto document = std::move(*PlanDocument::open(path, testEnvironment()));
        QVERIFY(document->waitForVerification());
        QCOMPARE(document->plan().parts<&Initiative::measure>(measure.id).size(), rows);
        ChangeBuilder removal(u"削除"_s);
        removal.remove(measure.id);
        QVERIFY(document->apply(std::move(removal).build()));
        QCOMPARE(document->plan().rows<Initiative>().size(), 0);
        QVERIFY(document->undoNow());
        QCOMPARE(document->plan().rows<Initiative>().size(), rows);
    }

#ifdef Q_OS_UNIX
    void whatIsNoFileIsRefused()
    {
        const QString pipe = m_folder.filePath(u"pipe.dxplan"_s);
        QCOMPARE(::mkfifo(QFile::encodeName(pipe).constData(), 0600), 0);
        for (const QString &path : {pipe, u"/dev/zero"_s, m_folder.path()}) {
            const auto opened = PlanDocument::open(path, testEnvironment());
            QVERIFY(!opened);
            QVERIFY(isSentence(opened.error()));
        }
    }
#endif

    void tablesThatAreNoneAreRefused_data()
    {
        QTest::addColumn<QByteArray>("content");
        QTest::newRow("a cell of 50 MB") << "id,title\n," + QByteArray(50'000'000, 'x') + '\n';
        QTest::newRow("a quoted cell of 50 MB") << "id,title\n,\"" + QByteArray(50'000'000, '\n') + "\"\n";
        QTest::newRow("a quote that never ends") << "id,title\n,\"" + QByteArray(5'000'000, ',');
        QTest::newRow("a million columns") << "id,title\n" + QByteArray(1'000'000, ',') + "x\n";
        QTest::newRow("a million times the same column") << QByteArray("id,title") + QByteArray(",title").repeated(200'000) + "\n";
        QTest::newRow("no encoding") << QByteArray("id,title\n,\xff\xfe\x80\x00", 14);
        QTest::newRow("UTF-16 cut") << QByteArray("\xff\xfe\x69\x00\x64", 5);
        QTest::newRow("half of a pair") << QByteArray("\xff\xfe\n\xdc", 4);
        QTest::newRow("a path as identity") << QByteArray("id,title\n../../etc/passwd,x\n");
        QTest::newRow("a path as column") << QByteArray("id,../title\n,x\n");
        QTest::newRow("only line ends") << QByteArray(1'000'000, '\r');
        QTest::newRow("empty") << QByteArray();
    }
    void tablesThatAreNoneAreRefused()
    {
        QFETCH(QByteArray, content);
        Plan plan;
        QVERIFY(applyTo(plan, smallPlan(randomIds())));
        const QString path = m_folder.filePath(u"measure.csv"_s);
        write(path, content);
        const auto read = importTables(plan, path, ImportMode::Merge, randomIds());
        QVERIFY(!read);
        QVERIFY2(isSentence(read.error()), qPrintable(read.error().what.left(300)));
        QVERIFY(read.error().what.size() < 1000);
    }

    void whatNobodySeesInATableIsNoReasonToRefuseIt_data()
    {
        QTest::addColumn<QByteArray>("content");
        QTest::addColumn<QString>("title");
        QTest::newRow("zero inside") << QByteArray("id,title\n,a\0b\n", 14) << u"a b"_s;
        QTest::newRow("turned writing")
            << u"id,title\n,施策"_s.toUtf8() + QString(QChar(overrideMark)).toUtf8() + "\n" << u"施策"_s;
    }
    void whatNobodySeesInATableIsNoReasonToRefuseIt()
    {
        QFETCH(QByteArray, content);
        QFETCH(QString, title);
        const QString path = m_folder.filePath(u"measure.csv"_s);
        write(path, content);
        auto read = importTables(Plan(), path, ImportMode::Merge, randomIds());
        QVERIFY2(read, read ? "" : qPrintable(read.error().message()));
        const QString target = m_folder.filePath(u"表から.dxplan"_s);
        QVERIFY(PlanDocument::create(target, *read, testEnvironment()));
        const auto opened = PlanDocument::open(target, testEnvironment());
        QVERIFY(opened && (*opened)->waitForVerification());
        QCOMPARE((*opened)->plan().ordered<Measure>().first()->title, title);
    }
};

QTEST_GUILESS_MAIN(Hostile)
#include "tst_hostile.moc"
