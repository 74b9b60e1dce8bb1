// SPDX-License-Identifier: GPL-3.0-or-later
// The roadmap in a window: real key and mouse events.
#include "models/change/prepare.h"
#include "tests/support/generated_plan.h"
#include "tests/support/plans.h"
#include "tests/support/warnings.h"
#include "text_recorder.h"
#include "views/roadmap/roadmap_view.h"

#include <QRegularExpression>
#include <QScrollBar>
#include <QSignalSpy>
#include <QTest>
#include <QWheelEvent>

using namespace shisaku;
using namespace Qt::StringLiterals;

Q_DECLARE_METATYPE(shisaku::TableId)

class TestRoadmapView : public QObject {
    Q_OBJECT

private slots:
    void init();
    void cleanup();
    void arrowsWalkOverRowsAndBars();
    void plusAndMinusFold();
    void aClickOnTheTriangleFolds();
    void aClickSelectsABarAndTellsTheMeasure();
    void enterAndDoubleClickAskToEdit();
    void theCurrentMeasureIsShared();
    void controlAndWheelZoom();
    void theSelectionSurvivesAChange();
    void aDraggedEdgeWidensTheTitles();
    void everyVisibleItemIsFoundWhereItIsDrawn();
    void aLabelFollowsTheVisiblePartOfItsBar();
    void aYearIsNamedWhereverItIsSeen();
    void shiftAndWheelScrollSideways();
    void aPlanTooLargeToBeLaidOutAtOnceLooksAsAnyOther();

private:
    QModelIndex find(TableId table, const QString &text) const;
    QString current() const { return m_view->currentIndex().data().toString(); }
    void click(const QModelIndex &index)
    {
        QTest::mouseClick(m_view->viewport(), Qt::LeftButton, {}, m_view->visualRect(index).center());
    }

    Plan m_plan;
    Id<Phase> m_phase;
    std::unique_ptr<RoadmapModel> m_model;
    std::unique_ptr<RoadmapView> m_view;
};

void TestRoadmapView::init()
{
    failOnWarnings();
    PlanMaker maker;
    const auto first = maker.measure(u"1"_s, u"電子申請"_s);
    const auto forms = maker.initiative(first, u"様式の作成"_s);
    m_phase = maker.phase(forms, u"FY2022"_s, u"FY2022"_s, u"調査"_s);
    maker.phase(forms, u"FY2023"_s, u"FY2024"_s, u"運用"_s);
    const auto service = maker.initiative(first, u"窓口"_s);
    maker.milestone(service, u"2023-04"_s, u"開始"_s);
    const auto second = maker.measure(u"2"_s, u"予約"_s, u"継続"_s);
    maker.phase(maker.initiative(second, u"施設予約"_s), QString(), QString(), u"検討"_s);
    m_plan = std::move(maker).plan();
    m_model = std::make_unique<RoadmapModel>();
    m_model->setGrouping(Grouping::fromText(u"kind"_s));
    m_model->rebuild(m_plan);
    m_view = std::make_unique<RoadmapView>();
    m_view->resize(1200, 500);
    m_view->setToday(QDate(2023, 11, 1));
    m_view->setModel(m_model.get());
    m_view->show();
    QVERIFY(QTest::qWaitForWindowExposed(m_view.get()));
    m_view->grab();
}

void TestRoadmapView::cleanup()
{
    m_view.reset();
    m_model.reset();
}

QModelIndex TestRoadmapView::find(TableId table, const QString &text) const
{
    for (int node = 1; node < static_cast<int>(m_model->tree().nodes.size()); ++node) {
        const QModelIndex index = m_model->indexOf(node);
        if (m_model->tree().at(node).table == table && index.data().toString() == text)
            return index;
    }
    return {};
}

