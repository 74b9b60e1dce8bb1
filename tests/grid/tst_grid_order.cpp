// SPDX-License-Identifier: GPL-3.0-or-later
// Statements about a grid that is sorted, filtered, pasted into and rearranged, and about the plan below, which keeps its order.
#include "models/grid/grid_step.h"
#include "models/item/grid_model.h"
#include "tests/support/rows.h"
#include "tests/support/small_plan.h"
#include "tests/support/warnings.h"

#include <QAbstractItemModelTester>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

using namespace shisaku;
using namespace Qt::StringLiterals;

namespace {
GridShape officeShape()
{
    GridShape shape;
    shape.table = TableId::Department;
    shape.key = u"offices"_s;
    shape.columns = {fieldColumn<&Department::name>(120), fieldColumn<&Department::yomi>(120), fieldColumn<&Department::parent>(90),
                     fieldColumn<&Department::valid_from>(90)};
    shape.rows = [](const Plan &plan) { return gridRows(plan.ordered<Department>()); };
    shape.initial = {{fieldIndex<&Department::name>(), u"新しい課"_s}};
    return shape;
}

/// 取組 with their bars.
GridShape barsShape(Id<Measure> measure)
{
    GridShape shape;
    shape.table = TableId::Initiative;
    shape.columns = {fieldColumn<&Initiative::title>(120), fieldColumn<&Initiative::actor>(90)};
    shape.whole = fieldIndex<&Initiative::measure>();
    shape.initial = {{fieldIndex<&Initiative::title>(), u"新しい取組"_s}, {fieldIndex<&Initiative::measure>(), measure.row}};
    GridPart bars;
    bars.table = TableId::Phase;
    bars.whole = fieldIndex<&Phase::initiative>();
    bars.cells = {fieldCell<&Phase::label>(), GridCell()};
    shape.parts = {bars};
    shape.rows = [measure](const Plan &plan) {
        QList<GridRow> rows;
        for (const Initiative *initiative : plan.parts<&Initiative::measure>(measure)) {
            rows << GridRow{initiative->id.row};
            for (const Phase *phase : plan.parts<&Phase::initiative>(initiative->id))
                rows << GridRow{phase->id.row, 1, 1};
        }
        return rows;
    };
    return shape;
}

GridShape bodyShape()
{
    GridShape shape;
    shape.table = TableId::Body;
    shape.columns = {fieldColumn<&Body::name>(120)};
    shape.whole = fieldIndex<&Body::parent>();
    shape.nests = true;
    shape.rows = [](const Plan &plan) {
        QList<GridRow> rows;
        const std::function<void(RowId, int)> add = [&](RowId above, int level) {
            for (const Body *body : plan.ordered<Body>()) {
                if (body->parent.row != above)
                    continue;
                rows << GridRow{body->id.row, 0, level};
                add(body->id.row, level + 1);
            }
        };
        add({}, 0);
        return rows;
    };
    return shape;
}
} // namespace

class GridOrders : public QObject {
    Q_OBJECT

private slots:
    void init()
    {
        failOnWarnings();
        m_folder = std::make_unique<QTemporaryDir>();
        RowMaker maker;
        PlanInfo info;
        info.title = u"試験計画"_s;
        maker.add(info);
        for (const auto &[name, yomi] : {std::pair{u"総務課"_s, u"そうむか"_s},
                                         {u"市民課"_s, u"しみんか"_s},
                                         {u"第10課"_s, QString()},
                                         {u"第2課"_s, u"だいにか"_s}}) {
            Department office;
            office.name = name;
            office.yomi = yomi;
            maker.add(office);
        }
        Measure measure;
        measure.number = u"1"_s;
        measure.title = u"施策"_s;
        m_measure = maker.add(measure);
        for (const QString &title : {u"乙"_s, u"甲"_s}) {
            Initiative initiative;
            initiative.measure = m_measure;
            initiative.title = title;
            const Id<Initiative> id = maker.add(initiative);
            for (const QString &label : {u"運用"_s, u"検討"_s}) {
                Phase phase;
                phase.initiative = id;
                phase.label = label;
                maker.add(phase);
            }
        }
        for (const QString &name : {u"本部"_s, u"部会"_s, u"班"_s}) {
            Body body;
            body.name = name;
            maker.add(body);
        }
        m_path = m_folder->filePath(u"計画.dxplan"_s);
        QVERIFY(PlanDocument::create(m_path, std::move(maker).change(), testEnvironment()));
        auto opened = PlanDocument::open(m_path, testEnvironment());
        QVERIFY(opened);
        m_document = std::move(*opened);
    }

