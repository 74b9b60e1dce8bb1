// SPDX-License-Identifier: GPL-3.0-or-later
// The repair takes the newest state that can be proved, whatever the clock said, and keeps what the journal tells of it.
#include "models/edit/repair.h"
#include "models/file/backup.h"
#include "models/file/other_copies.h"
#include "tests/support/small_plan.h"
#include "tests/support/warnings.h"

#include <QDir>
#include <QFile>
#include <QTemporaryDir>
#include <QTest>

using namespace shisaku;
using namespace Qt::StringLiterals;

namespace {
const QDateTime usual(QDate(2026, 4, 1), QTime(9, 0));
const QDateTime farAhead(QDate(2099, 1, 1), QTime(9, 0));
const QString destroyMeasures = u"update measure set title = '改ざん'"_s;

QByteArray titleIn(const QString &path)
{
    return sqlite3(path, u"select title from measure where number = '1'"_s);
}

/// Overwrites the page with which a table begins.
bool destroyPage(const QString &path, const QString &table)
{
    const qint64 page = sqlite3(path, u"select rootpage from sqlite_schema where name = '%1'"_s.arg(table)).toLongLong();
    const qint64 size = sqlite3(path, u"pragma page_size"_s).toLongLong();
    QFile file(path);
    return page > 1 && file.open(QIODevice::ReadWrite) && file.seek((page - 1) * size)
           && file.write(QByteArray(static_cast<qsizetype>(size), '\xee')) == size;
}

bool cut(const QString &path)
{
    return QFile::resize(path, 50);
}
} // namespace

class Repairs : public QObject {
    Q_OBJECT

    QTemporaryDir m_folder;
    int m_count = 0;
    QDateTime m_now = usual;

    Environment environment()
    {
        Environment clocked = testEnvironment();
        clocked.now = [this] { return m_now; };
        return clocked;
    }

    QString nextFile(const QString &name)
    {
        const QDir folder(m_folder.filePath(QString::number(++m_count)));
        QDir().mkpath(folder.path());
        return folder.filePath(name + u".dxplan"_s);
    }

    QString makePlan(int measures = 3)
    {
        const QString path = nextFile(u"計画"_s);
        const auto created = PlanDocument::create(path, smallPlan(randomIds(), measures), environment());
        Q_ASSERT(created);
        return path;
    }

    bool sit(const QString &path, const QDateTime &at, const QStringList &titles)
    {
        m_now = at;
        const auto opened = PlanDocument::open(path, environment());
        return opened && std::all_of(titles.begin(), titles.end(), [&](const QString &title) {
                   return (*opened)->apply(retitle(firstMeasure(**opened), title)).ok();
               });
    }

    /// The repaired file; empty if there is none.
    QString repaired(const QString &path, Repair::Source source)
    {
        const auto repair = findRepair(path, environment());
        const QString target = nextFile(u"修復"_s);
        return repair && repair->source == source && writeRepair(*repair, target) ? target : QString();
    }

private slots:
    void init() { failOnWarnings(); }

    void journalAndEditionsOutliveTheRepair()
    {
        const QString path = makePlan();
        QVERIFY(sit(path, usual, {u"一"_s, u"二"_s}));
        {
            auto document = std::move(*PlanDocument::open(path, environment()));
            QVERIFY(document->nameEdition(u"令和8年4月策定"_s, u"議決"_s));
            QVERIFY(document->apply(retitle(firstMeasure(*document), u"三"_s)));
            QVERIFY(document->undoNow());
        }
        const QString journal = u"select * from journal; select * from journal_change; select * from edition; "
                                "select * from history_floor"_s;
        const QByteArray before = sqlite3(path, journal);
        QVERIFY(changedBySqlite3(path, destroyMeasures));
        const QString target = repaired(path, Repair::Source::Journal);
        QVERIFY(!target.isEmpty());
        QCOMPARE(sqlite3(target, journal), before);
        QVERIFY(conflictingCopies(target).isEmpty());
        auto document = std::move(*PlanDocument::open(target, environment()));
        QVERIFY(document->waitForVerification());
        QCOMPARE(document->editions().first().name, u"令和8年4月策定"_s);
        QVERIFY(document->undoNow() && document->undoNow());
        QCOMPARE(document->plan().ordered<Measure>().first()->title, u"施策名1"_s);
        QVERIFY(!document->history().undoable()); // creation stays what undo never crosses
    }