void TestRoadmapView::arrowsWalkOverRowsAndBars()
{
    m_view->setCurrentIndex(find(TableId::Measure, u"1 電子申請"_s));
    QTest::keyClick(m_view.get(), Qt::Key_Right);
    QCOMPARE(current(), u"様式の作成"_s);
    QTest::keyClick(m_view.get(), Qt::Key_Right);
    QCOMPARE(current(), u"調査"_s);
    QTest::keyClick(m_view.get(), Qt::Key_Right);
    QCOMPARE(current(), u"運用"_s);
    QTest::keyClick(m_view.get(), Qt::Key_Left);
    QTest::keyClick(m_view.get(), Qt::Key_Left);
    QCOMPARE(current(), u"様式の作成"_s);
    QTest::keyClick(m_view.get(), Qt::Key_Down);
    QCOMPARE(current(), u"窓口"_s);
    QTest::keyClick(m_view.get(), Qt::Key_Left);
    QCOMPARE(current(), u"1 電子申請"_s);
    QTest::keyClick(m_view.get(), Qt::Key_Down);
    QCOMPARE(current(), u"継続"_s);
    QTest::keyClick(m_view.get(), Qt::Key_Down);
    QCOMPARE(current(), u"2 予約"_s);
    QTest::keyClick(m_view.get(), Qt::Key_Home);
    QCOMPARE(current(), u"新規"_s);
}

void TestRoadmapView::plusAndMinusFold()
{
    m_view->setCurrentIndex(find(TableId::Phase, u"調査"_s));
    QTest::keyClick(m_view.get(), Qt::Key_Minus);
    QVERIFY(m_view->isFolded(find(TableId::Measure, u"1 電子申請"_s)));
    QVERIFY(!m_view->visualRect(find(TableId::Milestone, u"▲開始"_s)).isEmpty());
    QTest::keyClick(m_view.get(), Qt::Key_Plus);
    QVERIFY(!m_view->isFolded(find(TableId::Measure, u"1 電子申請"_s)));
    m_view->setFolded(find(TableId::Choice, u"新規"_s), true);
    QVERIFY(m_view->visualRect(find(TableId::Measure, u"1 電子申請"_s)).isEmpty());
    QCOMPARE(current(), u"新規"_s);
}

void TestRoadmapView::aClickOnTheTriangleFolds()
{
    const QModelIndex group = find(TableId::Choice, u"新規"_s);
    const QRect rect = m_view->visualRect(group);
    QTest::mouseClick(m_view->viewport(), Qt::LeftButton, {}, QPoint(7, rect.center().y()));
    QVERIFY(m_view->isFolded(group));
    QTest::mouseClick(m_view->viewport(), Qt::LeftButton, {}, QPoint(7, rect.center().y()));
    QVERIFY(!m_view->isFolded(group));
}

void TestRoadmapView::aClickSelectsABarAndTellsTheMeasure()
{
    QSignalSpy spy(m_view.get(), &RoadmapView::currentMeasureChanged);
    click(find(TableId::Phase, u"検討"_s));
    QCOMPARE(current(), u"検討"_s);
    QCOMPARE(spy.size(), 1);
    QCOMPARE(m_plan.find(m_view->currentMeasure())->number, u"2"_s);
}

void TestRoadmapView::enterAndDoubleClickAskToEdit()
{
    QSignalSpy spy(m_view.get(), &RoadmapView::editRequested);
    const QModelIndex phase = find(TableId::Phase, u"調査"_s);
    m_view->setCurrentIndex(phase);
    QTest::keyClick(m_view.get(), Qt::Key_Return);
    QTest::mouseDClick(m_view->viewport(), Qt::LeftButton, {}, m_view->visualRect(phase).center());
    QCOMPARE(spy.size(), 2);
    for (const auto &arguments : spy) {
        QCOMPARE(arguments[0].value<TableId>(), TableId::Phase);
        QCOMPARE(arguments[1].value<RowId>(), m_phase.row);
    }
}

void TestRoadmapView::theCurrentMeasureIsShared()
{
    QSignalSpy spy(m_view.get(), &RoadmapView::currentMeasureChanged);
    const Id<Measure> second(RowId{find(TableId::Measure, u"2 予約"_s).data(RoadmapModel::RowRole).toULongLong()});
    m_view->setFolded(find(TableId::Choice, u"継続"_s), true);
    m_view->setCurrentMeasure(second);
    QCOMPARE(current(), u"2 予約"_s);
    QVERIFY(!m_view->isFolded(find(TableId::Choice, u"継続"_s)));
    m_view->setCurrentIndex(find(TableId::Phase, u"検討"_s));
    m_view->setCurrentMeasure(second);
    QCOMPARE(current(), u"検討"_s);
    QCOMPARE(spy.size(), 1);
}

