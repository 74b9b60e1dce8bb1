// SPDX-License-Identifier: GPL-3.0-or-later
// Several bars at once in the roadmap: selecting, moving, removing, copying to other measures; the order of rows and measures.
#include "roadmap_desk.h"

#include "models/clip/schedule_table.h"
#include "tests/support/warnings.h"

#include <QClipboard>
#include <QGuiApplication>
#include <QMimeData>
#include <QScrollBar>
#include <QTest>

using namespace shisaku;
using namespace Qt::StringLiterals;

class TestRoadmapSelect : public QObject {
    Q_OBJECT

private slots:
    void init();
    void cleanup() { m_desk.close(); }
    void controlAddsAndTakesAway();
    void shiftSelectsWhatLiesBetween();
    void aRubberBandSelectsWhatItTouches();
    void keysSelectWithoutAMouse();
    void allBarsOfTheRowThenOfTheMeasure();
    void aPressOnOneOfSeveralKeepsThemUntilItIsAClick();
    void aClickDoesNotScroll();
    void allSelectedMoveAsOneStep();
    void allSelectedStretchByTheSame();
    void allSelectedGoAsOneStep();
    void theSelectionSurvivesAChange();
    void barsAreCopiedIntoAnotherMeasure();
    void cutBarsMoveToAnotherRow();
    void aCopyIsATableForOthers();
    void aWholeRowIsCopied();
    void ctrlDDuplicatesInPlace();
    void foreignTextIsNotPasted();
    void barsTypedInASpreadsheetArePasted();
    void aTimeThatCannotBeReadIsToldWithItsLine();
    void aPeriodInOneCellIsPastedWithBothEnds();
    void theCopiedTableComesBackAsItWas();
    void theMenuOffersWhatTheKeysDo();
    void readOnlyCopiesButDoesNotPaste();
    void measuresChangePlacesAmongTheirNeighbours();

private:
    void click(RowId row, Qt::KeyboardModifiers held = {}) { m_desk.click(row, held); }
    QStringList labels(Id<Initiative> row) const
    {
        QStringList found;
        for (const Phase *phase : m_desk.plan().parts<&Phase::initiative>(row))
            found << phase->label + u' ' + m_desk.period(phase->id);
        return found;
    }

    RoadmapDesk m_desk;
    Id<Measure> m_first;
    Id<Measure> m_second;
    Id<Measure> m_third;
    Id<Initiative> m_forms;
    Id<Initiative> m_service;
    Id<Initiative> m_booking;
    Id<Phase> m_survey;
    Id<Phase> m_run;
    Id<Phase> m_trial;
    Id<Phase> m_use;
    Id<Milestone> m_begin;
};

void TestRoadmapSelect::init()
{
    failOnWarnings();
    QGuiApplication::clipboard()->clear();
    PlanMaker maker;
    m_first = maker.measure(u"4"_s, u"電子申請"_s);
    m_forms = maker.initiative(m_first, u"様式の作成"_s);
    m_survey = maker.phase(m_forms, u"FY2021"_s, u"FY2021"_s, u"調査"_s, u"column"_s);
    m_run = maker.phase(m_forms, u"FY2023"_s, u"FY2024"_s, u"運用"_s);
    m_service = maker.initiative(m_first, u"窓口"_s);
    m_trial = maker.phase(m_service, u"FY2022"_s, u"FY2022"_s, u"試行"_s);
    m_begin = maker.milestone(m_service, u"2024-04"_s, u"開始"_s);
    m_second = maker.measure(u"5"_s, u"施設予約"_s);
    m_booking = maker.initiative(m_second, u"施設予約"_s);
    m_use = maker.phase(m_booking, u"FY2021"_s, u"FY2021"_s, u"利用"_s);
    m_third = maker.measure(u"6"_s, u"窓口改革"_s);
    m_desk.open(std::move(maker).plan());
}

