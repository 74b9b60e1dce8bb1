// SPDX-License-Identifier: GPL-3.0-or-later
// Where bars and labels stand, on screen and on paper. The oracles lie outside the layout: texts recorded by a paint device,
// and the words pdftotext finds in the PDF.
#include "models/plan/series.h"
#include "tests/pages/pdf_probe.h"
#include "tests/support/plans.h"
#include "text_recorder.h"
#include "views/roadmap/roadmap_pages.h"
#include "views/roadmap/roadmap_painter.h"
#include "tests/support/warnings.h"

#include <QPainter>
#include <QPdfWriter>
#include <QTemporaryDir>
#include <QTest>

using namespace shisaku;
using namespace Qt::StringLiterals;

namespace {
/// ～R2 is 60 wide, years are 120, R8～ is 60: R3 begins at 60, R8～ at 660.
TimeAxis testAxis()
{
    return TimeAxis(2021, 2025, 60, 120, 60);
}

ScheduleItem bar(const QString &starts, const QString &ends, const QString &label = {})
{
    ScheduleItem item;
    item.starts = *PlanTime::fromText(starts);
    item.ends = *PlanTime::fromText(ends);
    item.label = label;
    return item;
}

} // namespace

class TestRoadmapDrawing : public QObject {
    Q_OBJECT

private slots:
    void init() { failOnWarnings(); }
    void barsStandInTheirColumns_data();
    void barsStandInTheirColumns();
    void overlappingBarsStandOnLanes();
    void aLabelThatDoesNotFitStandsBesideItsBar();
    void crowdedBarsKeepTheirLabels();
    void noLabelLiesOnAnotherBar();
    void linesBreakBetweenWords();
    void noTextsMeetOnScreen_data();
    void noTextsMeetOnScreen();
    void everyLabelIsDrawn();
    void paperHoldsEveryText_data();
    void paperHoldsEveryText();
    void everyPageRepeatsTheYears();
    void aLineTallerThanAPageFlowsOn();

private:
    QList<DrawnText> drawn(const Plan &plan, const Grouping &grouping, RoadmapDetail detail, qreal yearWidth, qreal textScale);
    QString printed(const RoadmapPages &pages, const paper::Spec &paper);

    QTemporaryDir m_folder;
};

void TestRoadmapDrawing::barsStandInTheirColumns_data()
{
    QTest::addColumn<QString>("starts");
    QTest::addColumn<QString>("ends");
    QTest::addColumn<qreal>("left");
    QTest::addColumn<qreal>("right");
    QTest::addColumn<bool>("endKnown");
    QTest::newRow("fiscal years") << u"FY2022"_s << u"FY2023"_s << 180.0 << 420.0 << true;
    QTest::newRow("months") << u"2022-04"_s << u"2022-09"_s << 180.0 << 240.0 << true;
    QTest::newRow("halves") << u"2022H2"_s << u"2023H1"_s << 240.0 << 360.0 << true;
    QTest::newRow("calendar year") << u"2023"_s << u"2023"_s << 270.0 << 390.0 << true;
    QTest::newRow("open start") << u".."_s << u"FY2020"_s << 0.0 << 60.0 << true;
    QTest::newRow("open end") << u"FY2026"_s << u".."_s << 660.0 << 720.0 << true;
    QTest::newRow("unknown end") << u"FY2022"_s << QString() << 180.0 << 300.0 << false;
    QTest::newRow("unknown end, late start") << u"2023-03"_s << QString() << 290.0 << 350.0 << false;
    QTest::newRow("unknown start") << QString() << u"FY2023"_s << 300.0 << 420.0 << true;
    QTest::newRow("undated") << QString() << QString() << 60.0 << 660.0 << false;
}

void TestRoadmapDrawing::barsStandInTheirColumns()
{
    QFETCH(QString, starts);
    QFETCH(QString, ends);
    QFETCH(bool, endKnown);
    const PlacedItem placed = placeInTime(bar(starts, ends), testAxis(), RoadmapMetrics());
    QTEST(placed.shape.left(), "left");
    QTEST(placed.shape.right(), "right");
    QCOMPARE(placed.right != TimeSpan::Edge::Unknown, endKnown);
}

