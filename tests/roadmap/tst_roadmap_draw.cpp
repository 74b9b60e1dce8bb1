// SPDX-License-Identifier: GPL-3.0-or-later
// New bars in the roadmap: drawn with the mouse or begun with a key, named where they stand.
#include "roadmap_desk.h"
#include "tests/support/warnings.h"

#include <QLineEdit>
#include <QTest>

using namespace shisaku;
using namespace Qt::StringLiterals;

class TestRoadmapDraw : public QObject {
    Q_OBJECT

private slots:
    void init();
    void cleanup() { m_desk.close(); }
    void aBarIsDrawnAndNamedInOneStep();
    void escapeDropsAnUnnamedBar();
    void leavingTheNameKeepsWhatIsTyped();
    void theInputMethodHasItsEnter();
    void keysTypedInTheNameMoveNothing();
    void aMeasureWithoutRowsGetsOne();
    void aBarBeforeAndAfterTheYearsIsOpen();
    void aClickDrawsNothing();
    void aFoldedMeasureIsNotDrawnOn();
    void insertBeginsABarAfterTheLast();
    void f2RenamesInPlace();
    void theNameStaysWithItsBarWhileScrolling();
    void somebodyElsesChangeDoesNotTouchTheName();

private:
    QLineEdit *name() { return m_desk.view().findChild<QLineEdit *>(u"name"_s); }
    const Phase *last() const { return m_desk.plan().parts<&Phase::initiative>(m_forms).last(); }

    RoadmapDesk m_desk;
    Id<Measure> m_measure;
    Id<Measure> m_empty;
    Id<Initiative> m_forms;
    Id<Initiative> m_service;
    Id<Phase> m_survey;
};

void TestRoadmapDraw::init()
{
    failOnWarnings();
    PlanMaker maker;
    m_measure = maker.measure(u"4"_s, u"電子申請"_s);
    m_forms = maker.initiative(m_measure, u"様式の作成"_s);
    m_survey = maker.phase(m_forms, u"FY2022"_s, u"FY2022"_s, u"調査"_s);
    m_service = maker.initiative(m_measure, u"窓口"_s);
    m_empty = maker.measure(u"5"_s, u"施設予約"_s);
    m_desk.open(std::move(maker).plan());
}

void TestRoadmapDraw::aBarIsDrawnAndNamedInOneStep()
{
    m_desk.drag(m_desk.at(m_forms.row, fiscalYearStart(2023) + 3), m_desk.at(m_forms.row, fiscalYearStart(2024) + 5));
    QVERIFY(name() && name()->hasFocus());
    QCOMPARE(m_desk.plan().rows<Phase>().size(), 1); // nothing exists before it has been named
    m_desk.type(u"運用"_s);
    m_desk.key(Qt::Key_Return);
    QVERIFY(!name());
    QCOMPARE(last()->label, u"運用"_s);
    QCOMPARE(m_desk.period(last()->id), u"FY2023 FY2024"_s);
    QCOMPARE(last()->certainty, u"stated"_s);
    QCOMPARE(m_desk.lastTitle(), u"施策4に『運用』を追加"_s);
    QCOMPARE(m_desk.view().currentIndex().data().toString(), u"運用"_s);
    QVERIFY(m_desk.view().hasFocus());
    QCOMPARE(m_desk.steps(), 1);
    QCOMPARE(m_desk.plan().rows<Phase>().size(), 1);
}

void TestRoadmapDraw::escapeDropsAnUnnamedBar()
{
    m_desk.drag(m_desk.at(m_forms.row, fiscalYearStart(2023) + 3), m_desk.at(m_forms.row, fiscalYearStart(2024) + 5));
    m_desk.type(u"運用"_s);
    m_desk.key(Qt::Key_Escape);
    QVERIFY(!name());
    QCOMPARE(m_desk.steps(), 0);
    m_desk.press(m_desk.at(m_forms.row, fiscalYearStart(2023) + 3));
    m_desk.moveTo(m_desk.at(m_forms.row, fiscalYearStart(2024) + 5));
    QTest::keyClick(&m_desk.view(), Qt::Key_Escape);
    m_desk.release(m_desk.at(m_forms.row, fiscalYearStart(2024) + 5));
    QVERIFY(!name());
}