void TestRoadmapView::controlAndWheelZoom()
{
    QSignalSpy spy(m_view.get(), &RoadmapView::zoomChanged);
    const QPointF at(700, 200);
    QWheelEvent wheel(at, m_view->viewport()->mapToGlobal(at), {}, {0, 120}, Qt::NoButton, Qt::ControlModifier, Qt::NoScrollPhase,
                      false);
    QCoreApplication::sendEvent(m_view->viewport(), &wheel);
    QCOMPARE(m_view->zoom(), 1);
    QTest::keyClick(m_view.get(), Qt::Key_Plus, Qt::ControlModifier);
    QCOMPARE(m_view->zoom(), 2);
    QVERIFY(m_view->horizontalScrollBar()->maximum() > 0);
    QTest::keyClick(m_view.get(), Qt::Key_Minus, Qt::ControlModifier);
    QTest::keyClick(m_view.get(), Qt::Key_0, Qt::ControlModifier);
    QCOMPARE(m_view->zoom(), 0);
    QCOMPARE(m_view->horizontalScrollBar()->maximum(), 0);
    QCOMPARE(spy.size(), 4);
}

void TestRoadmapView::theSelectionSurvivesAChange()
{
    m_view->setCurrentIndex(find(TableId::Phase, u"運用"_s));
    ChangeBuilder removal(u"削除"_s);
    removal.remove(m_phase);
    const auto change = prepare(m_plan, std::move(removal).build()); // as the document tells it: with what was removed
    QVERIFY(change && applyTo(m_plan, *change));
    m_model->follow(*change);
    QCOMPARE(current(), u"運用"_s);
    QVERIFY(!m_view->grab().isNull());
    m_model->setGrouping(Grouping{});
    QCOMPARE(current(), u"1 電子申請"_s);
}

void TestRoadmapView::aDraggedEdgeWidensTheTitles()
{
    const int edge = m_view->visualRect(find(TableId::Measure, u"1 電子申請"_s)).right() + 1;
    const qreal before = m_view->titleWidths().width();
    QTest::mousePress(m_view->viewport(), Qt::LeftButton, {}, QPoint(edge, 10));
    QTest::mouseMove(m_view->viewport(), QPoint(edge + 40, 10));
    QTest::mouseRelease(m_view->viewport(), Qt::LeftButton, {}, QPoint(edge + 40, 10));
    QCOMPARE(m_view->titleWidths().width(), before + 40);
}

void TestRoadmapView::everyVisibleItemIsFoundWhereItIsDrawn()
{
    QVERIFY(m_model->tree().nodes.size() > 10);
    for (int zoom : {-2, 0, 2}) { // from farther away bars are summed up
        m_view->setZoom(zoom);
        for (int node = 1; node < static_cast<int>(m_model->tree().nodes.size()); ++node) {
            const QModelIndex index = m_model->indexOf(node);
            m_view->scrollTo(index);
            const QRect rect = m_view->visualRect(index);
            QVERIFY(!rect.isEmpty());
            const bool row = m_model->tree().at(node).kind == RoadmapNode::Kind::Initiative;
            const QPoint inside = row ? QPoint(rect.left() + 2, rect.top() + 2) : rect.center();
            QCOMPARE(m_view->indexAt(inside).data().toString(), index.data().toString());
        }
    }
}

void TestRoadmapView::aLabelFollowsTheVisiblePartOfItsBar()
{
    m_view->setZoom(6);
    m_view->grab();
    QScrollBar *bar = m_view->horizontalScrollBar();
    const int titles = static_cast<int>(m_view->scene()->columns().total());
    const auto drawn = [this](const QString &text) {
        TextRecorder recorder(m_view->viewport()->size());
        m_view->viewport()->render(&recorder);
        for (const DrawnText &one : recorder.texts()) {
            if (one.text == text)
                return one.rect;
        }
        return QRectF();
    };
    const QRect whole = m_view->visualRect(find(TableId::Phase, u"運用"_s));
    QVERIFY(whole.width() > 400);
    bar->setValue(bar->value() + whole.left() - titles + 200);
    QRectF label = drawn(u"運用"_s);
    QVERIFY(label.left() >= titles && label.left() < titles + 20); // at the left edge of what is seen
    const qreal width = label.width();
    // Near the bar's end it stays within the bar.
    bar->setValue(bar->value() + whole.width() - 200 - 30);
    label = drawn(u"運用"_s);
    QVERIFY(label.right() <= titles + 30 && label.width() < width); // cut by the titles, not moved out of its bar
    // What has no date stays in the middle of what is seen of the years.
    bar->setValue(bar->maximum() / 2);
    label = drawn(u"検討（年度"_s) | drawn(u"なし）"_s); // a text comes in pieces by script
    QVERIFY(label.isValid());
    QVERIFY2(qAbs(label.center().x() - (titles + m_view->viewport()->width()) / 2.0) < 2,
             qPrintable(QString::number(label.center().x())));
}