void TestRoadmapSelect::controlAddsAndTakesAway()
{
    click(m_survey.row);
    click(m_trial.row, Qt::ControlModifier);
    click(m_use.row, Qt::ControlModifier);
    QCOMPARE(m_desk.selected(), QStringList({u"調査"_s, u"試行"_s, u"利用"_s}));
    click(m_trial.row, Qt::ControlModifier);
    QCOMPARE(m_desk.selected(), QStringList({u"調査"_s, u"利用"_s}));
    click(m_run.row);
    QCOMPARE(m_desk.selected(), QStringList({u"運用"_s}));
}

void TestRoadmapSelect::shiftSelectsWhatLiesBetween()
{
    click(m_survey.row);
    click(m_trial.row, Qt::ShiftModifier);
    QCOMPARE(m_desk.selected(), QStringList({u"調査"_s, u"試行"_s}));
    click(m_run.row, Qt::ShiftModifier); // from the first one again
    QCOMPARE(m_desk.selected(), QStringList({u"調査"_s, u"運用"_s}));
    QVERIFY(!m_desk.view().isEditable() || m_desk.steps() == 0);
}

void TestRoadmapSelect::aRubberBandSelectsWhatItTouches()
{
    const QPoint from = m_desk.at(m_forms.row, fiscalYearStart(2022) + 2);
    const QPoint to = m_desk.at(m_service.row, fiscalYearStart(2025) + 6);
    m_desk.drag(from, to, Qt::ShiftModifier);
    QCOMPARE(m_desk.selected(), QStringList({u"運用"_s, u"試行"_s, u"▲開始"_s}));
    m_desk.drag(m_desk.at(m_booking.row, fiscalYearStart(2023)), m_desk.at(m_booking.row, fiscalYearStart(2021) + 3),
                Qt::ControlModifier);
    QCOMPARE(m_desk.selected(), QStringList({u"運用"_s, u"試行"_s, u"▲開始"_s, u"利用"_s}));
    QCOMPARE(m_desk.steps(), 0);
    // Where nothing can be drawn, it needs no key.
    m_desk.view().setEditable(false);
    m_desk.drag(from, to);
    QCOMPARE(m_desk.selected(), QStringList({u"運用"_s, u"試行"_s, u"▲開始"_s}));
}

void TestRoadmapSelect::keysSelectWithoutAMouse()
{
    m_desk.select(m_survey.row);
    m_desk.key(Qt::Key_Down, Qt::ShiftModifier);
    QCOMPARE(m_desk.selected(), QStringList({u"調査"_s, u"試行"_s}));
    m_desk.key(Qt::Key_Down, Qt::ShiftModifier);
    QCOMPARE(m_desk.view().currentIndex().data().toString(), u"利用"_s);
    m_desk.key(Qt::Key_Up, Qt::ShiftModifier);
    QCOMPARE(m_desk.selected(), QStringList({u"調査"_s, u"試行"_s}));
    m_desk.select(m_survey.row);
    m_desk.key(Qt::Key_Right, Qt::ControlModifier); // looks without selecting
    QCOMPARE(m_desk.view().currentIndex().data().toString(), u"運用"_s);
    QCOMPARE(m_desk.selected(), QStringList({u"調査"_s}));
    m_desk.key(Qt::Key_Space, Qt::ControlModifier);
    QCOMPARE(m_desk.selected(), QStringList({u"調査"_s, u"運用"_s}));
    m_desk.key(Qt::Key_Left);
    QCOMPARE(m_desk.selected(), QStringList({u"調査"_s}));
}

void TestRoadmapSelect::allBarsOfTheRowThenOfTheMeasure()
{
    m_desk.select(m_forms.row);
    m_desk.key(Qt::Key_A, Qt::ControlModifier);
    QCOMPARE(m_desk.selected(), QStringList({u"調査"_s, u"運用"_s}));
    m_desk.key(Qt::Key_A, Qt::ControlModifier);
    QCOMPARE(m_desk.selected(), QStringList({u"調査"_s, u"運用"_s, u"試行"_s, u"▲開始"_s}));
}

