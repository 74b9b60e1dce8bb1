// SPDX-License-Identifier: GPL-3.0-or-later
// Where bars and labels stand, on screen and on paper. The oracles lie outside the layout: texts recorded by a paint device,
// and the words pdftotext finds in the PDF.
#include "models/plan/series.h"
#include "printed_roadmap.h"
#include "tests/pages/pdf_probe.h"
#include "tests/support/plans.h"
#include "tests/support/samples.h"
#include "tests/support/some.h"
#include "tests/support/warnings.h"
#include "views/roadmap/roadmap_painter.h"
#include "views/roadmap/roadmap_zoom.h"

#include <QPainter>
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

/// A sample by its name, or one made up.
Plan planNamed(const QString &name)
{
    return name == u"dense" ? densePlan(60, 7) : samplePlan(name);
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
    void whatHasNoTimeStandsInTheMiddleOfTheYears();
    void wordsKeepToTheColumnsOfTheirYears();
    void stepsDescendFromLeftToRight();
    void whatSaysThatItHasNoTimeSaysItOnce();
    void linesBreakBetweenWords();
    void aTabIsAsWideAsACharacter();
    void noTextsMeetOnScreen_data();
    void noTextsMeetOnScreen();
    void everyLabelIsDrawn();
    void guessedHeightsAreFoundInAnyOrder();
    void paperHoldsEveryText_data();
    void paperHoldsEveryText();
    void everyPageRepeatsTheYears();
    void aLineTallerThanAPageFlowsOn();

private:
    QList<DrawnText> drawn(const Plan &plan, const Grouping &grouping, RoadmapDetail detail, qreal yearWidth, qreal textScale);
    QString printed(const RoadmapPages &pages, const paper::Spec &paper)
    {
        return printRoadmap(pages, m_folder.filePath(u"roadmap.pdf"_s), paper);
    }

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
    QCOMPARE(layout.items.size(), items.size());
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
    for (const RoadmapLine &line : some(roadmapLines(tree, RoadmapDetail::Initiatives, {}))) {
        const LineLayout layout = layoutLine(scheduleItems(plan, tree, line), testAxis(), text, {});
        for (const PlacedItem &label : layout.items) {
            QVERIFY(layout.height >= label.bounds().bottom() && label.bounds().top() >= 0);
            for (const PlacedItem &other : layout.items)
                QVERIFY2(label.item == other.item || !label.text.rect.intersects(other.shape),
                         qPrintable(label.text.lines.join(u'|')));
        }
    }
}

void TestRoadmapDrawing::whatHasNoTimeStandsInTheMiddleOfTheYears()
{
    const TextMeasure text(textFont(10));
    ScheduleItem first;
    first.table = TableId::Milestone;
    first.symbol = u"△"_s;
    first.label = u"転出届と転入予約のオンライン化サービスの提供"_s;
    ScheduleItem second = first;
    second.label = u"自治体手続のワンストップ化に向けた全国の仕組みへの参加"_s;
    for (const qreal year : {120.0, 80.0, 60.0, 40.0}) {
        const TimeAxis axis(2021, 2025, year / 2, year, year / 2);
        const LineLayout layout = layoutLine({first, second, bar(QString(), QString(), u"検討"_s)}, axis, text, {});
        QCOMPARE(layout.items.size(), 3);
        for (const PlacedItem &placed : layout.items) {
            QVERIFY(placed.undated);
            QCOMPARE(placed.shape.left(), axis.left(1));
            QCOMPARE(placed.shape.right(), axis.right(5));
            if (placed.text.elided)
                continue; // fills its strip
            QCOMPARE(placed.text.rect.center().x(), placed.shape.center().x());
            QVERIFY(placed.text.rect.left() >= placed.shape.left() && placed.text.rect.right() <= placed.shape.right());
        }
        QVERIFY(layout.items[0].text.lines.first().startsWith(u"△転出届"_s));
        for (int i = 1; i < 3; ++i) { // each has a lane of its own
            QVERIFY(!layout.items[i].shape.intersects(layout.items[i - 1].shape));
            QVERIFY(!layout.items[i].shape.intersects(layout.items[0].shape));
        }
    }
}

