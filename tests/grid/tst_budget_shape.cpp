// SPDX-License-Identifier: GPL-3.0-or-later
// Statements about the grid of budgets: whose a new row is, what is read from a spreadsheet, and what is added up.
#include "models/change/prepare.h"
#include "models/grid/budget_shape.h"
#include "models/grid/grid_changes.h"
#include "models/grid/grid_order.h"
#include "tests/support/rows.h"
#include "tests/support/warnings.h"

#include <QTest>

using namespace shisaku;
using namespace Qt::StringLiterals;

class TestBudgetShape : public QObject {
    Q_OBJECT

private slots:
    void init()
    {
        failOnWarnings();
        m_plan = planWithMeasures(12);
    }

    void aNewRowIsOfTheMeasureAboveIt()
    {
        const QList<const Measure *> measures = m_plan.ordered<Measure>();
        const RowId first = added({});
        QCOMPARE(at(0)->measure, measures[0]->id); // there is no row above it
        QCOMPARE(at(0)->stage, u"当初"_s);
        typed(0, MeasureColumn, u"2"_s);
        const RowId last = added(first);
        QCOMPARE(at(1)->measure, measures[1]->id);
        typed(1, MeasureColumn, u"3"_s);
        const RowId between = added(first);
        QCOMPARE(rows(), (QList<RowId>{first, between, last}));
        QCOMPARE(at(1)->measure, measures[1]->id);
    }

    void aRowNeedsAMeasure()
    {
        const Plan empty = planWithMeasures(0);
        const auto wanted = rowAdded(empty, m_shape, 0, m_ids(), {}, m_ids);
        QVERIFY(wanted);
        const auto change = prepare(empty, *wanted);
        QVERIFY(!change);
        QVERIFY2(change.error().what.contains(u"施策"_s), qPrintable(change.error().message()));
    }

    void aBlockFromASpreadsheetIsReadAsOfficesWriteIt()
    {
        paste({{u"10　施策10"_s, u"令和6年度"_s, u"当初"_s, u"12,500千円"_s, u"一般財源"_s},
               {u"施策2"_s, u"R7"_s, u"要求"_s, u"▲ 1,200"_s},
               {u"2"_s, u"R7"_s, u"決算"_s, u"－"_s},
               {QString(), QString()}});
        QCOMPARE(shown(0), (QStringList{u"10　施策10"_s, u"R6"_s, u"当初"_s, u"12,500"_s, u"一般財源"_s}));
        QCOMPARE(at(1)->amount, std::optional<qint64>(-1200));
        QCOMPARE(shown(1).value(3), u"△1,200"_s); // as in the totals
        QCOMPARE(at(1)->measure, at(2)->measure);
        QCOMPARE(at(2)->amount, std::nullopt);
        QCOMPARE(rows().size(), 3);
    }

    void aBlockThatNamesNoMeasureOfThePlanIsRefused()
    {
        const auto change = blockPasted(m_plan, m_shape, {{}, {MeasureColumn, Year}, {{u"1"_s, u"R6"_s}, {u"海底都市"_s, u"R6"_s}}},
                                        m_ids);
        QVERIFY(!change);
        QVERIFY2(change.error().what.contains(u"貼り付けの2行目「施策」"_s), qPrintable(change.error().what));
    }

    void everyStageThatOccursHasATotalOfWhatIsKnown()
    {
        QVERIFY(totals().isEmpty());
        paste({{u"1"_s, u"R6"_s, u"決算"_s, u"90"_s},
               {u"1"_s, u"R6"_s, u"当初"_s, u"100"_s},
               {u"2"_s, u"R6"_s, u"当初"_s, QString()},
               {u"3"_s, u"R7"_s, u"当初"_s, u"1,900"_s},
               {u"3"_s, u"R8"_s, u"当初"_s, QString()},
               {u"3"_s, u"R8"_s, u"要求"_s, QString()}});
        QCOMPARE(totals(), (QStringList{u"合計（要求、未記入1件を除く） "_s, u"合計（当初、未記入2件を除く） 2,000"_s,
                                        u"合計（決算） 90"_s}));
        // What is looked at is added up, no more.
        QCOMPARE(totalsOf({rows()[1], rows()[2]}), QStringList{u"合計（当初、未記入1件を除く） 100"_s});
        typed(2, Stage, QString());
        QCOMPARE(totals().last(), u"合計（段階の記載なし、未記入1件を除く） "_s);
    }

