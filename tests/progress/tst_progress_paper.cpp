// SPDX-License-Identifier: GPL-3.0-or-later
// Statements about 「進捗状況について」 on paper, read back from the PDF.
#include "tests/pages/pdf_probe.h"
#include "tests/support/plans.h"
#include "tests/support/rows.h"
#include "tests/support/survey_plan.h"
#include "tests/support/warnings.h"
#include "views/pages/passage_tables.h"
#include "views/pages/pdf_writer.h"
#include "views/pages/progress_paper.h"

using namespace shisaku;
using namespace Qt::StringLiterals;

class ProgressPaperTest : public QObject {
    Q_OBJECT

    QTemporaryDir m_folder;

    QString written(const PrintJob &job, const QString &name) const
    {
        const QString path = m_folder.filePath(name);
        const auto done = writePdf(job, path);
        if (!done)
            qFatal("%s", qPrintable(done.error().message()));
        return path;
    }

private slots:
    void init() { failOnWarnings(); }

    void theSamplePrintsWhatWasPublished()
    {
        const Plan plan = samplePlan();
        if (!newestSurvey(plan))
            QSKIP("the sample has no survey");
        PageStyle options;
        options.head = {u"資料22"_s, u"令和6年11月1日"_s, u"情報政策課"_s, u"行財政改革審議会"_s, u"案"_s};
        const QString pdf = written(progressJob(plan, newestSurvey(plan)->id, options), u"sample.pdf"_s);
        const QStringList pages = probe::pageTexts(pdf);
        const QString text = pages.join(QString());
        for (const QString &wanted : {u"資料22"_s,
                                      u"令和6年11月1日"_s,
                                      u"情報政策課"_s,
                                      u"行財政改革審議会"_s,
                                      u"デジタル戦略の進捗状況について（案）"_s,
                                      u"令和6年3月31日現在"_s,
                                      u"●予定どおり順調8278.1"_s,
                                      u"◐遅延はしているが順調98.6"_s,
                                      u"○課題があり、進捗していない1413.3"_s,
                                      u"合計105100.0"_s,
                                      u"公表された集計による"_s,
                                      u"79.1％"_s,
                                      u"88業務、28部署、年間6,841時間の業務時間短縮"_s,
                                      u"実証実験中"_s,
                                      u"医療介護連携課"_s,
                                      u"(A)費用対効果に課題があるもの5"_s,
                                      u"合計14"_s,
                                      u"政策企画課、商工振興課、情報政策課"_s,
                                      u"図書館デジタル化推進事業"_s,
                                      u"-1-"_s})
            QVERIFY2(text.contains(wanted), qPrintable(wanted + u" / "_s + text));
        QVERIFY(!text.contains(u"端数処理"_s)); // 78.1 + 8.6 + 13.3 are 100.0
        QCOMPARE(probe::overlaps(probe::words(pdf)), QStringList());
    }

    void answersAreCountedAndTheRestIsNamed()
    {
        SurveyPlan made;
        made.open();
        const Id<Survey> survey = made.addSurvey(u"調査"_s, 2023);
        made.answer(survey, {u"順調"_s, u"遅延"_s, u"課題"_s});
        made.apply(answerChange(made.plan(),
                                {{made.items(survey)[2]->id, fieldIndex<&Answer::reason>(), u"B"_s},
                                 {made.items(survey)[2]->id, fieldIndex<&Answer::countermeasure>(), u"仕様を見直す"_s}},
                                made.ids));
        const QString text = probe::pageTexts(written(progressJob(made.plan(), survey), u"answers.pdf"_s)).join(QString());
        QVERIFY(text.contains(u"●予定どおり順調133.3"_s));
        QVERIFY(text.contains(u"合計3100.0"_s));
        QVERIFY(text.contains(u"※端数処理のため、内訳の計が100.0％にならない場合がある。"_s)); // 33.3 three times
        QVERIFY(text.contains(u"回答のあった3件の集計"_s));
        QVERIFY(text.contains(u"未回答の取組が3件"_s));
        QVERIFY(text.contains(u"課題(B)仕様を見直す"_s));
        QVERIFY(!text.contains(u"公表された取組数"_s));
    }

