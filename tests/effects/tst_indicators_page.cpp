// SPDX-License-Identifier: GPL-3.0-or-later
// Statements about the page 指標: what is set and what is not, the values of the chosen one, coverage per aim.
#include "models/grid/indicator_shapes.h"
#include "models/plan/rank.h"
#include "tests/support/effects_plan.h"
#include "tests/support/rows.h"
#include "tests/support/samples.h"
#include "tests/support/warnings.h"
#include "views/effects/indicators_page.h"

#include <QAbstractItemModelTester>
#include <QApplication>
#include <QComboBox>
#include <QSignalSpy>
#include <QTabBar>
#include <QTemporaryDir>
#include <QTest>

using namespace shisaku;
using namespace Qt::StringLiterals;

namespace {
/// The plan of the tests with one aim for its first measure and one without measures.
ChangeSet planWithAims()
{
    const ChangeSet base = effectsPlan(randomIds());
    Plan plan;
    if (!applyTo(plan, base))
        qFatal("the plan of the tests does not fit");
    ChangeBuilder change(u"目指す姿を追加"_s);
    auto aims = made<Classification>();
    aims.key = u"aim"_s;
    aims.title = u"目指す姿"_s;
    change.insert(aims);
    QString position;
    for (const QString &title : {u"便利なまち"_s, u"安全なまち"_s}) {
        Category aim;
        aim.id = Id<Category>(randomIds()());
        position = rankBetween(position, {});
        aim.position = position;
        aim.classification = aims.id;
        aim.title = title;
        change.insert(aim);
        if (title != u"便利なまち")
            continue;
        auto membership = made<Membership>();
        membership.measure = plan.ordered<Measure>().first()->id;
        membership.category = aim.id;
        membership.home = true;
        change.insert(membership);
    }
    return merged({base, std::move(change).build()});
}
} // namespace

class TestIndicatorsPage : public QObject {
    Q_OBJECT

private slots:
    void init()
    {
        failOnWarnings();
        const QString path = m_folder.filePath(u"%1.dxplan"_s.arg(++m_files));
        m_document = documentOf(planWithAims(), path);
        m_page = std::make_unique<IndicatorsPage>(m_document.get());
        m_page->resize(1180, 820);
        m_page->show();
        QVERIFY(QTest::qWaitForWindowExposed(m_page.get()));
    }
    void cleanup()
    {
        m_page.reset();
        m_document.reset();
    }

    void onlyThePlanSaysWhatIsNotSet()
    {
        const QAbstractItemModelTester tester(model());
        QCOMPARE(model()->recordCount(), 7);
        QCOMPARE(cell(0, Baseline), u"38（R3.11）"_s);
        QCOMPARE(cell(0, Target), u"100（R5.3）"_s);
        QCOMPARE(cell(1, Actual), u"79.1（R6.10）"_s);
        QCOMPARE(cell(1, Target), QString()); // the document names none, nor does it say that none is set
        QCOMPARE(cell(2, Target), u"約791（R12）"_s);
        QCOMPARE(cell(3, Target), u"今後設定する"_s);
        QCOMPARE(cell(4, 0), u"計画全体"_s);
        QCOMPARE(cell(4, Target), QString()); // a statistic has no target
    }

    void onlyThoseWithoutTargetCanBeShown()
    {
        m_page->findChild<QComboBox *>()->setCurrentIndex(static_cast<int>(IndicatorChoice::WithoutTarget));
        QCOMPARE(model()->recordCount(), 2);
    }

    void theChosenOneShowsItsValuesAndItsChart()
    {
        QSignalSpy chosen(m_page.get(), &IndicatorsPage::measureChosen);
        m_page->indicators()->grid()->setCurrentRecord(model()->recordAt(2));
        QCOMPARE(chosen.size(), 1);
        QCOMPARE(m_page->values()->model()->recordCount(), 2);
        m_page->chart()->view()->grab();
        QCOMPARE(m_page->chart()->view()->chart()->data().title, u"二酸化炭素の排出量"_s);
        QVERIFY(m_page->values()->model()->setData(m_page->values()->model()->index(1, 2), u"700"_s));
        QVERIFY(m_document->flush().ok());
        QCOMPARE(cell(2, Target), u"約700（R12）"_s);
        QCOMPARE(m_page->chart()->view()->chart()->data().lines.first().points.last().label, u"約700"_s);
    }

