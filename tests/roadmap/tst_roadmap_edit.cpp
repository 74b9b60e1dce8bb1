// SPDX-License-Identifier: GPL-3.0-or-later
// Dating in the roadmap: real mouse and key events become single steps of a document, with titles people read.
#include "roadmap_desk.h"
#include "tests/support/warnings.h"

#include <QScrollBar>
#include <QTest>

using namespace shisaku;
using namespace Qt::StringLiterals;

class TestRoadmapEdit : public QObject {
    Q_OBJECT

private slots:
    void init();
    void cleanup() { m_desk.close(); }
    void aBarMovesByYearsAndStaysInYears();
    void anEdgeStretchesTheBar();
    void pastTheLastColumnABarIsOpen();
    void escapeAndNoDistanceChangeNothing();
    void aMilestoneKeepsItsMonth();
    void keysMoveAndStretch();
    void keysRemoveAndReorder();
    void readOnlyNothingMoves();
    void aHeldKeyLosesNoStepAndIsOneStepBack();
    void aPauseOrAnotherKeyEndsTheBurst();
    void keysCountOnWhatIsNotYetWritten();
    void aHeldKeyTakesARowAllTheWay();
    void zoomedInBarsSnapFiner_data();
    void zoomedInBarsSnapFiner();
    void anUndatedBarIsDatedByDragging();
    void keysDateWhatHasNoDate();
    void aDragAtTheEdgeScrolls();
    void precisionFollowsTheDistance();
    void sweptPeriodsNameWholeYears();
    void theTipOfADragIsSeenOverAHeading();

private:
    void select(RowId row) { m_desk.select(row); }
    /// One more press of a key that is held down.
    void repeat(Qt::Key key, Qt::KeyboardModifiers held)
    {
        QKeyEvent event(QEvent::KeyPress, key, held, QString(), true);
        QCoreApplication::sendEvent(&m_desk.view(), &event);
    }

    RoadmapDesk m_desk;
    Id<Phase> m_survey;
    Id<Phase> m_run;
    Id<Phase> m_idea;
    Id<Milestone> m_begin;
    Id<Milestone> m_someday;
    Id<Measure> m_measure;
    Id<Initiative> m_forms;
    Id<Initiative> m_service;
    Id<Initiative> m_later;
};

void TestRoadmapEdit::init()
{
    failOnWarnings();
    PlanMaker maker;
    m_measure = maker.measure(u"4"_s, u"電子申請"_s);
    m_forms = maker.initiative(m_measure, u"様式の作成"_s);
    m_survey = maker.phase(m_forms, u"FY2022"_s, u"FY2022"_s, u"調査"_s, u"column"_s);
    m_run = maker.phase(m_forms, u"FY2023"_s, u"FY2024"_s, u"運用"_s);
    m_service = maker.initiative(m_measure, u"窓口"_s);
    m_begin = maker.milestone(m_service, u"2023-04"_s, u"開始"_s);
    m_later = maker.initiative(m_measure, u"将来"_s);
    m_idea = maker.phase(m_later, QString(), QString(), u"検討"_s, u"unknown"_s);
    m_someday = maker.milestone(m_later, QString(), u"公開"_s);
    m_desk.open(std::move(maker).plan());
    QCOMPARE(m_desk.view().snap(), SnapUnit::FiscalYear);
}

void TestRoadmapEdit::aBarMovesByYearsAndStaysInYears()
{
    m_desk.drag(m_desk.rectOf(m_survey.row).center(), m_desk.year());
    QCOMPARE(m_desk.period(m_survey), u"FY2023 FY2023"_s);
    QCOMPARE(m_desk.plan().find(m_survey)->certainty, u"stated"_s);
    QCOMPARE(m_desk.lastTitle(), u"施策4『調査』の期間をR4からR5に変更"_s);
    QCOMPARE(m_desk.steps(), 1);
    QCOMPARE(m_desk.period(m_survey), u"FY2022 FY2022"_s);
    QCOMPARE(m_desk.plan().find(m_survey)->certainty, u"column"_s);
}