void TestRoadmapDrawing::wordsKeepToTheColumnsOfTheirYears()
{
    const TextMeasure text(textFont(10));
    const auto words = [](const QString &starts, const QString &ends, const QString &label) {
        ScheduleItem item = bar(starts, ends, label);
        item.style = u"text"_s;
        return item;
    };
    const QString label = u"関係機関との協議を経て要綱を定め、試行の結果を踏まえて本格実施に移る"_s;
    for (const qreal year : {400.0, 120.0, 60.0}) {
        const TimeAxis axis(2021, 2025, year / 2, year, year / 2);
        const auto column = [&](const ScheduleItem &item, const QList<ScheduleItem> &beside, int first, int last) {
            const PlacedItem placed = layoutLine(QList<ScheduleItem>{item} + beside, axis, text, {}).items[0];
            QVERIFY(!placed.text.elided);
            QCOMPARE(placed.text.lines.join(QString()), item.label);
            QVERIFY2(placed.text.rect.left() >= axis.left(first) && placed.text.rect.right() <= axis.right(last),
                     qPrintable(placed.text.lines.join(u'|')));
        };
        const QList<ScheduleItem> next{bar(u"FY2023"_s, u"FY2025"_s, u"運用"_s)};
        for (const QList<ScheduleItem> &beside : {QList<ScheduleItem>(), next}) {
            column(words(u"FY2022"_s, u"FY2022"_s, label), beside, 2, 2);
            column(words(u"FY2022"_s, QString(), label), beside, 2, 2); // no end stated, no other year named
            column(words(u"2022-10"_s, u"2023-03"_s, label), beside, 2, 2);
            column(words(u"FY2022"_s, u"FY2023"_s, label), beside, 2, 3);
            column(words(u".."_s, u"FY2020"_s, label), beside, 0, 0);
        }
    }
}

void TestRoadmapDrawing::stepsDescendFromLeftToRight()
{
    const TextMeasure text(textFont(10));
    const TimeAxis axis(2021, 2025, 30, 60, 30); // too narrow for the label of the first year: its bar needs a lane of its own
    const LineLayout layout = layoutLine({bar(u"FY2021"_s, u"FY2021"_s, u"保育所入所判定：先進事例の調査と研究"_s),
                                          bar(u"FY2022"_s, u"FY2022"_s, u"運用"_s), bar(u"FY2023"_s, u"FY2023"_s, u"見直し"_s),
                                          bar(QString(), QString(), u"次の仕組み"_s)},
                                         axis, text, {});
    QVERIFY(layout.items[0].shape.bottom() <= layout.items[1].shape.top());
    QVERIFY(layout.items[2].shape.bottom() <= layout.items[3].shape.top());
}