void TestRoadmapDrawing::overlappingBarsStandOnLanes()
{
    const TextMeasure text(textFont(10));
    const LineLayout apart = layoutLine({bar(u"FY2021"_s, u"FY2021"_s, u"前"_s), bar(u"FY2022"_s, u"FY2023"_s, u"後"_s)},
                                        testAxis(), text, {});
    QCOMPARE(apart.items[0].shape.top(), apart.items[1].shape.top());
    const LineLayout over = layoutLine({bar(u"FY2021"_s, u"FY2022"_s, u"前"_s), bar(u"FY2022"_s, u"FY2023"_s, u"後"_s)}, testAxis(),
                                       text, {});
    QVERIFY(over.items[1].shape.top() >= over.items[0].shape.bottom());
    QVERIFY(over.height > apart.height);
}

void TestRoadmapDrawing::aLabelThatDoesNotFitStandsBesideItsBar()
{
    const TextMeasure text(textFont(10));
    const QString label = u"バーコード決済の運用開始"_s;
    const PlacedItem right = layoutLine({bar(u"2022-04"_s, u"2022-05"_s, label)}, testAxis(), text, {}).items[0];
    QVERIFY(right.text.rect.left() >= right.shape.right());
    const PlacedItem left = layoutLine({bar(u"FY2026"_s, u".."_s, label)}, testAxis(), text, {}).items[0];
    QVERIFY(left.text.rect.right() <= left.shape.left());
    QVERIFY(!right.text.elided && !left.text.elided);
}

void TestRoadmapDrawing::crowdedBarsKeepTheirLabels()
{
    const TextMeasure text(textFont(10));
    QList<ScheduleItem> items;
    for (int month = 1; month <= 12; ++month) {
        const QString time = u"2023-%1"_s.arg(month, 2, 10, '0'_L1);
        items << bar(time, time, u"住民への周知と説明会の開催その%1"_s.arg(month));
    }
    const LineLayout layout = layoutLine(items, testAxis(), text, {});
    for (const PlacedItem &placed : layout.items) {
        QCOMPARE(placed.text.lines.join(QString()), items[placed.item].label);
        QVERIFY(!placed.text.elided);
    }
}

void TestRoadmapDrawing::noLabelLiesOnAnotherBar()
{
    const TextMeasure text(textFont(10));
    const Plan plan = densePlan(200, 3);
    const RoadmapTree tree = buildRoadmap(plan, buildTree(plan, Grouping{}));
    for (const RoadmapLine &line : roadmapLines(tree, RoadmapDetail::Initiatives, {})) {
        const LineLayout layout = layoutLine(scheduleItems(plan, tree, line), testAxis(), text, {});
        for (const PlacedItem &label : layout.items) {
            QVERIFY(layout.height >= label.bounds().bottom() && label.bounds().top() >= 0);
            for (const PlacedItem &other : layout.items)
                QVERIFY2(label.item == other.item || !label.text.rect.intersects(other.shape),
                         qPrintable(label.text.lines.join(u'|')));
        }
    }
}

void TestRoadmapDrawing::linesBreakBetweenWords()
{
    const TextMeasure text(textFont(10));
    const qreal em = text.em();
    QCOMPARE(text.wrapped(u"デジタルを活用した不登校対策"_s, em * 9.2, 2), QStringList({u"デジタルを活用した"_s, u"不登校対策"_s}));
    QCOMPARE(text.wrapped(u"先進事例の調査・研究"_s, em * 6.2, 2), QStringList({u"先進事例の"_s, u"調査・研究"_s}));
    // 禁則: no line begins with a closing mark or ー.
    for (qreal width = em * 3; width < em * 12; width += em / 4) {
        for (const QString &line : text.wrapped(u"サービス（国、県）の提供。データー"_s, width, 9))
            QVERIFY2(!QStringLiteral("）、。ー").contains(line[0]), qPrintable(line));
    }
    QVERIFY(text.wrapped(u"長すぎる文字"_s, em, 2).isEmpty());
}

QList<DrawnText> TestRoadmapDrawing::drawn(const Plan &plan, const Grouping &grouping, RoadmapDetail detail, qreal yearWidth,
                                           qreal textScale)
{
    const RoadmapTree tree = buildRoadmap(plan, buildTree(plan, grouping));
    const RoadmapStyle style = RoadmapStyle::screen(Look::of(Look::Medium::Light), textScale);
    const TimeAxis axis = TimeAxis::of(plan, yearWidth * 0.75, yearWidth, yearWidth * 0.75);
    const RoadmapStyle::Columns columns{250 * textScale, 150 * textScale};
    const RoadmapScene scene(plan, tree, roadmapLines(tree, detail, {}), style, axis, columns);
    TextRecorder recorder(QSize(static_cast<int>(columns.total() + axis.width()), static_cast<int>(scene.totalHeight())));
    QPainter painter(&recorder);
    RoadmapPainter roadmap(painter, scene);
    roadmap.headings(0, scene.count() - 1, columns.total() + axis.width());
    roadmap.titles(0, scene.count() - 1, 0, scene.totalHeight());
    painter.translate(columns.total(), 0);
    roadmap.times(0, scene.count() - 1);
    painter.translate(0, -RoadmapPainter::headerHeight(style));
    roadmap.timeHeader();
    painter.end();
    return recorder.texts();
}

