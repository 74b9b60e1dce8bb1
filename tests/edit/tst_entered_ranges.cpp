// SPDX-License-Identifier: GPL-3.0-or-later
// Statements about values outside the ranges of their fields: entry refuses them; what a file holds already stays, and comes
// back.
#include "models/change/take_back.h"
#include "models/edit/repair.h"
#include "models/edit/submission_copy.h"
#include "models/file/backup.h"
#include "models/plan/ranges.h"
#include "tests/support/rows.h"
#include "tests/support/small_plan.h"
#include "tests/support/warnings.h"

#include <QDir>
#include <QTemporaryDir>
#include <QTest>

#include <limits>

using namespace shisaku;
using namespace Qt::StringLiterals;

namespace {
const QString longTitle(200'000, u'長');
constexpr qint64 hugeHeight = std::numeric_limits<qint64>::max();

template <auto Member>
ChangeSet set(const PlanDocument &document, const typename fields::MemberOf<decltype(Member)>::Type &value)
{
    using Row = typename fields::MemberOf<decltype(Member)>::Row;
    ChangeBuilder change(u"入力"_s);
    change.set<Member>(document.plan().ordered<Row>().first()->id, value);
    return std::move(change).build();
}
} // namespace

class EnteredRanges : public QObject {
    Q_OBJECT

    QTemporaryDir m_folder;
    int m_count = 0;

    QString nextPath() { return m_folder.filePath(u"計画%1.dxplan"_s.arg(++m_count)); }

    /// What the first release took: a title of 200,000 characters and a block as high as a machine can count.
    QString makeOldPlan()
    {
        ChangeSet content = smallPlan(randomIds());
        auto block = made<Block>();
        block.kind = u"text"_s;
        block.height = hugeHeight;
        ChangeBuilder more(content.title);
        more.insert(block);
        content.rows += std::move(more).build().rows;
        for (RowChange &change : content.rows) {
            if (change.table == TableId::Measure)
                (*change.after)[fieldIndex<&Measure::title>()].value = longTitle;
        }
        JournalEntry entry;
        entry.at = testEnvironment().now();
        entry.title = content.title;
        const QString path = nextPath();
        const auto created = PlanFile::create(path, content, entry);
        Q_ASSERT(created);
        return path;
    }

    static std::unique_ptr<PlanDocument> open(const QString &path)
    {
        auto opened = PlanDocument::open(path, testEnvironment());
        Q_ASSERT(opened);
        return std::move(*opened);
    }

private slots:
    void init() { failOnWarnings(); }

    void entryIsRefusedAndNamesRowFieldAndRange()
    {
        const QString path = nextPath();
        QVERIFY(PlanDocument::create(path, smallPlan(randomIds()), testEnvironment()));
        const auto document = open(path);
        const Digest before = document->digest();
        auto refused = document->apply(retitle(firstMeasure(*document), QString(1001, u'長')));
        QVERIFY(!refused);
        QCOMPARE(refused.error().what, u"施策1の「施策名」に入力できるのは、1,000文字までです（入力は1,001文字）。"_s);
        QVERIFY(refused.error().remedy.endsWith(u'。'));
        auto block = made<Block>();
        block.kind = u"text"_s;
        block.height = 401;
        refused = document->apply(insertionOf(block));
        QVERIFY(!refused);
        QCOMPARE(refused.error().what, u"票の欄の「高さ(mm)」に入力できるのは、0～400の整数です（入力は401）。"_s);
        QCOMPARE(document->digest(), before);
        QVERIFY(document->apply(retitle(firstMeasure(*document), QString(1000, u'長'))));
    }

    void aNewPlanIsHeldToTheRangesToo()
    {
        auto info = made<PlanInfo>();
        info.title = QString(1001, u'長');
        ChangeBuilder change(u"計画を作成"_s);
        change.insert(info);
        const QString path = nextPath();
        QVERIFY(!PlanDocument::create(path, std::move(change).build(), testEnvironment()));
        QVERIFY(!QFile::exists(path));
    }