void TestRoadmapDrawing::whatSaysThatItHasNoTimeSaysItOnce()
{
    const TextMeasure text(textFont(10));
    const auto said = [&](const QStringList &labels) {
        QList<ScheduleItem> items;
        for (const QString &label : labels)
            items << bar(QString(), QString(), label);
        QStringList lines;
        for (const PlacedItem &placed : layoutLine(items, testAxis(), text, {}).items)
            lines << placed.text.lines.join(QString());
        return lines;
    };
    QCOMPARE(said({u"期間未定"_s}), QStringList{u"期間未定"_s}); // the city's own words
    QCOMPARE(said({u"検討"_s}), QStringList{u"検討（年度の記載なし）"_s});
    QCOMPARE(said({u"期間未定"_s, u"検討"_s, u"導入"_s}), QStringList({u"期間未定"_s, u"検討（年度の記載なし）"_s, u"導入"_s}));
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

void TestRoadmapDrawing::aTabIsAsWideAsACharacter()
{
    const TextMeasure text(textFont(10));
    QCOMPARE(text.width(u"費用\t円"_s), text.width(u"費用国円"_s));
    QCOMPARE(text.wrapped(u"費用\t円"_s, text.em() * 10, 1), QStringList{u"費用　円"_s});
    bool cut = false;
    QCOMPARE(text.elided(u"費用\t円です"_s, text.em() * 4.5, 1, &cut), QStringList{u"費用　…"_s});
    QVERIFY(cut);
}

void TestRoadmapDrawing::noTextsMeetOnScreen_data()
{
    QTest::addColumn<QString>("plan");
    QTest::addColumn<QString>("grouping");
    QTest::addColumn<int>("zoom");
    const std::pair<QString, QStringList> plans[] = {{u"izumo"_s, {u"aim"_s, u"department"_s}},
                                                     {u"katagami"_s, {u"policy"_s, u"none"_s}},
                                                     {u"hatsukaichi"_s, {u"none"_s}},
                                                     {u"dense"_s, {u"kind"_s}}};
    for (const auto &[plan, groupings] : plans) {
        for (const QString &grouping : groupings) {
            for (const int zoom : {-6, -4, -2, 0, 3, 7})
                QTest::addRow("%s by %s, zoom %d", qPrintable(plan), qPrintable(grouping), zoom) << plan << grouping << zoom;
        }
    }
}

void TestRoadmapDrawing::noTextsMeetOnScreen()
{
    QFETCH(QString, plan);
    QFETCH(QString, grouping);
    QFETCH(int, zoom);
    const Plan shown = planNamed(plan);
    for (const RoadmapDetail detail : {RoadmapDetail::Measures, RoadmapDetail::Initiatives}) {
        for (const qreal year : {60.0, 84.0, 120.0, 400.0}) { // a narrow window and a wide one
            const auto texts = drawn(shown, Grouping::fromText(grouping), detailAt(zoom, detail), year, textScaleAt(zoom));
            QVERIFY(texts.size() > 30);
            const QStringList met = collisions(texts);
            QVERIFY2(met.isEmpty(), qPrintable(met.first(std::min<qsizetype>(5, met.size())).join(u'\n')));
        }
    }
}

void TestRoadmapDrawing::everyLabelIsDrawn()
{
    const Plan plan = samplePlan();
    QString all;
    for (const DrawnText &text : drawn(plan, Grouping{}, RoadmapDetail::Initiatives, 110, 1))
        all += text.text;
    all = probe::withoutSpaces(all);
    for (const Phase &phase : some(plan.rows<Phase>()))
        QVERIFY2(all.contains(probe::withoutSpaces(phase.label)), qPrintable(phase.label));
    for (const Milestone &milestone : some(plan.rows<Milestone>()))
        QVERIFY2(all.contains(probe::withoutSpaces(milestone.label)), qPrintable(milestone.label));
}

void TestRoadmapDrawing::paperHoldsEveryText_data()
{
    QTest::addColumn<QString>("plan");
    QTest::addColumn<QString>("grouping");
    QTest::addColumn<bool>("small");
    QTest::addColumn<bool>("measuresOnly");
    const std::pair<QString, QStringList> plans[] = {
        {u"izumo"_s, {u"aim"_s, u"department"_s}}, {u"katagami"_s, {u"policy"_s, u"department"_s}}, {u"dense"_s, {u"kind"_s}}};
    for (const auto &[plan, groupings] : plans) {
        for (const QString &grouping : groupings) {
            for (const bool small : {false, true}) {
                for (const bool measuresOnly : {false, true}) {
                    QTest::addRow("%s by %s, %s on %s", qPrintable(plan), qPrintable(grouping),
                                  measuresOnly ? "measures" : "initiatives", small ? "A4" : "A3")
                        << plan << grouping << small << measuresOnly;
                }
            }
        }
    }
}

void TestRoadmapDrawing::paperHoldsEveryText()
{
    QFETCH(QString, plan);
    QFETCH(QString, grouping);
    QFETCH(bool, small);
    QFETCH(bool, measuresOnly);
    const Plan shown = planNamed(plan);
    paper::Spec paper = RoadmapPages::usualPaper();
    if (small)
        paper.size = QPageSize::A4;
    RoadmapPageOptions options;
    options.size = paper.size;
    options.grouping = Grouping::fromText(grouping);
    options.detail = measuresOnly ? RoadmapDetail::Measures : RoadmapDetail::Initiatives;
    const RoadmapPages pages(shown, options);
    const QString path = printed(pages, paper);

    const QString all = probe::withoutSpaces(probe::pdfText({u"-raw"_s, path, u"-"_s}));
    for (const Phase &phase : some(shown.rows<Phase>()))
        QVERIFY2(all.contains(probe::withoutSpaces(phase.label)), qPrintable(phase.label));
    for (const Measure &measure : shown.rows<Measure>()) {
        if (isWorkedOut(shown, measure)) // the roadmap shows no others
            QVERIFY2(all.contains(probe::withoutSpaces(measure.shownTitle())), qPrintable(measure.shownTitle()));
    }
    for (const Initiative &initiative : shown.rows<Initiative>())
        QVERIFY2(measuresOnly || all.contains(probe::withoutSpaces(initiative.title)), qPrintable(initiative.title));

    // Page after page, so that words of different pages do not meet.
    const QRectF body(paper.body().topLeft() / paper::unitsPerPoint, paper.body().size() / paper::unitsPerPoint);
    for (int page = 1; page <= pages.count(); ++page) {
        const QList<DrawnText> words = wordsOnPage(path, page);
        for (const DrawnText &word : some(words)) {
            QVERIFY2(word.rect.left() >= body.left() - 1 && word.rect.right() <= body.right() + 1, qPrintable(word.text));
            QVERIFY(word.rect.height() > 7);
        }
        const QStringList met = collisions(words);
        QVERIFY2(met.isEmpty(), qPrintable(met.first(std::min<qsizetype>(5, met.size())).join(u'\n')));
    }
}

void TestRoadmapDrawing::everyPageRepeatsTheYears()
{
    const Plan plan = samplePlan();
    RoadmapPageOptions options;
    options.grouping = Grouping::fromText(u"aim"_s);
    options.head.documentNumber = u"資料1"_s;
    options.head.mark = u"案"_s;
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

void TestRoadmapDrawing::guessedHeightsAreFoundInAnyOrder()
{
    const Plan plan = densePlan(60, 7);
    const RoadmapTree tree = buildRoadmap(plan, buildTree(plan, Grouping::fromText(u"kind"_s)));
    const QList<RoadmapLine> lines = roadmapLines(tree, RoadmapDetail::Initiatives, {});
    const RoadmapStyle style = RoadmapStyle::screen(Look::of(Look::Medium::Light), 1);
    const RoadmapStyle::Columns columns{250, 150};
    const RoadmapScene whole(plan, tree, lines, style, testAxis(), columns);
    RoadmapHeights heights;
    heights.allow(20);
    RoadmapScene scene(plan, tree, lines, style, testAxis(), columns, &heights);
    QVERIFY(scene.isGuessed());
    QVERIFY(!qFuzzyCompare(scene.totalHeight(), whole.totalHeight()));
    for (const int middle : {scene.count() / 2, scene.count() - 1, 0, scene.count() / 3}) {
        const int first = std::max(0, middle - 5);
        const int last = std::min(scene.count() - 1, middle + 5);
        scene.relayout(first, last, heights);
        for (int line = scene.firstOfMeasure(first); line <= scene.lastOfMeasure(last); ++line)
            QCOMPARE(scene.height(line), whole.height(line));
    }
    QVERIFY(scene.isGuessed());
    QVERIFY(scene.relayout(0, scene.count() - 1, heights));
    QVERIFY(!scene.isGuessed());
    QVERIFY(!scene.relayout(0, scene.count() - 1, heights));
    for (int line = 0; line < scene.count(); ++line)
        QCOMPARE(scene.top(line), whole.top(line));
    QCOMPARE(scene.totalHeight(), whole.totalHeight());
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
    RoadmapPageOptions options;
    options.size = paper.size;
    const RoadmapPages pages(plan, options);
    QVERIFY(pages.count() > 3);
    const QString path = printed(pages, paper);
    const QString all = probe::withoutSpaces(probe::pdfText({u"-raw"_s, path, u"-"_s}));
    for (int i = 0; i < bars; ++i)
        QCOMPARE(all.count(u"説明会%1回目"_s.arg(i + 1)), 1);
    QCOMPARE(all.count(u"窓口の見直し"_s), pages.count()); // the title is repeated on every page
}

QTEST_MAIN(TestRoadmapDrawing)
#include "tst_roadmap_drawing.moc"