    void theMeasureOfAnIndicatorIsNamedByNumberTitleOrBoth()
    {
        const Plan &plan = m_document->plan();
        const auto measures = plan.ordered<Measure>();
        const Id<Indicator> last(model()->recordAt(6));
        const auto measureOf = [&] { return plan.find(last)->measure; };
        const auto enter = [&](const QString &typed) {
            model()->setData(model()->index(model()->rowOf(last.row), 0), typed);
            QVERIFY(m_document->flush().ok());
        };
        QVERIFY(measureOf().isNull());
        for (const QString &typed : {u"2"_s, u"２"_s, u"施策名2"_s, u"2　施策名2"_s, u"2 施策名２"_s}) {
            enter(u"計画全体"_s); // as the cell shows it, and as it is copied
            QVERIFY(measureOf().isNull());
            enter(typed);
            QVERIFY2(measureOf() == measures[1]->id, qPrintable(typed));
        }
        for (const QString &typed : {u"3"_s, u"施策名"_s, u"2　施策名1"_s}) {
            enter(typed);
            QVERIFY2(model()->index(model()->rowOf(last.row), 0).data(GridModel::RefusedRole).toString().contains(typed),
                     qPrintable(typed));
            QVERIFY(measureOf() == measures[1]->id);
            m_document->unsaved().dropAll();
        }
        // Two of one name: who is meant is asked.
        ChangeBuilder change(u"同じ名"_s);
        change.set<&Measure::title>(measures[0]->id, u"施策名2"_s);
        QVERIFY(m_document->apply(std::move(change).build()).ok());
        enter(u"施策名2"_s);
        QVERIFY(model()
                    ->index(model()->rowOf(last.row), 0)
                    .data(GridModel::RefusedRole)
                    .toString()
                    .contains(u"1　施策名2、2　施策名2"_s));
    }

    void valuesAreTypedWithTheUnitOfTheirIndicator()
    {
        GridModel rates(m_document.get(), indicatorValueShape(Id<Indicator>(model()->recordAt(1))));  // ％
        GridModel people(m_document.get(), indicatorValueShape(Id<Indicator>(model()->recordAt(3)))); // 人
        QSignalSpy refused(&people, &GridModel::refused);
        QVERIFY(rates.setData(rates.index(0, 2), u"44.7%"_s));
        QVERIFY(m_document->flush().ok());
        QVERIFY(!rates.setData(rates.index(1, 2), u"1,200人"_s));
        QVERIFY(people.paste(0, {0, 1, 2}, {{u"R7"_s, u"目標"_s, u"1,200人"_s}, {u"R8"_s, u"目標"_s, u"▲ 1,300"_s}}));
        QVERIFY(m_document->flush().ok());
        QCOMPARE(rates.index(0, 2).data().toString(), u"44.7"_s);
        QCOMPARE(people.index(0, 2).data().toString() + u'/' + people.index(1, 2).data().toString(), u"1,200/-1,300"_s);
        QVERIFY(refused.isEmpty());
        QVERIFY(!people.paste(2, {0, 1, 2}, {{u"R9"_s, u"目標"_s, u"44.7%"_s}}));
        QVERIFY(refused.first().first().value<Error>().what.contains(u"貼り付けの1行目「値」"_s));
    }

    void everyAimTellsHowFarItIsCovered()
    {
        const Plan &plan = m_document->plan();
        const auto roots = plan.roots(plan.ordered<Classification>().first()->id);
        const IndicatorCoverage covered = coverageOf(plan, roots.first()->id);
        QCOMPARE(covered.measures, 1);
        QCOMPARE(covered.withIndicator, 1);
        QCOMPARE(covered.withTarget, 1);
        QCOMPARE(coverageOf(plan, roots.last()->id).measures, 0);
        GridModel coverage(m_document.get(), coverageShape());
        coverage.removeRecords({0}); // an aim is not removed where it is only counted
        QVERIFY(m_document->flush().ok());
        QCOMPARE(coverage.recordCount(), 2);
    }

private:
    enum Column { Baseline = 4, Actual, Target };

    GridModel *model() const { return m_page->indicators()->model(); }
    QString cell(int row, int column) const { return model()->index(row, column).data().toString(); }

    QTemporaryDir m_folder;
    int m_files = 0;
    std::unique_ptr<PlanDocument> m_document;
    std::unique_ptr<IndicatorsPage> m_page;
};

QTEST_MAIN(TestIndicatorsPage)
#include "tst_indicators_page.moc"