void TestRoadmapDraw::leavingTheNameKeepsWhatIsTyped()
{
    m_desk.drag(m_desk.at(m_forms.row, fiscalYearStart(2023) + 3), m_desk.at(m_forms.row, fiscalYearStart(2024) + 3));
    m_desk.type(u"試行"_s);
    QTest::mouseClick(m_desk.view().viewport(), Qt::LeftButton, {}, m_desk.rectOf(m_survey.row).center());
    m_desk.settle();
    QCOMPARE(last()->label, u"試行"_s);
    m_desk.drag(m_desk.at(m_service.row, fiscalYearStart(2023)), m_desk.at(m_service.row, fiscalYearStart(2024)));
    QTest::mouseClick(m_desk.view().viewport(), Qt::LeftButton, {}, m_desk.rectOf(m_survey.row).center());
    m_desk.settle();
    QVERIFY(!name());
    QCOMPARE(m_desk.plan().rows<Phase>().size(), 2); // without a name nothing was meant
}

void TestRoadmapDraw::theInputMethodHasItsEnter()
{
    m_desk.drag(m_desk.at(m_forms.row, fiscalYearStart(2023) + 3), m_desk.at(m_forms.row, fiscalYearStart(2024) + 3));
    QInputMethodEvent composing(u"うんよう"_s, {});
    QCoreApplication::sendEvent(name(), &composing);
    QVERIFY(name()->text().isEmpty());
    m_desk.type(u"運用"_s); // Enter of the input method arrives as a commit, not as a key
    QVERIFY(name());
    QCOMPARE(name()->text(), u"運用"_s);
    m_desk.key(Qt::Key_Enter);
    QCOMPARE(last()->label, u"運用"_s);
}

void TestRoadmapDraw::keysTypedInTheNameMoveNothing()
{
    m_desk.drag(m_desk.at(m_forms.row, fiscalYearStart(2023) + 3), m_desk.at(m_forms.row, fiscalYearStart(2024) + 3));
    const QModelIndex current = m_desk.view().currentIndex();
    for (const Qt::Key key : {Qt::Key_Down, Qt::Key_Delete, Qt::Key_PageDown, Qt::Key_Plus})
        m_desk.key(key);
    m_desk.key(Qt::Key_Right, Qt::AltModifier);
    QVERIFY(name());
    QCOMPARE(m_desk.view().currentIndex(), current);
    m_desk.key(Qt::Key_Escape);
    QCOMPARE(m_desk.steps(), 0);
}

void TestRoadmapDraw::aMeasureWithoutRowsGetsOne()
{
    m_desk.drag(m_desk.at(m_empty.row, fiscalYearStart(2022)) + QPoint(10, 0),
                m_desk.at(m_empty.row, fiscalYearStart(2022)) + QPoint(40, 0));
    QVERIFY(name());
    // Its row spans all columns; only the times are drawn on.
    m_desk.type(u"調査"_s);
    m_desk.key(Qt::Key_Return);
    const auto rows = m_desk.plan().parts<&Initiative::measure>(m_empty);
    QCOMPARE(rows.size(), 1);
    QCOMPARE(rows.first()->title, u"施設予約"_s);
    QCOMPARE(m_desk.plan().parts<&Phase::initiative>(rows.first()->id).first()->label, u"調査"_s);
    QCOMPARE(m_desk.lastTitle(), u"施策5に『調査』を追加"_s);
    QCOMPARE(m_desk.steps(), 1);
    QVERIFY(m_desk.plan().parts<&Initiative::measure>(m_empty).isEmpty());
}

void TestRoadmapDraw::aBarBeforeAndAfterTheYearsIsOpen()
{
    const QPoint inside = m_desk.at(m_service.row, fiscalYearStart(2024) + 2);
    m_desk.drag(inside, {m_desk.view().viewport()->width() - 5, inside.y()});
    m_desk.type(u"運用"_s);
    m_desk.key(Qt::Key_Return);
    QCOMPARE(m_desk.period(m_desk.plan().parts<&Phase::initiative>(m_service).first()->id), u"FY2024 .."_s);
}

