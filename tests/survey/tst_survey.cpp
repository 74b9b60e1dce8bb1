// SPDX-License-Identifier: GPL-3.0-or-later
// Statements about the progress survey: rounds from the plan, items combined and split, counts, shares, published totals.
#include "models/clip/spreadsheet_text.h"
#include "models/grid/survey_shape.h"
#include "models/item/grid_model.h"
#include "models/item/outline_model.h"
#include "models/item/survey_result_model.h"
#include "models/plan/share.h"
#include "tests/support/survey_plan.h"
#include "tests/support/warnings.h"

#include <QAbstractItemModelTester>
#include <QSignalSpy>

using namespace shisaku;
using namespace Qt::StringLiterals;

class SurveyTest : public QObject {
    Q_OBJECT

    std::unique_ptr<SurveyPlan> m_plan;

    const Plan &plan() const { return m_plan->plan(); }
    QStringList titles(Id<Survey> survey) const
    {
        QStringList list;
        for (const SurveyItem *item : m_plan->items(survey))
            list << itemTitle(plan(), *item);
        return list;
    }
    static QModelIndex at(const GridModel &model, int row, int column)
    {
        return model.index(row, surveyColumn(model.shape(), column));
    }
    static QList<int> placesOf(const GridModel &model, const QList<int> &columns)
    {
        QList<int> places;
        for (const int column : columns)
            places << surveyColumn(model.shape(), column);
        return places;
    }
    qint64 answered(Id<Survey> survey) const { return countStatuses(plan(), survey).answered(); }
    Id<Measure> measure(const QString &number) const
    {
        for (const Measure &row : plan().rows<Measure>()) {
            if (row.number == number)
                return row.id;
        }
        return {};
    }

private slots:
    void init()
    {
        failOnWarnings();
        m_plan = std::make_unique<SurveyPlan>();
        m_plan->open();
    }
    void cleanup() { m_plan.reset(); }

    void sharesAreRoundedHalfUp_data()
    {
        QTest::addColumn<qint64>("part");
        QTest::addColumn<qint64>("whole");
        QTest::addColumn<QString>("share");
        QTest::newRow("82 of 105") << qint64(82) << qint64(105) << u"78.1"_s;
        QTest::newRow("9 of 105") << qint64(9) << qint64(105) << u"8.6"_s;
        QTest::newRow("14 of 105") << qint64(14) << qint64(105) << u"13.3"_s;
        QTest::newRow("half goes up") << qint64(1) << qint64(2000) << u"0.1"_s;
        QTest::newRow("just below half") << qint64(499) << qint64(1'000'000) << u"0.0"_s;
        QTest::newRow("a half no binary fraction holds") << qint64(23) << qint64(160) << u"14.4"_s; // 14.375
        QTest::newRow("1.005 of 100") << qint64(3) << qint64(8) << u"37.5"_s;
        QTest::newRow("all") << qint64(7) << qint64(7) << u"100.0"_s;
        QTest::newRow("none") << qint64(0) << qint64(7) << u"0.0"_s;
        QTest::newRow("of nothing") << qint64(0) << qint64(0) << QString();
    }
    void sharesAreRoundedHalfUp()
    {
        QFETCH(qint64, part);
        QFETCH(qint64, whole);
        QTEST(shareText(part, whole), "share");
    }

    void sharesThatMissHundredAreKnown()
    {
        QVERIFY(!sharesMissHundred({82, 9, 14}));
        QVERIFY(sharesMissHundred({1, 1, 1}));
        QVERIFY(!sharesMissHundred({0, 0}));
    }

    void aRoundFromThePlanAsksAboutEveryInitiative()
    {
        const Id<Survey> survey = m_plan->addSurvey(u"第1回"_s, 2023);
        QCOMPARE(titles(survey), QStringList({u"取組1-1"_s, u"取組1-2"_s, u"取組1-3"_s, u"取組2-1"_s, u"取組2-2"_s, u"取組3-1"_s}));
        QVERIFY(initiativesLeftOut(plan(), survey).isEmpty());
        QCOMPARE(itemNumber(plan(), *m_plan->items(survey)[3]), u"2"_s);
        QCOMPARE(itemOffices(plan(), *m_plan->items(survey)[3]), u"市民課"_s);
        QCOMPARE(plan().choices(u"status").size(), 3);
        QCOMPARE(m_plan->document->history().undoable()->title, u"進捗調査「第1回」を作成"_s);
    }

    void makingARoundIsOneStep()
    {
        m_plan->addSurvey(u"第1回"_s, 2023);
        QVERIFY(m_plan->document->undoNow());
        QCOMPARE(plan().rows<Survey>().size(), 0);
        QCOMPARE(plan().rows<SurveyItem>().size(), 0);
        QCOMPARE(plan().rows<Choice>().size(), 0);
    }

