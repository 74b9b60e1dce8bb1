// SPDX-License-Identifier: GPL-3.0-or-later
// A failed write changes nothing and says why: full disk, read-only file and folder, file held by another program.
#include "models/file/database.h"
#include "tests/support/small_plan.h"
#include "tests/support/warnings.h"

#include <QFile>
#include <QTemporaryDir>
#include <QTest>

#ifdef Q_OS_UNIX
#include <csignal>
#include <sys/resource.h>
#include <unistd.h>
#endif

using namespace shisaku;
using namespace Qt::StringLiterals;

class FailedWrites : public QObject {
    Q_OBJECT

    QTemporaryDir m_folder;
    int m_count = 0;

    QString makePlan()
    {
        const QString path = m_folder.filePath(u"計画%1.dxplan"_s.arg(++m_count));
        const auto created = PlanDocument::create(path, smallPlan(randomIds()), testEnvironment());
        Q_ASSERT(created);
        return path;
    }

private slots:
    void init() { failOnWarnings(); }

    void aFullDiskIsToldAndLeavesEverythingAsItWas()
    {
#ifndef Q_OS_UNIX
        QSKIP("limits of file size are set the POSIX way");
#else
        const QString path = makePlan();
        auto document = std::move(*PlanDocument::open(path, testEnvironment()));
        QVERIFY(document->apply(retitle(firstMeasure(*document), u"前"_s))); // the copy of this sitting is made
        const Digest before = document->digest();
        const qint64 seq = document->sequence();

        rlimit old;
        getrlimit(RLIMIT_FSIZE, &old);
        std::signal(SIGXFSZ, SIG_IGN);
        const rlimit tight{static_cast<rlim_t>(QFileInfo(path).size()), old.rlim_max};
        setrlimit(RLIMIT_FSIZE, &tight);
        const auto failed = document->apply(retitle(firstMeasure(*document), QString(100'000, u'長')));
        setrlimit(RLIMIT_FSIZE, &old);

        QVERIFY(!failed);
        QVERIFY(!failed.error().what.isEmpty() && !failed.error().remedy.isEmpty());
        QCOMPARE(document->digest(), before);
        QCOMPARE(document->sequence(), seq);
        QCOMPARE(Digest::ofPlan(document->plan()), before);
        QCOMPARE(sqlite3(path, u"pragma integrity_check"_s), QByteArray("ok"));
        QVERIFY(document->apply(retitle(firstMeasure(*document), u"後"_s)));
        QVERIFY(document->undoNow());
        QCOMPARE(document->digest(), before);
#endif
    }

    void everySqliteFailureHasASentenceAndARemedy_data()
    {
        QTest::addColumn<int>("code");
        QTest::addColumn<ErrorKind>("kind");
        QTest::newRow("busy") << 5 << ErrorKind::Locked;
        QTest::newRow("read-only file") << 8 << ErrorKind::ReadOnly;
        QTest::newRow("read-only folder") << 1544 << ErrorKind::ReadOnly;
        QTest::newRow("disk") << 10 << ErrorKind::Failed;
        QTest::newRow("damaged") << 11 << ErrorKind::Unreadable;
        QTest::newRow("full") << 13 << ErrorKind::DiskFull;
        QTest::newRow("cannot open") << 14 << ErrorKind::NotFound;
        QTest::newRow("no database") << 26 << ErrorKind::Unreadable;
    }
    void everySqliteFailureHasASentenceAndARemedy()
    {
        QFETCH(int, code);
        QFETCH(ErrorKind, kind);
        const Error error = sqliteError(code, u"/共有/計画.dxplan"_s, u"detail"_s);
        QCOMPARE(error.kind, kind);
        QVERIFY(error.what.contains(u"計画.dxplan"_s) && error.what.endsWith(u'。'));
        QVERIFY(error.remedy.endsWith(u'。'));
    }

    void aReadOnlyFileOpensForReadingAndSaysSo()
    {
#ifdef Q_OS_UNIX
        if (geteuid() == 0)
            QSKIP("root may write everything; run as another user");
#endif
        const QString path = makePlan();
        QVERIFY(QFile::setPermissions(path, QFile::ReadOwner));
        const auto opened = PlanDocument::open(path, testEnvironment());
        QVERIFY(opened);
        QVERIFY((*opened)->isReadOnly());
        QVERIFY((*opened)->readOnlyReason()->what.contains(u"読み取り専用"_s));
        QVERIFY(!(*opened)->apply(retitle(firstMeasure(**opened), u"不可"_s)));
    }

    void aFileHeldByAnotherProgramIsToldAndCanBeWrittenLater()
    {
        const QString path = makePlan();
        auto document = std::move(*PlanDocument::open(path, testEnvironment()));
        const Digest before = document->digest();
        QProcess holder;
        holder.start(u"sqlite3"_s, {path});
        QVERIFY(holder.waitForStarted());
        holder.write("begin exclusive;\nselect 'held';\n");
        QVERIFY(holder.waitForReadyRead());
        const auto failed = document->apply(retitle(firstMeasure(*document), u"甲"_s));
        QVERIFY(!failed);
        QCOMPARE(failed.error().kind, ErrorKind::Locked);
        QCOMPARE(document->digest(), before);
        holder.write("rollback;\n.quit\n");
        QVERIFY(holder.waitForFinished());
        QVERIFY(document->apply(retitle(firstMeasure(*document), u"甲"_s)));
    }

    void aCopyToAPlaceThatIsNotThereIsRefused()
    {
        auto document = std::move(*PlanDocument::open(makePlan(), testEnvironment()));
        const auto failed = document->saveCopy(m_folder.filePath(u"無い/写し.dxplan"_s));
        QVERIFY(!failed);
        QVERIFY(!failed.error().what.isEmpty());
    }

    void creatingOverAnExistingPlanThatFailsLeavesItAlone()
    {
        const QString path = makePlan();
        ChangeBuilder broken(u"壊れた内容"_s);
        broken.insert(Measure());
        QVERIFY(!PlanDocument::create(path, std::move(broken).build(), testEnvironment()));
        QCOMPARE(sqlite3(path, u"select count(*) from measure"_s), QByteArray("3"));
        QCOMPARE(QDir(m_folder.path()).entryList({u"*.tmp"_s}, QDir::Files).size(), 0);
    }
};

QTEST_GUILESS_MAIN(FailedWrites)
#include "tst_failed_writes.moc"
