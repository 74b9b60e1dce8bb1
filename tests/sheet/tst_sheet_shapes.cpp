// SPDX-License-Identifier: GPL-3.0-or-later
// Sheets of plans of another shape: words per year, several levels of aims, indicators without values, no offices at all.
#include "tests/pages/pdf_probe.h"
#include "tests/support/rows.h"
#include "tests/support/warnings.h"
#include "views/pages/jobs.h"
#include "views/pages/pdf_writer.h"

#include "models/plan/rank.h"

#include <QTemporaryDir>
#include <QTest>

using namespace shisaku;
using namespace Qt::StringLiterals;

class TestSheetShapes : public QObject {
    Q_OBJECT

private slots:
    void init() { failOnWarnings(); }
    void yearsArePrintedAsWords();
    void bothLinesOfAYearArePrinted();
    void everyLevelOfTheAimsIsNamed();
    void onlyThePlanSaysWhatIsMissing();
    void indicatorsStateValueAndQualifier();
    void officesArePrintedAsTheDocumentHasThem();
    void marksOfTheGlossaryShowTheirNumber();
    void sharedHeadingsArePrinted();
    void blocksAPlanLacksVanish();
    void shortSheetsShareAPageWithoutOverlaps_data();
    void shortSheetsShareAPageWithoutOverlaps();
    void theTemplateSaysWhetherSheetsShareAPage();
    void theListNamesSharedHeadings();

private:
    QString printed(const Plan &plan, const QString &number);

    QTemporaryDir m_folder;
};

QString TestSheetShapes::printed(const Plan &plan, const QString &number)
{
    for (const Measure &measure : plan.rows<Measure>()) {
        if (measure.number != number)
            continue;
        const QString pdf = m_folder.filePath(u"sheet.pdf"_s);
        return writePdf(sheetsJob(plan, {measure.id}), pdf) ? probe::pageTexts(pdf).join(QString()) : QString();
    }
    qFatal("no such measure");
}

void TestSheetShapes::yearsArePrintedAsWords()
{
    const QString text = printed(samplePlan(u"katagami"_s), u"1-1-①"_s);
    QVERIFY2(text.contains(u"令和5年度令和6年度令和7年度"_s), qPrintable(text));
    QVERIFY2(text.contains(u"継続実施継続実施継続実施"_s), qPrintable(text));
    QVERIFY(!text.contains(u"令和8年度"_s));                // no columns for years nothing lies in
    QCOMPARE(text.count(u"職員管理業務のデジタル化"_s), 1); // the only 取組 needs no name beside the title
}

void TestSheetShapes::bothLinesOfAYearArePrinted()
{
    const QString text = printed(samplePlan(u"katagami"_s), u"1-1-②"_s);
    QVERIFY2(text.contains(u"業者選定"_s) && text.contains(u"R7当初予算要求"_s), qPrintable(text));
}

void TestSheetShapes::everyLevelOfTheAimsIsNamed()
{
    const QString text = printed(samplePlan(u"katagami"_s), u"2-2-①"_s);
    QVERIFY2(text.contains(u"基本方針(2)DX推進による市民サービスの向上"_s), qPrintable(text));
    QVERIFY2(text.contains(u"主な取組コンビニ交付、コンビニ収納サービス等の導入"_s), qPrintable(text));
}

void TestSheetShapes::onlyThePlanSaysWhatIsMissing()
{
    const Plan plan = samplePlan(u"katagami"_s);
    QVERIFY(printed(plan, u"1-1-⑤"_s).contains(u"・印刷製本費・紙及び簿冊等の数量"_s));
    QVERIFY(printed(plan, u"1-1-⑫"_s).contains(u"・評価指標：今後設定する"_s));
}

void TestSheetShapes::indicatorsStateValueAndQualifier()
{
    Plan plan = samplePlan(u"katagami"_s);
    const auto of = [&](const QString &number) {
        for (const Measure &measure : plan.rows<Measure>()) {
            if (measure.number == number)
                return plan.parts<&Indicator::measure>(measure.id).first()->id;
        }
        return Id<Indicator>();
    };
    const Id<Indicator> indicator = of(u"1-1-①"_s);
    ChangeBuilder change(u"値"_s);
    change.set<&Indicator::unit>(indicator, u"枚"_s);
    QString last;
    const auto add = [&](const QString &role, const QString &value, const QString &qualifier, const PlanTime &time) {
        auto row = made<IndicatorValue>(last = rankBetween(last, {}));
        row.indicator = indicator;
        row.role = role;
        row.value = value;
        row.qualifier = qualifier;
        row.as_of = time;
        change.insert(row);
    };
    add(u"baseline"_s, u"12000"_s, u"約"_s, PlanTime::fiscalYear(2022));
    add(u"actual"_s, u"11000"_s, {}, PlanTime::fiscalYear(2023));
    add(u"actual"_s, u"9500"_s, {}, PlanTime::fiscalYear(2024));
    add(u"target"_s, u"6000"_s, u"以下"_s, PlanTime::fiscalYear(2025));
    QVERIFY(applyTo(plan, std::move(change).build()));
    const QString text = printed(plan, u"1-1-①"_s);
    QVERIFY2(text.contains(
                 u"・紙及び簿冊等の数量：現状約12,000枚（令和4年度）、実績9,500枚（令和6年度）、目標6,000枚以下（令和7年度）"_s),
             qPrintable(text));
}

