// SPDX-License-Identifier: GPL-3.0-or-later
// Two people and one file: the second one reads, may take over from somebody who is gone, and nothing is overwritten unseen.
#include "models/file/backup.h"
#include "models/file/file_check.h"
#include "models/file/other_copies.h"
#include "tests/support/small_plan.h"
#include "tests/support/warnings.h"

#include <QCoreApplication>
#include <QFile>
#include <QJsonDocument>
#include <QJsonObject>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>
#include <QThread>

#include <array>
#include <atomic>
#include <thread>

#ifdef Q_OS_UNIX
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>
#endif

using namespace shisaku;
using namespace Qt::StringLiterals;

class Sharing : public QObject {
    Q_OBJECT

    QTemporaryDir m_folder;
    int m_count = 0;

    QString makePlan()
    {
        const QString folder = m_folder.filePath(QString::number(++m_count));
        QDir().mkpath(folder);
        const QString path = folder + u"/計画.dxplan"_s;
        const auto created = PlanDocument::create(path, smallPlan(randomIds()), testEnvironment());
        Q_ASSERT(created);
        return path;
    }

    /// A lock as a process leaves it; of the space and start of this one unless told otherwise.
    static void writeLock(const QString &path, const QString &host, qint64 pid, const QString &started = {},
                          const QString &space = ownProcess().space)
    {
        QFile lock(FileLock::lockPath(path));
        const bool opened = lock.open(QIODevice::WriteOnly);
        Q_ASSERT(opened);
        Q_UNUSED(opened)
        const QJsonObject object{{u"person"_s, u"財政 太郎"_s}, {u"host"_s, host},   {u"pid"_s, pid},
                                 {u"started"_s, started},       {u"space"_s, space}, {u"since"_s, u"2026-03-01T00:00:00"_s}};
        lock.write(QJsonDocument(object).toJson());
    }

    /// Puts the bytes of one file into another, which stays the same file: cp, rsync --inplace.
    static bool copyInPlace(const QString &from, const QString &to) { return QProcess::execute(u"cp"_s, {from, to}) == 0; }

private slots:
    void init() { failOnWarnings(); }

    void theSecondOpenerReadsAndLearnsWhoHoldsThePlan_data()
    {
        QTest::addColumn<QString>("host");
        QTest::addColumn<qint64>("pid");
        QTest::addColumn<QString>("started");
        QTest::addColumn<QString>("space");
        QTest::addColumn<bool>("held");
        const ProcessMark own = ownProcess();
        constexpr qint64 nobody = 999'999'999;
        QTest::newRow("a living process here") << u"KIKAKU01"_s << own.pid << own.started << own.space << true;
        QTest::newRow("one that does not say when it began") << u"KIKAKU01"_s << own.pid << QString() << own.space << true;
        QTest::newRow("a dead process here") << u"KIKAKU01"_s << nobody << u"5"_s << own.space << false;
        QTest::newRow("another computer") << u"ZAISEI07"_s << nobody << u"5"_s << own.space << true;
        QTest::newRow("no number at all") << u"KIKAKU01"_s << qint64(0) << QString() << own.space << true;
        QTest::newRow("a number beyond numbers") << u"KIKAKU01"_s << (qint64(1) << 32) + own.pid << QString() << own.space << true;
        if (own.started.isEmpty() || own.space.isEmpty())
            return;
        QTest::newRow("a number given again") << u"KIKAKU01"_s << own.pid << u"5"_s << own.space << false;
        QTest::newRow("another container of the same name") << u"KIKAKU01"_s << nobody << u"5"_s << u"boot pid:[1]"_s << true;
        QTest::newRow("a release that does not say where") << u"KIKAKU01"_s << nobody << QString() << QString() << true;
    }
    void theSecondOpenerReadsAndLearnsWhoHoldsThePlan()
    {
        QFETCH(QString, host);
        QFETCH(qint64, pid);
        QFETCH(QString, started);
        QFETCH(QString, space);
        QFETCH(bool, held);
        const QString path = makePlan();
        writeLock(path, host, pid, started, space);
        const auto opened = PlanDocument::open(path, testEnvironment());
        QVERIFY(opened);
        QCOMPARE((*opened)->isReadOnly(), held);
        if (held) {
            QCOMPARE((*opened)->readOnlyReason()->kind, ErrorKind::Locked);
            QVERIFY((*opened)->readOnlyReason()->what.contains(u"財政 太郎さん（PC名 %1）"_s.arg(host)));
            QVERIFY(!(*opened)->apply(retitle(firstMeasure(**opened), u"不可"_s)));
        }
    }