    void cleanup() { m_document.reset(); }

    void sortingShowsAnotherOrderAndLeavesThePlanAsItIs()
    {
        GridModel model(m_document.get(), officeShape());
        const QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
        const Digest before = m_document->digest();
        model.setOrder({0, false, {}});
        QCOMPARE(column(model, 0), (QStringList{u"市民課"_s, u"第2課"_s, u"第10課"_s, u"総務課"_s}));
        model.setOrder({0, true, {}});
        QCOMPARE(column(model, 0), (QStringList{u"総務課"_s, u"第10課"_s, u"第2課"_s, u"市民課"_s}));
        model.setOrder({});
        QCOMPARE(column(model, 0), (QStringList{u"総務課"_s, u"市民課"_s, u"第10課"_s, u"第2課"_s}));
        QCOMPARE(m_document->digest(), before);
    }

    void emptyCellsStandLastEitherWay()
    {
        GridModel model(m_document.get(), officeShape());
        model.setOrder({1, false, {}});
        QCOMPARE(model.index(3, 0).data().toString(), u"第10課"_s);
        model.setOrder({1, true, {}});
        QCOMPARE(model.index(3, 0).data().toString(), u"第10課"_s);
    }

    void aFilterKeepsWhatIsTicked()
    {
        GridModel model(m_document.get(), officeShape());
        const QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
        model.setOrder({-1, false, {{1, {QString()}}}});
        QCOMPARE(column(model, 0), QStringList{u"第10課"_s});
        const QList<ColumnValue> values = model.valuesOf(1);
        QCOMPARE(values.size(), 4);
        QCOMPARE(values.last().text, QString());
        model.setOrder({});
        QCOMPARE(model.recordCount(), 4);
    }

    void whatIsEditedStaysWhereItIsUntilTheOrderIsAppliedAgain()
    {
        GridModel model(m_document.get(), officeShape());
        const QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
        model.setOrder({0, false, {}});
        QVERIFY(model.setData(model.index(0, 0), u"農林課"_s));
        QVERIFY(m_document->flush());
        QCOMPARE(column(model, 0), (QStringList{u"農林課"_s, u"第2課"_s, u"第10課"_s, u"総務課"_s}));
        model.applyOrder();
        QCOMPARE(column(model, 0), (QStringList{u"第2課"_s, u"第10課"_s, u"総務課"_s, u"農林課"_s}));
    }

    void aNewRowStaysBehindTheOneItWasAddedAt()
    {
        GridModel model(m_document.get(), officeShape());
        const QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
        model.setOrder({-1, false, {{0, {u"市民課"_s, u"第2課"_s}}}});
        QCOMPARE(model.recordCount(), 2);
        const RowId id = model.addRecord(0);
        QVERIFY(m_document->flush());
        QCOMPARE(model.rowOf(id), 1); // though the filter does not know it
        model.applyOrder();
        QCOMPARE(model.rowOf(id), -1);
    }

    void aRowIsNotMovedWhileTheGridIsSorted()
    {
        GridModel model(m_document.get(), officeShape());
        QSignalSpy refused(&model, &GridModel::refused);
        model.setOrder({0, false, {}});
        model.moveRecords({0}, 1);
        QCOMPARE(refused.size(), 1);
        QVERIFY(refused.first().first().value<Error>().what.contains(u"並べ替え"_s));
        model.setOrder({});
        model.moveRecords({0}, 1);
        QVERIFY(m_document->flush());
        QCOMPARE(column(model, 0), (QStringList{u"市民課"_s, u"総務課"_s, u"第10課"_s, u"第2課"_s}));
    }

    void rowsThatAreChosenMoveTogether()
    {
        GridModel model(m_document.get(), officeShape());
        const QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
        model.moveRecords({0, 1}, 1);
        QVERIFY(m_document->flush());
        QCOMPARE(column(model, 0), (QStringList{u"第10課"_s, u"総務課"_s, u"市民課"_s, u"第2課"_s}));
        model.moveRecords({1, 2}, -1);
        QVERIFY(m_document->flush());
        QCOMPARE(column(model, 0), (QStringList{u"総務課"_s, u"市民課"_s, u"第10課"_s, u"第2課"_s}));
        const Digest before = m_document->digest();
        model.moveRecords({0, 1}, -1); // the first cannot go on
        QVERIFY(m_document->flush());
        QCOMPARE(m_document->digest(), before);
    }