    void answersThatDoNotAgreeHaveALineForEachCount()
    {
        SurveyPlan made;
        made.open();
        const Id<Survey> survey = made.addSurvey(u"調査"_s, 2023);
        made.answer(survey, {u"順調"_s, u"遅延"_s, u"課題"_s});
        const auto items = made.items(survey);
        made.apply(answerChange(made.plan(), {{items[2]->id, fieldIndex<&Answer::reason>(), u"A"_s}}, made.ids));
        made.apply(combineItems(made.plan(), {items[0]->id, items[1]->id}, {}, made.ids));
        auto added = shisaku::made<Measure>(u"zz"_s); // later than the survey: nobody was asked about it
        added.series = u"added"_s;
        added.title = u"追加の施策"_s;
        ChangeBuilder change(u"追加"_s);
        change.insert(added);
        auto office = shisaku::made<Department>(u"1"_s);
        office.name = u"ゼロカーボン推進室"_s;
        change.insert(office);
        for (const Measure *measure : made.plan().ordered<Measure>()) {
            auto lead = shisaku::made<Responsibility>(u"1"_s);
            lead.measure = measure->id;
            lead.department = office.id;
            lead.role = u"lead"_s;
            change.insert(lead);
        }
        made.apply(std::move(change).build());
        const QString pdf = written(progressJob(made.plan(), survey), u"mixed.pdf"_s);
        const QString text = probe::pageTexts(pdf).join(QString());
        QVERIFY2(text.contains(u"計画に掲げる3施策の取組5件"_s), qPrintable(text));
        QStringList words;
        for (const probe::Word &word : probe::words(pdf))
            words << word.text;
        QVERIFY2(words.join(u' ').contains(u"ゼロカーボン推進室"_s), qPrintable(words.join(u' '))); // no name is broken
        for (const QString &line : {u"（順調1・"_s, u"遅延1）"_s})
            QVERIFY2(words.contains(line), qPrintable(words.join(u' ')));
        QCOMPARE(probe::overlaps(probe::words(pdf)), QStringList());
    }

    void differingPublishedFiguresStandBesideTheCount()
    {
        SurveyPlan made;
        made.open();
        const Id<Survey> survey = made.addSurvey(u"調査"_s, 2023);
        made.answer(survey, {u"順調"_s, u"順調"_s});
        made.apply(totalChange(made.plan(), survey, u"順調"_s, {}, fieldIndex<&SurveyTotal::count>(), qint64(5), made.ids));
        const QString text = probe::pageTexts(written(progressJob(made.plan(), survey), u"both.pdf"_s)).join(QString());
        QVERIFY(text.contains(u"●予定どおり順調2100.05"_s));
        QVERIFY(text.contains(u"異なるため、並べて示した"_s));
    }

    void whatIsTroubledFollowsFromTheWordsNotFromTheOrder()
    {
        SurveyPlan made;
        made.open();
        const Id<Survey> survey = made.addSurvey(u"調査"_s, 2023);
        made.answer(survey, {u"順調"_s, u"遅延"_s, u"課題"_s, u"遅延"_s});
        const QString none = probe::pageTexts(written(progressJob(made.plan(), survey), u"trouble.pdf"_s)).join(QString());
        const QString listed = none.section(u"課題がある取組とその対応"_s, 1);
        QVERIFY2(listed.contains(u"取組1-3企画課課題"_s), qPrintable(none)); // though nobody gave a reason
        QVERIFY2(!listed.contains(u"取組1-2"_s), qPrintable(listed));        // 遅延はしているが順調
        made.apply(answerChange(made.plan(), {{made.items(survey)[3]->id, fieldIndex<&Answer::reason>(), u"A"_s}}, made.ids));
        const QString text = probe::pageTexts(written(progressJob(made.plan(), survey), u"reason.pdf"_s)).join(QString());
        QVERIFY(
            text.section(u"課題がある取組とその対応"_s, 1).contains(u"取組2-1市民課遅延(A)"_s)); // a reason is not only of the last
    }