    void aPlanMayBeTakenOverAndTheFormerHolderNotices()
    {
        const QString path = makePlan();
        auto former = std::move(*PlanDocument::open(path, testEnvironment(u"財政 太郎"_s, u"ZAISEI07"_s)));
        QVERIFY(former->apply(retitle(firstMeasure(*former), u"前の人"_s)));
        auto later = std::move(*PlanDocument::open(path, testEnvironment(), PlanFile::Access::TakeOver));
        QVERIFY(!later->isReadOnly());
        const auto refused = former->apply(retitle(firstMeasure(*former), u"上書き"_s));
        QVERIFY(!refused);
        QVERIFY2(refused.error().what.contains(u"企画 花子さん（PC名 KIKAKU01）が引き継ぎました"_s),
                 qPrintable(refused.error().what));
        QVERIFY(later->apply(retitle(firstMeasure(*later), u"後の人"_s)));
        former.reset();
        QVERIFY(QFile::exists(FileLock::lockPath(path))); // it is not the former holder's any more
        QVERIFY(later->apply(retitle(firstMeasure(*later), u"もう一度"_s)));
        later.reset();
        QVERIFY(!QFile::exists(FileLock::lockPath(path)));
    }

    void aChangeByAnotherProgramIsNoticedBeforeTheNextWrite_data()
    {
        QTest::addColumn<QString>("sql");
        const QString entry =
            u"insert into journal select seq + 1, 'x', digest, at, 'よその人', host, schema, kind, undoes, seq + 1, "
            "title, digest from journal order by seq desc limit 1"_s;
        QTest::newRow("a journalled change") << entry;
        QTest::newRow("the row itself") << u"update measure set title = 'よそで変更' where number = '1'"_s;
        QTest::newRow("a row that is not meant") << u"update measure set title = 'よそで変更' where number = '2'"_s;
        QTest::newRow("a removed row") << u"delete from measure where number = '1'"_s;
    }
    void aChangeByAnotherProgramIsNoticedBeforeTheNextWrite()
    {
        QFETCH(QString, sql);
        const QString path = makePlan();
        auto document = std::move(*PlanDocument::open(path, testEnvironment()));
        QVERIFY(document->apply(retitle(document->plan().ordered<Measure>().last()->id, u"甲"_s)));
        QVERIFY(changedBySqlite3(path, sql));
        const Digest before = document->digest();
        const auto refused = document->apply(retitle(firstMeasure(*document), u"乙"_s));
        QVERIFY(!refused);
        QVERIFY2(refused.error().what.contains(u"別の場所で変更されました"_s), qPrintable(refused.error().what));
        QCOMPARE(document->digest(), before);
        QVERIFY(!sqlite3(path, u"select title from measure"_s).contains("乙"));
    }

    void aFileThatWasReplacedIsNoticedBeforeTheNextWrite()
    {
        const QString path = makePlan();
        auto document = std::move(*PlanDocument::open(path, testEnvironment()));
        QVERIFY(document->apply(retitle(firstMeasure(*document), u"甲"_s)));
        const QString other = path + u".other"_s;
        QVERIFY(PlanDocument::create(other, smallPlan(randomIds(), 1), testEnvironment()));
        QVERIFY(QFile::remove(path));
        QVERIFY(QFile::rename(other, path)); // as a program that synchronises folders does
        const auto refused = document->apply(retitle(firstMeasure(*document), u"乙"_s));
        QVERIFY(!refused);
        QVERIFY(!refused.error().what.isEmpty());
        QCOMPARE(sqlite3(path, u"select count(*) from measure"_s), QByteArray("1"));
    }

