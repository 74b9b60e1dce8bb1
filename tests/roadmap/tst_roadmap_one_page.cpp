// SPDX-License-Identifier: GPL-3.0-or-later
// The roadmap on one A3 sheet. The oracles lie outside the layout: the words and boxes pdftotext finds, and pixels.
#include "models/plan/series.h"
#include "printed_roadmap.h"
#include "tests/pages/pdf_probe.h"
#include "tests/support/plans.h"
#include "tests/support/samples.h"
#include "tests/support/some.h"
#include "tests/support/warnings.h"
#include "views/roadmap/roadmap_one_page.h"

#include <QImage>
#include <QPainter>
#include <QTemporaryDir>
#include <QTest>

using namespace shisaku;
using namespace Qt::StringLiterals;

namespace {
RoadmapPageOptions onePage(const QString &grouping)
{
    RoadmapPageOptions options;
    options.grouping = Grouping::fromText(grouping);
    options.detail = RoadmapDetail::Measures;
    options.onePage = true;
    return options;
}
/// What a measure is like.
struct Kind {
    QString kind = u"新規"_s;
    QString certainty = u"stated"_s;
    QString status = {};
};

/// One measure with one bar; its status as the newer of two rounds of the survey has it.
Plan smallPlan(const Kind &like)
{
    PlanMaker maker;
    const auto measure = maker.measure(u"1"_s, u"窓口の見直し"_s, like.kind);
    const auto initiative = maker.initiative(measure, u"調査"_s);
    maker.phase(initiative, u"FY2022"_s, u"FY2024"_s, u"準備"_s, like.certainty);
    for (const auto &[key, mark] : {std::pair(u"完了"_s, u"●"_s), std::pair(u"進行中"_s, u"◐"_s), std::pair(u"未着手"_s, u"○"_s)}) {
        Choice status;
        status.list = u"status"_s;
        status.key = status.label = key;
        status.mark = mark;
        maker.add(status);
    }
    if (like.status.isEmpty())
        return std::move(maker).plan();
    for (const auto &[day, key] : {std::pair(u"2024-03-31"_s, like.status), std::pair(u"2023-03-31"_s, u"未着手"_s)}) {
        Survey survey;
        survey.title = day;
        survey.as_of = *PlanTime::fromText(day);
        SurveyItem item;
        item.survey = maker.add(survey);
        SurveyItemInitiative part;
        part.survey_item = maker.add(item);
        part.initiative = initiative;
        maker.add(part);
        Answer answer;
        answer.survey_item = part.survey_item;
        answer.status = key;
        maker.add(answer);
    }
    return std::move(maker).plan();
}

/// The first page in grey, a pixel a point.
QImage paintedPage(const Plan &plan, bool one)
{
    RoadmapPageOptions options = onePage(u"none"_s);
    options.onePage = one;
    options.look = &Look::of(Look::Medium::GreyPaper);
    const RoadmapPages pages(plan, options);
    constexpr int dotsPerInch = 72;
    const QSizeF size = RoadmapPages::usualPaper().paper() * dotsPerInch / paper::unitsPerInch;
    QImage image(size.toSize(), QImage::Format_RGB32);
    image.fill(Qt::white);
    QPainter painter(&image);
    painter.scale(static_cast<double>(dotsPerInch) / paper::unitsPerInch, static_cast<double>(dotsPerInch) / paper::unitsPerInch);
    pages.paint(painter, 0);
    return image;
}

QImage grey(const Kind &like, bool one)
{
    return paintedPage(smallPlan(like), one);
}

/// Pixels that differ plainly, right of a share of the sheet's width and above the legend.
int differing(const QImage &a, const QImage &b, double from)
{
    constexpr int plainly = 24;
    int count = 0;
    for (int y = 0; y < a.height() / 3; ++y) {
        for (int x = static_cast<int>(a.width() * from); x < a.width(); ++x)
            count += std::abs(qRed(a.pixel(x, y)) - qRed(b.pixel(x, y))) > plainly;
    }
    return count;
}
/// The layout itself, of a whole sheet; nothing where it does not fit.
class Solved {
public:
    Solved(Plan plan, const QString &grouping, bool small) : m_plan(std::move(plan))
    {
        paper::Spec sheet = RoadmapPages::usualPaper();
        if (small)
            sheet.size = QPageSize::A4;
        m_tree = buildRoadmap(m_plan, buildTree(m_plan, Grouping::fromText(grouping), onlyWorkedOut(m_plan)));
        m_layout = onePageLayout({&m_plan, &m_tree, &Look::of(Look::Medium::Paper), sheet.body().size() * 0.93, nullptr});
    }
    const Plan &plan() const { return m_plan; }
    QList<OnePageRow> rows() const { return m_layout ? m_layout->rows : QList<OnePageRow>(); }

private:
    Plan m_plan;
    RoadmapTree m_tree;
    std::optional<OnePageLayout> m_layout;
};
} // namespace