void TestRoadmapEdit::anEdgeStretchesTheBar()
{
    QRect bar = m_desk.rectOf(m_run.row);
    m_desk.drag({bar.left() + 2, bar.center().y()}, m_desk.year());
    QCOMPARE(m_desk.period(m_run), u"FY2024 FY2024"_s);
    QCOMPARE(m_desk.lastTitle(), u"施策4『運用』の開始をR5からR6に変更"_s);
    bar = m_desk.rectOf(m_run.row);
    m_desk.drag({bar.right() - 2, bar.center().y()}, -3 * m_desk.year());
    QCOMPARE(m_desk.period(m_run), u"FY2024 FY2024"_s);
}

void TestRoadmapEdit::pastTheLastColumnABarIsOpen()
{
    const QRect bar = m_desk.rectOf(m_run.row);
    m_desk.drag({bar.right() - 2, bar.center().y()}, 2 * m_desk.year() - 20);
    QCOMPARE(m_desk.period(m_run), u"FY2023 .."_s);
    QCOMPARE(m_desk.lastTitle(), u"施策4『運用』の終了をR6から期限なしに変更"_s);
    QCOMPARE(m_desk.steps(), 1);
    m_desk.drag({bar.left() + 2, bar.center().y()}, -3 * m_desk.year());
    QCOMPARE(m_desk.period(m_run), u".. FY2024"_s);
}

void TestRoadmapEdit::escapeAndNoDistanceChangeNothing()
{
    const QPoint at = m_desk.rectOf(m_run.row).center();
    m_desk.press(at);
    m_desk.moveTo(at + QPoint(m_desk.year(), 0));
    QTest::keyClick(&m_desk.view(), Qt::Key_Escape);
    m_desk.release(at + QPoint(m_desk.year(), 0));
    m_desk.drag(at, m_desk.year() / 4);
    m_desk.drag(at, 0);
    QTest::keyPress(&m_desk.view(), Qt::Key_Right, Qt::AltModifier);
    m_desk.key(Qt::Key_Escape);
    QTest::keyRelease(&m_desk.view(), Qt::Key_Right, Qt::AltModifier);
    m_desk.settle();
    QCOMPARE(m_desk.steps(), 0);
    QCOMPARE(m_desk.period(m_run), u"FY2023 FY2024"_s);
}

void TestRoadmapEdit::aMilestoneKeepsItsMonth()
{
    m_desk.drag(m_desk.rectOf(m_begin.row).center(), m_desk.year());
    QCOMPARE(m_desk.plan().find(m_begin)->at.toText(), u"2024-04"_s);
    QCOMPARE(m_desk.lastTitle(), u"施策4『開始』の時期をR5.4からR6.4に変更"_s);
}

void TestRoadmapEdit::keysMoveAndStretch()
{
    select(m_run.row);
    m_desk.key(Qt::Key_Right, Qt::AltModifier);
    QCOMPARE(m_desk.period(m_run), u"FY2024 FY2025"_s);
    m_desk.key(Qt::Key_Right, Qt::ShiftModifier);
    QCOMPARE(m_desk.period(m_run), u"FY2024 .."_s);
    m_desk.key(Qt::Key_Left, Qt::ShiftModifier);
    QCOMPARE(m_desk.period(m_run), u"FY2024 FY2025"_s);
    m_desk.key(Qt::Key_Left, Qt::ShiftModifier | Qt::ControlModifier);
    QCOMPARE(m_desk.period(m_run), u"FY2023 FY2025"_s);
    QCOMPARE(m_desk.view().currentIndex().data().toString(), u"運用"_s);
}

void TestRoadmapEdit::keysRemoveAndReorder()
{
    select(m_service.row);
    m_desk.key(Qt::Key_Up, Qt::AltModifier);
    QCOMPARE(m_desk.lastTitle(), u"施策4の取組『窓口』を上へ移動"_s);
    QVERIFY(m_desk.nodeOf(m_service.row) < m_desk.nodeOf(m_forms.row));
    QCOMPARE(m_desk.view().currentIndex().data().toString(), u"窓口"_s);
    select(m_run.row);
    m_desk.key(Qt::Key_Delete);
    QVERIFY(!m_desk.plan().find(m_run));
    QCOMPARE(m_desk.lastTitle(), u"施策4『運用』を削除"_s);
    QCOMPARE(m_desk.view().currentIndex().data().toString(), u"様式の作成"_s);
    QVERIFY(m_desk.document().undoNow());
    QVERIFY(m_desk.plan().find(m_run));
}