void TestSheetShapes::officesArePrintedAsTheDocumentHasThem()
{
    const Plan plan = samplePlan(u"katagami"_s);
    QVERIFY(printed(plan, u"1-2-①"_s).contains(u"主な担当課関係各課"_s));
    QVERIFY(printed(plan, u"2-2-②"_s).contains(u"税務課、子育て応援課、上下水道課等"_s));
}

void TestSheetShapes::marksOfTheGlossaryShowTheirNumber()
{
    const QString text = printed(samplePlan(u"katagami"_s), u"1-1-③"_s);
    QVERIFY2(text.contains(u"クラウド※16サービス"_s), qPrintable(text));
}

void TestSheetShapes::sharedHeadingsArePrinted()
{
    QVERIFY(printed(samplePlan(u"hatsukaichi"_s), u"2-①-4"_s).contains(u"【交通】MaaSの環境の構築"_s));
    QVERIFY(printed(samplePlan(u"katagami"_s), u"1-1-①"_s).contains(u"取組名1-1-①"_s));
}

void TestSheetShapes::blocksAPlanLacksVanish()
{
    const QString text = printed(samplePlan(u"hatsukaichi"_s), u"1-①-1"_s);
    for (const QString &word : {u"スケジュール"_s, u"指標"_s, u"担当課"_s, u"所管課"_s, u"新規"_s, u"年度"_s})
        QVERIFY2(!text.contains(word), qPrintable(word));
}

void TestSheetShapes::shortSheetsShareAPageWithoutOverlaps_data()
{
    QTest::addColumn<QString>("sample");
    QTest::newRow("years") << u"katagami"_s;
    QTest::newRow("tree") << u"hatsukaichi"_s;
}

void TestSheetShapes::shortSheetsShareAPageWithoutOverlaps()
{
    QFETCH(QString, sample);
    const Plan plan = samplePlan(sample);
    const PrintJob job = sheetsJob(plan, measuresWithSheets(plan));
    // As in the cities' own documents, short sheets share a page; a sheet is never divided for that.
    QVERIFY2(job.pageCount <= plan.rows<Measure>().size() / 2, qPrintable(QString::number(job.pageCount)));
    QCOMPARE(job.bookmarks.size(), plan.rows<Measure>().size());
    const QString pdf = m_folder.filePath(sample + u".pdf"_s);
    QVERIFY(writePdf(job, pdf).ok());
    QCOMPARE(probe::overlaps(probe::words(pdf)), QStringList());
    const QStringList pages = probe::pageTexts(pdf);
    for (const Measure *measure : plan.ordered<Measure>()) {
        const auto bookmark = std::find_if(job.bookmarks.begin(), job.bookmarks.end(), [measure](const Bookmark &entry) {
            return entry.title.endsWith(measure->title) && entry.title.startsWith(measure->number);
        });
        QVERIFY(bookmark != job.bookmarks.end());
        QVERIFY2(pages[bookmark->page].contains(probe::withoutSpaces(measure->title)), qPrintable(measure->title));
    }
}

void TestSheetShapes::theTemplateSaysWhetherSheetsShareAPage()
{
    Plan plan = samplePlan(u"katagami"_s);
    for (const Block &block : plan.rows<Block>()) {
        if (block.kind == u"title")
            plan.table(TableId::Block).set(block.id.row, fieldIndex<&Block::place>(), u"full"_s);
    }
    QCOMPARE(sheetsJob(plan, measuresWithSheets(plan)).pageCount, plan.rows<Measure>().size());
}

void TestSheetShapes::theListNamesSharedHeadings()
{
    const Plan plan = samplePlan(u"hatsukaichi"_s);
    const QString pdf = m_folder.filePath(u"list.pdf"_s);
    QVERIFY(writePdf(listJob(plan, Grouping::fromText(u"vision"_s)), pdf).ok());
    const QString text = probe::pageTexts(pdf).join(QString());
    QVERIFY2(text.contains(u"【交通】2-①-4"_s), qPrintable(text));
    QCOMPARE(text.count(u"【教育】"_s), 1);
    // 施策 is a level of this plan; what the list counts are its 取組.
    QVERIFY2(text.contains(u"全34取組"_s) && text.contains(u"取組名"_s) && !text.contains(u"施策名"_s), qPrintable(text));
}

QTEST_MAIN(TestSheetShapes)
#include "tst_sheet_shapes.moc"
