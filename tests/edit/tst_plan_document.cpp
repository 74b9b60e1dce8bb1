// SPDX-License-Identifier: GPL-3.0-or-later
// Statements about the open plan: apply, undo, refusal, steps, locks, files that are no plans.
#include "tests/support/small_plan.h"
#include "tests/support/warnings.h"

#include <QFile>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

using namespace shisaku;
using namespace Qt::StringLiterals;

namespace {
Recipe titled(Id<Measure> id, const QString &title)
{
    return [id, title](const Plan &) { return retitle(id, title); };
}
} // namespace

class PlanDocuments : public QObject {
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

    static std::unique_ptr<PlanDocument> open(const QString &path, const Environment &environment = testEnvironment())
    {
        auto opened = PlanDocument::open(path, environment);
        Q_ASSERT(opened);
        return std::move(*opened);
    }

private slots:
    void init() { failOnWarnings(); }

    void charactersOfNamesAreStoredAsTyped()
    {
        const QString path = makePlan();
        const auto document = open(path);
        const QString name = u"\uFA10本・\uFA19\uFA12・\uFA26が\u212B"_s;
        QVERIFY(document->apply(retitle(firstMeasure(*document), u"\uFA10本・\uFA19\uFA12・\uFA26か\u3099\u212B"_s)));
        QCOMPARE(QString::fromUtf8(sqlite3(path, u"select title from measure where number='1'"_s)), name);
        const qint64 before = document->sequence();
        QVERIFY(document->apply(retitle(firstMeasure(*document), name)));
        QCOMPARE(document->sequence(), before); // nothing reads as changed
    }

    void anEditIsInTheFileBeforeItIsSignalled()
    {
        const QString path = makePlan();
        const auto document = open(path);
        QByteArray inFile;
        connect(document.get(), &PlanDocument::changed, this,
                [&] { inFile = sqlite3(path, u"select title from measure where number='1'"_s); });
        QVERIFY(document->apply(retitle(firstMeasure(*document), u"新しい施策名"_s)));
        QCOMPARE(QString::fromUtf8(inFile), u"新しい施策名"_s);
        QCOMPARE(document->plan().find(firstMeasure(*document))->title, u"新しい施策名"_s);
        QCOMPARE(sqlite3(path, u"select kind||':'||title||':'||who from journal where seq=2"_s),
                 QByteArray("do:施策名を変更:企画 花子"));
    }

    void undoAndRedoGoThereAndBack()
    {
        const auto document = open(makePlan());
        const Digest before = document->digest();
        QVERIFY(document->apply(retitle(firstMeasure(*document), u"甲"_s)));
        const Digest after = document->digest();
        QVERIFY(document->undoNow());
        QCOMPARE(document->digest(), before);
        QCOMPARE(Digest::ofPlan(document->plan()), before);
        QVERIFY(document->redoNow());
        QCOMPARE(document->digest(), after);
        QCOMPARE(Digest::ofPlan(document->plan()), after);
    }

    void undoSurvivesReopeningButNeverCrossesTheFloor()
    {
        const QString path = makePlan();
        {
            const auto document = open(path);
            QVERIFY(!document->history().undoable()); // creation is the floor
            QVERIFY(document->apply(retitle(firstMeasure(*document), u"甲"_s)));
        }
        const auto document = open(path);
        QVERIFY(document->history().undoable());
        QVERIFY(document->history().undoable()->earlierSitting);
        QVERIFY(document->undoNow());
        QCOMPARE(document->plan().find(firstMeasure(*document))->title, u"施策名1"_s);
        QVERIFY(!document->history().undoable());
        QVERIFY(document->undoNow());
        QCOMPARE(document->plan().rows<Measure>().size(), 3);
    }