    void aLaterRoundTakesOverItemsWithoutAnswers()
    {
        const Id<Survey> first = m_plan->addSurvey(u"第1回"_s, 2023);
        m_plan->apply(leaveOutItems(plan(), {m_plan->items(first)[5]->id}));
        m_plan->answer(first, {u"順調"_s});
        const Id<Survey> second = m_plan->addSurvey(u"第2回"_s, 2024, first);
        QCOMPARE(titles(second), titles(first));
        QCOMPARE(countStatuses(plan(), second).answered(), 0);
        QCOMPARE(initiativesLeftOut(plan(), second).size(), 1);
        m_plan->apply(fillFromPlan(plan(), second, m_plan->ids));
        QCOMPARE(titles(second).last(), u"取組3-1"_s);
        QCOMPARE(surveyBefore(plan(), second)->id, first);
        QCOMPARE(newestSurvey(plan())->id, second);
        QCOMPARE(newestAnsweredSurvey(plan())->id, first);
    }

    void measuresThatHaveEndedAreNotAskedAnyMore()
    {
        const Id<Survey> first = m_plan->addSurvey(u"第1回"_s, 2023);
        const auto items = m_plan->items(first);
        m_plan->apply(combineItems(plan(), {items[2]->id, items[3]->id}, {}, m_plan->ids)); // 取組1-3・取組2-1
        const auto end = [&](int at, const PlanTime &when) {
            ChangeBuilder change(u"終了"_s);
            change.set<&Measure::state>(plan().ordered<Measure>()[at]->id, u"完了"_s);
            change.set<&Measure::state_at>(plan().ordered<Measure>()[at]->id, when);
            m_plan->apply(std::move(change).build());
        };
        end(0, PlanTime::month(2024, 9));
        end(2, PlanTime::month(2025, 9)); // after the next round
        const NewSurvey wanted{u"第2回"_s, PlanTime::day(2025, 3, 31), {}, {}};
        QCOMPARE(extentOf(plan(), wanted).items, 3);
        QCOMPARE(extentOf(plan(), wanted).leftOut, 3);
        const Id<Survey> second = m_plan->addSurvey(u"第2回"_s, 2024);
        QCOMPARE(titles(second), QStringList({u"取組2-1"_s, u"取組2-2"_s, u"取組3-1"_s}));
        QVERIFY(initiativesLeftOut(plan(), second).isEmpty());
        const Id<Survey> third = m_plan->addSurvey(u"第3回"_s, 2024, first);
        QCOMPARE(titles(third), QStringList({u"取組2-1"_s, u"取組2-2"_s, u"取組3-1"_s}));
        const SurveyExtent extent = extentOf(plan(), {u"第4回"_s, PlanTime::day(2026, 3, 31), {}, first});
        QCOMPARE(extent.items, 2);
        QCOMPARE(extent.leftOut, 3);
    }

    void combinedItemsThatDoNotAgreeSayWhatEachWasAnswered()
    {
        const Id<Survey> survey = m_plan->addSurvey(u"第1回"_s, 2023);
        m_plan->answer(survey, {u"順調"_s, u"順調"_s, u"遅延"_s});
        auto items = m_plan->items(survey);
        m_plan->apply(combineItems(plan(), {items[0]->id, items[1]->id}, {}, m_plan->ids));
        QCOMPARE(titles(survey).first(), u"取組1-1・取組1-2"_s);
        items = m_plan->items(survey);
        QCOMPARE(items.size(), 5);
        QCOMPARE(statusOf(plan(), items[0]->id), u"順調"_s);
        m_plan->apply(combineItems(plan(), {items[0]->id, items[1]->id}, u"三つの取組"_s, m_plan->ids));
        items = m_plan->items(survey);
        QCOMPARE(titles(survey).first(), u"三つの取組"_s);
        QCOMPARE(statusOf(plan(), items[0]->id), u"混在（順調2・遅延1）"_s); // what each 取組 was answered, and no verdict
        const StatusCounts counts = countStatuses(plan(), survey, measure(u"1"_s));
        QCOMPARE(counts.total(), 1);
        QCOMPARE(counts.mixed, 1);
        QCOMPARE(countsInWords(plan(), counts), u"混在1"_s);
        QCOMPARE(countsInMarks(plan(), counts).join(QString()), u"混1"_s);
        const auto result = surveyResult(plan(), survey, ResultBy::Status);
        QVERIFY(std::any_of(result.begin(), result.end(),
                            [](const ResultRow &row) { return row.label == u"混在" && row.counted == 1; }));

        // A further one adds to what was counted before.
        m_plan->apply(combineItems(plan(), {items[0]->id, items[1]->id}, u"四つの取組"_s, m_plan->ids));
        QCOMPARE(statusOf(plan(), m_plan->items(survey)[0]->id), u"混在（順調2・遅延1・未回答1）"_s);
    }