    void headingsOfABlockSayWhereItsCellsBelong()
    {
        GridModel model(m_document.get(), officeShape());
        const QString name = fieldLabel(fieldOf<&Department::name>());
        const QString yomi = fieldLabel(fieldOf<&Department::yomi>());
        QVERIFY(model.paste(2, {0, 1, 2, 3},
                            {{yomi, name}, {u"こうか"_s, u"甲課"_s}, {u"おつか"_s, u"乙課"_s}, {u"へいか"_s, u"丙課"_s}}));
        QVERIFY(m_document->flush());
        QCOMPARE(column(model, 0), (QStringList{u"総務課"_s, u"市民課"_s, u"甲課"_s, u"乙課"_s, u"丙課"_s}));
        QCOMPARE(model.index(4, 1).data().toString(), u"へいか"_s);
    }

    void aPasteIntoAFilteredGridTouchesOnlyWhatIsSeen()
    {
        GridModel model(m_document.get(), officeShape());
        model.setOrder({-1, false, {{0, {u"総務課"_s, u"第2課"_s}}}});
        QVERIFY(model.paste(0, {1}, {{u"あ"_s}, {u"い"_s}}));
        QVERIFY(m_document->flush());
        model.setOrder({});
        QCOMPARE(column(model, 1), (QStringList{u"あ"_s, u"しみんか"_s, QString(), u"い"_s}));
    }

    void linesTooManyForAFilteredGridAreRefusedAndNothingIsChanged()
    {
        GridModel model(m_document.get(), officeShape());
        QSignalSpy refused(&model, &GridModel::refused);
        model.setOrder({-1, false, {{0, {u"総務課"_s}}}});
        const Digest before = m_document->digest();
        model.paste(0, {1}, {{u"あ"_s}, {u"い"_s}});
        QVERIFY(m_document->flush());
        QCOMPARE(refused.size(), 1);
        QVERIFY(refused.first().first().value<Error>().remedy.contains(u"絞り込み"_s));
        QCOMPARE(m_document->digest(), before);
    }

    void linesBeyondTheEndBecomeRows()
    {
        GridModel model(m_document.get(), officeShape());
        const QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
        QVERIFY(model.paste(
            3, {0, 1, 2},
            {{u"第2課"_s, u"だいにか"_s}, {}, {u"情報部"_s, QString()}, {u"情報課"_s, u"じょうほうか"_s, u"情報部"_s}}));
        QVERIFY(m_document->flush());
        QCOMPARE(column(model, 0), (QStringList{u"総務課"_s, u"市民課"_s, u"第10課"_s, u"第2課"_s, u"情報部"_s, u"情報課"_s}));
        QCOMPARE(model.index(5, 2).data().toString(), u"情報部"_s); // known from the line before
        m_document->undo();
        QVERIFY(m_document->flush());
        QCOMPARE(model.recordCount(), 4); // one step
    }

    void manyNewRowsGetShortPlaces()
    {
        GridModel model(m_document.get(), officeShape());
        QList<QStringList> lines;
        for (int i = 0; i < 500; ++i)
            lines << QStringList{u"課%1"_s.arg(i)};
        QVERIFY(model.paste(4, {0}, lines));
        QVERIFY(m_document->flush());
        QCOMPARE(model.recordCount(), 504);
        qsizetype longest = 0;
        for (const Department *office : m_document->plan().ordered<Department>())
            longest = std::max(longest, office->position.size());
        QVERIFY2(longest < 20, qPrintable(QString::number(longest)));
        QCOMPARE(model.index(503, 0).data().toString(), u"課499"_s);
    }

    void aPasteThatCannotBeReadNamesLineAndColumn()
    {
        GridModel model(m_document.get(), officeShape());
        QSignalSpy refused(&model, &GridModel::refused);
        const Digest before = m_document->digest();
        model.paste(0, {0, 3}, {{u"甲課"_s, u"R5.4"_s}, {u"乙課"_s, u"いつか"_s}});
        QVERIFY(m_document->flush());
        QCOMPARE(refused.size(), 1);
        const QString what = refused.first().first().value<Error>().what;
        QVERIFY2(what.contains(u"2行目"_s) && what.contains(fieldLabel(fieldOf<&Department::valid_from>())), qPrintable(what));
        QCOMPARE(m_document->digest(), before);
    }