    void oneFieldVisitIsOneStep()
    {
        const auto document = open(makePlan());
        const UndoGroup group = newUndoGroup();
        for (const auto *title : {u"あ", u"あい", u"あいう"})
            QVERIFY(document->apply(retitle(firstMeasure(*document), QString::fromUtf16(title)), group));
        QCOMPARE(document->history().done().size(), 1);
        QVERIFY(document->undoNow());
        QCOMPARE(document->plan().find(firstMeasure(*document))->title, u"施策名1"_s);
        QVERIFY(document->redoNow());
        QCOMPARE(document->plan().find(firstMeasure(*document))->title, u"あいう"_s);
    }

    void aVisitThatCameToNothingIsTakenBackLikeAnyOther()
    {
        const QString path = makePlan();
        const auto document = open(path);
        QVERIFY(document->apply(retitle(firstMeasure(*document), u"前"_s)));
        const UndoGroup group = newUndoGroup();
        QVERIFY(document->apply(retitle(firstMeasure(*document), u"あ"_s), group));
        QVERIFY(document->apply(retitle(firstMeasure(*document), u"前"_s), group));
        QVERIFY(document->undoNow());
        QCOMPARE(document->plan().find(firstMeasure(*document))->title, u"前"_s);
        QVERIFY(document->undoNow());
        QCOMPARE(document->plan().find(firstMeasure(*document))->title, u"施策名1"_s);
        QVERIFY(document->redoNow());
        QVERIFY(document->redoNow());
        QVERIFY(!document->history().redoable());
        QCOMPARE(document->plan().find(firstMeasure(*document))->title, u"前"_s);
        const Digest digest = document->digest();
        QCOMPARE(Digest::ofPlan(document->plan()), digest);
    }

    void aChangeToTheSameValueLeavesNoTrace()
    {
        const auto document = open(makePlan());
        const qint64 seq = document->sequence();
        QVERIFY(document->apply(retitle(firstMeasure(*document), u"施策名1"_s)));
        QCOMPARE(document->sequence(), seq);
        QVERIFY(!document->history().undoable());
    }

    void removingAMeasureTakesItsPartsAlongAndUndoBringsThemBack()
    {
        const auto document = open(makePlan());
        const Digest before = document->digest();
        ChangeBuilder change(u"施策1を削除"_s);
        change.remove(firstMeasure(*document));
        QVERIFY(document->apply(std::move(change).build()));
        QCOMPARE(document->plan().rows<Measure>().size(), 2);
        QCOMPARE(document->plan().rows<Initiative>().size(), 2);
        QCOMPARE(document->plan().rows<Phase>().size(), 2);
        QVERIFY(document->undoNow());
        QCOMPARE(Digest::ofPlan(document->plan()), before);
    }

    void aRefusedChangeSaysWhyAndChangesNothing()
    {
        const QString path = makePlan();
        const auto document = open(path);
        const Digest before = document->digest();
        const auto refused = document->apply(retitle(firstMeasure(*document), QString()));
        QVERIFY(!refused);
        QCOMPARE(refused.error().what, u"施策1の「施策名」が空です。"_s);

        ChangeBuilder period(u"期間を変更"_s);
        const Phase *phase = &*document->plan().rows<Phase>().begin();
        period.set<&Phase::ends>(phase->id, PlanTime::fiscalYear(2020));
        QVERIFY(!document->apply(std::move(period).build()));

        ChangeBuilder dangling(u"取組を移動"_s);
        dangling.set<&Initiative::measure>(document->plan().rows<Initiative>().begin()->id, Id<Measure>(RowId{99}));
        QVERIFY(!document->apply(std::move(dangling).build()));

        QCOMPARE(document->digest(), before);
        QCOMPARE(Digest::ofPlan(document->plan()), before);
        QCOMPARE(sqlite3(path, u"select count(*) from journal"_s), QByteArray("1"));
    }

