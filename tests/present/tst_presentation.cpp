// SPDX-License-Identifier: GPL-3.0-or-later
// The presentation on the sample plan: what the scenes hold, and every key and click of the meeting.
#include "models/exchange/plan_csv.h"
#include "tests/support/warnings.h"
#include "views/look/paper.h"
#include "views/present/picture.h"
#include "views/present/presentation.h"

#include <QImage>
#include <QPointer>
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
    /// Where a measure is drawn on the slide shown; nowhere if it is not.
    QPoint placeOf(Id<Measure> measure) const
    {
        for (int y = 0; y < m_shown->height(); y += 4) {
            const double scale = slide::size().width() / m_shown->width();
            if (m_shown->slides().measureAt(m_shown->current(), QPointF(300, y) * scale) == measure)
                return {300, y + 2};
        }
        return {};
    }

private slots:
    void initTestCase()
    {
        const auto content = importTables(Plan(), QStringLiteral(SOURCE_DIR "/data/izumo"), ImportMode::Merge, randomIds());
        QVERIFY(content);
        QVERIFY(applyTo(m_plan, *content));
    }
    void init()
    {
        failOnWarnings();
        m_shown = new Presentation(m_plan, tree(u"aim"_s), QDate(2026, 11, 21));
        m_shown->resize(1280, 720);
        m_shown->show();
        QVERIFY(QTest::qWaitForWindowExposed(m_shown));
    }
    void cleanup() { delete m_shown; }

    void pictures()
    {
        const QString folder = qEnvironmentVariable("SHISAKUCHO_PICTURES");
        if (folder.isEmpty())
            QSKIP("set SHISAKUCHO_PICTURES to a folder to see the slides");
        for (int i = 0; i < m_shown->slides().count(); ++i) {
            m_shown->grab().save(folder + u"/slide-%1.png"_s.arg(i, 2, 10, QChar(u'0')));
            press(Qt::Key_Space);
        }
        for (const QString &number : {u"1"_s, u"46"_s}) {
            type(number);
            m_shown->grab().save(folder + u"/typing-%1.png"_s.arg(number));
            press(Qt::Key_Return);
            m_shown->grab().save(folder + u"/sheet-%1a.png"_s.arg(number));
            press(Qt::Key_Space);
            m_shown->grab().save(folder + u"/sheet-%1b.png"_s.arg(number));
        }
    }
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
        const Slides slides(m_plan, shown, {});
        QHash<Id<Measure>, int> expected;
        for (const RoadmapNode &node : shown.nodes) {
            if (node.kind == RoadmapNode::Kind::Measure)
                ++expected[Id<Measure>(node.row)];
        }
        QCOMPARE(expected.size(), 61); // the added ones have no schedule
        QHash<Id<Measure>, int> found;
        int line = 0;
        for (int i = 1; i < slides.count(); ++i) {
            const Slide &slide = slides.slide(i);
            QCOMPARE(slide.first, line); // scenes follow each other without a gap
            line = slide.last + 1;
            for (int at = slide.first; at <= slide.last; ++at) {
                if (slides.roadmap().line(at).measure >= 0)
                    ++found[slides.roadmap().measure(at)->id];
            }
            QVERIFY(slides.roadmap().line(slide.last).measure >= 0); // no heading without what it heads
        }
        QCOMPARE(found, expected);
    }
    void everyTopGroupBeginsASlide()
    {
        const Slides &slides = m_shown->slides();
        for (int i = 1; i < slides.count(); ++i) {
            const Slide &slide = slides.slide(i);
            for (int line = slide.first + 1; line <= slide.last; ++line)
                QVERIFY(slides.roadmap().line(line).measure >= 0 || slides.roadmap().node(line).level > 0);
        }
    }
    void noTextOfTheRoadmapIsSmallerThanEighteenPoints_data() { everyMeasureOfThePlanAppears_data(); }
    void noTextOfTheRoadmapIsSmallerThanEighteenPoints()
    {
        QFETCH(QString, grouping);
        const Slides slides(m_plan, tree(grouping), {});
        const RoadmapStyle &style = slides.roadmap().style();
        const double pixel = slide::size().width() / 1280; // 18 points are 24 of 720 pixels
        for (const TextMeasure *text : {&style.label, &style.title, &style.head, &style.note})
            QVERIFY(text->em() >= 24 * pixel);
        for (int i = 1; i < slides.count(); ++i) { // only a measure too high for a slide of its own is painted smaller
            const Slide &slide = slides.slide(i);
            int measures = 0;
            for (int line = slide.first; line <= slide.last; ++line)
                measures += slides.roadmap().line(line).measure >= 0 ? 1 : 0;
            QVERIFY2(slides.shrinking(i) == 1 || measures == 1, qPrintable(slides.title(i)));
            if (slides.shrinking(i) < 1)
                qInfo("slide %d is painted at %.2f", i, slides.shrinking(i));
        }
        for (const Measure *measure : m_plan.ordered<Measure>())
            QVERIFY(SheetSlides(m_plan, measure->id).bodyPoints() >= slide::minimumPoints);
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
        QCOMPARE(m_shown->current(), m_shown->slides().count() - 1);
        press(Qt::Key_Space);
        QCOMPARE(m_shown->current(), m_shown->slides().count() - 1);
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
        QCOMPARE(pages, SheetSlides(m_plan, m_plan.ordered<Measure>()[45]->id).count());
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
        const Presentation shown(m_plan, tree(u"kind"_s, [](const Measure &measure) { return measure.number == "46"_L1; }), {});
        QCOMPARE(shown.slides().count(), 2);
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
        if (const QString folder = qEnvironmentVariable("SHISAKUCHO_PICTURES"); !folder.isEmpty())
            image.save(folder + u"/copy.png"_s);
    }
    void anEmptyPlanHasATitle()
    {
        Presentation shown(Plan(), RoadmapTree(), {});
        shown.grab();
        QCOMPARE(shown.slides().count(), 1);
    }
};

QTEST_MAIN(TestPresentation)
#include "tst_presentation.moc"