    void partsStayBelowTheirWhole()
    {
        GridModel model(m_document.get(), barsShape(m_measure));
        const QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
        QCOMPARE(column(model, 0), (QStringList{u"乙"_s, u"運用"_s, u"検討"_s, u"甲"_s, u"運用"_s, u"検討"_s}));
        model.setOrder({0, true, {}});
        QCOMPARE(column(model, 0), (QStringList{u"甲"_s, u"運用"_s, u"検討"_s, u"乙"_s, u"運用"_s, u"検討"_s}));
        QCOMPARE(model.index(0, 0).data(GridModel::LevelRole).toInt(), 0);
        QCOMPARE(model.index(1, 0).data(GridModel::LevelRole).toInt(), 1);
        model.setOrder({-1, false, {{0, {u"検討"_s}}}});
        QCOMPARE(column(model, 0), (QStringList{u"乙"_s, u"検討"_s, u"甲"_s, u"検討"_s}));
        model.setOrder({-1, false, {{0, {u"甲"_s}}}});
        QCOMPARE(column(model, 0), (QStringList{u"甲"_s, u"運用"_s, u"検討"_s}));
    }

    void aPartIsAddedBelowTheRowThatIsCurrent()
    {
        GridModel model(m_document.get(), barsShape(m_measure));
        const QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
        const RowId behind = model.addRecord(1, 1);
        QVERIFY(m_document->flush());
        QCOMPARE(model.rowOf(behind), 2);
        const RowId last = model.addRecord(0, 1);
        QVERIFY(m_document->flush());
        QCOMPARE(model.rowOf(last), 4);
        const RowId whole = model.addRecord(2, 0); // beside the 取組 that the bar belongs to
        QVERIFY(m_document->flush());
        QCOMPARE(model.rowOf(whole), 5);
    }

    void aTextForACellThatARowDoesNotHaveIsRefused()
    {
        GridModel model(m_document.get(), barsShape(m_measure));
        QSignalSpy refused(&model, &GridModel::refused);
        const Digest before = m_document->digest();
        model.paste(0, {0, 1}, {{u"丙"_s, u"市"_s}, {u"試行"_s, u"市"_s}});
        QVERIFY(m_document->flush());
        QCOMPARE(refused.size(), 1);
        QCOMPARE(m_document->digest(), before);
    }

    void rowsNestBelowTheOneAboveAndComeOutAgain()
    {
        GridModel model(m_document.get(), bodyShape());
        const QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
        model.nestRecord(1, 1);
        QVERIFY(m_document->flush());
        QCOMPARE(levels(model), (QList<int>{0, 1, 0}));
        model.nestRecord(2, 1);
        QVERIFY(m_document->flush());
        QCOMPARE(levels(model), (QList<int>{0, 1, 1}));
        model.nestRecord(1, -1);
        QVERIFY(m_document->flush());
        QCOMPARE(column(model, 0), (QStringList{u"本部"_s, u"班"_s, u"部会"_s}));
        QCOMPARE(levels(model), (QList<int>{0, 1, 0}));
    }

    void oneTextIntoManyCellsIsOneInputAndStaysWhereItIsRefused()
    {
        GridModel model(m_document.get(), officeShape());
        model.typeIntoAll({model.index(1, 3), model.index(2, 3)}, u"いつか"_s);
        QVERIFY(m_document->flush());
        QCOMPARE(m_document->unsaved().count(), 1);
        QCOMPARE(m_document->unsaved().refused().first().place.more, 1);
        QCOMPARE(model.index(1, 3).data().toString(), u"いつか"_s);
        QVERIFY(!model.index(1, 3).data(GridModel::RefusedRole).toString().isEmpty());
        QCOMPARE(model.index(2, 3).data().toString(), QString());
        QVERIFY(model.index(2, 3).data(GridModel::RefusedRole).toString().isEmpty());
        model.typeIntoAll({model.index(1, 3), model.index(2, 3)}, u"令和5年4月"_s);
        QVERIFY(m_document->flush());
        QCOMPARE(model.index(2, 3).data().toString(), u"R5.4"_s);
        m_document->undo();
        QVERIFY(m_document->flush());
        QCOMPARE(model.index(1, 3).data().toString(), QString());
        QCOMPARE(model.index(2, 3).data().toString(), QString());
    }