    void nothingInvisibleIsRefusedAndWhatIsTakenComesBackFromTheFile()
    {
        const QString path = makePlan();
        Digest digest;
        {
            const auto document = open(path);
            const Id<Measure> measure = firstMeasure(*document);
            for (char32_t code = 0; code < 0x11000; ++code) { // every unit of UTF-16 and some pairs
                const bool odd = code < 0x300 || (code >= 0x2000 && code < 0x2100) || code >= 0xd800;
                if (!odd || (code >= 0xd820 && code < 0xfd00) || (code > 0xffff && (code & 0xff) != 0xff))
                    continue;
                const QString typed = u"前"_s + (code > 0xffff ? QString::fromUcs4(&code, 1) : QString(QChar(code))) + u"後"_s;
                ChangeBuilder change(u"「%1」を変更"_s.arg(typed));
                change.set<&Measure::title>(measure, typed).set<&Measure::state_reason>(measure, typed);
                const auto applied = document->apply(std::move(change).build());
                QVERIFY2(applied,
                         qPrintable(u"U+%1: "_s.arg(quint32(code), 4, 16) + (applied ? QString() : applied.error().message())));
                QVERIFY(document->plan().find(measure)->title.startsWith(u'前'));
            }
            QVERIFY(document->nameEdition(u"版\vの名"_s, {}));
            QCOMPARE(document->editions().last().name, u"版 の名"_s);
            digest = document->digest();
        }
        const auto again = open(path);
        QVERIFY(again->waitForVerification());
        QCOMPARE(again->digest(), digest);
        QVERIFY(again->undoNow());
        QVERIFY(again->redoNow());
        QCOMPARE(again->digest(), digest);
    }

    void submittedChangesArriveInOrder()
    {
        const auto document = open(makePlan());
        const Id<Measure> id = firstMeasure(*document);
        QStringList seen;
        connect(document.get(), &PlanDocument::changed, this, [&] { seen << document->plan().find(id)->title; });
        QSignalSpy saved(document.get(), &PlanDocument::savedChanged);
        for (const auto *title : {u"一", u"二", u"三"})
            document->submit(titled(id, QString::fromUtf16(title)));
        QVERIFY(!document->isSaved());
        QTRY_VERIFY(document->isSaved());
        QCOMPARE(seen, (QStringList{u"一"_s, u"二"_s, u"三"_s}));
        QCOMPARE(saved.first().first().toBool(), false);
        QCOMPARE(saved.last().first().toBool(), true);
    }

    void aRecipeSeesWhatWasSubmittedBeforeIt()
    {
        const auto document = open(makePlan());
        const Id<Measure> measure = firstMeasure(*document);
        document->submit(titled(measure, u"甲"_s));
        document->submit([measure](const Plan &then) { return retitle(measure, then.find(measure)->title + u"乙"_s); }, 0, {});
        QVERIFY(document->flush());
        QCOMPARE(document->plan().find(measure)->title, u"甲乙"_s);
        QVERIFY(document->undoNow());
        QCOMPARE(document->plan().find(measure)->title, u"甲"_s);
    }

    void whoWaitsForTheFileIsCalledWhenAllIsInIt()
    {
        const auto document = open(makePlan());
        const Id<Measure> measure = firstMeasure(*document);
        QStringList seen;
        const auto look = [&] { seen << document->plan().find(measure)->title; };
        document->whenSaved(this, look);
        QCOMPARE(seen, QStringList{u"施策名1"_s}); // there is nothing to wait for
        document->submit(titled(measure, u"甲"_s));
        document->whenSaved(this, look);
        auto gone = std::make_unique<QObject>();
        document->whenSaved(gone.get(), look);
        gone.reset();
        document->submit(titled(measure, u"乙"_s));
        QCOMPARE(seen.size(), 1);
        QTRY_COMPARE(seen, (QStringList{u"施策名1"_s, u"乙"_s}));
        QVERIFY(document->isSaved());
    }

