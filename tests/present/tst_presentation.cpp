// SPDX-License-Identifier: GPL-3.0-or-later
// The presentation on the sample plan: what the scenes hold, and every key and click of the meeting.
#include "models/plan/rank.h"
#include "models/plan/series.h"
#include "models/results/effect_amounts.h"
#include "tests/support/pictures.h"
#include "tests/support/samples.h"
#include "tests/support/some.h"
#include "tests/support/warnings.h"
#include "views/look/paper.h"
#include "views/present/chart_slides.h"
#include "views/present/picture.h"
#include "views/present/presentation.h"
#include "views/present/roadmap_slides.h"

#include <QApplication>
#include <QImage>
#include <QPaintEngine>
#include <QPainter>
#include <QPointer>
#include <QScreen>
#include <QTemporaryFile>
#include <QTest>

using namespace shisaku;
using namespace Qt::StringLiterals;

class TestPresentation : public QObject {
    Q_OBJECT

    Plan m_plan;
    QPointer<Presentation> m_shown;

    void press(int key, Qt::KeyboardModifiers modifiers = {}) { QTest::keyClick(m_shown, Qt::Key(key), modifiers); }
    void type(const QString &text)
    {
        for (const QChar c : text)
            QTest::keyClick(m_shown, c.toLatin1());
    }
    QString shownNumber() const
    {
        const Measure *measure = m_plan.find(m_shown->measure());
        return measure ? measure->number : QString();
    }
    RoadmapTree tree(const QString &grouping, const MeasureFilter &filter = {}) const
    {
        return buildRoadmap(m_plan, buildTree(m_plan, Grouping::fromText(grouping), onlyWorkedOut(m_plan, filter)));
    }
    static const Look &light() { return Look::of(Look::Medium::Light); }
    static Deck::Options grouped(const QString &grouping)
    {
        Deck::Options options;
        options.shown.grouping = Grouping::fromText(grouping);
        options.day = QDate(2026, 11, 21);
        return options;
    }
    RoadmapSlides slidesOf(const QString &grouping, int zoom = 0) const
    {
        return RoadmapSlides(m_plan, tree(grouping), RoadmapDetail::Measures, zoom, {}, light());
    }
    /// Where a measure is drawn on the slide shown; nowhere if it is not.
    QPoint placeOf(Id<Measure> measure) const
    {
        for (int y = 0; y < m_shown->height(); y += 4) {
            const double scale = slide::size().width() / m_shown->width();
            if (m_shown->deck().measureAt(m_shown->current(), QPointF(300, y) * scale) == measure)
                return {300, y + 2};
        }
        return {};
    }

    void show(const Plan &plan, Look::Medium medium)
    {
        delete m_shown;
        Deck::Options options = grouped(u"aim"_s);
        options.look = &Look::of(medium);
        m_shown = new Presentation(std::make_unique<Deck>(plan, options));
        m_shown->resize(1280, 720);
        m_shown->show();
        QVERIFY(QTest::qWaitForWindowExposed(m_shown));
    }
    /// Every chart the plan can show.
    static QList<ChartScene> chartsOf(const Plan &plan)
    {
        QList<ChartScene> all;
        for (const QString &tool : toolsWithResults(plan)) {
            for (const auto kind : {ChartScene::Kind::Hours, ChartScene::Kind::Accumulated, ChartScene::Kind::Offices})
                all << ChartScene{kind, tool, {}, {}};
        }
        for (const ChartData &chart : caseCharts(plan))
            all << ChartScene{ChartScene::Kind::Cases, chart.title, {}, {}};
        for (const Indicator *indicator : plan.ordered<Indicator>())
            all << ChartScene{ChartScene::Kind::Indicator, {}, indicator->id, {}};
        all.removeIf([&](const ChartScene &scene) { return scene.data(plan).isEmpty(); });
        return all;
    }

private slots:
    void initTestCase() { m_plan = samplePlan(); }
    void init()
    {
        failOnWarnings();
        m_shown = new Presentation(std::make_unique<Deck>(m_plan, grouped(u"aim"_s)));
        m_shown->resize(1280, 720);
        m_shown->show();
        QVERIFY(QTest::qWaitForWindowExposed(m_shown));
    }
    void cleanup() { delete m_shown; }