void TestRoadmapDraw::aClickDrawsNothing()
{
    QTest::mouseClick(m_desk.view().viewport(), Qt::LeftButton, {}, m_desk.at(m_service.row, fiscalYearStart(2023)));
    QVERIFY(!name());
    QCOMPARE(m_desk.view().currentIndex().data().toString(), u"窓口"_s);
    // The titles are no place for bars.
    const QPoint title(m_desk.rectOf(m_service.row).left() + 20, m_desk.rectOf(m_service.row).center().y());
    m_desk.drag(title, title + QPoint(80, 0));
    QVERIFY(!name());
}

void TestRoadmapDraw::aFoldedMeasureIsNotDrawnOn()
{
    m_desk.view().setDetail(RoadmapDetail::Measures);
    m_desk.view().grab();
    const QPoint from = m_desk.at(m_measure.row, fiscalYearStart(2024));
    m_desk.drag(from, from + QPoint(m_desk.year(), 0)); // which 取組 would it belong to?
    QVERIFY(!name());
}

void TestRoadmapDraw::insertBeginsABarAfterTheLast()
{
    m_desk.select(m_survey.row);
    m_desk.key(Qt::Key_Insert);
    QVERIFY(name() && name()->hasFocus());
    m_desk.type(u"運用"_s);
    m_desk.key(Qt::Key_Return);
    QCOMPARE(m_desk.period(last()->id), u"FY2023 FY2023"_s);
    m_desk.key(Qt::Key_Right, Qt::ShiftModifier); // it is current, so its end can follow at once
    QCOMPARE(m_desk.period(last()->id), u"FY2023 FY2024"_s);
    m_desk.select(m_empty.row);
    m_desk.key(Qt::Key_Insert);
    m_desk.type(u"検討"_s);
    m_desk.key(Qt::Key_Return);
    QCOMPARE(m_desk.plan().parts<&Initiative::measure>(m_empty).size(), 1);
}

void TestRoadmapDraw::f2RenamesInPlace()
{
    m_desk.select(m_survey.row);
    m_desk.key(Qt::Key_F2);
    QVERIFY(name());
    QCOMPARE(name()->text(), u"調査"_s);
    m_desk.type(u"事前調査"_s); // all of it is selected
    m_desk.key(Qt::Key_Return);
    QCOMPARE(m_desk.plan().find(m_survey)->label, u"事前調査"_s);
    QCOMPARE(m_desk.lastTitle(), u"施策4『調査』の表示文字を『事前調査』に変更"_s);
    m_desk.key(Qt::Key_F2);
    m_desk.key(Qt::Key_Return);
    QCOMPARE(m_desk.steps(), 1);
}

void TestRoadmapDraw::theNameStaysWithItsBarWhileScrolling()
{
    m_desk.select(m_survey.row);
    m_desk.key(Qt::Key_F2);
    const QRect before = name()->geometry();
    QVERIFY(before.contains(m_desk.rectOf(m_survey.row).center()));
    m_desk.view().setZoom(3);
    m_desk.view().grab();
    QVERIFY(name());
    QVERIFY(name()->geometry().contains(m_desk.rectOf(m_survey.row).center()));
    QVERIFY(m_desk.view().viewport()->rect().contains(name()->geometry()));
}

void TestRoadmapDraw::somebodyElsesChangeDoesNotTouchTheName()
{
    m_desk.drag(m_desk.at(m_service.row, fiscalYearStart(2023)), m_desk.at(m_service.row, fiscalYearStart(2024)));
    m_desk.type(u"運用"_s);
    ChangeBuilder removal(u"削除"_s);
    removal.remove(m_survey);
    QVERIFY(m_desk.document().apply(std::move(removal).build()));
    m_desk.settle();
    QVERIFY(name());
    ChangeBuilder all(u"削除"_s);
    all.remove(m_service);
    QVERIFY(m_desk.document().apply(std::move(all).build()));
    m_desk.settle();
    QVERIFY(!name()); // its row has gone
}

QTEST_MAIN(TestRoadmapDraw)
#include "tst_roadmap_draw.moc"