    void aFileWhoseContentWasReplacedIsNoticedBeforeTheNextWrite()
    {
        const QString path = makePlan();
        const QString other = path + u".other"_s;
        QVERIFY(QFile::copy(path, other));
        {
            auto document = std::move(*PlanDocument::open(other, testEnvironment(u"財政 太郎"_s)));
            QVERIFY(document->apply(retitle(firstMeasure(*document), u"彼"_s)));
        }
        auto document = std::move(*PlanDocument::open(path, testEnvironment()));
        QVERIFY(document->apply(retitle(firstMeasure(*document), u"我"_s)));
        const auto head = [](const QString &file) { // what SQLite goes by: counter, size, free pages
            QFile open(file);
            return open.open(QIODevice::ReadOnly) ? open.read(40).mid(24) : QByteArray();
        };
        QCOMPARE(head(path), head(other));
        QVERIFY(copyInPlace(other, path));
        const auto refused = document->apply(retitle(firstMeasure(*document), u"我々"_s));
        QVERIFY(!refused);
        QVERIFY2(refused.error().what.contains(u"別の場所で変更されました"_s), qPrintable(refused.error().what));
        const auto unnamed = document->nameEdition(u"令和8年3月策定"_s, {});
        QVERIFY(!unnamed);
        document.reset();
        const auto after = PlanDocument::open(path, testEnvironment());
        QVERIFY(after && (*after)->waitForVerification());
        QCOMPARE((*after)->plan().find(firstMeasure(**after))->title, u"彼"_s);
        QVERIFY((*after)->editions().isEmpty());
    }

    void aTakeOverIsAnEntryThatUndoPassesOver()
    {
        const QString path = makePlan();
        auto former = std::move(*PlanDocument::open(path, testEnvironment(u"財政 太郎"_s, u"ZAISEI07"_s)));
        QVERIFY(former->apply(retitle(firstMeasure(*former), u"一"_s)));
        QVERIFY(former->apply(retitle(firstMeasure(*former), u"二"_s)));
        QVERIFY(former->undoNow());
        QFile lock(FileLock::lockPath(path));
        QVERIFY(lock.open(QIODevice::ReadOnly));
        const QByteArray formerLock = lock.readAll();
        lock.close();

        auto later = std::move(*PlanDocument::open(path, testEnvironment(), PlanFile::Access::TakeOver));
        QCOMPARE(sqlite3(path, u"select title, who, digest = parent_digest from journal order by seq desc limit 1"_s),
                 QByteArray("編集を引き継ぎ|企画 花子|1"));
        QCOMPARE(later->digest(), former->digest());
        QCOMPARE(later->history().done().size(), 1);
        QVERIFY(later->history().redoable());

        // The former holder has looked at the lock just before it changed.
        QVERIFY(lock.open(QIODevice::WriteOnly) && lock.write(formerLock) > 0);
        lock.close();
        QVERIFY(!former->apply(retitle(firstMeasure(*former), u"三"_s)));
        QVERIFY(!former->undoNow());
        QVERIFY(!former->nameEdition(u"令和8年3月策定"_s, {}));
        former.reset();
        later.reset();

        later = std::move(*PlanDocument::open(path, testEnvironment()));
        QVERIFY(!later->isReadOnly() && later->waitForVerification() && later->editions().isEmpty());
        QVERIFY(later->undoNow());
        QCOMPARE(later->plan().find(firstMeasure(*later))->title, u"施策名1"_s);
        QVERIFY(!later->history().undoable());
        QVERIFY(later->redoNow() && later->redoNow());
        QCOMPARE(later->plan().find(firstMeasure(*later))->title, u"二"_s);
        QVERIFY(later->waitForVerification());
    }

    void aLinkAndItsTargetAreOnePlan()
    {
        const QString path = makePlan();
        const QString link = m_folder.filePath(u"近道.dxplan"_s);
        QVERIFY(QFile::link(path, link));
        {
            const auto byLink = PlanDocument::open(link, testEnvironment());
            QVERIFY(byLink && !(*byLink)->isReadOnly());
            const auto second = PlanDocument::open(path, testEnvironment(u"財政 太郎"_s));
            QVERIFY(second && (*second)->isReadOnly());
            QVERIFY((*byLink)->apply(retitle(firstMeasure(**byLink), u"甲"_s)));
        }
        QCOMPARE(backupsOf(path).size(), 1);
        QCOMPARE(backupsOf(link).size(), 1);
        QVERIFY(!QFile::exists(m_folder.filePath(u"近道.控え"_s)));
        QVERIFY(QFile::remove(link));
    }

#ifdef Q_OS_UNIX
    void whatStandsInPlaceOfALockIsNamedAndLeftAlone_data()
    {
        QTest::addColumn<QString>("what");
        for (const char *what : {"folder", "dangling link", "pipe"})
            QTest::newRow(what) << QString::fromLatin1(what);
    }
    void whatStandsInPlaceOfALockIsNamedAndLeftAlone()
    {
        QFETCH(QString, what);
        const QString path = makePlan();
        const QString lock = FileLock::lockPath(path);
        if (what == u"folder")
            QVERIFY(QDir().mkpath(lock));
        else if (what == u"pipe")
            QCOMPARE(::mkfifo(QFile::encodeName(lock).constData(), 0600), 0);
        else
            QVERIFY(QFile::link(m_folder.filePath(u"どこにもない"_s), lock));
        const FileStamp before = stampOf(lock);
        for (const auto access : {PlanFile::Access::ReadWrite, PlanFile::Access::TakeOver}) {
            const auto opened = PlanDocument::open(path, testEnvironment(), access);
            QVERIFY(opened && (*opened)->isReadOnly());
            QCOMPARE((*opened)->readOnlyReason()->kind, ErrorKind::ReadOnly);
            QVERIFY2((*opened)->readOnlyReason()->what.contains(u"「.~lock.計画.dxplan」が、ファイルではありません"_s),
                     qPrintable((*opened)->readOnlyReason()->what));
        }
        QCOMPARE(stampOf(lock), before);
    }