    void morePlanYearsThanPaperHoldsAreRefused()
    {
        const QString path = nextPath();
        QVERIFY(PlanDocument::create(path, smallPlan(randomIds()), testEnvironment()));
        const auto document = open(path);
        QVERIFY(document->apply(set<&PlanInfo::first_year>(*document, PlanTime::fiscalYear(1900))));
        const auto refused = document->apply(set<&PlanInfo::last_year>(*document, PlanTime::fiscalYear(2000)));
        QVERIFY(!refused);
        QVERIFY2(refused.error().what.contains(u"100年"_s), qPrintable(refused.error().what));
        QVERIFY(document->apply(set<&PlanInfo::last_year>(*document, PlanTime::fiscalYear(1999))));
    }

    void aTreeGrowsNoDeeperThanItIsDrawn()
    {
        const QString path = nextPath();
        QVERIFY(PlanDocument::create(path, smallPlan(randomIds()), testEnvironment()));
        const auto document = open(path);
        const auto addBelow = [&](Id<Department> above) {
            auto office = made<Department>();
            office.name = u"課"_s;
            office.parent = above;
            const auto added = document->apply(insertionOf(office));
            return added ? Result<Id<Department>>(office.id) : Result<Id<Department>>(added.error());
        };
        Id<Department> lowest;
        for (int storey = 1; storey <= deepestLevel; ++storey) {
            const auto added = addBelow(lowest);
            QVERIFY(added);
            lowest = *added;
        }
        const auto refused = addBelow(lowest);
        QVERIFY(!refused);
        QVERIFY2(refused.error().what.contains(u"20階層"_s), qPrintable(refused.error().what));
    }

    void whatAFileHoldsIsOpenedAndItsOtherFieldsAreEdited()
    {
        const auto document = open(makeOldPlan());
        QVERIFY(document->waitForVerification());
        QVERIFY(document->apply(set<&Measure::short_title>(*document, u"略称"_s)));
        QVERIFY(document->apply(set<&Block::label>(*document, u"見出し"_s)));
        QCOMPARE(document->plan().ordered<Measure>().first()->title, longTitle);
        QCOMPARE(document->plan().ordered<Block>().first()->height, std::optional(hugeHeight));
    }

    void undoAndRedoBringBackWhatWasOnceTaken()
    {
        const QString path = makeOldPlan();
        {
            const auto document = open(path);
            QVERIFY(document->apply(set<&Measure::title>(*document, u"短い名"_s)));
            QVERIFY(document->apply(set<&Block::height>(*document, 80)));
        }
        const auto document = open(path); // what earlier sittings did is taken back as well
        QVERIFY(document->undoNow());
        QVERIFY(document->undoNow());
        QCOMPARE(document->plan().ordered<Measure>().first()->title, longTitle);
        QCOMPARE(document->plan().ordered<Block>().first()->height, std::optional(hugeHeight));
        QVERIFY(document->redoNow());
        QVERIFY(document->redoNow());
        QCOMPARE(document->plan().ordered<Block>().first()->height, std::optional<qint64>(80));
    }

    void aMeasureIsTakenBackFromACopyAsItWas()
    {
        const auto document = open(makeOldPlan());
        const Plan then = document->plan();
        const Id<Measure> measure = firstMeasure(*document);
        QVERIFY(document->apply(retitle(measure, u"短い名"_s)));
        const auto back = document->apply(takeBackMeasure(document->plan(), then, measure));
        QVERIFY2(back.ok(), back.ok() ? "" : qPrintable(back.error().what));
        QCOMPARE(document->plan().find(measure)->title, longTitle);
    }

    void copiesAndRepairsHoldWhatThePlanHolds()
    {
        const QString path = makeOldPlan();
        const QString copy = nextPath();
        QVERIFY(writeSubmissionCopy(open(path)->plan(), copy, testEnvironment()));
        QCOMPARE(open(copy)->plan().ordered<Measure>().first()->title, longTitle);
        const auto repair = findRepair(path, testEnvironment());
        QVERIFY(repair);
        const QString repaired = nextPath();
        QVERIFY(writeRepair(*repair, repaired));
        QCOMPARE(open(repaired)->plan().ordered<Block>().first()->height, std::optional(hugeHeight));
    }
};

QTEST_GUILESS_MAIN(EnteredRanges)
#include "tst_entered_ranges.moc"