    void combinedItemsKeepEveryCommentAndAllComesBack()
    {
        const Id<Survey> survey = m_plan->addSurvey(u"第1回"_s, 2023);
        m_plan->answer(survey, {u"順調"_s, u"遅延"_s});
        auto items = m_plan->items(survey);
        const int comment = fieldIndex<&Answer::comment>();
        const int countermeasure = fieldIndex<&Answer::countermeasure>();
        m_plan->apply(answerChange(plan(),
                                   {{items[0]->id, comment, u"一つ目"_s},
                                    {items[1]->id, comment, u"二つ目"_s},
                                    {items[2]->id, comment, u"一つ目"_s},
                                    {items[1]->id, countermeasure, u"検討を急ぐ"_s}},
                                   m_plan->ids));
        m_plan->apply(combineItems(plan(), {items[0]->id, items[1]->id, items[2]->id}, {}, m_plan->ids));
        const Answer *answer = answerOf(plan(), m_plan->items(survey)[0]->id);
        QVERIFY(answer);
        QCOMPARE(answer->comment, u"一つ目\n二つ目"_s);
        QCOMPARE(answer->countermeasure, u"検討を急ぐ"_s);
        QCOMPARE(answer->status, u"混在（順調1・遅延1・未回答1）"_s);
        QVERIFY(m_plan->document->undoNow());
        items = m_plan->items(survey);
        QCOMPARE(answerOf(plan(), items[1]->id)->comment, u"二つ目"_s);
        QCOMPARE(statusOf(plan(), items[0]->id), u"順調"_s);
        QCOMPARE(statusOf(plan(), items[1]->id), u"遅延"_s);

        // The first has no answer: that of the second is not lost.
        m_plan->apply(combineItems(plan(), {items[3]->id, items[1]->id}, {}, m_plan->ids));
        const auto now = m_plan->items(survey);
        const auto kept = std::find_if(now.begin(), now.end(), [&](const SurveyItem *item) { return item->id == items[3]->id; });
        QVERIFY(kept != now.end());
        QCOMPARE(answerOf(plan(), (*kept)->id)->comment, u"二つ目"_s);
    }

    void aSplitItemIsUnanswered()
    {
        const Id<Survey> survey = m_plan->addSurvey(u"第1回"_s, 2023);
        const auto all = titles(survey);
        auto items = m_plan->items(survey);
        m_plan->apply(combineItems(plan(), {items[0]->id, items[1]->id, items[2]->id}, u"まとめ"_s, m_plan->ids));
        m_plan->answer(survey, {u"順調"_s});
        m_plan->apply(splitItem(plan(), m_plan->items(survey)[0]->id, m_plan->ids));
        QCOMPARE(titles(survey), all);
        QCOMPARE(countStatuses(plan(), survey).answered(), 0);
        QVERIFY(splitItem(plan(), m_plan->items(survey)[0]->id, m_plan->ids).isEmpty());
        QVERIFY(m_plan->document->undoNow());
        QCOMPARE(titles(survey).first(), u"まとめ"_s);
        QCOMPARE(countStatuses(plan(), survey).answered(), 1);
    }

    void aFreeItemStandsWhereItWasAsked()
    {
        const Id<Survey> survey = m_plan->addSurvey(u"第1回"_s, 2023);
        m_plan->apply(addFreeItem(plan(), survey, m_plan->items(survey)[0]->id, measure(u"2"_s), u"窓口の見直し"_s, m_plan->ids));
        QCOMPARE(titles(survey)[1], u"窓口の見直し"_s);
        QCOMPARE(itemNumber(plan(), *m_plan->items(survey)[1]), u"2"_s);
        m_plan->apply(addFreeItem(plan(), survey, {}, {}, u"計画外の取組"_s, m_plan->ids));
        QCOMPARE(titles(survey).last(), u"計画外の取組"_s);
        QCOMPARE(itemNumber(plan(), *m_plan->items(survey).last()), QString());
    }

    void aMeasureShowsCountsAndNoVerdict()
    {
        const Id<Survey> survey = m_plan->addSurvey(u"第1回"_s, 2023);
        m_plan->answer(survey, {u"順調"_s, u"順調"_s, u"遅延"_s, u"課題"_s});
        QCOMPARE(countsInWords(plan(), countStatuses(plan(), survey, measure(u"1"_s))), u"順調2・遅延1"_s);
        QCOMPARE(countsInWords(plan(), countStatuses(plan(), survey, measure(u"2"_s))), u"課題1・未回答1"_s);
        QCOMPARE(countsInWords(plan(), countStatuses(plan(), survey, measure(u"3"_s))), u"未回答1"_s);
        QCOMPARE(countsInWords(plan(), countStatuses(plan(), survey)), u"順調2・遅延1・課題1・未回答2"_s);
    }