class TestRoadmapOnePage : public QObject {
    Q_OBJECT

private slots:
    void init() { failOnWarnings(); }
    void everyMeasureAndLabelStandsOnOneSheet_data();
    void everyMeasureAndLabelStandsOnOneSheet();
    void noTextsMeet_data();
    void noTextsMeet();
    void noLabelLiesOnAnotherBar_data() { noTextsMeet_data(); }
    void noLabelLiesOnAnotherBar();
    void aLabelStandsInItsBarWhereTwoLinesWillDo_data();
    void aLabelStandsInItsBarWhereTwoLinesWillDo();
    void aBarUnderTheLabelOfAMilestoneStaysWhole();
    void whatDoesNotFitSaysHowManyPages();
    void theLegendListsOnlySignsInUse();
    void aPlanWithoutBarsHasNoRoadmap();
    void greyCopiesTellKindsCertaintyAndProgressApart();
    void progressComesFromTheNewestRound();

private:
    QString printed(const RoadmapPages &pages, const paper::Spec &sheet = RoadmapPages::usualPaper())
    {
        return printRoadmap(pages, m_folder.filePath(u"roadmap.pdf"_s), sheet);
    }

    QTemporaryDir m_folder;
};

void TestRoadmapOnePage::everyMeasureAndLabelStandsOnOneSheet_data()
{
    QTest::addColumn<QString>("sample");
    QTest::addColumn<QString>("grouping");
    QTest::addColumn<double>("least");
    QTest::newRow("61 measures by aim") << u"izumo"_s << u"aim"_s << 8.0;
    QTest::newRow("61 measures by field") << u"izumo"_s << u"field"_s << 7.0;
    QTest::newRow("38 measures") << u"katagami"_s << QString() << 9.0;
}

void TestRoadmapOnePage::everyMeasureAndLabelStandsOnOneSheet()
{
    QFETCH(QString, sample);
    QFETCH(QString, grouping);
    QFETCH(double, least);
    const Plan plan = samplePlan(sample);
    const QString first = Grouping::offered(plan).first().toText();
    const RoadmapPages pages(plan, onePage(grouping.isEmpty() ? first : grouping));
    QCOMPARE(pages.count(), 1);
    QVERIFY2(pages.points() >= least, qPrintable(QString::number(pages.points())));
    QCOMPARE(pages.notice().isEmpty(), pages.points() >= 8);
    const QString path = printed(pages);
    const QString all = probe::withoutSpaces(probe::pdfText({u"-raw"_s, path, u"-"_s}));
    for (const Measure &measure : plan.rows<Measure>()) {
        if (isWorkedOut(plan, measure)) // the roadmap shows no others
            QVERIFY2(all.contains(probe::withoutSpaces(measure.shownTitle())), qPrintable(measure.shownTitle()));
    }
    for (const Phase &phase : plan.rows<Phase>())
        QVERIFY2(all.contains(probe::withoutSpaces(phase.label)), qPrintable(phase.label));
    for (const Milestone &milestone : plan.rows<Milestone>())
        QVERIFY2(all.contains(probe::withoutSpaces(milestone.label)), qPrintable(milestone.label));
    if (grouping == u"aim")
        QVERIFY(all.contains(u"(13)"_s));

    const QRectF body = RoadmapPages::usualPaper().body();
    const QRectF room(body.topLeft() / paper::unitsPerPoint, body.size() / paper::unitsPerPoint);
    for (const DrawnText &word : wordsOnPage(path, 1)) {
        QVERIFY2(word.rect.left() >= room.left() - 1 && word.rect.right() <= room.right() + 1, qPrintable(word.text));
        QVERIFY2(word.rect.height() >= 6.9, qPrintable(word.text));
    }
}

void TestRoadmapOnePage::noTextsMeet_data()
{
    QTest::addColumn<QString>("sample");
    QTest::addColumn<QString>("grouping");
    QTest::addColumn<bool>("small");
    for (const bool small : {false, true}) {
        const char *size = small ? "A4" : "A3";
        for (const QString &grouping : {u"aim"_s, u"field"_s, u"department"_s, u"horizon"_s, u"kind"_s, u"none"_s})
            QTest::addRow("61 measures by %s, %s", qPrintable(grouping), size) << u"izumo"_s << grouping << small;
        for (const QString &grouping : {u"policy"_s, u"department"_s, u"none"_s})
            QTest::addRow("38 measures by %s, %s", qPrintable(grouping), size) << u"katagami"_s << grouping << small;
        for (const int measures : {5, 12, 20, 30})
            QTest::addRow("dense, %d measures, %s", measures, size) << QString::number(measures) << u"kind"_s << small;
    }
}

