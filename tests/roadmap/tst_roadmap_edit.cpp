// SPDX-License-Identifier: GPL-3.0-or-later
// Working in the roadmap: real mouse and key events become single steps of a document, with titles people read.
#include "plans.h"
#include "tests/support/small_plan.h"
#include "views/roadmap/roadmap_view.h"

#include <QRegularExpression>
#include <QTemporaryDir>
#include <QTest>

using namespace shisaku;
using namespace Qt::StringLiterals;

class TestRoadmapEdit : public QObject {
    Q_OBJECT

private slots:
    void init();
    void cleanup();
    void aBarMovesByYearsAndStaysInYears();
    void anEdgeStretchesTheBar();
    void pastTheLastColumnABarIsOpen();
    void escapeAndNoDistanceChangeNothing();
    void aMilestoneKeepsItsMonth();
    void keysMoveAndStretch();
    void keysRemoveAndReorder();
    void readOnlyNothingMoves();
    void precisionFollowsTheDistance();

private:
    int nodeOf(RowId row) const;
    QRect rectOf(RowId row) const { return m_view->visualRect(m_model->indexOf(nodeOf(row))); }
    int year() const { return static_cast<int>(m_view->scene()->axis().right(1) - m_view->scene()->axis().left(1)); }
    void drag(QPoint from, int by, bool release = true);
    QString period(Id<Phase> id) const;
    QString lastTitle()
    {
        return m_document->flush() && m_document->history().undoable() ? m_document->history().undoable()->title : QString();
    }
    void select(RowId row) { m_view->setCurrentIndex(m_model->indexOf(nodeOf(row))); }
    void key(Qt::Key key, Qt::KeyboardModifiers held = {})
    {
        QTest::keyClick(m_view.get(), key, held);
        QVERIFY(m_document->flush());
    }

    QTemporaryDir m_folder;
    std::unique_ptr<PlanDocument> m_document;
    std::unique_ptr<RoadmapModel> m_model;
    std::unique_ptr<RoadmapView> m_view;
    Id<Phase> m_survey;
    Id<Phase> m_run;
    Id<Milestone> m_begin;
    Id<Initiative> m_forms;
    Id<Initiative> m_service;
};

void TestRoadmapEdit::init()
{
    QTest::failOnWarning(QRegularExpression(u".?"_s));
    PlanMaker maker;
    const auto measure = maker.measure(u"4"_s, u"電子申請"_s);
    m_forms = maker.initiative(measure, u"様式の作成"_s);
    m_survey = maker.phase(m_forms, u"FY2022"_s, u"FY2022"_s, u"調査"_s, u"column"_s);
    m_run = maker.phase(m_forms, u"FY2023"_s, u"FY2024"_s, u"運用"_s);
    m_service = maker.initiative(measure, u"窓口"_s);
    m_begin = maker.milestone(m_service, u"2023-04"_s, u"開始"_s);
    const QString path = m_folder.filePath(u"試験.dxplan"_s);
    QVERIFY(PlanDocument::create(path, difference(Plan(), std::move(maker).plan()), testEnvironment()));
    m_document = std::move(*PlanDocument::open(path, testEnvironment()));
    m_model = std::make_unique<RoadmapModel>();
    m_model->rebuild(m_document->plan());
    connect(m_document.get(), &PlanDocument::changed, m_model.get(), &RoadmapModel::follow);
    m_view = std::make_unique<RoadmapView>();
    m_view->resize(1200, 500);
    m_view->setModel(m_model.get());
    m_view->setEditable(true);
    connect(m_view.get(), &RoadmapView::changeRequested, m_document.get(),
            [this](const ChangeSet &change) { m_document->submit(change); });
    m_view->show();
    QVERIFY(QTest::qWaitForWindowExposed(m_view.get()));
    m_view->grab();
    QCOMPARE(m_view->snap(), SnapUnit::FiscalYear);
}

void TestRoadmapEdit::cleanup()
{
    m_view.reset();
    m_model.reset();
    m_document.reset();
}

int TestRoadmapEdit::nodeOf(RowId row) const
{
    const auto &nodes = m_model->tree().nodes;
    return static_cast<int>(std::find_if(nodes.begin(), nodes.end(), [row](const RoadmapNode &node) { return node.row == row; })
                            - nodes.begin());
}

void TestRoadmapEdit::drag(QPoint from, int by, bool release)
{
    QWidget *area = m_view->viewport();
    QTest::mousePress(area, Qt::LeftButton, {}, from);
    QTest::mouseMove(area, from + QPoint(by / 2, 0));
    QTest::mouseMove(area, from + QPoint(by, 0));
    m_view->grab();
    if (release)
        QTest::mouseRelease(area, Qt::LeftButton, {}, from + QPoint(by, 0));
    QVERIFY(m_document->flush());
}

QString TestRoadmapEdit::period(Id<Phase> id) const
{
    const Phase *phase = m_document->plan().find(id);
    return phase->starts.toText() + u' ' + phase->ends.toText();
}