    void editionsAndCopiesAreMadeOfTheStateOfTheirTurn()
    {
        const QString path = makePlan();
        const auto document = open(path);
        const Id<Measure> measure = firstMeasure(*document);
        const QString copy = m_folder.filePath(u"複製の順番.dxplan"_s);
        QStringList told;
        document->submit(titled(measure, u"甲"_s));
        document->nameEdition(u"版"_s, {}, [&](const Result<void> &named) { told << (named ? u"named"_s : named.error().what); });
        document->saveCopy(copy, [&](const Result<void> &copied) { told << (copied ? u"copied"_s : copied.error().what); });
        document->submit(titled(measure, u"乙"_s));
        QVERIFY(!document->isSaved());
        QTRY_VERIFY(document->isSaved());
        QCOMPARE(told, (QStringList{u"named"_s, u"copied"_s}));
        QCOMPARE(document->plan().find(measure)->title, u"乙"_s);
        QCOMPARE(document->planAt(document->editions().last().seq)->find(measure)->title, u"甲"_s);
        QCOMPARE(open(copy)->plan().find(measure)->title, u"甲"_s);
    }

    void aListenerMayFlushAndSubmitWhileItIsTold()
    {
        const auto document = open(makePlan());
        const Id<Measure> id = firstMeasure(*document);
        connect(document.get(), &PlanDocument::changed, this, [&] {
            QVERIFY(document->flush());
            if (document->plan().find(id)->title == u"一")
                document->submit(titled(id, u"二"_s));
        });
        int told = 0;
        document->submit(titled(id, u"一"_s), 0, [&](const Result<void> &result) { told += result.ok() ? 1 : 0; });
        QTRY_COMPARE(document->plan().find(id)->title, u"二"_s);
        QCOMPARE(told, 1);
        QCOMPARE(document->history().done().size(), 2);
    }

    void theSecondOpenerReadsOnlyAndIsToldWho()
    {
        const QString path = makePlan();
        const auto first = open(path);
        const auto second = open(path, testEnvironment(u"総務 太郎"_s, u"SOUMU02"_s));
        QVERIFY(second->isReadOnly());
        QVERIFY(second->readOnlyReason()->what.contains(u"企画 花子さん（PC名 KIKAKU01）"_s));
        QVERIFY(!second->apply(retitle(firstMeasure(*second), u"上書き"_s)));
        QVERIFY(first->apply(retitle(firstMeasure(*first), u"可能"_s)));
    }

    void theLockOfADeadProcessIsTakenOver()
    {
        const QString path = makePlan();
        QFile lock(FileLock::lockPath(path));
        QVERIFY(lock.open(QIODevice::WriteOnly));
        lock.write(u"{\"person\":\"過去\",\"host\":\"KIKAKU01\",\"pid\":999999999,\"space\":\"%1\"}"_s.arg(ownProcess().space)
                       .toUtf8());
        lock.close();
        QVERIFY(!open(path)->isReadOnly());
        QVERIFY(!QFile::exists(FileLock::lockPath(path)));
    }

    void aChangeByAnotherProgramIsNoticedBeforeTheNextWrite()
    {
        const QString path = makePlan();
        const auto document = open(path);
        QVERIFY(document->waitForVerification());
        QVERIFY(changedBySqlite3(path, u"update journal set digest = parent_digest"_s));
        const auto refused = document->apply(retitle(firstMeasure(*document), u"甲"_s));
        QVERIFY(!refused);
        QCOMPARE(refused.error().kind, ErrorKind::Locked);
        QCOMPARE(sqlite3(path, u"select title from measure where number='1'"_s), QByteArray("施策名1"));
    }

    void aCellChangedBehindOurBackIsFoundAfterOpening()
    {
        const QString path = makePlan();
        QVERIFY(changedBySqlite3(path, u"update measure set title='改ざん' where number='2'"_s));
        const auto document = open(path);
        QVERIFY(!document->waitForVerification());
        QVERIFY(document->isReadOnly());
        QVERIFY(!document->apply(retitle(firstMeasure(*document), u"甲"_s)));
    }