    void anItemOfSeveralMeasuresCountsOnceInAGroup()
    {
        const Id<Survey> survey = m_plan->addSurvey(u"第1回"_s, 2023);
        const auto items = m_plan->items(survey);
        m_plan->apply(combineItems(plan(), {items[0]->id, items[3]->id}, {}, m_plan->ids)); // of measures 1 and 2
        QCOMPARE(itemNumber(plan(), *m_plan->items(survey)[0]), u"1、2"_s);
        QCOMPARE(itemOffices(plan(), *m_plan->items(survey)[0]), u"企画課、市民課"_s);
        m_plan->answer(survey, {u"順調"_s});
        const auto aims = countsByGroup(plan(), survey, Grouping::fromText(u"aim"_s));
        QCOMPARE(aims.size(), 2);
        QCOMPARE(aims[0].label, u"くらし"_s);
        QCOMPARE(aims[0].counts.byStatus[0], 1);
        QCOMPARE(aims[0].counts.total(), 4);
        const auto offices = countsByGroup(plan(), survey, Grouping::fromText(u"department"_s), true);
        QCOMPARE(offices.size(), 5);
        QCOMPARE(offices[0].label, u"企画課"_s);
        QCOMPARE(offices[0].counts.total(), 4);
        QCOMPARE(offices[3].label, u"市民課"_s);
        QCOMPARE(offices[3].counts.byStatus[0], 1);
        QCOMPARE(offices[4].label, u"2　施策名2"_s);
    }

    void publishedTotalsAreNeverSpread()
    {
        const Id<Survey> survey = m_plan->addSurvey(u"第1回"_s, 2023);
        SurveyResultModel model(m_plan->document.get(), ResultBy::Status);
        QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
        model.setSurvey(survey);
        const QStringList counts{u"82"_s, u"９"_s, u"14"_s, u"105"_s};
        for (int row = 0; row < 4; ++row)
            QVERIFY(model.setData(model.index(row, SurveyResultModel::Published), counts[row]));
        QVERIFY(model.setData(model.index(0, SurveyResultModel::PublishedShare), u"78.1%"_s));
        QVERIFY(m_plan->document->flush());
        QCOMPARE(model.index(1, SurveyResultModel::Published).data().toString(), u"9"_s);
        QCOMPARE(model.index(0, SurveyResultModel::PublishedShare).data().toString(), u"78.1"_s);
        QCOMPARE(model.index(3, SurveyResultModel::Published).data().toString(), u"105"_s);
        QCOMPARE(model.index(0, SurveyResultModel::Counted).data().toString(), QString());
        QCOMPARE(countStatuses(plan(), survey).answered(), 0);
        QVERIFY(!newestAnsweredSurvey(plan()));
        QCOMPARE(plan().rows<SurveyTotal>().size(), 4);
        QVERIFY(model.setData(model.index(3, SurveyResultModel::Published), QString()));
        QVERIFY(m_plan->document->flush());
        QCOMPARE(plan().rows<SurveyTotal>().size(), 3);
    }

    void countedAndPublishedStandSideBySide()
    {
        const Id<Survey> survey = m_plan->addSurvey(u"第1回"_s, 2023);
        m_plan->answer(survey, {u"順調"_s, u"順調"_s, u"遅延"_s});
        m_plan->apply(totalChange(plan(), survey, u"順調"_s, {}, fieldIndex<&SurveyTotal::count>(), qint64(3), m_plan->ids));
        const auto rows = surveyResult(plan(), survey, ResultBy::Status);
        QCOMPARE(rows.size(), 4);
        QCOMPARE(*rows[0].counted, 2);
        QCOMPARE(*rows[0].published, 3);
        QCOMPARE(*rows[2].counted, 0);
        QVERIFY(!rows[3].published);
        QCOMPARE(*rows[3].counted, 3);
    }

    void reasonsAreCountedFromAnswers()
    {
        const Id<Survey> survey = m_plan->addSurvey(u"第1回"_s, 2023);
        const auto items = m_plan->items(survey);
        m_plan->apply(answerChange(plan(),
                                   {{items[0]->id, fieldIndex<&Answer::status>(), u"課題"_s},
                                    {items[0]->id, fieldIndex<&Answer::reason>(), u"B"_s},
                                    {items[0]->id, fieldIndex<&Answer::countermeasure>(), u"再検討する"_s}},
                                   m_plan->ids));
        const auto rows = surveyResult(plan(), survey, ResultBy::Reason);
        QCOMPARE(rows.size(), 4);
        QCOMPARE(*rows[1].counted, 1);
        QCOMPARE(*rows[3].counted, 1);
        QCOMPARE(plan().rows<Answer>().size(), 1);
    }

