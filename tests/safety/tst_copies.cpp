// SPDX-License-Identifier: GPL-3.0-or-later
// Dated copies: one before the first change of every day, never written to, thinned by what they hold and not by the clock.
#include "models/edit/plan_document.h"
#include "models/file/backup.h"
#include "models/file/other_copies.h"
#include "tests/support/small_plan.h"
#include "tests/support/warnings.h"

#include <QDir>
#include <QFile>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

using namespace shisaku;
using namespace Qt::StringLiterals;

namespace {
QByteArray titleIn(const QString &path)
{
    return sqlite3(path, u"select title from measure where number = '1'"_s);
}

/// What the copies hold, oldest state first.
QList<QByteArray> titlesOf(const QString &path)
{
    QMap<int, QByteArray> titles;
    for (const Backup &backup : backupsOf(path))
        titles.insert(sqlite3(backup.path, u"select max(seq) from journal"_s).toInt(), titleIn(backup.path));
    return titles.values();
}

/// The copy that was made at that time.
QString copyOf(const QString &path, const QDateTime &at)
{
    for (const Backup &backup : backupsOf(path)) {
        if (backup.at == at)
            return backup.path;
    }
    return {};
}

const QDate firstDay(2026, 4, 1);
const QTime morning(9, 0);
} // namespace

class Copies : public QObject {
    Q_OBJECT

    QTemporaryDir m_folder;
    int m_count = 0;
    int m_changes = 0;
    QDateTime m_now;

    Environment environment()
    {
        Environment clocked = testEnvironment();
        clocked.now = [this] { return m_now; };
        return clocked;
    }

    QString makePlan()
    {
        m_now = QDateTime(firstDay, QTime(8, 0));
        const QDir folder(m_folder.filePath(QString::number(++m_count)));
        QDir().mkpath(folder.path());
        const QString path = folder.filePath(u"計画.dxplan"_s);
        const auto created = PlanDocument::create(path, smallPlan(randomIds()), environment());
        Q_ASSERT(created);
        return path;
    }

    /// Opens the plan, changes it once and closes it.
    bool sit(const QString &path, const QDateTime &at)
    {
        m_now = at;
        const auto opened = PlanDocument::open(path, environment());
        if (!opened || (*opened)->isReadOnly())
            return false;
        return (*opened)->apply(retitle(firstMeasure(**opened), u"変更%1"_s.arg(++m_changes))).ok();
    }

#ifdef SHISAKUCHO_PROGRAM
    struct Ran {
        int code;
        QString told;
    };
    Ran import(const QString &title, const QString &path)
    {
        const QString table = m_folder.filePath(u"measure.csv"_s);
        QFile file(table);
        if (!file.open(QIODevice::WriteOnly))
            return {-1, {}};
        file.write("id,title\r\n" + sqlite3(path, u"select id from measure where number = '1'"_s) + ',' + title.toUtf8() + "\r\n");
        file.close();
        QProcess process;
        process.start(QStringLiteral(SHISAKUCHO_PROGRAM), {u"import"_s, table, u"--into"_s, path});
        process.waitForFinished();
        return {process.exitCode(), QString::fromUtf8(process.readAllStandardError())};
    }
#endif

private slots:
    void init() { failOnWarnings(); }

    void aCopyIsMadeBeforeTheFirstChangeOfEveryDay()
    {
        const QString path = makePlan();
        auto document = std::move(*PlanDocument::open(path, environment()));
        for (int day = 0; day < 3; ++day) {
            for (int hour = 9; hour < 12; ++hour) {
                m_now = QDateTime(firstDay.addDays(day), QTime(hour, 0));
                QVERIFY(document->apply(retitle(firstMeasure(*document), u"%1日%2時"_s.arg(day).arg(hour))));
            }
        }
        m_now = QDateTime(firstDay.addDays(3), morning);
        QVERIFY(document->undoNow()); // a change like any other
        document.reset();
        QCOMPARE(titlesOf(path), QList<QByteArray>({"施策名1", "0日11時", "1日11時", "2日11時"}));
    }

    void aMissingCopyIsToldOnceADay()
    {
        const QString path = makePlan();
        QFile inTheWay(backupFolder(path));
        QVERIFY(inTheWay.open(QIODevice::WriteOnly));
        inTheWay.close();
        auto document = std::move(*PlanDocument::open(path, environment()));
        QSignalSpy missing(document.get(), &PlanDocument::backupFailed);
        for (int day = 0; day < 2; ++day) {
            m_now = QDateTime(firstDay.addDays(day), morning);
            for (int change = 0; change < 2; ++change)
                QVERIFY(document->apply(retitle(firstMeasure(*document), u"%1-%2"_s.arg(day).arg(change))));
            QTRY_COMPARE(missing.size(), day + 1);
        }
    }