void TestRoadmapEdit::readOnlyNothingMoves()
{
    m_desk.view().setEditable(false);
    m_desk.drag(m_desk.rectOf(m_run.row).center(), m_desk.year());
    select(m_run.row);
    m_desk.key(Qt::Key_Delete);
    m_desk.key(Qt::Key_Right, Qt::AltModifier);
    m_desk.key(Qt::Key_Insert);
    QCOMPARE(m_desk.steps(), 0);
}

void TestRoadmapEdit::aHeldKeyLosesNoStepAndIsOneStepBack()
{
    m_desk.view().setZoom(8);
    QCOMPARE(m_desk.view().snap(), SnapUnit::Month);
    select(m_run.row);
    QTest::keyPress(&m_desk.view(), Qt::Key_Right, Qt::AltModifier);
    for (int i = 1; i < 15; ++i)
        repeat(Qt::Key_Right, Qt::AltModifier);
    QTest::keyRelease(&m_desk.view(), Qt::Key_Right, Qt::AltModifier);
    m_desk.settle();
    QCOMPARE(m_desk.period(m_run), u"2024-07 .."_s);
    QCOMPARE(m_desk.lastTitle(), u"施策4『運用』の期間をR5～R6からR6.7～に変更"_s);
    QCOMPARE(m_desk.steps(), 1);
    QCOMPARE(m_desk.period(m_run), u"FY2023 FY2024"_s);
}

void TestRoadmapEdit::aPauseOrAnotherKeyEndsTheBurst()
{
    select(m_survey.row);
    repeat(Qt::Key_Right, Qt::AltModifier);
    QTRY_COMPARE(m_desk.period(m_survey), u"FY2023 FY2023"_s);
    m_desk.settle();
    repeat(Qt::Key_Right, Qt::AltModifier);
    repeat(Qt::Key_Right, Qt::ShiftModifier);
    m_desk.settle();
    QCOMPARE(m_desk.period(m_survey), u"FY2024 FY2024"_s);
    m_desk.key(Qt::Key_Down);
    QCOMPARE(m_desk.period(m_survey), u"FY2024 FY2025"_s);
    QCOMPARE(m_desk.steps(), 3);
}

void TestRoadmapEdit::keysCountOnWhatIsNotYetWritten()
{
    // Nothing is written while these come: the second burst starts where the first one will have ended.
    select(m_survey.row);
    for (int i = 0; i < 2; ++i)
        QTest::keyClick(&m_desk.view(), Qt::Key_Right, Qt::AltModifier);
    QTest::keyClick(&m_desk.view(), Qt::Key_Left, Qt::AltModifier);
    QCOMPARE(m_desk.period(m_survey), u"FY2022 FY2022"_s);
    m_desk.settle();
    QCOMPARE(m_desk.period(m_survey), u"FY2023 FY2023"_s);
    QCOMPARE(m_desk.lastTitle(), u"施策4『調査』の期間をR6からR5に変更"_s);
}

void TestRoadmapEdit::aHeldKeyTakesARowAllTheWay()
{
    select(m_later.row);
    QTest::keyPress(&m_desk.view(), Qt::Key_Up, Qt::AltModifier);
    repeat(Qt::Key_Up, Qt::AltModifier);
    repeat(Qt::Key_Up, Qt::AltModifier);
    QTest::keyRelease(&m_desk.view(), Qt::Key_Up, Qt::AltModifier);
    m_desk.settle();
    QVERIFY(m_desk.nodeOf(m_later.row) < m_desk.nodeOf(m_forms.row));
    QVERIFY(m_desk.nodeOf(m_forms.row) < m_desk.nodeOf(m_service.row));
    QCOMPARE(m_desk.steps(), 1);
    QVERIFY(m_desk.nodeOf(m_later.row) > m_desk.nodeOf(m_service.row));
}