    void movesBetweenRoundsFollowTheInitiatives()
    {
        const Id<Survey> first = m_plan->addSurvey(u"第1回"_s, 2023);
        m_plan->answer(first, {u"順調"_s, u"遅延"_s, u"課題"_s, u"順調"_s, u"順調"_s, u"遅延"_s});
        const Id<Survey> second = m_plan->addSurvey(u"第2回"_s, 2024, first);
        auto items = m_plan->items(second);
        m_plan->apply(combineItems(plan(), {items[3]->id, items[4]->id}, {}, m_plan->ids)); // agreed: 順調
        items = m_plan->items(second);
        m_plan->apply(combineItems(plan(), {items[1]->id, items[2]->id}, {}, m_plan->ids)); // 遅延 and 課題
        m_plan->apply(leaveOutItems(plan(), {m_plan->items(second).last()->id}));           // 遅延
        m_plan->apply(addFreeItem(plan(), second, {}, {}, u"新しい取組"_s, m_plan->ids));
        m_plan->answer(second, {u"遅延"_s, u"順調"_s, u"順調"_s, {}});
        const SurveyMoves moves = surveyMoves(plan(), first, second);
        QCOMPARE(moves.counts[0][1], 1); // 取組1-1
        QCOMPARE(moves.counts[0][0], 1); // 取組2-1 and 2-2
        QCOMPARE(moves.regrouped[0], 1); // 取組1-2 and 1-3
        QCOMPARE(moves.fresh.last(), 1); // the free item, unanswered
        QCOMPARE(moves.gone[1], 1);      // 取組3-1
    }

    void theGridIsFilledByNumberLabelOrMark()
    {
        const Id<Survey> survey = m_plan->addSurvey(u"第1回"_s, 2023);
        GridModel model(m_plan->document.get(), surveyShape(plan(), survey));
        QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
        const QStringList typed{u"1"_s, u"◐"_s, u"３"_s, u"予定どおり順調"_s, u"遅延"_s};
        for (int row = 0; row < typed.size(); ++row)
            QVERIFY(model.setData(at(model, row, SurveyColumn::Status), typed[row]));
        QVERIFY(m_plan->document->flush());
        QStringList shown;
        for (int row = 0; row < model.rowCount(); ++row)
            shown << at(model, row, SurveyColumn::Status).data().toString();
        QCOMPARE(shown, QStringList({u"順調"_s, u"遅延"_s, u"課題"_s, u"順調"_s, u"遅延"_s, QString()}));
        QCOMPARE(answered(survey), 5);
        QCOMPARE(m_plan->document->history().undoable()->title, u"調査項目『取組2-2』の今回を変更"_s);
    }

    void anAnswerIsShownByItsMarkAndSpokenInFull()
    {
        const Id<Survey> survey = m_plan->addSurvey(u"第1回"_s, 2023);
        m_plan->answer(survey, {u"遅延"_s});
        GridModel model(m_plan->document.get(), surveyShape(plan(), survey));
        const QModelIndex answered = at(model, 0, SurveyColumn::Status);
        QCOMPARE(answered.data().toString(), u"遅延"_s);
        QCOMPARE(answered.data(GridModel::MarkRole).toString(), u"◐"_s);
        QCOMPARE(answered.data(GridModel::ToneRole).toInt(), 1);
        QCOMPARE(answered.data(Qt::EditRole).toString(), u"遅延"_s);
        QCOMPARE(answered.data(Qt::ToolTipRole).toString(), u"<qt>遅延はしているが順調</qt>"_s);
        QCOMPARE(answered.data(Qt::AccessibleTextRole).toString(), u"遅延はしているが順調"_s);
        QCOMPARE(answered.data(GridModel::OptionKeysRole).toStringList(), QStringList({u"順調"_s, u"遅延"_s, u"課題"_s}));
        QCOMPARE(answered.data(GridModel::OptionLabelsRole).toStringList().first(), u"順調　予定どおり順調"_s);
        QVERIFY(answered.data(GridModel::KeysPickRole).toBool());
        const QModelIndex open = at(model, 1, SurveyColumn::Status);
        QCOMPARE(open.data(GridModel::MarkRole).toString(), QString());
        QCOMPARE(open.data(Qt::AccessibleTextRole).toString(), u"未回答"_s);
        QVERIFY(at(model, 0, SurveyColumn::Comment).data(GridModel::LongTextRole).toBool());
        QVERIFY(!(at(model, 0, SurveyColumn::Item).flags() & Qt::ItemIsEditable));
    }

    void whatIsTypedIntoAnAnswerHasOnePlaceWhereverItIsTyped()
    {
        const Id<Survey> survey = m_plan->addSurvey(u"第1回"_s, 2023);
        GridModel model(m_plan->document.get(), surveyShape(plan(), survey));
        const QModelIndex cell = at(model, 1, SurveyColumn::Countermeasure);
        const InputPlace place{Owner(m_plan->items(survey)[1]->id), -1, u"6"_s};
        QCOMPARE(model.placeOf(cell), place);
        QCOMPARE(model.cellOf(place), cell);
    }