void TestRoadmapEdit::aBarMovesByYearsAndStaysInYears()
{
    drag(rectOf(m_survey.row).center(), year());
    QCOMPARE(period(m_survey), u"FY2023 FY2023"_s);
    QCOMPARE(m_document->plan().find(m_survey)->certainty, u"stated"_s);
    QCOMPARE(lastTitle(), u"施策4『調査』の期間をR4からR5に変更"_s);
    QVERIFY(m_document->undoNow());
    QCOMPARE(period(m_survey), u"FY2022 FY2022"_s);
    QCOMPARE(m_document->plan().find(m_survey)->certainty, u"column"_s);
    QVERIFY(!m_document->history().undoable());
}

void TestRoadmapEdit::anEdgeStretchesTheBar()
{
    QRect bar = rectOf(m_run.row);
    drag({bar.left() + 2, bar.center().y()}, year());
    QCOMPARE(period(m_run), u"FY2024 FY2024"_s);
    QCOMPARE(lastTitle(), u"施策4『運用』の開始をR5からR6に変更"_s);
    m_view->grab();
    bar = rectOf(m_run.row);
    drag({bar.right() - 2, bar.center().y()}, -3 * year());
    QCOMPARE(period(m_run), u"FY2024 FY2024"_s);
}

void TestRoadmapEdit::pastTheLastColumnABarIsOpen()
{
    const QRect bar = rectOf(m_run.row);
    drag({bar.right() - 2, bar.center().y()}, 2 * year() - 20);
    QCOMPARE(period(m_run), u"FY2023 .."_s);
    QCOMPARE(lastTitle(), u"施策4『運用』の終了をR6から期限なしに変更"_s);
    QVERIFY(m_document->undoNow());
    m_view->grab();
    drag({bar.left() + 2, bar.center().y()}, -3 * year());
    QCOMPARE(period(m_run), u".. FY2024"_s);
}

void TestRoadmapEdit::escapeAndNoDistanceChangeNothing()
{
    const QPoint at = rectOf(m_run.row).center();
    drag(at, year(), false);
    QTest::keyClick(m_view.get(), Qt::Key_Escape);
    QTest::mouseRelease(m_view->viewport(), Qt::LeftButton, {}, at + QPoint(year(), 0));
    drag(at, year() / 4);
    drag(at, 0);
    QVERIFY(!m_document->history().undoable());
    QCOMPARE(period(m_run), u"FY2023 FY2024"_s);
}

void TestRoadmapEdit::aMilestoneKeepsItsMonth()
{
    drag(rectOf(m_begin.row).center(), year());
    QCOMPARE(m_document->plan().find(m_begin)->at.toText(), u"2024-04"_s);
    QCOMPARE(lastTitle(), u"施策4『開始』の時期をR5.4からR6.4に変更"_s);
}

void TestRoadmapEdit::keysMoveAndStretch()
{
    select(m_run.row);
    key(Qt::Key_Right, Qt::AltModifier);
    QCOMPARE(period(m_run), u"FY2024 FY2025"_s);
    key(Qt::Key_Right, Qt::ShiftModifier);
    QCOMPARE(period(m_run), u"FY2024 .."_s);
    key(Qt::Key_Left, Qt::ShiftModifier);
    QCOMPARE(period(m_run), u"FY2024 FY2025"_s);
    key(Qt::Key_Left, Qt::ShiftModifier | Qt::ControlModifier);
    QCOMPARE(period(m_run), u"FY2023 FY2025"_s);
    QCOMPARE(m_view->currentIndex().data().toString(), u"運用"_s);
}

void TestRoadmapEdit::keysRemoveAndReorder()
{
    select(m_service.row);
    key(Qt::Key_Up, Qt::AltModifier);
    QCOMPARE(lastTitle(), u"施策4の取組『窓口』を上へ移動"_s);
    QVERIFY(nodeOf(m_service.row) < nodeOf(m_forms.row));
    QCOMPARE(m_view->currentIndex().data().toString(), u"窓口"_s);
    select(m_run.row);
    key(Qt::Key_Delete);
    QVERIFY(!m_document->plan().find(m_run));
    QCOMPARE(lastTitle(), u"施策4『運用』を削除"_s);
    QCOMPARE(m_view->currentIndex().data().toString(), u"様式の作成"_s);
    QVERIFY(m_document->undoNow());
    QVERIFY(m_document->plan().find(m_run));
}

void TestRoadmapEdit::readOnlyNothingMoves()
{
    m_view->setEditable(false);
    drag(rectOf(m_run.row).center(), year());
    select(m_run.row);
    key(Qt::Key_Delete);
    QVERIFY(!m_document->history().undoable());
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
    QCOMPARE(text(stretched(bar, PeriodPart::End, fiscalYearStart(2024) + 6, SnapUnit::Half, years)), u"FY2022 2024H1"_s);
    QCOMPARE(periodInWords(bar), u"令和4年度～令和5年度"_s);
    QCOMPARE(snapUnit(179), SnapUnit::FiscalYear);
    QCOMPARE(snapUnit(180), SnapUnit::Half);
    QCOMPARE(snapUnit(300), SnapUnit::Quarter);
    QCOMPARE(snapUnit(480), SnapUnit::Month);
}

QTEST_MAIN(TestRoadmapEdit)
#include "tst_roadmap_edit.moc"