void TestRoadmapOnePage::noTextsMeet()
{
    QFETCH(QString, sample);
    QFETCH(QString, grouping);
    QFETCH(bool, small);
    const int dense = sample.toInt();
    const Plan plan = dense > 0 ? densePlan(dense, 3) : samplePlan(sample);
    paper::Spec sheet = RoadmapPages::usualPaper();
    if (small)
        sheet.size = QPageSize::A4;
    RoadmapPageOptions options = onePage(grouping);
    options.size = sheet.size;
    const RoadmapPages pages(plan, options);
    const QString path = printed(pages, sheet);
    QVERIFY(pages.count() > 0);
    for (int page = 1; page <= pages.count(); ++page) {
        // Upright text comes as words of one character that stand closely by design.
        QList<DrawnText> across = wordsOnPage(path, page);
        across.removeIf([](const DrawnText &word) { return word.rect.height() > word.rect.width() * 1.5; });
        const QStringList met = collisions(across);
        QVERIFY2(met.isEmpty(), qPrintable(met.first(std::min<qsizetype>(5, met.size())).join(u'\n')));
    }
}

void TestRoadmapOnePage::noLabelLiesOnAnotherBar()
{
    QFETCH(QString, sample);
    QFETCH(QString, grouping);
    QFETCH(bool, small);
    const int dense = sample.toInt();
    const Solved solved(dense > 0 ? densePlan(dense, 3) : samplePlan(sample), grouping, small);
    if (solved.rows().isEmpty()) { // it does not fit there, and is not printed so
        RoadmapPageOptions options = onePage(grouping);
        options.size = small ? QPageSize::A4 : QPageSize::A3;
        QVERIFY(RoadmapPages(solved.plan(), options).isOnePageRefused());
        return;
    }
    for (const OnePageRow &row : solved.rows()) {
        for (const PlacedItem &label : row.packed.items) {
            for (const PlacedItem &other : row.packed.items) {
                const bool bar = !row.digest.items[other.item].what.isMilestone();
                if (label.item == other.item || label.text.isEmpty() || (bar && label.host))
                    continue; // a milestone stands on the bar that covers its time, and its label with it
                const QRectF common = label.text.rect & other.shape;
                QVERIFY2(common.width() <= 1 || common.height() <= label.text.pitch * 0.15,
                         qPrintable(label.text.lines.join(u'|') + u" × "_s + row.digest.items[other.item].what.label));
            }
        }
    }
}

void TestRoadmapOnePage::aLabelStandsInItsBarWhereTwoLinesWillDo_data()
{
    QTest::addColumn<bool>("small");
    QTest::newRow("A3") << false;
    QTest::newRow("A4") << true;
}

void TestRoadmapOnePage::aLabelStandsInItsBarWhereTwoLinesWillDo()
{
    // In 潟上市's plan each year has its bar, so that what stands beside one is read as another year's.
    QFETCH(bool, small);
    const Solved solved(samplePlan(u"katagami"_s), u"policy"_s, small);
    QVERIFY(solved.rows().size() > 30);
    for (const OnePageRow &row : solved.rows()) {
        for (const PlacedItem &placed : row.packed.items) {
            QVERIFY2(placed.text.rect.left() >= placed.shape.left() && placed.text.rect.right() <= placed.shape.right(),
                     qPrintable(placed.text.lines.join(u'|')));
        }
    }
}

void TestRoadmapOnePage::aBarUnderTheLabelOfAMilestoneStaysWhole()
{
    // The milestone comes first, so that its place is taken before the bar's.
    const auto picture = [](bool milestone) {
        PlanMaker maker;
        const auto row = maker.initiative(maker.measure(u"1"_s, u"窓口の見直し"_s, u"継続"_s), u"窓口"_s);
        if (milestone)
            maker.milestone(row, u"2022-05"_s, u"開設"_s);
        maker.phase(row, u"FY2022"_s, QString(), QString());
        return paintedPage(std::move(maker).plan(), true);
    };
    const QImage bare = picture(false);
    const QImage marked = picture(true);
    const QRgb fill = Look::of(Look::Medium::GreyPaper).seriesFill(1).rgb();
    QVERIFY(fill != qRgb(255, 255, 255));
    const auto filled = [fill](const QImage &image) {
        int count = 0;
        for (int y = 0; y < image.height() / 3; ++y) {
            for (int x = image.width() / 2; x < image.width(); ++x)
                count += image.pixel(x, y) == fill;
        }
        return count;
    };
    QVERIFY(filled(bare) > 200);
    QVERIFY(filled(marked) > filled(bare) * 2 / 3); // all but the ink of a short label
}