void TestRoadmapSelect::aPressOnOneOfSeveralKeepsThemUntilItIsAClick()
{
    click(m_survey.row);
    click(m_trial.row, Qt::ControlModifier);
    m_desk.press(m_desk.rectOf(m_survey.row).center());
    QCOMPARE(m_desk.selected().size(), 2);
    m_desk.release(m_desk.rectOf(m_survey.row).center());
    QCOMPARE(m_desk.selected(), QStringList({u"調査"_s}));
}

void TestRoadmapSelect::aClickDoesNotScroll()
{
    m_desk.view().setZoom(6);
    m_desk.view().grab();
    QScrollBar *bar = m_desk.view().horizontalScrollBar();
    bar->setValue(bar->value() + m_desk.rectOf(m_run.row).center().x() - m_desk.view().viewport()->width());
    const int before = bar->value();
    QVERIFY(before > 0 && m_desk.rectOf(m_run.row).right() > m_desk.view().viewport()->width());
    const QPoint at(m_desk.view().viewport()->width() - 20, m_desk.rectOf(m_run.row).center().y());
    QTest::mouseClick(m_desk.view().viewport(), Qt::LeftButton, {}, at);
    QCOMPARE(m_desk.selected(), QStringList({u"運用"_s}));
    QCOMPARE(bar->value(), before);
}

void TestRoadmapSelect::allSelectedMoveAsOneStep()
{
    click(m_survey.row);
    click(m_trial.row, Qt::ControlModifier);
    click(m_begin.row, Qt::ControlModifier);
    m_desk.drag(m_desk.rectOf(m_trial.row).center(), m_desk.year());
    QCOMPARE(m_desk.period(m_survey), u"FY2022 FY2022"_s);
    QCOMPARE(m_desk.period(m_trial), u"FY2023 FY2023"_s);
    QCOMPARE(m_desk.plan().find(m_begin)->at.toText(), u"2025-04"_s);
    QCOMPARE(m_desk.lastTitle(), u"施策4『試行』ほか2件の期間を変更"_s);
    m_desk.key(Qt::Key_Left, Qt::AltModifier);
    QCOMPARE(m_desk.period(m_survey), u"FY2021 FY2021"_s);
    QCOMPARE(m_desk.plan().find(m_begin)->at.toText(), u"2024-04"_s);
    QCOMPARE(m_desk.steps(), 2);
}

void TestRoadmapSelect::allSelectedStretchByTheSame()
{
    click(m_survey.row);
    click(m_run.row, Qt::ControlModifier);
    click(m_begin.row, Qt::ControlModifier);
    const QRect bar = m_desk.rectOf(m_survey.row);
    m_desk.drag({bar.right() - 2, bar.center().y()}, m_desk.year());
    QCOMPARE(m_desk.period(m_survey), u"FY2021 FY2022"_s);
    QCOMPARE(m_desk.period(m_run), u"FY2023 FY2025"_s);
    QCOMPARE(m_desk.plan().find(m_begin)->at.toText(), u"2024-04"_s);
    QCOMPARE(m_desk.steps(), 1);
}

void TestRoadmapSelect::allSelectedGoAsOneStep()
{
    click(m_survey.row);
    click(m_trial.row, Qt::ControlModifier);
    m_desk.key(Qt::Key_Delete);
    QVERIFY(!m_desk.plan().find(m_survey) && !m_desk.plan().find(m_trial));
    QCOMPARE(m_desk.lastTitle(), u"施策4『調査』ほか1件を削除"_s);
    QCOMPARE(m_desk.view().currentIndex().data().toString(), u"様式の作成"_s);
    QCOMPARE(m_desk.steps(), 1);
}