void TestRoadmapDrawing::noTextsMeetOnScreen_data()
{
    QTest::addColumn<bool>("dense");
    QTest::addColumn<qreal>("yearWidth");
    QTest::addColumn<qreal>("textScale");
    QTest::addColumn<bool>("measuresOnly");
    for (const bool dense : {false, true}) {
        for (const bool measuresOnly : {false, true}) {
            for (const auto &[width, scale] :
                 {std::pair(84.0, 0.7), std::pair(120.0, 1.0), std::pair(60.0, 1.0), std::pair(400.0, 1.6), std::pair(84.0, 2.0)}) {
                QTest::addRow("%s, %s, years %g wide, text %g", dense ? "dense" : "sample",
                              measuresOnly ? "measures" : "initiatives", width, scale)
                    << dense << width << scale << measuresOnly;
            }
        }
    }
}

void TestRoadmapDrawing::noTextsMeetOnScreen()
{
    QFETCH(bool, dense);
    QFETCH(qreal, yearWidth);
    QFETCH(qreal, textScale);
    QFETCH(bool, measuresOnly);
    const Plan plan = dense ? densePlan(60, 7) : izumoPlan();
    const auto texts = drawn(plan, Grouping::fromText(dense ? u"kind"_s : u"aim"_s),
                             measuresOnly ? RoadmapDetail::Measures : RoadmapDetail::Initiatives, yearWidth, textScale);
    QVERIFY(texts.size() > 100);
    const QStringList met = collisions(texts);
    QVERIFY2(met.isEmpty(), qPrintable(met.first(std::min<qsizetype>(5, met.size())).join(u'\n')));
}

void TestRoadmapDrawing::everyLabelIsDrawn()
{
    const Plan plan = izumoPlan();
    QString all;
    for (const DrawnText &text : drawn(plan, Grouping{}, RoadmapDetail::Initiatives, 110, 1))
        all += text.text;
    all = probe::withoutSpaces(all);
    for (const Phase &phase : plan.rows<Phase>())
        QVERIFY2(all.contains(probe::withoutSpaces(phase.label)), qPrintable(phase.label));
    for (const Milestone &milestone : plan.rows<Milestone>())
        QVERIFY2(all.contains(probe::withoutSpaces(milestone.label)), qPrintable(milestone.label));
}

QString TestRoadmapDrawing::printed(const RoadmapPages &pages, const paper::Spec &paper)
{
    const QString path = m_folder.filePath(u"roadmap.pdf"_s);
    QPdfWriter writer(path);
    writer.setPageLayout(paper.pageLayout());
    writer.setResolution(paper::unitsPerInch);
    QPainter painter(&writer);
    for (int page = 0; page < pages.count(); ++page) {
        if (page > 0)
            writer.newPage();
        pages.paint(painter, page);
    }
    painter.end();
    return path;
}

void TestRoadmapDrawing::paperHoldsEveryText_data()
{
    QTest::addColumn<bool>("dense");
    QTest::addColumn<QString>("grouping");
    QTest::addColumn<bool>("small");
    QTest::newRow("sample by aim on A3") << false << u"aim"_s << false;
    QTest::newRow("sample by office on A4") << false << u"department"_s << true;
    QTest::newRow("dense on A3") << true << u"kind"_s << false;
    QTest::newRow("dense on A4") << true << u"kind"_s << true;
}