    void settingManyCellsIsOneStep()
    {
        const Id<Survey> survey = m_plan->addSurvey(u"第1回"_s, 2023);
        GridModel model(m_plan->document.get(), surveyShape(plan(), survey));
        QModelIndexList cells;
        for (int row = 0; row < model.rowCount(); ++row)
            cells << at(model, row, SurveyColumn::Status);
        model.typeIntoAll(cells, u"1"_s);
        QVERIFY(m_plan->document->flush());
        QCOMPARE(answered(survey), 6);
        QCOMPARE(m_plan->document->history().undoable()->title, u"調査項目の6か所に入力"_s);
        QVERIFY(m_plan->document->undoNow());
        QCOMPARE(answered(survey), 0);
        QCOMPARE(plan().rows<Answer>().size(), 0);
    }

    void oneTextForManyCellsIsKeptOnceWhereItIsRefused()
    {
        const Id<Survey> survey = m_plan->addSurvey(u"第1回"_s, 2023);
        GridModel model(m_plan->document.get(), surveyShape(plan(), survey));
        model.typeIntoAll({at(model, 1, SurveyColumn::Status), at(model, 2, SurveyColumn::Status)}, u"絶好調"_s);
        QCOMPARE(m_plan->document->unsaved().count(), 1);
        QCOMPARE(answered(survey), 0);
        const QModelIndex first = at(model, 1, SurveyColumn::Status);
        QCOMPARE(model.cellOf(m_plan->document->unsaved().refused().first().place), first);
        QCOMPARE(first.data().toString(), u"絶好調"_s);
        QVERIFY(first.data(GridModel::RefusedRole).toString().contains(u"選択肢にありません"_s));
        QVERIFY(model.setData(first, u"順調"_s));
        QVERIFY(m_plan->document->flush());
        QVERIFY(!m_plan->document->unsaved().find(model.placeOf(first)));
        QCOMPARE(first.data().toString(), u"順調"_s);
        QCOMPARE(answered(survey), 1);
    }

    void aDoubtAboutAnItemStandsAtItsNumberOnly()
    {
        const Id<Survey> survey = m_plan->addSurvey(u"第1回"_s, 2023);
        GridModel model(m_plan->document.get(), surveyShape(plan(), survey));
        auto note = made<Annotation>();
        note.table = u"survey_item"_s;
        note.row = model.recordAt(1);
        note.kind = u"要原典確認"_s;
        note.text = u"行が薄い。"_s;
        QVERIFY(m_plan->document->apply(insertionOf(note)));
        for (int column = 0; column < model.columnCount(); ++column)
            QCOMPARE(!model.index(1, column).data(GridModel::DoubtRole).toString().isEmpty(), column == 0);
    }

    void pastedRowsAreTakenWhole()
    {
        const Id<Survey> survey = m_plan->addSurvey(u"第1回"_s, 2023);
        GridModel model(m_plan->document.get(), surveyShape(plan(), survey));
        const QList<int> columns{SurveyColumn::Status, SurveyColumn::Reason, SurveyColumn::Countermeasure, SurveyColumn::Comment};
        const auto paste = [&](int row, const QString &text) { model.paste(row, placesOf(model, columns), cellsFromText(text)); };
        paste(0, u"順調\t\t\t\r\n課題\tA\t\"財源を\n探す\"\t\"いわゆる\"\"壁\"\"\"\r\n"_s);
        QVERIFY(m_plan->document->flush());
        QCOMPARE(answered(survey), 2);
        QCOMPARE(at(model, 1, SurveyColumn::Countermeasure).data().toString(), u"財源を\n探す"_s);
        QCOMPARE(at(model, 1, SurveyColumn::Comment).data().toString(), u"いわゆる\"壁\""_s);
        QModelIndexList cells;
        for (int column = SurveyColumn::Status; column <= SurveyColumn::Countermeasure; ++column)
            cells << at(model, 1, column);
        QCOMPARE(textFromIndexes(cells), u"課題\tA\t\"財源を\n探す\"\n"_s);

        QSignalSpy refused(&model, &GridModel::refused);
        paste(2, u"順調\n絶好調\n"_s);
        QVERIFY(m_plan->document->flush());
        QCOMPARE(refused.count(), 1);
        QVERIFY(refused.first().first().value<Error>().what.contains(u"貼り付けの2行目「今回」：「絶好調」"_s));
        QCOMPARE(answered(survey), 2);

        // More rows than there are items: nothing is taken, instead of losing the rest without a word.
        paste(model.rowCount() - 2, u"順調\n順調\n順調\n"_s);
        QVERIFY(m_plan->document->flush());
        QCOMPARE(refused.count(), 2);
        QVERIFY(refused.last().first().value<Error>().what.contains(u"3行"_s));
        QCOMPARE(answered(survey), 2);
        paste(model.rowCount() - 1, u"順調\n\t\n\t\n"_s); // the empty lines below the last item are none
        QVERIFY(m_plan->document->flush());
        QCOMPARE(refused.count(), 2);
        QCOMPARE(answered(survey), 3);
    }