void TestRoadmapOnePage::whatDoesNotFitSaysHowManyPages()
{
    const Plan dense = densePlan(150, 5);
    const RoadmapPages many(dense, onePage(u"kind"_s));
    QVERIFY(many.isOnePageRefused());
    QVERIFY(many.count() > 1);
    QVERIFY2(many.notice().contains(u"%1頁"_s.arg(many.count())), qPrintable(many.notice()));

    RoadmapPageOptions options = onePage(u"aim"_s);
    options.detail = RoadmapDetail::Initiatives;
    const RoadmapPages initiatives(samplePlan(), options);
    QVERIFY(initiatives.isOnePageRefused());
    QVERIFY2(initiatives.notice().contains(u"%1頁"_s.arg(initiatives.count())), qPrintable(initiatives.notice()));
}

void TestRoadmapOnePage::theLegendListsOnlySignsInUse()
{
    PlanMaker maker;
    const auto measure = maker.measure(u"1"_s, u"窓口の見直し"_s);
    maker.phase(maker.initiative(measure, u"調査"_s), u"FY2022"_s, u"FY2023"_s, u"準備"_s);
    const Plan plan = std::move(maker).plan();
    for (const bool one : {true, false}) {
        RoadmapPageOptions options = onePage(u"none"_s);
        options.onePage = one;
        const RoadmapPages pages(plan, options);
        const QString text = probe::withoutSpaces(probe::pdfText({u"-raw"_s, printed(pages), u"-"_s}));
        for (const QString &used : {u"新規"_s, u"時期の記載あり"_s})
            QVERIFY2(text.contains(used), qPrintable(used));
        for (const QString &unused : {u"継続"_s, u"時期は推定"_s, u"終わりの記載なし"_s, u"年度の記載なし"_s, u"節目"_s, u"再掲"_s})
            QVERIFY2(!text.contains(unused), qPrintable(unused));
    }
}

void TestRoadmapOnePage::aPlanWithoutBarsHasNoRoadmap()
{
    QVERIFY(!hasSchedule(samplePlan(u"hatsukaichi"_s)));
    const Plan plan = samplePlan();
    QVERIFY(hasSchedule(plan));
    QVERIFY(!hasSchedule(plan, [](const Measure &measure) { return measure.number == u"15"; }));
}

void TestRoadmapOnePage::greyCopiesTellKindsCertaintyAndProgressApart()
{
    for (const bool one : {true, false}) {
        const QImage usual = grey({}, one);
        QVERIFY(usual.width() > 100 && usual.height() > 100);
        for (int y = 0; y < usual.height(); y += 7) {
            for (int x = 0; x < usual.width(); ++x) {
                const QRgb pixel = usual.pixel(x, y);
                QVERIFY(qRed(pixel) == qGreen(pixel) && qGreen(pixel) == qBlue(pixel));
            }
        }
        // The time columns lie in the right part of the sheet: there the bars themselves have to differ.
        QVERIFY(differing(usual, grey({u"継続"_s}, one), 0.5) > 400);
        QVERIFY(differing(usual, grey({u"新規"_s, u"inferred"_s}, one), 0.5) > 100);
        const QImage done = grey({u"新規"_s, u"stated"_s, u"完了"_s}, one);
        const QImage running = grey({u"新規"_s, u"stated"_s, u"進行中"_s}, one);
        const QImage waiting = grey({u"新規"_s, u"stated"_s, u"未着手"_s}, one);
        QVERIFY(differing(done, running, 0) > 10);
        QVERIFY(differing(running, waiting, 0) > 10);
        QVERIFY(differing(done, waiting, 0) > 10);
    }
}

void TestRoadmapOnePage::progressComesFromTheNewestRound()
{
    const Plan plan = smallPlan({u"新規"_s, u"stated"_s, u"進行中"_s});
    for (const bool one : {true, false}) {
        RoadmapPageOptions options = onePage(u"none"_s);
        options.onePage = one;
        options.detail = one ? RoadmapDetail::Measures : RoadmapDetail::Initiatives;
        const RoadmapPages pages(plan, options);
        const QString text = probe::withoutSpaces(probe::pdfText({u"-raw"_s, printed(pages), u"-"_s}));
        QVERIFY2(text.contains(u"◐"_s), qPrintable(text));
        QVERIFY2(text.contains(u"令和6年3月31日現在"_s), qPrintable(text));
        QVERIFY(!text.contains(u"○"_s)); // the answer of the older round
    }
}

QTEST_MAIN(TestRoadmapOnePage)
#include "tst_roadmap_one_page.moc"