void TestRoadmapDrawing::paperHoldsEveryText()
{
    QFETCH(bool, dense);
    QFETCH(QString, grouping);
    QFETCH(bool, small);
    const Plan plan = dense ? densePlan(60, 11) : izumoPlan();
    paper::Spec paper = RoadmapPages::usualPaper();
    if (small)
        paper.size = QPageSize::A4;
    RoadmapPageOptions options;
    options.grouping = Grouping::fromText(grouping);
    const RoadmapPages pages(plan, options, paper);
    const QString path = printed(pages, paper);

    const QString all = probe::withoutSpaces(probe::pdfText({u"-raw"_s, path, u"-"_s}));
    for (const Phase &phase : plan.rows<Phase>())
        QVERIFY2(all.contains(probe::withoutSpaces(phase.label)), qPrintable(phase.label));
    for (const Measure &measure : plan.rows<Measure>()) {
        if (isWorkedOut(plan, measure)) // the roadmap shows no others
            QVERIFY2(all.contains(probe::withoutSpaces(measure.shownTitle())), qPrintable(measure.shownTitle()));
    }
    for (const Initiative &initiative : plan.rows<Initiative>())
        QVERIFY2(all.contains(probe::withoutSpaces(initiative.title)), qPrintable(initiative.title));

    // Page after page, so that words of different pages do not meet.
    static const QRegularExpression word(
        u"<word xMin=\"([\\d.]+)\" yMin=\"([\\d.]+)\" xMax=\"([\\d.]+)\" yMax=\"([\\d.]+)\">(.*)</word>"_s);
    const QRectF body(paper.body().topLeft() / paper::unitsPerPoint, paper.body().size() / paper::unitsPerPoint);
    for (int page = 1; page <= pages.count(); ++page) {
        QList<DrawnText> words;
        const QString boxes = probe::pdfText(
            {u"-bbox"_s, u"-f"_s, QString::number(page), u"-l"_s, QString::number(page), path, u"-"_s});
        for (auto it = word.globalMatch(boxes); it.hasNext();) {
            const auto match = it.next();
            const QPointF topLeft(match.captured(1).toDouble(), match.captured(2).toDouble());
            const QPointF bottomRight(match.captured(3).toDouble(), match.captured(4).toDouble());
            words << DrawnText{match.captured(5), QRectF(topLeft, bottomRight)};
            QVERIFY2(topLeft.x() >= body.left() - 1 && bottomRight.x() <= body.right() + 1, qPrintable(match.captured(5)));
            QVERIFY(bottomRight.y() - topLeft.y() > 7);
        }
        const QStringList met = collisions(words);
        QVERIFY2(met.isEmpty(), qPrintable(met.first(std::min<qsizetype>(5, met.size())).join(u'\n')));
    }
}

void TestRoadmapDrawing::everyPageRepeatsTheYears()
{
    const Plan plan = izumoPlan();
    RoadmapPageOptions options;
    options.grouping = Grouping::fromText(u"aim"_s);
    options.documentNumber = u"資料1"_s;
    options.mark = u"案"_s;
    options.firstPage = 5;
    const RoadmapPages pages(plan, options);
    QVERIFY(pages.count() > 1);
    const QString path = printed(pages, RoadmapPages::usualPaper());
    for (int page = 1; page <= pages.count(); ++page) {
        const QString text = probe::withoutSpaces(
            probe::pdfText({u"-f"_s, QString::number(page), u"-l"_s, QString::number(page), path, u"-"_s}));
        for (const QString &year : {u"～令和2年度"_s, u"令和3年度"_s, u"令和7年度"_s, u"令和8年度～"_s})
            QVERIFY2(text.contains(year), qPrintable(year));
        QVERIFY(text.contains(u"-%1-"_s.arg(page + 4)));
        QCOMPARE(text.contains(u"資料1"_s), page == 1);
        QCOMPARE(text.contains(u"工程表（案）"_s), page == 1);
    }
    QVERIFY(probe::withoutSpaces(probe::pdfText({u"-raw"_s, path, u"-"_s})).contains(u"(13)"_s)
            || probe::withoutSpaces(probe::pdfText({path, u"-"_s})).contains(u"(13)"_s));
}

void TestRoadmapDrawing::aLineTallerThanAPageFlowsOn()
{
    constexpr int bars = 150;
    PlanMaker maker;
    const auto initiative = maker.initiative(maker.measure(u"1"_s, u"窓口の見直し"_s), u"周知"_s);
    for (int i = 0; i < bars; ++i)
        maker.phase(initiative, u"FY2022"_s, u"FY2024"_s, u"周知のための説明会%1回目"_s.arg(i + 1));
    const Plan plan = std::move(maker).plan();
    paper::Spec paper = RoadmapPages::usualPaper();
    paper.size = QPageSize::A4;
    const RoadmapPages pages(plan, {}, paper);
    QVERIFY(pages.count() > 3);
    const QString path = printed(pages, paper);
    const QString all = probe::withoutSpaces(probe::pdfText({u"-raw"_s, path, u"-"_s}));
    for (int i = 0; i < bars; ++i)
        QCOMPARE(all.count(u"説明会%1回目"_s.arg(i + 1)), 1);
    QCOMPARE(all.count(u"窓口の見直し"_s), pages.count()); // the title is repeated on every page
}

QTEST_MAIN(TestRoadmapDrawing)
#include "tst_roadmap_drawing.moc"