void TestRoadmapSelect::theSelectionSurvivesAChange()
{
    click(m_survey.row);
    click(m_use.row, Qt::ControlModifier);
    ChangeBuilder removal(u"削除"_s);
    removal.remove(m_trial);
    QVERIFY(m_desk.document().apply(std::move(removal).build()));
    QCOMPARE(m_desk.selected(), QStringList({u"調査"_s, u"利用"_s}));
}

void TestRoadmapSelect::barsAreCopiedIntoAnotherMeasure()
{
    click(m_survey.row);
    click(m_run.row, Qt::ControlModifier);
    m_desk.key(Qt::Key_C, Qt::ControlModifier);
    m_desk.select(m_use.row);
    m_desk.key(Qt::Key_V, Qt::ControlModifier);
    QCOMPARE(labels(m_booking), QStringList({u"利用 FY2021 FY2021"_s, u"調査 FY2021 FY2021"_s, u"運用 FY2023 FY2024"_s}));
    QCOMPARE(m_desk.lastTitle(), u"施策5に『調査』ほか1件を貼り付け"_s);
    QCOMPARE(m_desk.selected(), QStringList({u"調査"_s, u"運用"_s}));
    QCOMPARE(labels(m_forms).size(), 2);
    // Into a measure without rows: a row of the same name is made.
    m_desk.select(m_third.row);
    m_desk.key(Qt::Key_V, Qt::ControlModifier);
    const auto rows = m_desk.plan().parts<&Initiative::measure>(m_third);
    QCOMPARE(rows.size(), 1);
    QCOMPARE(rows.first()->title, u"様式の作成"_s);
    QCOMPARE(labels(rows.first()->id).size(), 2);
    QCOMPARE(m_desk.plan().parts<&Phase::initiative>(rows.first()->id).first()->certainty, u"column"_s);
    QCOMPARE(m_desk.steps(), 2);
}

void TestRoadmapSelect::cutBarsMoveToAnotherRow()
{
    click(m_run.row);
    m_desk.key(Qt::Key_X, Qt::ControlModifier);
    QVERIFY(!m_desk.plan().find(m_run));
    m_desk.select(m_service.row);
    m_desk.key(Qt::Key_V, Qt::ControlModifier);
    QCOMPARE(labels(m_service), QStringList({u"試行 FY2022 FY2022"_s, u"運用 FY2023 FY2024"_s}));
}

void TestRoadmapSelect::aCopyIsATableForOthers()
{
    click(m_survey.row);
    click(m_begin.row, Qt::ControlModifier);
    m_desk.key(Qt::Key_C, Qt::ControlModifier);
    QCOMPARE(QGuiApplication::clipboard()->text(), u"施策\t取組\t表示文字\t開始\t終了\t時期の確かさ\n"
                                                   "4 電子申請\t様式の作成\t調査\t令和3年度\t令和3年度\t欄の位置による\n"
                                                   "4 電子申請\t窓口\t▲開始\t令和6年4月\t\t明記\n"_s);
}

void TestRoadmapSelect::aWholeRowIsCopied()
{
    click(m_service.row);
    m_desk.select(m_service.row);
    m_desk.key(Qt::Key_C, Qt::ControlModifier);
    m_desk.select(m_booking.row);
    m_desk.key(Qt::Key_V, Qt::ControlModifier);
    const auto rows = m_desk.plan().parts<&Initiative::measure>(m_second);
    QCOMPARE(rows.size(), 2);
    QCOMPARE(rows.last()->title, u"窓口"_s);
    QCOMPARE(labels(rows.last()->id), QStringList({u"試行 FY2022 FY2022"_s}));
    QCOMPARE(m_desk.plan().parts<&Milestone::initiative>(rows.last()->id).size(), 1);
    QCOMPARE(m_desk.lastTitle(), u"施策5に『窓口』を貼り付け"_s);
    QCOMPARE(m_desk.view().currentIndex().data().toString(), u"窓口"_s);
}