    void aCopyDoesNotReplaceAnotherOfTheSameMoment()
    {
        const QString path = makePlan();
        const QDateTime at(firstDay, morning);
        QVERIFY(sit(path, at));
        const QString copy = copyOf(path, at);
        QVERIFY(changedBySqlite3(copy, u"update measure set title = '手で直した'"_s));
        QVERIFY(sit(path, at));
        QCOMPARE(backupsOf(path).size(), 2);
        QCOMPARE(titleIn(copy), "手で直した");
    }

#ifdef SHISAKUCHO_PROGRAM
    void anImportOnTheCommandLineLeavesACopyOrSaysThatThereIsNone()
    {
        const QString path = makePlan();
        Ran ran = import(u"取り込んだ名"_s, path);
        QVERIFY2(ran.code == 0, qPrintable(ran.told));
        QCOMPARE(titlesOf(path), QList<QByteArray>{"施策名1"});
        QVERIFY(QDir(backupFolder(path)).removeRecursively());
        QFile inTheWay(backupFolder(path));
        QVERIFY(inTheWay.open(QIODevice::WriteOnly));
        inTheWay.close();
        ran = import(u"また取り込んだ名"_s, path);
        QCOMPARE(ran.code, 0);
        QCOMPARE(titleIn(path), "また取り込んだ名");
        QVERIFY2(ran.told.contains(u"控えを「%1」に作れませんでした"_s.arg(backupFolder(path))), qPrintable(ran.told));
    }

    void noCommandWritesIntoACopy()
    {
        const QString path = makePlan();
        QVERIFY(sit(path, QDateTime(firstDay, morning)));
        const QString copy = backupsOf(path).first().path;
        const QString link = QFileInfo(path).dir().filePath(u"近道.dxplan"_s);
        QVERIFY(QFile::link(copy, link));
        for (const QString &name : {copy, link}) {
            const Ran ran = import(u"よその名"_s, name);
            QCOMPARE(ran.code, 1);
            QVERIFY2(ran.told.contains(u"令和8年4月1日 9:00"_s) && ran.told.contains(u"控え"_s), qPrintable(ran.told));
        }
        QCOMPARE(titleIn(copy), "施策名1");
    }
#endif

    void aCopyIsOpenedForReadingOnlyHoweverItIsOpened()
    {
        const QString path = makePlan();
        QVERIFY(sit(path, QDateTime(firstDay, morning)));
        const QString copy = backupsOf(path).first().path;
        const QString link = QFileInfo(path).dir().filePath(u"近道.dxplan"_s);
        const QString linked = m_folder.filePath(u"別の道"_s);
        QVERIFY(QFile::link(copy, link));
        QVERIFY(QFile::link(backupFolder(path), linked));
        for (const QString &name : {copy, link, linked + u'/' + QFileInfo(copy).fileName()}) {
            for (const auto access : {PlanFile::Access::ReadWrite, PlanFile::Access::TakeOver, PlanFile::Access::ReadOnly}) {
                const auto opened = PlanDocument::open(name, environment(), access);
                QVERIFY(opened);
                QVERIFY((*opened)->isReadOnly());
                QVERIFY((*opened)->readOnlyReason()->kind == ErrorKind::ReadOnly);
                QVERIFY((*opened)->readOnlyReason()->what.contains(u"令和8年4月1日 9:00"_s));
                QVERIFY(!(*opened)->apply(retitle(firstMeasure(**opened), u"不可"_s)));
            }
        }
        // The copies beside it are no rivals.
        QVERIFY(sit(path, QDateTime(firstDay.addDays(1), morning)));
        QCOMPARE(conflictingCopies(copy), QStringList());
        // Away from its folder it is a plan like any other.
        const QString away = m_folder.filePath(QFileInfo(copy).fileName());
        QVERIFY(QFile::copy(copy, away));
        QVERIFY(!(*PlanDocument::open(away, environment()))->isReadOnly());
    }