    void aJournalThatIsNoFileIsNamedAndNotWaitedFor()
    {
        const QString path = makePlan();
        QCOMPARE(::mkfifo(QFile::encodeName(path + u"-journal"_s).constData(), 0600), 0);
        for (const auto access : {PlanFile::Access::ReadWrite, PlanFile::Access::ReadOnly}) {
            const auto opened = PlanDocument::open(path, testEnvironment(), access);
            QVERIFY(!opened);
            QVERIFY2(opened.error().what.contains(u"-journal」が、ファイルではありません"_s), qPrintable(opened.error().what));
        }
        QVERIFY(QFile::exists(path + u"-journal"_s));
    }

    void aLockThatMayNotBeReadIsSomebodys()
    {
        if (::geteuid() != 0)
            QSKIP("only root can make a file of somebody else");
        const QString path = makePlan();
        writeLock(path, u"ZAISEI07"_s, 1);
        QCOMPARE(::chmod(QFile::encodeName(FileLock::lockPath(path)).constData(), 0600), 0);
        for (const QString &open : {m_folder.path(), QFileInfo(path).path(), path})
            QCOMPARE(::chmod(QFile::encodeName(open).constData(), 0777), 0);
        QCOMPARE(::seteuid(65534), 0);
        const auto opened = PlanDocument::open(path, testEnvironment());
        const auto holder = FileLock::holder(path);
        QCOMPARE(::seteuid(0), 0);
        QVERIFY(opened && (*opened)->isReadOnly());
        QCOMPARE((*opened)->readOnlyReason()->kind, ErrorKind::Locked);
        QVERIFY2((*opened)->readOnlyReason()->what.contains(u"別の利用者が開いています"_s),
                 qPrintable((*opened)->readOnlyReason()->what));
        QVERIFY(holder); // there is somebody to ask about
    }

    void whoMayReadThePlanMayKnowWhoHoldsIt()
    {
        const QString path = makePlan();
        const mode_t mask = ::umask(0077);
        const auto opened = PlanDocument::open(path, testEnvironment());
        ::umask(mask);
        QVERIFY(opened && !(*opened)->isReadOnly());
        const QFile::Permissions readers = QFile::ReadGroup | QFile::ReadOther;
        QCOMPARE(QFile::permissions(FileLock::lockPath(path)) & readers, QFile::permissions(path) & readers);
    }

    void aProcessThatEndedAndWasNotAskedAboutIsDead()
    {
        const pid_t child = ::fork();
        if (child == 0)
            ::_exit(0);
        QVERIFY(child > 0);
        const QString path = makePlan();
        writeLock(path, u"KIKAKU01"_s, child);
        QTRY_VERIFY(stateOf({child, {}, ownProcess().space}) == ProcessState::Dead);
        QVERIFY(!(*PlanDocument::open(path, testEnvironment()))->isReadOnly());
        QCOMPARE(::waitpid(child, nullptr, 0), child);
    }

    void lookingAtAFileKeepsTheLocksOnIt()
    {
        const QString path = makePlan();
        const QString neighbour = QFileInfo(path).absoluteDir().filePath(u"隣.dxplan"_s);
        {
            auto document = std::move(*PlanDocument::open(path, testEnvironment()));
            QVERIFY(document->saveCopy(neighbour));
        }
        Database database(path, Database::Access::ReadWrite);
        const Transaction transaction(database);
        QCOMPARE(checkHeader(path), 1);
        QCOMPARE(conflictingCopies(neighbour), QStringList());
        QVERIFY(PlanDocument::open(path, testEnvironment(), PlanFile::Access::ReadOnly));
        QProcess other;
        other.start(u"sqlite3"_s, {path, u"begin immediate"_s});
        QVERIFY(other.waitForFinished());
        QVERIFY2(other.readAllStandardError().contains("locked"), "another program may write in the middle of our change");
    }
#endif