    void filesThatAreNoPlansAreRefusedWithASentence_data()
    {
        QTest::addColumn<QByteArray>("content");
        QTest::addColumn<QString>("sentence");
        QTest::newRow("empty") << QByteArray() << u"空のファイル"_s;
        QTest::newRow("text") << QByteArray(5000, 'x') << u"施策帖の計画ではありません"_s;
        QTest::newRow("other database") << QByteArray("SQLite format 3").append(QByteArray(4096, '\0'))
                                        << u"別のプログラムのデータベース"_s;
        QFile plan(makePlan());
        QVERIFY(plan.open(QIODevice::ReadOnly));
        QByteArray bytes = plan.readAll();
        QTest::newRow("truncated") << bytes.first(bytes.size() / 2) << u"壊れている"_s;
        bytes[63] = 99;
        QTest::newRow("newer") << bytes << u"より新しい施策帖"_s;
    }
    void filesThatAreNoPlansAreRefusedWithASentence()
    {
        QFETCH(QByteArray, content);
        QFETCH(QString, sentence);
        const QString path = m_folder.filePath(u"別物%1.dxplan"_s.arg(++m_count));
        QFile file(path);
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write(content);
        file.close();
        const auto opened = PlanDocument::open(path, testEnvironment());
        QVERIFY(!opened);
        QVERIFY2(opened.error().what.contains(sentence), qPrintable(opened.error().message()));
        QVERIFY(!opened.error().remedy.isEmpty());
        QVERIFY(file.open(QIODevice::ReadOnly));
        QCOMPARE(file.readAll(), content);
        QVERIFY(!QFile::exists(FileLock::lockPath(path)));
    }

    void aForeignTableMakesTheFileNoPlan()
    {
        const QString path = makePlan();
        QVERIFY(changedBySqlite3(path, u"create trigger t after update on measure begin delete from measure; end"_s));
        const auto opened = PlanDocument::open(path, testEnvironment());
        QVERIFY(!opened);
        QVERIFY(opened.error().what.contains(u"表の形"_s));
    }

    void aMissingFileIsSaidToBeMissing()
    {
        const auto opened = PlanDocument::open(m_folder.filePath(u"無い.dxplan"_s), testEnvironment());
        QVERIFY(!opened);
        QCOMPARE(opened.error().kind, ErrorKind::NotFound);
        QVERIFY(!QFile::exists(m_folder.filePath(u"無い.dxplan"_s)));
    }

    void anEditionNamesAStateThatCanBeSeenAgain()
    {
        const auto document = open(makePlan());
        const Digest before = document->digest();
        const qint64 seq = document->sequence();
        QVERIFY(document->nameEdition(u"令和4年3月策定"_s, {}));
        QVERIFY(document->apply(retitle(firstMeasure(*document), u"甲"_s)));
        QVERIFY(document->undoNow());
        QVERIFY(document->apply(retitle(firstMeasure(*document), u"乙"_s)));
        const auto earlier = document->planAt(seq);
        QVERIFY(earlier);
        QCOMPARE(Digest::ofPlan(*earlier), before);
        QCOMPARE(document->editions().first().name, u"令和4年3月策定"_s);
    }

    void aCopyHoldsTheSamePlan()
    {
        const auto document = open(makePlan());
        QVERIFY(document->apply(retitle(firstMeasure(*document), u"甲"_s)));
        const QString copy = m_folder.filePath(u"複製.dxplan"_s);
        QVERIFY(document->saveCopy(copy));
        QCOMPARE(open(copy)->digest(), document->digest());
    }

    void aCancelledChangeLeavesEverythingAsItWas()
    {
        const QString path = makePlan();
        const auto document = open(path);
        const Digest before = document->digest();
        Progress progress;
        progress.cancelled = true;
        std::optional<Result<void>> outcome;
        document->submit(titled(firstMeasure(*document), u"甲"_s), progress,
                         [&](const Result<void> &result) { outcome = result; });
        (void)document->flush();
        QVERIFY(outcome && !*outcome);
        QCOMPARE(outcome->error().kind, ErrorKind::Cancelled);
        QCOMPARE(document->digest(), before);
        QVERIFY(document->apply(retitle(firstMeasure(*document), u"乙"_s)));
    }
};

QTEST_GUILESS_MAIN(PlanDocuments)
#include "tst_plan_document.moc"