    void aClockAYearAheadThinsNothing()
    {
        const QString path = makePlan();
        for (int day = 0; day < 29; ++day)
            QVERIFY(sit(path, QDateTime(firstDay.addDays(day), morning)));
        QCOMPARE(backupsOf(path).size(), 29);
        QVERIFY(sit(path, QDateTime(firstDay.addYears(1), morning)));
        QCOMPARE(backupsOf(path).size(), 30);
        QVERIFY(sit(path, QDateTime(firstDay.addDays(29), morning)));
        QCOMPARE(backupsOf(path).size(), 31);
    }

    void aCopyDatedFarAheadDoesNotOutliveTodays()
    {
        const QString path = makePlan();
        const QDateTime wrong(QDate(2099, 1, 1), morning);
        const QDateTime today(firstDay, morning);
        QVERIFY(sit(path, wrong));
        QVERIFY(QFile::resize(copyOf(path, wrong), backupRoom)); // what is behind the last page means nothing
        QVERIFY(sit(path, today));
        QVERIFY(!copyOf(path, today).isEmpty());
        QVERIFY(sit(path, today.addSecs(4 * 3600)));
        QVERIFY(!copyOf(path, today.addSecs(4 * 3600)).isEmpty());
        QVERIFY(!copyOf(path, today).isEmpty());
    }

    void ofADayTheNewestCopyStays()
    {
        const QString path = makePlan();
        const QDateTime at(firstDay, morning);
        for (int minutes = 0; minutes < 50; minutes += 10)
            QVERIFY(sit(path, at.addSecs(minutes * 60LL)));
        QCOMPARE(backupsOf(path).size(), 1);
        QVERIFY(!copyOf(path, at.addSecs(2400)).isEmpty());
        QVERIFY(sit(path, at.addSecs(3600)));
        QCOMPARE(backupsOf(path).size(), 2); // one an hour
        QVERIFY(sit(path, at.addDays(1)));
        QCOMPARE(backupsOf(path).size(), 2); // one a day
        QVERIFY(copyOf(path, at.addSecs(2400)).isEmpty());
    }

    void aCopyThatIsOpenOrThatSomebodyWorkedInStays_data()
    {
        QTest::addColumn<QString>("state");
        QTest::newRow("held by somebody") << u"locked"_s;
        QTest::newRow("looked at") << u"looked at"_s;
        QTest::newRow("in the middle of a write") << u"journal"_s;
        QTest::newRow("worked in") << u"worked in"_s;
        QTest::newRow("changed behind the journal") << u"changed"_s;
        QTest::newRow("another plan's") << u"foreign"_s;
        QTest::newRow("no plan") << u"no plan"_s;
    }
    void aCopyThatIsOpenOrThatSomebodyWorkedInStays()
    {
        QFETCH(QString, state);
        const QString path = makePlan();
        const QDateTime at(firstDay, morning);
        QVERIFY(sit(path, at));
        const QString copy = copyOf(path, at);
        QFile file(state == u"locked" ? FileLock::lockPath(copy) : state == u"journal" ? copy + u"-journal"_s : copy);
        std::unique_ptr<PlanDocument> reader;
        if (state == u"looked at") {
            reader = std::move(*PlanDocument::open(copy, environment()));
        } else if (state == u"worked in") {
            const QString elsewhere = m_folder.filePath(u"作業%1.dxplan"_s.arg(m_count)); // as an older program did in place
            QVERIFY(QFile::copy(copy, elsewhere) && sit(elsewhere, at));
            QVERIFY(QFile::remove(copy) && QFile::copy(elsewhere, copy));
        } else if (state == u"changed") {
            QVERIFY(changedBySqlite3(copy, u"update measure set title = '手で直した'"_s));
        } else if (state == u"foreign") {
            QVERIFY(QFile::remove(copy));
            QVERIFY(PlanDocument::create(copy, smallPlan(randomIds(), 1), environment()));
        } else {
            QVERIFY(file.open(QIODevice::WriteOnly | (state == u"no plan" ? QIODevice::Truncate : QIODevice::Append)));
            file.write("{\"person\":\"財政 太郎\",\"host\":\"ZAISEI07\",\"pid\":1}");
            file.close();
        }
        QVERIFY(sit(path, at.addSecs(600)));
        QVERIFY(sit(path, at.addSecs(1200)));
        QVERIFY(QFile::exists(copy));
        QVERIFY(copyOf(path, at.addSecs(600)).isEmpty()); // what nobody touched goes as ever
    }
};

QTEST_GUILESS_MAIN(Copies)
#include "tst_copies.moc"