    void aLockOfWhoDiedBeforeWritingItIsTakenOver()
    {
        const QString path = makePlan();
        QFile empty(FileLock::lockPath(path));
        QVERIFY(empty.open(QIODevice::WriteOnly));
        empty.close();
        const auto opened = PlanDocument::open(path, testEnvironment());
        QVERIFY(opened && !(*opened)->isReadOnly());
        QVERIFY((*opened)->apply(retitle(firstMeasure(**opened), u"甲"_s)));
    }

    void aLockThatIsBeingWrittenIsRespected()
    {
        const QString path = makePlan();
        QFile lock(FileLock::lockPath(path));
        QVERIFY(lock.open(QIODevice::WriteOnly));
        const std::unique_ptr<QThread> holder(QThread::create([&] {
            QThread::msleep(150);
            lock.write(R"({"person":"財政 太郎","host":"ZAISEI07","pid":1})");
            lock.close();
        }));
        holder->start();
        const auto opened = PlanDocument::open(path, testEnvironment());
        QVERIFY(holder->wait());
        QVERIFY(opened && (*opened)->isReadOnly());
        QVERIFY((*opened)->readOnlyReason()->what.contains(u"財政 太郎さん"_s));
    }

    void oneOfTwoTakesTheLockOfADeadProcess()
    {
        const QString path = makePlan();
        for (int round = 0; round < 100; ++round) {
            writeLock(path, u"KIKAKU01"_s, 999'999'999);
            std::array<std::unique_ptr<FileLock>, 2> locks;
            std::vector<std::thread> takers;
            std::atomic<int> ready = 0;
            for (auto &lock : locks) {
                takers.emplace_back([&] {
                    ++ready;
                    while (ready < int(locks.size())) {
                    }
                    if (auto taken = FileLock::acquire(path, {u"企画 花子"_s, u"KIKAKU01"_s}, QDateTime::currentDateTime()))
                        lock = std::move(*taken);
                });
            }
            for (std::thread &taker : takers)
                taker.join();
            const auto had = std::count_if(locks.begin(), locks.end(), [](const auto &lock) { return lock != nullptr; });
            QVERIFY2(had == 1, qPrintable(u"round %1: %2 have it"_s.arg(round).arg(had)));
        }
        QCOMPARE(QDir(QFileInfo(path).path()).entryList(QDir::Files | QDir::Hidden).size(), 1); // nothing stays behind
    }

    void copiesThatDivergedAreFoundByTheIdentityOfThePlan()
    {
        const QString path = makePlan();
        const QFileInfo info(path);
        const auto beside = [&](const QString &name) { return info.absoluteDir().filePath(name); };
        const QString older = beside(u"計画の複製.dxplan"_s);
        const QString conflict = beside(u"計画 (競合コピー ZAISEI07).dxplan"_s);
        auto document = std::move(*PlanDocument::open(path, testEnvironment()));
        QVERIFY(document->saveCopy(older));
        QVERIFY(QFile::copy(older, conflict));
        {
            auto other = std::move(*PlanDocument::open(conflict, testEnvironment(u"財政 太郎"_s)));
            QVERIFY(other->apply(retitle(firstMeasure(*other), u"よその変更"_s)));
        }
        QVERIFY(PlanDocument::create(beside(u"別の計画.dxplan"_s), smallPlan(randomIds()), testEnvironment()));
        QFile broken(beside(u"壊れた.dxplan"_s));
        QVERIFY(broken.open(QIODevice::WriteOnly) && broken.write("no plan") > 0);
        broken.close();
        QVERIFY(document->apply(retitle(firstMeasure(*document), u"こちらの変更"_s)));
        document.reset();

        QCOMPARE(conflictingCopies(path), QStringList{conflict});
        QCOMPARE(conflictingCopies(conflict), QStringList{path}); // the other one has a change that this one lacks, too
        document = std::move(*PlanDocument::open(path, testEnvironment()));
        QSignalSpy found(document.get(), &PlanDocument::copiesFound);
        QVERIFY(found.wait());
        QCOMPARE(found.first().first().toStringList(), QStringList{conflict});
    }
};

QTEST_GUILESS_MAIN(Sharing)
#include "tst_sharing.moc"