    void everyMeasureOfThePlanAppears_data()
    {
        QTest::addColumn<QString>("grouping");
        for (const char *grouping : {"aim", "department", "kind", "none"})
            QTest::newRow(grouping) << QString::fromLatin1(grouping);
    }
    void everyMeasureOfThePlanAppears()
    {
        QFETCH(QString, grouping);
        const RoadmapTree shown = tree(grouping);
        const RoadmapSlides slides = slidesOf(grouping);
        QHash<Id<Measure>, int> expected;
        for (const RoadmapNode &node : shown.nodes) {
            if (node.kind == RoadmapNode::Kind::Measure)
                ++expected[Id<Measure>(node.row)];
        }
        QCOMPARE(expected.size(), 61); // the added ones have no schedule
        QHash<Id<Measure>, int> found;
        qreal y = 0;
        for (int i = 0; i < slides.count(); ++i) {
            const RoadmapSlide &slide = slides.slide(i);
            QCOMPARE(slides.roadmap().top(slide.first) + slide.skipped, y); // slides follow each other without a gap
            y = slides.roadmap().top(slide.last) + slides.roadmap().height(slide.last) - slide.cut;
            for (int at = slide.first; at <= slide.last; ++at) {
                if (slides.roadmap().line(at).measure >= 0 && (at > slide.first || slide.skipped == 0))
                    ++found[slides.roadmap().measure(at)->id];
            }
            QVERIFY(slides.roadmap().line(slide.last).measure >= 0); // no heading without what it heads
        }
        QCOMPARE(found, expected);
    }
    void everyTopGroupBeginsASlide()
    {
        const RoadmapSlides slides = slidesOf(u"aim"_s);
        QVERIFY(slides.count() > 1);
        for (int i = 0; i < slides.count(); ++i) {
            const RoadmapSlide &slide = slides.slide(i);
            for (int line = slide.first + 1; line <= slide.last; ++line)
                QVERIFY(slides.roadmap().line(line).measure >= 0 || slides.roadmap().node(line).level > 0);
        }
    }
    void noTextOfTheRoadmapIsSmallerThanEighteenPoints_data() { everyMeasureOfThePlanAppears_data(); }
    void noTextOfTheRoadmapIsSmallerThanEighteenPoints()
    {
        QFETCH(QString, grouping);
        const RoadmapSlides slides = slidesOf(grouping);
        const RoadmapStyle &style = slides.roadmap().style();
        const double pixel = slide::size().width() / 1280; // 18 points are 24 of 720 pixels
        for (const TextMeasure *text : {&style.label, &style.title, &style.head, &style.note})
            QVERIFY(text->em() >= 24 * pixel);
        QVERIFY(slides.count() > 0);
        for (int i = 0; i < slides.count(); ++i)
            QVERIFY2(slides.shrinking(i) == 1, qPrintable(slides.title(i)));
        for (const Measure *measure : some(m_plan.ordered<Measure>()))
            QVERIFY(SheetSlides(m_plan, measure->id, light()).bodyPoints() >= slide::minimumPoints);
    }
    void theZoomOfASceneMakesTextLargerOrTellsLess()
    {
        const RoadmapSlides usual = slidesOf(u"aim"_s);
        const RoadmapSlides large = slidesOf(u"aim"_s, 3);
        QVERIFY(large.roadmap().style().label.em() > usual.roadmap().style().label.em());
        QVERIFY(large.count() > usual.count());
        const RoadmapSlides far = slidesOf(u"aim"_s, -6);
        QCOMPARE(far.roadmap().style().label.em(), usual.roadmap().style().label.em()); // no smaller than eighteen points
        QVERIFY(far.count() < usual.count());
    }
    void aMeasureTooHighForASlideIsDividedBetweenItsBars()
    {
        const RoadmapSlides slides = slidesOf(u"aim"_s);
        int divided = 0;
        for (int i = 0; i < slides.count(); ++i) {
            const RoadmapSlide &slide = slides.slide(i);
            if (slide.cut == 0)
                continue;
            ++divided;
            const qreal at = slides.roadmap().height(slide.last) - slide.cut;
            for (const PlacedItem &placed : slides.roadmap().layout(slide.last).items)
                QVERIFY(placed.bounds().bottom() <= at || placed.bounds().top() >= at);
            QCOMPARE(slides.slide(i + 1).first, slide.last);
            QCOMPARE(slides.slide(i + 1).skipped, at);
        }
        QVERIFY(divided > 0); // the plan has one measure with more bars than a slide holds
    }
    void scenesArePlayedInTheirOrder()
    {
        Plan plan = m_plan;
        ChangeBuilder change(u"場面"_s);
        const QStringList ranks = evenRanks(5);
        const auto add = [&](int place, const QString &kind, const QString &title, Id<Measure> measure = {},
                             const SceneView &view = {}) {
            Scene scene;
            scene.id = Id<Scene>(RowId{static_cast<quint64>(place) + 1});
            scene.position = ranks[place];
            scene.kind = kind;
            scene.title = title;
            scene.measure = measure;
            scene.view = view.toText();
            change.insert(scene);
        };
        SceneView folded;
        folded.grouping = Grouping::fromText(u"kind"_s);
        for (const RoadmapNode &node : folded.tree(m_plan).nodes) {
            if (node.kind == RoadmapNode::Kind::Group && node.row.bits != 0)
                folded.toggled.insert(node.key);
        }
        SceneView filtered;
        filtered.grouping = Grouping::fromText(u"none"_s);
        filtered.filter.setKey(FilterField::Kind, u"継続"_s, true);
        filtered.detail = RoadmapDetail::Initiatives;
        add(4, u"title"_s, u"おわりに"_s);
        add(0, u"sheet"_s, {}, m_plan.ordered<Measure>()[45]->id);
        add(2, u"roadmap"_s, u"区分の比べ方"_s, {}, folded);
        add(1, u"roadmap"_s, u"継続のもの"_s, {}, filtered);
        add(3, u"chart"_s, u"どの図でもない"_s); // passed over: its view names no chart
        QVERIFY(applyTo(plan, std::move(change).build()));

        Deck::Options options = grouped(u"aim"_s);
        const Deck deck(plan, options);
        const int sheet = SheetSlides(m_plan, m_plan.ordered<Measure>()[45]->id, light()).count();
        QVERIFY(deck.title(0).startsWith(u"個別施策票 46 "_s));
        QCOMPARE(deck.title(deck.count() - 1), u"おわりに"_s);
        const auto *roadmap = dynamic_cast<const RoadmapSlides *>(&deck.setOf(sheet));
        QVERIFY(roadmap);
        QSet<Id<Measure>> measures;
        for (int line = 0; line < roadmap->roadmap().count(); ++line)
            measures.insert(roadmap->roadmap().measure(line)->id);
        QCOMPARE(measures.size(), 17);
        const auto *headings = dynamic_cast<const RoadmapSlides *>(&deck.setOf(sheet + roadmap->count()));
        QVERIFY(headings);
        QCOMPARE(headings->roadmap().count(), 3); // three folded kinds …
        QCOMPARE(headings->count(), 1);           // … on one slide
        QCOMPARE(deck.count(), sheet + roadmap->count() + 2);
    }
    void chartsFillASlideAndAreTurnedWithKeys()
    {
        Plan plan = m_plan;
        ChangeBuilder change(u"場面"_s);
        const QStringList ranks = evenRanks(3);
        const ChartScene charts[] = {{ChartScene::Kind::Hours, u"RPA"_s, {}, {1}},
                                     {ChartScene::Kind::Offices, u"存在しない"_s, {}, {}},
                                     {ChartScene::Kind::Indicator, {}, m_plan.ordered<Indicator>().first()->id, {}}};
        for (int i = 0; i < 3; ++i) {
            Scene scene;
            scene.id = Id<Scene>(RowId{static_cast<quint64>(i) + 1});
            scene.position = ranks[i];
            scene.kind = u"chart"_s;
            scene.title = i == 2 ? u"指標の行方"_s : QString();
            scene.view = charts[i].toText();
            QCOMPARE(ChartScene::fromText(scene.view), charts[i]);
            change.insert(scene);
        }
        QVERIFY(applyTo(plan, std::move(change).build()));
        QCOMPARE(sceneTitle(plan, *plan.ordered<Scene>().first()), u"RPAによる業務時間の削減"_s);
        show(plan, Look::Medium::Light);
        QCOMPARE(m_shown->deck().count(), 2); // a chart without figures is passed over
        QCOMPARE(m_shown->deck().title(0), u"RPAによる業務時間の削減"_s);
        const auto &hours = dynamic_cast<const ChartSlides &>(m_shown->deck().setOf(0));
        QCOMPARE(hours.chart().hidden(), QSet<int>{1});
        for (const Chart::Mark &mark : hours.chart().marks())
            QVERIFY(!mark.text.contains(u"導入後"_s));
        const QImage first = m_shown->grab().toImage();
        press(Qt::Key_Space);
        QCOMPARE(m_shown->current(), 1);
        QCOMPARE(m_shown->deck().title(1), u"指標の行方"_s);
        QVERIFY(m_shown->grab().toImage() != first);
        press(Qt::Key_PageUp);
        QCOMPARE(m_shown->current(), 0);
        QCOMPARE(m_shown->grab().toImage(), first);
    }
    void noTextOfAChartIsSmallerThanEighteenPoints()
    {
        /// Notes the size of every text in points of the slide.
        class Sizes : public QPaintEngine {
        public:
            bool begin(QPaintDevice *) override { return true; }
            bool end() override { return true; }
            void updateState(const QPaintEngineState &now) override
            {
                if (now.state() & DirtyTransform)
                    scale = now.transform().m11();
            }
            void drawPixmap(const QRectF &, const QPixmap &, const QRectF &) override {}
            void drawPolygon(const QPointF *, int, PolygonDrawMode) override {}
            void drawTextItem(const QPointF &, const QTextItem &item) override
            {
                smallest = qMin(smallest, item.font().pixelSize() * scale / paper::unitsPerPoint);
                ++texts;
            }
            Type type() const override { return User; }
            double scale = 1;
            double smallest = 1000;
            int texts = 0;
        };
        class Device : public QPaintDevice {
        public:
            QPaintEngine *paintEngine() const override { return &sizes; }
            int metric(PaintDeviceMetric metric) const override
            {
                return metric == PdmWidth || metric == PdmHeight ? 20000 : metric == PdmDpiX || metric == PdmDpiY ? 96 : 1;
            }
            mutable Sizes sizes;
        };
        for (const ChartScene &scene : some(chartsOf(m_plan))) {
            const ChartSlides slides(scene, {}, m_plan, light());
            Device device;
            QPainter painter(&device);
            slides.paint(painter, 0);
            painter.end();
            QVERIFY(device.sizes.texts > 3);
            QVERIFY2(device.sizes.smallest >= slide::minimumPoints, qPrintable(slides.title(0)));
        }
    }
    void aCodeIsTypedWithPlainDigits()
    {
        Plan plan = m_plan;
        ChangeBuilder change(u"番号"_s);
        change.set<&Measure::number>(m_plan.ordered<Measure>()[6]->id, u"1-2-①"_s);
        QVERIFY(applyTo(plan, std::move(change).build()));
        delete m_shown;
        m_shown = new Presentation(std::make_unique<Deck>(plan, grouped(u"aim"_s)));
        m_shown->show();
        type(u"1-2-1"_s);
        press(Qt::Key_Return);
        QCOMPARE(m_shown->measure(), m_plan.ordered<Measure>()[6]->id);
    }