    void aMarkThatMeansTwoThingsIsAskedAbout()
    {
        const Id<Survey> survey = m_plan->addSurvey(u"第1回"_s, 2023);
        GridModel model(m_plan->document.get(), surveyShape(plan(), survey));
        const auto status = [&](int row) { return at(model, row, SurveyColumn::Status); };
        QSignalSpy refused(&model, &GridModel::refused);
        model.setData(status(0), u"○"_s); // here the mark of 課題, in most city halls 順調
        model.setData(status(1), u"●"_s);
        model.paste(2, placesOf(model, {SurveyColumn::Status}), {{u"◐"_s}, {u"○"_s}});
        QVERIFY(!m_plan->document->flush()); // the pasted ones are refused when their turn comes
        QCOMPARE(answered(survey), 1);
        QCOMPARE(status(1).data().toString(), u"順調"_s);
        QVERIFY(status(0).data(GridModel::RefusedRole).toString().contains(u"「課題」か「順調」か"_s));
        QVERIFY(refused.last().first().value<Error>().what.contains(
            u"貼り付けの2行目「今回」：「○」は、この計画では「課題」の印ですが"_s));
        // A plan in which it marks what is well takes it.
        ChangeBuilder change(u"印"_s);
        change.set<&Choice::mark>(plan().choice(u"status", u"課題"_s)->id, u"×"_s);
        change.set<&Choice::mark>(plan().choice(u"status", u"順調"_s)->id, u"○"_s);
        m_plan->apply(std::move(change).build());
        model.setData(status(0), u"○"_s);
        QVERIFY(m_plan->document->flush());
        QCOMPARE(status(0).data().toString(), u"順調"_s);
    }

    void publishedFiguresAreReadAsTheyAreWritten()
    {
        SurveyResultModel result(m_plan->document.get(), ResultBy::Status);
        result.setSurvey(m_plan->addSurvey(u"第1回"_s, 2023));
        QVERIFY(result.setData(result.index(0, SurveyResultModel::Published), u"1,200件"_s));
        QVERIFY(result.setData(result.index(0, SurveyResultModel::PublishedShare), u"４４．７％"_s));
        QVERIFY(m_plan->document->flush());
        QVERIFY(!result.setData(result.index(1, SurveyResultModel::Published), u"1,5"_s));
        QCOMPARE(m_plan->document->unsaved().count(), 1);
        QCOMPARE(result.index(0, SurveyResultModel::Published).data().toString(), u"1,200"_s);
        QCOMPARE(result.index(0, SurveyResultModel::PublishedShare).data().toString(), u"44.7"_s);
    }

    void lineEndsOfEveryKindAreTakenInATextThatIsPasted()
    {
        GridModel model(m_plan->document.get(), surveyShape(plan(), m_plan->addSurvey(u"第1回"_s, 2023)));
        QSignalSpy refused(&model, &GridModel::refused);
        model.paste(0, placesOf(model, {SurveyColumn::Comment}),
                    cellsFromText(u"\"一行目\r\n二行目\"\r\n一行目\u000B二行目\r\n"_s));
        model.setData(at(model, 2, SurveyColumn::Countermeasure), u"一行目\r\n二行目"_s);
        QVERIFY(m_plan->document->flush());
        QVERIFY(refused.isEmpty());
        for (const QModelIndex &cell :
             {at(model, 0, SurveyColumn::Comment), at(model, 1, SurveyColumn::Comment), at(model, 2, SurveyColumn::Countermeasure)})
            QCOMPARE(cell.data().toString(), u"一行目\n二行目"_s);
    }

    void theEarlierAnswerStandsBesideTheNewOne()
    {
        const Id<Survey> first = m_plan->addSurvey(u"第1回"_s, 2023);
        m_plan->apply(addFreeItem(plan(), first, {}, {}, u"計画外の取組"_s, m_plan->ids));
        m_plan->apply(addFreeItem(plan(), first, {}, measure(u"2"_s), u"計画外の取組"_s, m_plan->ids));
        m_plan->answer(first, {u"順調"_s, u"遅延"_s, {}, {}, {}, {}, u"課題"_s, u"順調"_s});
        const Id<Survey> second = m_plan->addSurvey(u"第2回"_s, 2024, first);
        GridModel model(m_plan->document.get(), surveyShape(plan(), second));
        const auto previous = [&](int row) { return at(model, row, SurveyColumn::Previous); };
        QCOMPARE(previous(1).data().toString(), u"遅延"_s);
        QCOMPARE(previous(1).data(GridModel::MarkRole).toString(), u"◐"_s);
        QCOMPARE(previous(6).data().toString(), u"課題"_s); // free items by their name, and the measure they are of
        QCOMPARE(previous(7).data().toString(), u"順調"_s);
        QVERIFY(!(previous(1).flags() & Qt::ItemIsEditable));
        const auto items = m_plan->items(second);
        QVERIFY(m_plan->document->apply(combineItems(plan(), {items[0]->id, items[1]->id}, {}, m_plan->ids)));
        QCOMPARE(previous(0).data().toString(), u"（まとめ方が変更）"_s);
    }