void TestRoadmapEdit::zoomedInBarsSnapFiner_data()
{
    QTest::addColumn<int>("unit");
    QTest::addColumn<QString>("moved");
    QTest::addColumn<QString>("stretched");
    QTest::newRow("half") << int(SnapUnit::Half) << u"2022H2 2023H1"_s << u"FY2022 2023H1"_s;
    QTest::newRow("quarter") << int(SnapUnit::Quarter) << u"2022-07 2023-06"_s << u"FY2022 2023-06"_s;
    QTest::newRow("month") << int(SnapUnit::Month) << u"2022-05 2023-04"_s << u"FY2022 2023-04"_s;
}

void TestRoadmapEdit::zoomedInBarsSnapFiner()
{
    QFETCH(int, unit);
    while (m_desk.view().snap() != SnapUnit(unit) && m_desk.view().zoom() < 8)
        m_desk.view().setZoom(m_desk.view().zoom() + 1);
    QCOMPARE(m_desk.view().snap(), SnapUnit(unit));
    m_desk.view().scrollTo(m_desk.model().indexOf(m_desk.nodeOf(m_survey.row)));
    const int step = m_desk.year() * monthsOf(SnapUnit(unit)) / 12;
    m_desk.drag(m_desk.rectOf(m_survey.row).center(), step + 3);
    QTEST(m_desk.period(m_survey), "moved");
    QCOMPARE(m_desk.steps(), 1);
    const QRect bar = m_desk.rectOf(m_survey.row);
    m_desk.drag({bar.right() - 2, bar.center().y()}, step);
    QTEST(m_desk.period(m_survey), "stretched");
}

void TestRoadmapEdit::anUndatedBarIsDatedByDragging()
{
    m_desk.drag(m_desk.at(m_idea.row, fiscalYearStart(2022) + 2), m_desk.at(m_idea.row, fiscalYearStart(2024) + 3));
    QCOMPARE(m_desk.period(m_idea), u"FY2022 FY2024"_s);
    QCOMPARE(m_desk.plan().find(m_idea)->certainty, u"stated"_s);
    QCOMPARE(m_desk.lastTitle(), u"施策4『検討』の期間を年度の記載なしからR4～R6に変更"_s);
    QCOMPARE(m_desk.steps(), 1);
    const QRect mark = m_desk.rectOf(m_someday.row);
    m_desk.drag({mark.left() + 4, mark.center().y()}, m_desk.at(m_later.row, fiscalYearStart(2025) + 6));
    QCOMPARE(m_desk.plan().find(m_someday)->at.toText(), u"FY2025"_s);
    QCOMPARE(m_desk.lastTitle(), u"施策4『公開』の時期を記載なしからR7に変更"_s);
}

void TestRoadmapEdit::keysDateWhatHasNoDate()
{
    select(m_idea.row);
    repeat(Qt::Key_Right, Qt::AltModifier);
    m_desk.key(Qt::Key_Right, Qt::AltModifier);
    QCOMPARE(m_desk.period(m_idea), u"FY2022 FY2022"_s);
    select(m_someday.row);
    m_desk.key(Qt::Key_Left, Qt::AltModifier);
    QCOMPARE(m_desk.plan().find(m_someday)->at.toText(), u"FY2025"_s);
}

void TestRoadmapEdit::aDragAtTheEdgeScrolls()
{
    m_desk.view().setZoom(6);
    QScrollBar *bar = m_desk.view().horizontalScrollBar();
    m_desk.view().scrollTo(m_desk.model().indexOf(m_desk.nodeOf(m_run.row)));
    const int before = bar->value();
    const QPoint from(m_desk.rectOf(m_run.row).left() + 30, m_desk.rectOf(m_run.row).center().y());
    m_desk.press(from);
    m_desk.moveTo({m_desk.view().viewport()->width() + 5, from.y()});
    QTRY_VERIFY(bar->value() > before + 100);
    QTest::keyClick(&m_desk.view(), Qt::Key_Escape);
    const int stopped = bar->value();
    QVERIFY(!QTest::qWaitFor([&] { return bar->value() != stopped; }, 100));
    QCOMPARE(m_desk.steps(), 0);
}

