// SPDX-License-Identifier: GPL-3.0-or-later
// Year cells are the bars seen another way: editing words moves, cuts and renames bars, and loses nothing.
#include "models/schedule/year_cells.h"
#include "tests/support/rows.h"
#include "tests/support/samples.h"
#include "tests/support/warnings.h"

#include <QTest>

using namespace shisaku;
using namespace Qt::StringLiterals;

class TestYearCells : public QObject {
    Q_OBJECT

private slots:
    void init();
    void aBarStandsInEveryYearItCovers();
    void twoLinesAreTwoBars();
    void finerTimesAreToldBehindTheWord();
    void anOpenEndReachesEveryLaterYear();
    void aChangedLineRenamesItsBar();
    void aChangedYearIsCutOutOfALongBar();
    void anEmptiedYearLeavesTheRestOfTheBar();
    void aLineWithASymbolIsAMilestone();
    void theSameTextChangesNothing();
    void whatLiesBesideTheYearsIsNotLost();

private:
    Id<Phase> addPhase(const QString &label, const PlanTime &starts, const PlanTime &ends);
    void edit(int year, const QString &text);
    QString cell(int year) const { return yearText(yearEntries(m_plan, m_initiative, year)); }
    QStringList bars() const;

    Plan m_plan;
    Id<Measure> m_measure;
    Id<Initiative> m_initiative;
    IdSource m_ids = randomIds();
};

void TestYearCells::init()
{
    failOnWarnings();
    m_plan = Plan();
    QVERIFY(applyTo(m_plan, smallPlan(m_ids, 1)));
    m_measure = m_plan.ordered<Measure>().first()->id;
    m_initiative = m_plan.parts<&Initiative::measure>(m_measure).first()->id;
    ChangeBuilder change(u"用意"_s);
    change.remove(m_plan.parts<&Phase::initiative>(m_initiative).first()->id);
    change.set<&PlanInfo::first_year>(m_plan.info().id, PlanTime::fiscalYear(2023));
    change.set<&PlanInfo::last_year>(m_plan.info().id, PlanTime::fiscalYear(2025));
    QVERIFY(applyTo(m_plan, std::move(change).build()));
}

Id<Phase> TestYearCells::addPhase(const QString &label, const PlanTime &starts, const PlanTime &ends)
{
    const auto all = m_plan.parts<&Phase::initiative>(m_initiative);
    auto phase = made<Phase>(rankBetween(all.isEmpty() ? QString() : all.last()->position, {}));
    phase.initiative = m_initiative;
    phase.label = label;
    phase.starts = starts;
    phase.ends = ends;
    applyTo(m_plan, insertionOf(phase));
    return phase.id;
}

void TestYearCells::edit(int year, const QString &text)
{
    const ChangeSet change = yearChange(m_plan, m_initiative, year, text, m_ids);
    QVERIFY(change.title.contains(u"令和%1年度"_s.arg(year - 2018)));
    QVERIFY(applyTo(m_plan, change));
}

QStringList TestYearCells::bars() const
{
    QStringList list;
    for (const Phase *phase : m_plan.parts<&Phase::initiative>(m_initiative))
        list << u"%1 %2-%3"_s.arg(phase->label, phase->starts.toShortJapanese(), phase->ends.toShortJapanese());
    return list;
}

void TestYearCells::aBarStandsInEveryYearItCovers()
{
    addPhase(u"継続実施"_s, PlanTime::fiscalYear(2023), PlanTime::fiscalYear(2024));
    QCOMPARE(cell(2023), u"継続実施"_s);
    QCOMPARE(cell(2024), u"継続実施"_s);
    QCOMPARE(cell(2025), QString());
}

void TestYearCells::twoLinesAreTwoBars()
{
    edit(2024, u"業者選定\nR7当初予算要求"_s);
    QCOMPARE(bars(), (QStringList{u"業者選定 R6-R6"_s, u"R7当初予算要求 R6-R6"_s}));
    QCOMPARE(cell(2024), u"業者選定\nR7当初予算要求"_s);
    edit(2023, u"調査"_s);
    QCOMPARE(bars().first(), u"調査 R5-R5"_s); // earlier years come first
}