    void onePublishedStatusIsNoWhole()
    {
        SurveyPlan made;
        made.open();
        const Id<Survey> survey = made.addSurvey(u"調査"_s, 2023);
        const auto publish = [&](const QString &status, const QString &reason, qint64 count) {
            made.apply(totalChange(made.plan(), survey, status, reason, fieldIndex<&SurveyTotal::count>(), count, made.ids));
        };
        publish(u"順調"_s, {}, 39);
        publish({}, u"A"_s, 5);
        QString text = probe::pageTexts(written(progressJob(made.plan(), survey), u"alone.pdf"_s)).join(QString());
        QVERIFY2(text.contains(u"予定どおり順調39…"_s) && text.contains(u"合計……"_s), qPrintable(text));
        QVERIFY(!text.contains(u"100.0"_s) && !text.contains(u"端数処理"_s));
        QVERIFY(text.contains(u"合計5"_s) && text.contains(u"※合計は、取組数の分からない理由を含まない。"_s));
        publish({}, {}, 91);
        text = probe::pageTexts(written(progressJob(made.plan(), survey), u"whole.pdf"_s)).join(QString());
        QVERIFY2(text.contains(u"予定どおり順調3942.9"_s) && text.contains(u"合計91100.0"_s), qPrintable(text));
    }

    void aLaterRoundShowsWhatMoved()
    {
        SurveyPlan made;
        made.open();
        const Id<Survey> first = made.addSurvey(u"第1回"_s, 2023);
        made.answer(first, {u"課題"_s, u"課題"_s, u"順調"_s});
        const Id<Survey> second = made.addSurvey(u"第2回"_s, 2024, first);
        made.answer(second, {u"順調"_s, u"遅延"_s, u"順調"_s});
        const QString text = probe::pageTexts(written(progressJob(made.plan(), second), u"moves.pdf"_s)).join(QString());
        QVERIFY(text.contains(u"前回調査との比較"_s));
        QVERIFY(text.contains(u"課題があり、進捗していない1100"_s));
    }

    void longTablesRepeatTheirHead()
    {
        SurveyPlan made;
        made.open();
        const Id<Survey> survey = made.addSurvey(u"調査"_s, 2023);
        QList<AnswerEdit> edits;
        for (int i = 0; i < 90; ++i)
            made.apply(addFreeItem(made.plan(), survey, {}, {}, u"追加の取組%1"_s.arg(i), made.ids));
        for (const SurveyItem *item : made.items(survey))
            edits.append({item->id, fieldIndex<&Answer::reason>(), u"A"_s});
        made.apply(answerChange(made.plan(), edits, made.ids));
        made.answer(survey, QStringList(96, u"遅延"_s));
        const QString pdf = written(progressJob(made.plan(), survey), u"long.pdf"_s);
        const QStringList pages = probe::pageTexts(pdf);
        QVERIFY(pages.size() > 2);
        QVERIFY(pages[1].startsWith(u"番号取組所管課状況理由対応策"_s));
        QVERIFY(pages[1].contains(u"-2-"_s));
        QCOMPARE(pages.join(QString()).count(u"追加の取組"_s), 90);
        QCOMPARE(probe::overlaps(probe::words(pdf)), QStringList());
    }

    void aMeasureLedByNoOfficeNamesItsParty()
    {
        PlanMaker maker;
        const auto measure = maker.measure(u"1"_s, u"電子申請"_s);
        maker.measure(u"2"_s, u"窓口"_s);
        Responsibility everybody;
        everybody.measure = measure;
        everybody.actor = u"全庁"_s;
        everybody.role = u"lead"_s;
        maker.add(everybody);
        const Plan plan = std::move(maker).plan();
        QCOMPARE(measureTable(plan, plan.ordered<Measure>(), {}).rows,
                 (QList<QStringList>{{u"1"_s, u"電子申請"_s, u"全庁"_s}, {u"2"_s, u"窓口"_s, u"－"_s}}));
    }

    void aPlanWithoutASurveyGivesAnEmptyPaper() { QCOMPARE(progressJob(Plan(), {}).pageCount, 1); }
};

QTEST_MAIN(ProgressPaperTest)
#include "tst_progress_paper.moc"
