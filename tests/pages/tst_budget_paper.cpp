// SPDX-License-Identifier: GPL-3.0-or-later
// Budget requests that stand in the schedule as words, and as rows of their own, year by year on paper.
#include "models/order/shown_levels.h"
#include "models/results/budget_requests.h"
#include "pdf_probe.h"
#include "tests/support/rows.h"
#include "tests/support/warnings.h"
#include "views/pages/budget_paper.h"
#include "views/pages/paper_catalog.h"
#include "views/pages/pdf_writer.h"
#include "views/pages/tree_pages.h"

#include <QTemporaryDir>
#include <QTest>

using namespace shisaku;
using namespace Qt::StringLiterals;

class TestBudgetPaper : public QObject {
    Q_OBJECT

    QTemporaryDir m_folder;

    QString printed(const PrintJob &job) const
    {
        const QString path = m_folder.filePath(u"paper.pdf"_s);
        const auto written = writePdf(job, path);
        return written ? probe::pageTexts(path).join(QString()) : written.error().message();
    }

private slots:
    void init() { failOnWarnings(); }

    void theWordsOfTheYearCellsAreCollectedByYear()
    {
        const Plan plan = samplePlan(u"katagami"_s);
        const auto requests = budgetRequests(plan);
        QCOMPARE(requests.size(), 8);
        QCOMPARE(requests.first().year, std::optional(2023));
        QCOMPARE(requests.last().year, std::optional(2024));
        const QString paper = printed(budgetJob(plan));
        QVERIFY2(paper.contains(u"1令和5年度（4件）"_s) && paper.contains(u"2令和6年度（4件）"_s), qPrintable(paper));
        QCOMPARE(paper.count(u"R6当初予算要求"_s), 4);
        QCOMPARE(paper.count(u"R7当初予算要求"_s), 4);
        QVERIFY(paper.indexOf(u"R7当初予算要求"_s) > paper.lastIndexOf(u"R6当初予算要求"_s));
    }

    void aBudgetRowStandsInTheYearInWhichItIsRequested()
    {
        Plan plan = samplePlan(u"katagami"_s);
        auto budget = made<Budget>();
        budget.measure = plan.ordered<Measure>().first()->id;
        budget.year = PlanTime::fiscalYear(2025);
        budget.stage = u"要求"_s;
        budget.amount = 12'500;
        ChangeBuilder change(u"予算"_s);
        change.insert(budget);
        QVERIFY(applyTo(plan, std::move(change).build()));
        const auto requests = budgetRequests(plan);
        QCOMPARE(requests.size(), 9);
        QCOMPARE(requests[4].year, std::optional(2024)); // the first measure comes first in its year
        QCOMPARE(requests[4].words, u"令和7年度予算の要求"_s);
        QCOMPARE(budgetRecords(plan, requests)[5][5], u"12500"_s);
        QVERIFY(printed(budgetJob(plan)).contains(u"12,500"_s));
    }

    void aYearCanBePrintedAlone()
    {
        const Plan plan = samplePlan(u"katagami"_s);
        PaperOptions options;
        options.budgetYear = requestYear(budgetRequests(plan).last());
        const auto job = makePaper(Paper::Budget, plan, options);
        QVERIFY(job);
        const QString paper = printed(*job);
        QVERIFY2(paper.contains(u"1令和6年度（4件）"_s) && !paper.contains(u"令和5年度"_s), qPrintable(paper));
        QCOMPARE(paper.count(u"R7当初予算要求"_s), 4);
        QCOMPARE(paper.count(u"R6当初予算要求"_s), 0);
    }

    void aPlanWithoutRequestsSaysSo()
    {
        const Plan plan = samplePlan(u"hatsukaichi"_s);
        QVERIFY(budgetRequests(plan).isEmpty());
        QVERIFY(printed(budgetJob(plan)).contains(u"予算要求の記載がない"_s));
    }

    void theTreeCallsMeasuresAsThePlanDoes()
    {
        QCOMPARE(measureWord(samplePlan()), u"施策"_s);
        QCOMPARE(measureWord(samplePlan(u"katagami"_s)), u"取組"_s);
        const Plan plan = samplePlan(u"hatsukaichi"_s);
        QCOMPARE(measureWord(plan), u"取組"_s);
        const QString tree = printed(treeJob(plan, treeGrouping(plan)));
        QVERIFY2(tree.contains(u"基本方針施策取組"_s), qPrintable(tree.left(200)));
        QVERIFY(!tree.contains(u"34施策"_s));
    }
};

QTEST_MAIN(TestBudgetPaper)
#include "tst_budget_paper.moc"