void TestYearCells::finerTimesAreToldBehindTheWord()
{
    addPhase(u"構築"_s, PlanTime::month(2023, 10), PlanTime::fiscalYear(2024));
    const auto entries = yearEntries(m_plan, m_initiative, 2023);
    QCOMPARE(entries.first().shown(), u"構築（10月から）"_s);
    QCOMPARE(entries.first().text, u"構築"_s);
    QCOMPARE(yearEntries(m_plan, m_initiative, 2024).first().shown(), u"構築"_s);
}

void TestYearCells::anOpenEndReachesEveryLaterYear()
{
    addPhase(u"運用"_s, PlanTime::fiscalYear(2024), PlanTime::open());
    QCOMPARE(cell(2023), QString());
    QCOMPARE(cell(2030), u"運用"_s);
}

void TestYearCells::aChangedLineRenamesItsBar()
{
    const Id<Phase> id = addPhase(u"検討"_s, PlanTime::fiscalYear(2023), PlanTime::fiscalYear(2023));
    edit(2023, u"調査・検討"_s);
    QCOMPARE(m_plan.rows<Phase>().size(), 1);
    QCOMPARE(m_plan.find(id)->label, u"調査・検討"_s);
}

void TestYearCells::aChangedYearIsCutOutOfALongBar()
{
    addPhase(u"運用"_s, PlanTime::fiscalYear(2023), PlanTime::open());
    edit(2024, u"更新"_s);
    QCOMPARE(cell(2023), u"運用"_s);
    QCOMPARE(cell(2024), u"更新"_s);
    QCOMPARE(cell(2025), u"運用"_s);
    QStringList sorted = bars();
    sorted.sort();
    QCOMPARE(sorted, (QStringList{u"更新 R6-R6"_s, u"運用 R5-R5"_s, u"運用 R7-～"_s}));
}

void TestYearCells::anEmptiedYearLeavesTheRestOfTheBar()
{
    addPhase(u"運用"_s, PlanTime::fiscalYear(2023), PlanTime::fiscalYear(2025));
    edit(2023, QString());
    QCOMPARE(bars(), QStringList{u"運用 R6-R7"_s});
    edit(2025, QString());
    QCOMPARE(bars(), QStringList{u"運用 R6-R6"_s});
    edit(2024, QString());
    QCOMPARE(bars(), QStringList());
}

void TestYearCells::aLineWithASymbolIsAMilestone()
{
    edit(2025, u"改修\n▲公開"_s);
    const auto milestones = m_plan.parts<&Milestone::initiative>(m_initiative);
    QCOMPARE(milestones.size(), 1);
    QCOMPARE(milestones.first()->label, u"公開"_s);
    QCOMPARE(milestones.first()->at, PlanTime::fiscalYear(2025));
    edit(2025, u"改修\n★一般公開"_s);
    QCOMPARE(m_plan.find(milestones.first()->id)->symbol, u"★"_s);
    QCOMPARE(m_plan.find(milestones.first()->id)->label, u"一般公開"_s);
}

void TestYearCells::theSameTextChangesNothing()
{
    addPhase(u"運用"_s, PlanTime::month(2023, 5), PlanTime::open());
    QVERIFY(yearChange(m_plan, m_initiative, 2023, u" 運用 \n"_s, m_ids).isEmpty());
}

void TestYearCells::whatLiesBesideTheYearsIsNotLost()
{
    addPhase(u"試行"_s, PlanTime::fiscalYear(2020), PlanTime::fiscalYear(2021));
    addPhase(u"展開"_s, PlanTime::fiscalYear(2027), PlanTime::open());
    addPhase(u"廃止"_s, PlanTime(), PlanTime());
    const YearColumns columns = YearColumns::of(m_plan);
    QCOMPARE(columns.first, 2023);
    QCOMPARE(entriesBeside(m_plan, m_initiative, columns, -1).first().shown(), u"試行（R2～R3）"_s);
    QCOMPARE(entriesBeside(m_plan, m_initiative, columns, 1).first().shown(), u"展開（R9～）"_s);
    QCOMPARE(entriesBeside(m_plan, m_initiative, columns, 0).first().shown(), u"廃止"_s);
}

QTEST_GUILESS_MAIN(TestYearCells)
#include "tst_year_cells.moc"
