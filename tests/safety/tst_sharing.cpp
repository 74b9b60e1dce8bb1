// SPDX-License-Identifier: GPL-3.0-or-later
// Two people and one file: the second one reads, may take over from somebody who is gone, and nothing is overwritten unseen.
#include "models/file/backup.h"
#include "models/file/other_copies.h"
#include "tests/support/small_plan.h"
#include "tests/support/warnings.h"

#include <QCoreApplication>
#include <QFile>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

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

    static void writeLock(const QString &path, const QString &host, qint64 pid)
    {
        QFile lock(FileLock::lockPath(path));
        const bool opened = lock.open(QIODevice::WriteOnly);
        Q_ASSERT(opened);
        Q_UNUSED(opened)
        lock.write(u"{\"person\":\"財政 太郎\",\"host\":\"%1\",\"pid\":%2,\"since\":\"2026-03-01T00:00:00\"}"_s.arg(host)
                       .arg(pid)
                       .toUtf8());
    }

private slots:
    void init() { failOnWarnings(); }

    void theSecondOpenerReadsAndLearnsWhoHoldsThePlan_data()
    {
        QTest::addColumn<QString>("host");
        QTest::addColumn<qint64>("pid");
        QTest::addColumn<bool>("held");
        const qint64 alive = QCoreApplication::applicationPid();
        QTest::newRow("a living process here") << u"KIKAKU01"_s << alive << true;
        QTest::newRow("a dead process here") << u"KIKAKU01"_s << qint64(999'999'999) << false;
        QTest::newRow("another computer") << u"ZAISEI07"_s << qint64(999'999'999) << true;
    }
    void theSecondOpenerReadsAndLearnsWhoHoldsThePlan()
    {
        QFETCH(QString, host);
        QFETCH(qint64, pid);
        QFETCH(bool, held);
        const QString path = makePlan();
        writeLock(path, host, pid);
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