void TestRoadmapSelect::ctrlDDuplicatesInPlace()
{
    click(m_run.row);
    m_desk.key(Qt::Key_D, Qt::ControlModifier);
    QCOMPARE(labels(m_forms).last(), u"運用 FY2023 FY2024"_s);
    QCOMPARE(labels(m_forms).size(), 3);
    QCOMPARE(m_desk.lastTitle(), u"施策4『運用』を複製"_s);
    m_desk.key(Qt::Key_Right, Qt::AltModifier); // the copy is the one at hand
    QCOMPARE(m_desk.period(m_run), u"FY2023 FY2024"_s);
    QCOMPARE(labels(m_forms).last(), u"運用 FY2024 FY2025"_s);
}

void TestRoadmapSelect::foreignTextIsNotPasted()
{
    m_desk.select(m_service.row);
    QGuiApplication::clipboard()->setText(u"施策\t取組"_s);
    m_desk.key(Qt::Key_V, Qt::ControlModifier);
    auto *data = new QMimeData;
    data->setData(u"application/x-shisakucho-schedule+json"_s, "{\"version\":1,\"rows\":[{\"phases\":3}]}");
    QGuiApplication::clipboard()->setMimeData(data);
    m_desk.key(Qt::Key_V, Qt::ControlModifier);
    QCOMPARE(m_desk.steps(), 0);
}

void TestRoadmapSelect::barsTypedInASpreadsheetArePasted()
{
    m_desk.select(m_service.row);
    QGuiApplication::clipboard()->setText(u"周知\tR3\tR4\r\n▲本稼働\tR5.4\t\r\n定着\t令和5年度\t2025/4\r\n"_s);
    m_desk.key(Qt::Key_V, Qt::ControlModifier);
    QCOMPARE(labels(m_service), QStringList({u"試行 FY2022 FY2022"_s, u"周知 FY2021 FY2022"_s, u"定着 FY2023 2025-04"_s}));
    const auto milestones = m_desk.plan().parts<&Milestone::initiative>(m_service);
    QCOMPARE(milestones.last()->label, u"本稼働"_s);
    QCOMPARE(milestones.last()->at.toText(), u"2023-04"_s);
    QCOMPARE(m_desk.steps(), 1);
    // With the name of a 取組 the bars go there when a measure is chosen.
    m_desk.select(m_third.row);
    QGuiApplication::clipboard()->setText(u"開始\t表示文字\t取組\nR4\t検討\t窓口\n"_s);
    m_desk.key(Qt::Key_V, Qt::ControlModifier);
    const auto rows = m_desk.plan().parts<&Initiative::measure>(m_third);
    QCOMPARE(rows.size(), 1);
    QCOMPARE(rows.first()->title, u"窓口"_s);
    QCOMPARE(m_desk.plan().parts<&Phase::initiative>(rows.first()->id).first()->label, u"検討"_s);
}

void TestRoadmapSelect::aTimeThatCannotBeReadIsToldWithItsLine()
{
    QString told;
    connect(&m_desk.view(), &RoadmapView::refused, this, [&told](const Error &error) { told = error.message(); });
    m_desk.select(m_service.row);
    QGuiApplication::clipboard()->setText(u"周知\tR3\tR4\n広報\tいつか\tR5\n"_s);
    m_desk.key(Qt::Key_V, Qt::ControlModifier);
    QVERIFY2(told.contains(u"2行目の「開始」"_s) && told.contains(u"いつか"_s), qPrintable(told));
    QGuiApplication::clipboard()->setText(u"周知\tR3\tR4\n広報\tR4\t4月1日\n"_s);
    m_desk.key(Qt::Key_V, Qt::ControlModifier);
    QVERIFY2(told.contains(u"2行目の「終了」"_s) && told.contains(u"年がありません"_s), qPrintable(told));
    QCOMPARE(m_desk.steps(), 0);
}