    void aTextForManyCellsIsMendedInTheFirstOfThem()
    {
        GridModel model(m_document.get(), officeShape());
        model.typeIntoAll({model.index(1, 3), model.index(2, 3)}, u"いつか"_s);
        QVERIFY(m_document->flush());
        QVERIFY(model.setData(model.index(1, 3), u"R6.4"_s));
        QVERIFY(m_document->flush());
        QVERIFY(!m_document->unsaved().find(model.placeOf(model.index(1, 3))));
        m_document->unsaved().retry();
        QVERIFY(m_document->flush());
        QCOMPARE(model.index(1, 3).data().toString(), u"R6.4"_s);
        QVERIFY(model.index(1, 3).data(GridModel::RefusedRole).toString().isEmpty());
    }

    void aDoubtAboutARowStandsOnceAtItsFirstCell()
    {
        GridShape shape = officeShape();
        GridCell composed;
        composed.text = [](const Plan &, RowId) { return u"課"_s; };
        shape.columns.prepend(composedColumn(u"種別"_s, 50, composed));
        shape.columns << composedColumn(u"区分"_s, 50, composed);
        GridModel model(m_document.get(), shape);
        auto ofRow = made<Annotation>();
        ofRow.table = u"department"_s;
        ofRow.row = model.recordAt(1);
        ofRow.kind = u"要原典確認"_s;
        ofRow.text = u"行が薄い。"_s;
        auto ofField = ofRow;
        ofField.id = made<Annotation>().id;
        ofField.field = u"yomi"_s;
        ofField.text = u"よみが薄い。"_s;
        QVERIFY(m_document->apply(insertionOf(ofRow, ofField)));
        const auto doubt = [&](int column) { return model.index(1, column).data(GridModel::DoubtRole).toString(); };
        QCOMPARE(doubt(0), u"要原典確認：行が薄い。"_s);
        QCOMPARE(doubt(1), QString());
        QCOMPARE(doubt(2), u"要原典確認：よみが薄い。"_s);
        QCOMPARE(doubt(5), QString());
    }

    void aRowThatAnotherOneNamesIsToldThere()
    {
        GridModel model(m_document.get(), officeShape());
        ChangeBuilder change(u"上位の部署"_s);
        change.set<&Department::parent>(Id<Department>(model.recordAt(2)), Id<Department>(model.recordAt(0)));
        QVERIFY(m_document->apply(std::move(change).build()));
        QStringList seen = column(model, 2);
        connect(&model, &QAbstractItemModel::dataChanged, this, [&](const QModelIndex &from, const QModelIndex &to) {
            for (int row = from.row(); row <= to.row(); ++row)
                seen[row] = model.index(row, 2).data().toString();
        });
        QVERIFY(model.setData(model.index(0, 0), u"総務部"_s));
        QVERIFY(m_document->flush());
        QCOMPARE(seen.at(2), u"総務部"_s);
        QCOMPARE(seen, column(model, 2));
    }

    void aHeadFollowsThePlan()
    {
        GridShape shape = officeShape();
        shape.columns[0].head = [](const Plan &plan) { return u"部署%1"_s.arg(plan.rows<Department>().size()); };
        GridModel model(m_document.get(), shape);
        const auto head = [&] { return model.headerData(0, Qt::Horizontal).toString(); };
        QCOMPARE(head(), u"部署4"_s);
        QSignalSpy told(&model, &QAbstractItemModel::headerDataChanged);
        model.addRecord();
        QVERIFY(m_document->flush());
        QCOMPARE(head(), u"部署5"_s);
        QCOMPARE(told.size(), 1);
    }

    void aPartOfAStepThatDoesNotFitIsRefused()
    {
        GridStep step(m_document->plan());
        const auto removal = [id = m_measure] { return std::move(ChangeBuilder(u"削除"_s).remove(id)).build(); };
        QVERIFY(step.take(removal()));
        const auto again = step.take(removal());
        QVERIFY(!again);
        QVERIFY(!again.error().what.isEmpty());
    }