void TestRoadmapEdit::precisionFollowsTheDistance()
{
    const ShownYears years{2021, 2025};
    const Period bar{PlanTime::fiscalYear(2022), PlanTime::fiscalYear(2023)};
    const auto text = [](const Period &period) { return period.starts.toText() + u' ' + period.ends.toText(); };
    QCOMPARE(text(movedBar(bar, 12, years)), u"FY2023 FY2024"_s);
    QCOMPARE(text(movedBar(bar, 6, years)), u"2022H2 2024H1"_s);
    QCOMPARE(text(movedBar(bar, 3, years)), u"2022-07 2024-06"_s);
    QCOMPARE(text(movedBar(bar, 48, years)), u"FY2026 .."_s);
    QCOMPARE(text(stretched(bar, PeriodEdge::End, fiscalYearStart(2024) + 6, SnapUnit::Half, years)), u"FY2022 2024H1"_s);
    QCOMPARE(periodInWords(bar), u"令和4年度～令和5年度"_s);
    QCOMPARE(snapUnit(179), SnapUnit::FiscalYear);
    QCOMPARE(snapUnit(180), SnapUnit::Half);
    QCOMPARE(snapUnit(300), SnapUnit::Quarter);
    QCOMPARE(snapUnit(480), SnapUnit::Month);
}

void TestRoadmapEdit::sweptPeriodsNameWholeYears()
{
    const ShownYears years{2021, 2025};
    const auto text = [&](MonthNumber from, MonthNumber to, SnapUnit unit) { return periodInBrief(swept(from, to, unit, years)); };
    const MonthNumber april = fiscalYearStart(2023);
    QCOMPARE(text(april + 2, april + 5, SnapUnit::FiscalYear), u"R5"_s);
    QCOMPARE(text(april + 30, april + 2, SnapUnit::FiscalYear), u"R5～R7"_s);
    QCOMPARE(text(april + 7, april + 26, SnapUnit::Half), u"R5下半期～R7上半期"_s);
    QCOMPARE(text(april + 7, april + 34, SnapUnit::Half), u"R5下半期～R7"_s);
    QCOMPARE(text(april + 1, april + 2, SnapUnit::Half), u"R5上半期"_s);
    QCOMPARE(text(april + 3, april + 5, SnapUnit::Quarter), u"R5.7～R5.9"_s);
    QCOMPARE(text(april, april + 11, SnapUnit::Month), u"R5"_s);
    QCOMPARE(text(april, years.end(), SnapUnit::FiscalYear), u"R5～"_s);
    QCOMPARE(text(years.begin() - 1, april, SnapUnit::FiscalYear), u"～R5"_s);
    QCOMPARE(text(years.begin() - 1, years.begin() - 1, SnapUnit::Month), u"～R2"_s);
    QCOMPARE(text(years.end(), years.end(), SnapUnit::Month), u"R8～"_s);
}

void TestRoadmapEdit::theTipOfADragIsSeenOverAHeading()
{
    // The first row of the plan stands right below a heading: there the tip has its place.
    m_desk.model().setGrouping(Grouping::fromText(u"kind"_s));
    m_desk.settle();
    const QRect bar = m_desk.rectOf(m_run.row);
    const QRect heading = m_desk.view().visualRect(
        m_desk.model().indexOf(m_desk.model().tree().at(m_desk.nodeOf(m_measure.row)).parent));
    QVERIFY(heading.isValid() && bar.top() - heading.bottom() < 12);
    const auto dark = [&] {
        const QImage image = m_desk.view().viewport()->grab().toImage();
        int count = 0;
        for (int y = heading.top() + 2; y < heading.bottom() - 2; ++y) {
            for (int x = bar.left(); x < bar.right(); ++x)
                count += image.pixelColor(x, y) == Look::of(Look::Medium::Light).ink;
        }
        return count;
    };
    QCOMPARE(dark(), 0);
    m_desk.press(bar.center());
    m_desk.moveTo(bar.center() + QPoint(m_desk.year(), 0));
    QVERIFY(dark() > 100);
    m_desk.release(bar.center() + QPoint(m_desk.year(), 0));
}

QTEST_MAIN(TestRoadmapEdit)
#include "tst_roadmap_edit.moc"