void TestRoadmapSelect::aPeriodInOneCellIsPastedWithBothEnds()
{
    m_desk.select(m_service.row);
    QGuiApplication::clipboard()->setText(u"試験\tR3\n周知\tR4～R5\n定着\t令和6(2024)年度以降\n"_s);
    m_desk.key(Qt::Key_V, Qt::ControlModifier);
    QCOMPARE(labels(m_service), QStringList({u"試行 FY2022 FY2022"_s, u"試験 FY2021 FY2021"_s, u"周知 FY2022 FY2023"_s,
                                             u"定着 FY2024 .."_s}));
    m_desk.select(m_third.row);
    QGuiApplication::clipboard()->setText(u"取組\t表示文字\t開始\t終了\n窓口\t検討\tR4～R5\t\n"_s);
    m_desk.key(Qt::Key_V, Qt::ControlModifier);
    const auto rows = m_desk.plan().parts<&Initiative::measure>(m_third);
    QCOMPARE(labels(rows.first()->id), QStringList{u"検討 FY2022 FY2023"_s});
}

void TestRoadmapSelect::theCopiedTableComesBackAsItWas()
{
    const ScheduleClip clip = clipOf(m_desk.plan(), {{TableId::Phase, m_survey.row}, {TableId::Milestone, m_begin.row}});
    const auto back = clipFromTable(toTable(clip));
    QVERIFY(back);
    QCOMPARE(toTable(*back), toTable(clip));
}

void TestRoadmapSelect::theMenuOffersWhatTheKeysDo()
{
    m_desk.select(m_service.row);
    QVERIFY(!m_desk.view().canPerform(RoadmapAction::Remove));
    click(m_run.row);
    QVERIFY(m_desk.view().canPerform(RoadmapAction::Remove));
    m_desk.view().perform(RoadmapAction::Duplicate);
    m_desk.settle();
    QCOMPARE(m_desk.lastTitle(), u"施策4『運用』を複製"_s);
    m_desk.view().setEditable(false);
    for (const RoadmapAction action : roadmapActions())
        QCOMPARE(m_desk.view().canPerform(action), action == RoadmapAction::Copy || action == RoadmapAction::Edit);
}

void TestRoadmapSelect::readOnlyCopiesButDoesNotPaste()
{
    m_desk.view().setEditable(false);
    click(m_run.row);
    m_desk.key(Qt::Key_C, Qt::ControlModifier);
    QVERIFY(QGuiApplication::clipboard()->text().contains(u"運用"_s));
    for (const Qt::Key key : {Qt::Key_V, Qt::Key_X, Qt::Key_D})
        m_desk.key(key, Qt::ControlModifier);
    QCOMPARE(m_desk.steps(), 0);
}

void TestRoadmapSelect::measuresChangePlacesAmongTheirNeighbours()
{
    const auto order = [this] {
        QStringList numbers;
        for (const Measure *measure : m_desk.plan().ordered<Measure>())
            numbers << measure->number;
        return numbers.join(u' ');
    };
    m_desk.select(m_third.row);
    m_desk.key(Qt::Key_Up, Qt::AltModifier);
    QCOMPARE(order(), u"4 6 5"_s);
    QCOMPARE(m_desk.lastTitle(), u"施策6を施策5の前へ移動"_s);
    QCOMPARE(m_desk.view().currentIndex().data().toString(), u"6 窓口改革"_s);
    m_desk.key(Qt::Key_Up, Qt::AltModifier);
    m_desk.key(Qt::Key_Up, Qt::AltModifier); // it is the first already
    QCOMPARE(order(), u"6 4 5"_s);
    m_desk.key(Qt::Key_Down, Qt::AltModifier);
    QCOMPARE(order(), u"4 6 5"_s);
    QCOMPARE(m_desk.lastTitle(), u"施策6を施策4の後へ移動"_s);
}

QTEST_MAIN(TestRoadmapSelect)
#include "tst_roadmap_select.moc"