    void measuresAreSortedByTheirNumbers()
    {
        paste({{u"10"_s}, {u"施策2"_s}, {u"1"_s}});
        QStringList names;
        for (const GridRow &row : ordered(m_plan, m_shape, m_shape.rows(m_plan), {MeasureColumn, false, {}}))
            names << cellText(m_plan, m_shape, {row, MeasureColumn});
        QCOMPARE(names, (QStringList{u"1　施策1"_s, u"2　施策2"_s, u"10　施策10"_s}));
    }

    void aThousandRowsStayInTheOrderOfTheBlock()
    {
        QList<QStringList> block;
        for (int i = 0; i < 1000; ++i)
            block << QStringList{u"1"_s, u"R6"_s, u"当初"_s, QString::number(i)};
        paste(block);
        QCOMPARE(rows().size(), 1000);
        QCOMPARE(totals(), QStringList{u"合計（当初） 499,500"_s});
        QCOMPARE(at(999)->amount, std::optional<qint64>(999)); // in the order of the block
    }

    void theTotalOfRowsThatHaveGoneIsNone() { QCOMPARE(totalsOf({m_ids()}), QStringList()); }

private:
    enum Column { MeasureColumn, Year, Stage, Amount, Funds };

    static Plan planWithMeasures(int count)
    {
        RowMaker maker;
        PlanInfo info;
        info.title = u"計画"_s;
        maker.add(info);
        for (int i = 1; i <= count; ++i) {
            Measure measure;
            measure.number = QString::number(i);
            measure.title = u"施策%1"_s.arg(i);
            maker.add(measure);
        }
        return std::move(maker).plan();
    }
    QList<RowId> rows() const
    {
        QList<RowId> ids;
        for (const GridRow &row : m_shape.rows(m_plan))
            ids << row.id;
        return ids;
    }
    const Budget *at(int row) const { return m_plan.find(Id<Budget>(rows().at(row))); }
    QStringList shown(int row) const
    {
        QStringList cells;
        for (int column = 0; column < m_shape.columns.size(); ++column)
            cells << cellText(m_plan, m_shape, {GridRow{rows().at(row)}, column});
        return cells;
    }
    QStringList totalsOf(const QList<RowId> &ids) const
    {
        QStringList said;
        for (const GridTotal &total : m_shape.totals(m_plan, ids))
            said << total.cells.at(MeasureColumn) + u' ' + total.cells.at(Amount);
        return said;
    }
    QStringList totals() const { return totalsOf(rows()); }
    void take(const Result<ChangeSet> &wanted)
    {
        QVERIFY2(wanted, wanted ? "" : qPrintable(wanted.error().message()));
        const auto change = prepare(m_plan, *wanted);
        QVERIFY2(change, change ? "" : qPrintable(change.error().message()));
        QVERIFY(applyTo(m_plan, *change));
    }
    RowId added(RowId beside)
    {
        const RowId id = m_ids();
        take(rowAdded(m_plan, m_shape, 0, id, beside, m_ids));
        return id;
    }
    void typed(int row, int column, const QString &text)
    {
        take(typedInto(m_plan, m_shape, {GridRow{rows().at(row)}, column}, text, m_ids));
    }
    void paste(const QList<QStringList> &cells)
    {
        take(blockPasted(m_plan, m_shape, {{}, {MeasureColumn, Year, Stage, Amount, Funds}, cells}, m_ids));
    }

    const GridShape m_shape = budgetShape();
    const IdSource m_ids = randomIds();
    Plan m_plan;
};

QTEST_GUILESS_MAIN(TestBudgetShape)
#include "tst_budget_shape.moc"