    void keysTurnTheSlides()
    {
        for (const int key : {Qt::Key_Space, Qt::Key_Right, Qt::Key_Down, Qt::Key_PageDown})
            press(key);
        QCOMPARE(m_shown->current(), 4);
        for (const int key : {Qt::Key_Left, Qt::Key_Up, Qt::Key_PageUp, Qt::Key_Backspace})
            press(key);
        QCOMPARE(m_shown->current(), 0);
        press(Qt::Key_Left);
        QCOMPARE(m_shown->current(), 0);
        press(Qt::Key_End);
        QCOMPARE(m_shown->current(), m_shown->deck().count() - 1);
        press(Qt::Key_Space);
        QCOMPARE(m_shown->current(), m_shown->deck().count() - 1);
        press(Qt::Key_Home);
        QCOMPARE(m_shown->current(), 0);
        press(Qt::Key_F5); // the remote's key to begin
        QCOMPARE(m_shown->current(), 0);
    }
    void aNumberAndEnterJumpToTheSheet()
    {
        press(Qt::Key_Space);
        type(u"47"_s);
        QCOMPARE(m_shown->typed(), u"47"_s);
        press(Qt::Key_Backspace);
        type(u"6"_s);
        press(Qt::Key_Return);
        QCOMPARE(shownNumber(), u"46"_s);
        type(u"3"_s);
        press(Qt::Key_Enter);
        QCOMPARE(shownNumber(), u"3"_s);
        press(Qt::Key_Backspace);
        QCOMPARE(shownNumber(), u"46"_s);
        press(Qt::Key_Backspace);
        QVERIFY(m_shown->measure().isNull());
        QCOMPARE(m_shown->current(), 1);
        type(u"999"_s);
        press(Qt::Key_Return);
        QVERIFY(m_shown->measure().isNull());
        type(u"12"_s);
        press(Qt::Key_Escape);
        QVERIFY(m_shown);
        QVERIFY(m_shown->typed().isEmpty());
    }
    void aSheetIsReadThroughAndLeft()
    {
        type(u"46"_s);
        press(Qt::Key_Return);
        int pages = 1;
        for (press(Qt::Key_Space); !m_shown->measure().isNull(); press(Qt::Key_Space), ++pages)
            QCOMPARE(m_shown->sheetPage(), pages);
        QCOMPARE(pages, SheetSlides(m_plan, m_plan.ordered<Measure>()[45]->id, light()).count());
        QCOMPARE(m_shown->current(), 0);
    }
    void aClickOnAMeasureOpensItsSheetAndBack()
    {
        press(Qt::Key_Space);
        const Id<Measure> first = m_plan.ordered<Measure>().first()->id;
        const QPoint place = placeOf(first);
        QVERIFY(!place.isNull());
        QTest::mouseClick(m_shown, Qt::LeftButton, {}, place);
        QCOMPARE(m_shown->measure(), first);
        QTest::mouseClick(m_shown, Qt::LeftButton, {}, place);
        QVERIFY(m_shown->measure().isNull());
        QTest::mouseClick(m_shown, Qt::LeftButton, {}, place);
        press(Qt::Key_Escape);
        QVERIFY(m_shown->measure().isNull());
        QCOMPARE(m_shown->current(), 1);
        QTest::mouseClick(m_shown, Qt::LeftButton, {}, QPoint(640, 712));
        QCOMPARE(m_shown->current(), 2);
    }
    void theScreenGoesBlackAndComesBack()
    {
        press(Qt::Key_B);
        QVERIFY(m_shown->isBlack());
        QCOMPARE(m_shown->grab().toImage().pixelColor(640, 360), QColor(Qt::black));
        press(Qt::Key_B);
        QVERIFY(!m_shown->isBlack());
        QCOMPARE(m_shown->current(), 0);
    }
    void thePointerHides()
    {
        QTest::mouseMove(m_shown, QPoint(640, 700));
        QTRY_COMPARE_WITH_TIMEOUT(m_shown->cursor().shape(), Qt::BlankCursor, 4000);
        QTest::mouseMove(m_shown, QPoint(600, 700));
        QVERIFY(m_shown->cursor().shape() != Qt::BlankCursor);
    }
    void escapeEnds()
    {
        press(Qt::Key_Escape);
        QTRY_VERIFY(!m_shown);
    }
    void itFillsTheScreen()
    {
        QWidget window;
        window.show();
        m_shown->start(window);
        QVERIFY(m_shown->isFullScreen());
        press(Qt::Key_S);
        QVERIFY(m_shown->isFullScreen());
    }
    void aFilteredRoadmapIsPresentedAsItIs()
    {
        Deck::Options options = grouped(u"kind"_s);
        options.shown.filter.text = u"ワクチン"_s;
        options.shown.filter.setKey(FilterField::Kind, u"新規"_s, true);
        const Deck deck(m_plan, options);
        const RoadmapTree filtered = options.shown.tree(m_plan);
        QVERIFY(filtered.at(0).measureCount < 10);
        QCOMPARE(deck.count() > 1, filtered.at(0).measureCount > 0);
    }
    void theSecondScreenIsChosenAndSwitched()
    {
        const QList<QScreen *> screens = QGuiApplication::screens();
        QCOMPARE(screens.size(), 2);
        QWidget window;
        window.setGeometry(screens[0]->geometry().adjusted(10, 10, -10, -10));
        window.show();
        QCOMPARE(window.screen(), screens[0]);
        m_shown->start(window);
        QCOMPARE(m_shown->screen(), screens[1]);
        QCOMPARE(m_shown->geometry(), screens[1]->geometry());
        press(Qt::Key_S);
        QCOMPARE(m_shown->screen(), screens[0]);
        press(Qt::Key_S);
        QCOMPARE(m_shown->screen(), screens[1]);
    }
    void theRoadmapIsCopiedAsPixelsAndAsDrawing()
    {
        const auto data = roadmapPicture(m_plan, tree(u"aim"_s), RoadmapDetail::Initiatives);
        const auto image = data->imageData().value<QImage>();
        QVERIFY(image.width() > 1200);
        QVERIFY(image.height() > image.width());
        const QByteArray svg = data->data(u"image/svg+xml"_s);
        QVERIFY(svg.contains("<svg"));
        QVERIFY(QString::fromUtf8(svg).contains(u"ワクチン"_s));
        keepPicture(image, u"copy"_s);
    }
    void aFoldedRoadmapIsCopiedFolded()
    {
        const RoadmapTree all = tree(u"aim"_s);
        const auto textOf = [&](const QSet<quint64> &toggled) {
            return QString::fromUtf8(roadmapPicture(m_plan, all, RoadmapDetail::Initiatives, toggled)->data(u"image/svg+xml"_s));
        };
        QVERIFY(textOf({}).contains(u"ワクチン"_s));
        const QString folded = textOf({all.at(all.at(0).firstChild).key});
        QVERIFY(!folded.contains(u"ワクチン"_s)); // under the first aim
        QVERIFY(folded.contains(u"RPA"_s));
    }
    void anEmptyPlanHasATitle()
    {
        Presentation shown(std::make_unique<Deck>(Plan(), Deck::Options()));
        shown.grab();
        QCOMPARE(shown.deck().count(), 1);
    }
};

/// Two screens beside each other, as in a meeting room.
int main(int argc, char *argv[])
{
    QTemporaryFile screens;
    if (!screens.open())
        return 1;
    screens.write(
        R"({"screens":[{"name":"desk","x":0,"y":0,"width":1440,"height":900,"logicalDpi":96,"logicalBaseDpi":96,"dpr":1},)"
        R"({"name":"wall","x":1440,"y":0,"width":1280,"height":720,"logicalDpi":96,"logicalBaseDpi":96,"dpr":1}]})");
    screens.close();
    qputenv("QT_QPA_PLATFORM", "offscreen:configfile=" + screens.fileName().toLocal8Bit());
    QApplication application(argc, argv);
    TestPresentation test;
    return QTest::qExec(&test, argc, argv);
}
#include "tst_presentation.moc"