void TestRoadmapView::aYearIsNamedWhereverItIsSeen()
{
    m_view->setZoom(6);
    m_view->grab();
    const int titles = static_cast<int>(m_view->scene()->columns().total());
    const TimeAxis &axis = m_view->scene()->axis();
    QScrollBar *bar = m_view->horizontalScrollBar();
    for (const double share : {0.3, 0.6}) { // of 令和4年度 gone to the left
        bar->setValue(static_cast<int>(axis.left(2) + share * (axis.right(2) - axis.left(2))));
        TextRecorder recorder(m_view->viewport()->size());
        m_view->viewport()->render(&recorder);
        const QList<DrawnText> texts = recorder.texts();
        const auto found = std::find_if(texts.begin(), texts.end(), [](const DrawnText &t) { return t.text == u"令和4年度"; });
        QVERIFY(found != texts.end());
        QVERIFY2(found->rect.left() > titles, qPrintable(QString::number(found->rect.left())));
        QVERIFY(found->rect.right() <= titles + axis.right(2) - bar->value());
        QCOMPARE(collisions(texts), QStringList());
    }
}

void TestRoadmapView::shiftAndWheelScrollSideways()
{
    m_view->setZoom(6);
    m_view->grab();
    const int x = m_view->horizontalScrollBar()->value();
    const int y = m_view->verticalScrollBar()->value();
    const QPointF at(700, 200);
    QWheelEvent wheel(at, m_view->viewport()->mapToGlobal(at), {}, {0, -120}, Qt::NoButton, Qt::ShiftModifier, Qt::NoScrollPhase,
                      false);
    QCoreApplication::sendEvent(m_view->viewport(), &wheel);
    QVERIFY(m_view->horizontalScrollBar()->value() > x);
    QCOMPARE(m_view->verticalScrollBar()->value(), y);
}

void TestRoadmapView::aPlanTooLargeToBeLaidOutAtOnceLooksAsAnyOther()
{
    Plan plan;
    QVERIFY(applyTo(plan, generatedPlan(3000)));
    m_view->setModel(nullptr);
    m_model->rebuild(plan);
    m_view->setModel(m_model.get());
    m_view->grab();
    const RoadmapScene &scene = *m_view->scene();
    QVERIFY(scene.isGuessed());
    const RoadmapScene whole(plan, m_model->tree(), roadmapLines(m_model->tree(), m_view->detail(), {}), scene.style(),
                             scene.axis(), scene.columns());
    const auto windowIsExact = [&] {
        const QRect window = m_view->viewport()->rect();
        int lines = 0;
        for (int line = 0; line < scene.count(); ++line) {
            const QRect rect = m_view->visualRect(m_model->indexOf(scene.line(line).node));
            if (!rect.isEmpty() && window.contains(rect)) {
                ++lines;
                if (!qFuzzyCompare(scene.height(line), whole.height(line)))
                    return false;
            }
        }
        return lines > 3;
    };
    QTest::keyClick(m_view.get(), Qt::Key_End);
    m_view->grab();
    QVERIFY(scene.isGuessed());
    QVERIFY(windowIsExact());
    QVERIFY(m_view->viewport()->rect().contains(m_view->visualRect(m_view->currentIndex())));
    m_view->verticalScrollBar()->setValue(m_view->verticalScrollBar()->maximum() / 2);
    m_view->grab();
    QVERIFY(windowIsExact());

    // What follows by and by moves nothing that is seen.
    const QModelIndex seen = m_view->indexAt(QPoint(600, 250));
    const QRect place = m_view->visualRect(seen);
    QVERIFY(!place.isEmpty());
    QTRY_VERIFY_WITH_TIMEOUT(!scene.isGuessed(), 60'000);
    QVERIFY(std::abs(m_view->visualRect(seen).top() - place.top()) <= 1);
    for (int line = 0; line < scene.count(); ++line)
        QCOMPARE(scene.top(line), whole.top(line));
    m_view.reset(); // before the plan
}

QTEST_MAIN(TestRoadmapView)
#include "tst_roadmap_view.moc"