    void anOlderInputNeverComesBackOverANewerOne()
    {
        GridModel model(m_document.get(), officeShape());
        model.typeIntoAll({model.index(0, 3), model.index(1, 3), model.index(2, 3)}, u"いつか"_s);
        QVERIFY(m_document->flush());
        QVERIFY(model.setData(model.index(1, 3), u"令和6年4月"_s));
        QVERIFY(m_document->flush());
        QCOMPARE(model.index(1, 3).data().toString(), u"R6.4"_s);
        QVERIFY(model.paste(0, {3}, {{u"令和5年4月"_s}}));
        QVERIFY(m_document->flush());
        m_document->unsaved().retry();
        QVERIFY(m_document->flush());
        QCOMPARE(model.index(0, 3).data().toString(), u"R5.4"_s);
        QCOMPARE(model.index(1, 3).data().toString(), u"R6.4"_s);
        QCOMPARE(model.index(2, 3).data().toString(), u"いつか"_s); // still to be mended
        QCOMPARE(m_document->unsaved().count(), 1);
    }

    void cellsBeyondTheLastColumnAreNotDropped()
    {
        GridModel model(m_document.get(), officeShape());
        QSignalSpy refused(&model, &GridModel::refused);
        const Digest before = m_document->digest();
        model.paste(0, {3}, {{u"R5.4"_s, u"余り"_s}});
        QVERIFY(m_document->flush());
        QCOMPARE(refused.size(), 1);
        QCOMPARE(m_document->digest(), before);
    }

    void fillingAcrossColumnsCopiesWhatIsShown()
    {
        GridShape shape = officeShape();
        shape.columns = {fieldColumn<&Department::parent>(90), fieldColumn<&Department::yomi>(90)};
        GridModel model(m_document.get(), shape);
        QVERIFY(model.setData(model.index(1, 0), u"総務課"_s));
        QVERIFY(m_document->flush());
        model.fill({model.index(1, 0), model.index(1, 1)}, Qt::Horizontal);
        QVERIFY(m_document->flush());
        QCOMPARE(model.index(1, 1).data().toString(), u"総務課"_s);
    }

    void rowsAreNotMovedPastOnesThatAreNotSeen()
    {
        GridModel model(m_document.get(), officeShape());
        QSignalSpy refused(&model, &GridModel::refused);
        model.setOrder({-1, false, {{0, {u"総務課"_s, u"第2課"_s}}}});
        const Digest before = m_document->digest();
        model.moveRecords({0}, 1);
        QVERIFY(m_document->flush());
        QCOMPARE(refused.size(), 1);
        QCOMPARE(m_document->digest(), before);
    }

    void figuresInTextsAreComparedAsNumbers_data()
    {
        QTest::addColumn<QString>("less");
        QTest::addColumn<QString>("more");
        QTest::newRow("numbers") << u"施策2"_s << u"施策10"_s;
        QTest::newRow("full width") << u"施策２"_s << u"施策10"_s;
        QTest::newRow("parts") << u"1-2"_s << u"1-10"_s;
        QTest::newRow("signs") << u"1-2-①"_s << u"1-2-②"_s;
        QTest::newRow("shorter") << u"1-2"_s << u"1-2-1"_s;
        QTest::newRow("zeros") << u"007"_s << u"8"_s;
    }

    void figuresInTextsAreComparedAsNumbers()
    {
        QFETCH(const QString, less);
        QFETCH(const QString, more);
        QVERIFY(naturallyLess(less, more));
        QVERIFY(!naturallyLess(more, less));
        QVERIFY(!naturallyLess(less, less));
    }

private:
    static QStringList column(const GridModel &model, int column)
    {
        QStringList texts;
        for (int row = 0; row < model.recordCount(); ++row)
            texts << model.index(row, column).data().toString();
        return texts;
    }
    static QList<int> levels(const GridModel &model)
    {
        QList<int> levels;
        for (int row = 0; row < model.recordCount(); ++row)
            levels << model.index(row, 0).data(GridModel::LevelRole).toInt();
        return levels;
    }

    std::unique_ptr<QTemporaryDir> m_folder;
    QString m_path;
    std::unique_ptr<PlanDocument> m_document;
    Id<Measure> m_measure;
};

QTEST_GUILESS_MAIN(GridOrders)
#include "tst_grid_order.moc"