    void contentThatCannotBeReadAtAllIsReplayed()
    {
        const QString path = makePlan(40);
        QVERIFY(sit(path, usual, {u"控えの後の名"_s}));
        QVERIFY(destroyPage(path, u"measure"_s));
        const QString target = repaired(path, Repair::Source::Journal);
        QVERIFY(!target.isEmpty());
        QCOMPARE(titleIn(target), "控えの後の名");
    }

    void aJournalWithoutItsBeginningIsReplayedFromACopy()
    {
        const QString path = makePlan();
        QVERIFY(sit(path, usual, {u"一"_s, u"二"_s}));
        QVERIFY(changedBySqlite3(path, destroyMeasures + u"; update journal_change set after = '{' where seq = 1"_s));
        const QString target = repaired(path, Repair::Source::Journal);
        QVERIFY(!target.isEmpty());
        QCOMPARE(titleIn(target), "二");
        QCOMPARE(sqlite3(target, u"select count(*) from journal"_s), "3");
        auto document = std::move(*PlanDocument::open(target, environment()));
        QVERIFY(document->waitForVerification() && document->undoNow());
        QCOMPARE(document->plan().ordered<Measure>().first()->title, u"一"_s);
    }

    void aJournalWithoutItsEndGivesTheCopyAndItsJournal()
    {
        const QString path = makePlan();
        QVERIFY(sit(path, usual, {u"一"_s}));
        QVERIFY(sit(path, usual.addDays(1), {u"二"_s}));
        QVERIFY(changedBySqlite3(path, destroyMeasures + u"; update journal_change set after = '{' where seq = 3"_s));
        const QString target = repaired(path, Repair::Source::Backup);
        QVERIFY(!target.isEmpty());
        QCOMPARE(titleIn(target), "一");
        QCOMPARE(sqlite3(target, u"select count(*) from journal"_s), "2");
        auto document = std::move(*PlanDocument::open(target, environment()));
        QVERIFY(document->waitForVerification() && document->undoNow());
    }

    void theNewestStateIsTakenNotTheLatestDate_data()
    {
        QTest::addColumn<bool>("readable");
        QTest::newRow("nothing left of the plan") << false;
        QTest::newRow("its journal ends too early") << true;
    }
    void theNewestStateIsTakenNotTheLatestDate()
    {
        QFETCH(bool, readable);
        const QString path = makePlan();
        QVERIFY(sit(path, farAhead, {u"一"_s}));
        QVERIFY(sit(path, usual, {u"二"_s}));
        QVERIFY(sit(path, usual.addDays(1), {u"三"_s}));
        QVERIFY(readable ? changedBySqlite3(path, destroyMeasures + u"; update journal_change set after = '{' where seq = 4"_s)
                         : cut(path));
        QCOMPARE(titleIn(repaired(path, Repair::Source::Backup)), "二");
    }

    void theCopyOfAnotherPlanIsNotTakenForANewerState()
    {
        const QString path = makePlan();
        QVERIFY(sit(path, usual, {u"一"_s, u"二"_s}));
        const QString other = makePlan();
        QVERIFY(sit(other, usual.addDays(-1), {u"甲"_s, u"乙"_s, u"丙"_s, u"丁"_s}));
        QVERIFY(QFile::copy(other, backupPath(path, usual.addDays(-1)))); // the plan that had this name before
        QVERIFY(sit(path, usual.addDays(1), {u"三"_s}));
        QVERIFY(cut(path));
        QCOMPARE(titleIn(repaired(path, Repair::Source::Backup)), "二");
    }
};

QTEST_GUILESS_MAIN(Repairs)
#include "tst_repair.moc"