    void sortedByTheEarlierAnswerTheyStandInTheOrderOfTheList()
    {
        const Id<Survey> first = m_plan->addSurvey(u"第1回"_s, 2023);
        m_plan->answer(first, {u"課題"_s, {}, u"順調"_s, u"遅延"_s});
        GridModel model(m_plan->document.get(), surveyShape(plan(), m_plan->addSurvey(u"第2回"_s, 2024, first)));
        model.setOrder({surveyColumn(model.shape(), SurveyColumn::Previous), false, {}});
        QStringList shown;
        for (int row = 0; row < 4; ++row)
            shown << at(model, row, SurveyColumn::Previous).data().toString();
        QCOMPARE(shown, QStringList({u"順調"_s, u"遅延"_s, u"課題"_s, QString()}));
    }

    void aMixedAnswerThatIsPastedUnchangedChangesNothing()
    {
        const Id<Survey> survey = m_plan->addSurvey(u"第1回"_s, 2023);
        m_plan->answer(survey, {u"順調"_s, u"遅延"_s});
        m_plan->apply(combineItems(plan(), {m_plan->items(survey)[0]->id, m_plan->items(survey)[1]->id}, {}, m_plan->ids));
        GridModel model(m_plan->document.get(), surveyShape(plan(), survey));
        const QString mixed = u"混在（順調1・遅延1）"_s;
        QCOMPARE(at(model, 0, SurveyColumn::Status).data().toString(), mixed);
        const auto before = m_plan->document->sequence();
        QVERIFY(model.paste(0, placesOf(model, {SurveyColumn::Status}), {{mixed}}));
        QVERIFY(m_plan->document->flush());
        QCOMPARE(m_plan->document->sequence(), before);
        model.setData(at(model, 1, SurveyColumn::Status), mixed); // nobody else was answered so
        QVERIFY(!at(model, 1, SurveyColumn::Status).data(GridModel::RefusedRole).toString().isEmpty());
    }

    void anEmptiedAnswerLeavesNothingBehind()
    {
        GridModel model(m_plan->document.get(), surveyShape(plan(), m_plan->addSurvey(u"第1回"_s, 2023)));
        model.setData(at(model, 0, SurveyColumn::Status), u"1"_s);
        model.setData(at(model, 0, SurveyColumn::Comment), u"済"_s);
        QVERIFY(m_plan->document->flush());
        QCOMPARE(plan().rows<Answer>().size(), 1);
        model.clearCells({at(model, 0, SurveyColumn::Status), at(model, 0, SurveyColumn::Comment)});
        QVERIFY(m_plan->document->flush());
        QCOMPARE(plan().rows<Answer>().size(), 0);
    }

    void theOutlineShowsCountsOfTheNewestAnsweredRound()
    {
        OutlineModel outline;
        QAbstractItemModelTester tester(&outline, QAbstractItemModelTester::FailureReportingMode::QtTest);
        QObject::connect(m_plan->document.get(), &PlanDocument::changed, &outline, &OutlineModel::follow);
        outline.setGrouping(Grouping::fromText(u"none"_s));
        outline.rebuild(plan());
        const auto cell = [&](int column) { return outline.index(0, column); };
        QCOMPARE(cell(OutlineModel::Count).data().toString(), QString());
        const Id<Survey> survey = m_plan->addSurvey(u"第1回"_s, 2023);
        QSignalSpy changed(&outline, &OutlineModel::dataChanged);
        m_plan->answer(survey, {u"順調"_s, u"順調"_s, u"遅延"_s, u"順調"_s});
        QVERIFY(!changed.isEmpty());
        QCOMPARE(cell(OutlineModel::Count).data().toString(), u"●2◐1"_s);
        QCOMPARE(cell(OutlineModel::Title).data(Qt::AccessibleTextRole).toString(),
                 u"1 施策名1、進捗（令和6年3月31日現在）：順調2・遅延1"_s);
        QCOMPARE(outline.index(1, 1).data().toString(), u"●1"_s);
        QCOMPARE(outline.index(1, 0).data(Qt::ToolTipRole).toString(),
                 u"<qt>2 施策名2<br>進捗（令和6年3月31日現在）：順調1・未回答1</qt>"_s);
    }

    void aRoundGoesWithEverythingInIt()
    {
        const Id<Survey> survey = m_plan->addSurvey(u"第1回"_s, 2023);
        m_plan->answer(survey, {u"順調"_s});
        m_plan->apply(removeSurvey(plan(), survey));
        QCOMPARE(plan().rows<SurveyItem>().size(), 0);
        QCOMPARE(plan().rows<Answer>().size(), 0);
        QVERIFY(m_plan->document->undoNow());
        QCOMPARE(countStatuses(plan(), survey).answered(), 1);
    }
};

QTEST_GUILESS_MAIN(SurveyTest)
#include "tst_survey.moc"
