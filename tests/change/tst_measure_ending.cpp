// SPDX-License-Identifier: GPL-3.0-or-later
// Measures end: completed, merged, given up; they stay in the plan and keep their numbers.
#include "models/change/prepare.h"
#include "models/change/measure_ending.h"
#include "models/cycle/next_plan.h"
#include "models/item/outline_model.h"
#include "models/order/numbering.h"
#include "models/plan/ending.h"
#include "models/plan/measure_address.h"
#include "tests/support/plans.h"
#include "tests/support/warnings.h"

#include <QTest>

using namespace shisaku;
using namespace Qt::StringLiterals;

class TestMeasureEnding : public QObject {
    Q_OBJECT

    Plan m_plan;
    Id<Measure> m_first;
    Id<Measure> m_second;
    Id<Phase> m_open;
    Id<Phase> m_later;
    Id<Phase> m_closed;

    bool apply(const ChangeSet &change)
    {
        const auto prepared = prepare(m_plan, change);
        return prepared && applyTo(m_plan, *prepared);
    }
    const Measure &first() const { return *m_plan.find(m_first); }

private slots:
    void init()
    {
        failOnWarnings();
        PlanMaker maker;
        m_first = maker.measure(u"1"_s, u"電子申請の推進"_s);
        m_second = maker.measure(u"2"_s, u"窓口の見直し"_s);
        const auto row = maker.initiative(m_first, u"導入"_s);
        m_open = maker.phase(row, u"FY2021"_s, u".."_s, u"運用"_s);
        m_later = maker.phase(row, u"FY2025"_s, u".."_s, u"更新"_s);
        m_closed = maker.phase(row, u"FY2021"_s, u"FY2025"_s, u"検討"_s);
        m_plan = std::move(maker).plan();
    }

    void aCompletedMeasureSaysWhenAndItsBarsEndThere()
    {
        const auto change = endMeasure(m_plan, m_first, {u"完了"_s, PlanTime::month(2024, 3), u" 目的を達した。"_s, {}, true});
        QVERIFY(change);
        QCOMPARE(change->title, u"施策1を完了"_s);
        QVERIFY(apply(*change));
        QVERIFY(hasEnded(first()));
        QCOMPARE(first().state_reason, u"目的を達した。"_s);
        QCOMPARE(endingInWords(m_plan, first()), u"令和6年3月完了"_s);
        QCOMPARE(titleWithEnding(first()), u"電子申請の推進（完了）"_s);
        QCOMPARE(printedTitle(m_plan, first()), u"電子申請の推進（令和6年3月完了）"_s);
        QCOMPARE(m_plan.find(m_open)->ends, PlanTime::fiscalYear(2023)); // March 2024 belongs to fiscal 2023
        QVERIFY(m_plan.find(m_later)->ends.isOpen());
        QCOMPARE(m_plan.find(m_closed)->ends, PlanTime::fiscalYear(2025));
        QCOMPARE(continuingMeasures(m_plan), QSet<Id<Measure>>{m_second});
    }

    void aMergedMeasureNamesTheOther()
    {
        const auto change = endMeasure(m_plan, m_first, {u"統合"_s, PlanTime::month(2024, 4), u"重なるため。"_s, m_second, false});
        QVERIFY(change && apply(*change));
        QCOMPARE(change->title, u"施策1を施策2に統合"_s);
        QCOMPARE(first().state_reason, u"施策2「窓口の見直し」に統合。重なるため。"_s);
        QCOMPARE(m_plan.find(m_second)->predecessor, m_first);
        QCOMPARE(mergedInto(m_plan, first())->id, m_second);
        QCOMPARE(printedTitle(m_plan, first()), u"電子申請の推進（令和6年4月、施策2に統合）"_s);
        QVERIFY(m_plan.find(m_open)->ends.isOpen());
        // What has ended takes in nothing any more.
        QVERIFY(!endMeasure(m_plan, m_second, {u"統合"_s, PlanTime::month(2024, 4), {}, m_first, false}));
        QVERIFY(!endMeasure(m_plan, m_second, {u"統合"_s, PlanTime::month(2024, 4), {}, m_second, false}));
    }

    void severalMeasuresMergedIntoOneAllNameIt()
    {
        PlanMaker maker;
        m_first = maker.measure(u"1"_s, u"電子申請の推進"_s);
        m_second = maker.measure(u"2"_s, u"窓口の見直し"_s);
        const auto third = maker.measure(u"3"_s, u"手続の見直し"_s);
        m_plan = std::move(maker).plan();
        for (const auto id : {m_first, m_second})
            QVERIFY(apply(*endMeasure(m_plan, id, {u"統合"_s, PlanTime::month(2024, 4), u"重なるため。"_s, third, false})));
        for (const auto id : {m_first, m_second})
            QCOMPARE(mergedInto(m_plan, *m_plan.find(id))->id, third);
        QCOMPARE(printedTitle(m_plan, *m_plan.find(m_second)), u"窓口の見直し（令和6年4月、施策3に統合）"_s);
        // Taking the second back leaves the first where it is.
        QVERIFY(apply(*endMeasure(m_plan, m_second, {u"継続"_s, {}, {}, {}, false})));
        QCOMPARE(m_plan.find(third)->predecessor, m_first);
        QVERIFY(!mergedInto(m_plan, *m_plan.find(m_second)));
    }

    void aMergingRecordedAnewLeavesNothingOfTheOneBefore()
    {
        PlanMaker maker;
        m_first = maker.measure(u"1"_s, u"電子申請の推進"_s);
        m_second = maker.measure(u"2"_s, u"窓口の見直し"_s);
        const auto third = maker.measure(u"3"_s, u"手続の見直し"_s);
        m_plan = std::move(maker).plan();
        QVERIFY(apply(*endMeasure(m_plan, m_first, {u"統合"_s, PlanTime::month(2024, 4), u"理由"_s, m_second, false})));
        QVERIFY(apply(*endMeasure(m_plan, m_first, {u"統合"_s, PlanTime::month(2024, 4), first().state_reason, third, false})));
        QCOMPARE(first().state_reason, u"施策3「手続の見直し」に統合。理由"_s);
        QCOMPARE(mergedInto(m_plan, first())->id, third);
        QVERIFY(m_plan.find(m_second)->predecessor.isNull());
        QVERIFY(apply(*endMeasure(m_plan, m_first, {u"継続"_s, {}, {}, {}, false})));
        QVERIFY(m_plan.find(third)->predecessor.isNull());
    }

    void anEndingNeedsADateAndCanBeTakenBack()
    {
        QVERIFY(!endMeasure(m_plan, m_first, {u"廃止"_s, {}, {}, {}, false}));
        QVERIFY(apply(*endMeasure(m_plan, m_first, {u"廃止"_s, PlanTime::month(2024, 4), u"理由"_s, {}, false})));
        QVERIFY(apply(*endMeasure(m_plan, m_first, {u"継続"_s, {}, {}, {}, false})));
        QVERIFY(!hasEnded(first()) && first().state_reason.isEmpty() && first().state_at.isUnknown());
    }

    void theOutlineSaysThatAMeasureHasEnded()
    {
        OutlineModel model;
        model.setGrouping({Grouping::By::None, {}});
        model.rebuild(m_plan);
        const auto change = endMeasure(m_plan, m_first, {u"廃止"_s, PlanTime::month(2024, 4), u"制度<変更>"_s, {}, false});
        QVERIFY(change && apply(*change));
        model.follow(*change);
        const QModelIndex row = model.homeOf(m_first);
        QCOMPARE(row.data().toString(), u"1 （廃止）電子申請の推進"_s);
        QVERIFY(row.data(OutlineModel::EndedRole).toBool());
        QVERIFY(!model.homeOf(m_second).data(OutlineModel::EndedRole).toBool());
        QVERIFY(row.data(Qt::ToolTipRole).toString().contains(u"令和6年4月廃止<br>制度&lt;変更&gt;"_s));
    }

    void theNumberOfAnEndedMeasureStaysUnused()
    {
        QVERIFY(apply(*endMeasure(m_plan, m_second, {u"廃止"_s, PlanTime::month(2024, 4), {}, {}, false})));
        QCOMPARE(newMeasure(m_plan, {}).number, u"3"_s);
    }
};

QTEST_GUILESS_MAIN(TestMeasureEnding)
#include "tst_measure_ending.moc"
