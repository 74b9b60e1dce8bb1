// SPDX-License-Identifier: GPL-3.0-or-later
// Statements about the grids of results, budgets and indicators: whatever changes in the plan, they show what it holds.
#include "models/grid/budget_shape.h"
#include "models/grid/effect_shapes.h"
#include "models/grid/indicator_shapes.h"
#include "models/grid/measure_list_shape.h"
#include "models/grid/settings_shapes.h"
#include "models/item/grid_model.h"
#include "tests/support/effects_plan.h"
#include "tests/support/random_change.h"
#include "tests/support/rows.h"
#include "tests/support/samples.h"
#include "tests/support/small_plan.h"
#include "tests/support/warnings.h"

#include <QTemporaryDir>
#include <QTest>

using namespace shisaku;
using namespace Qt::StringLiterals;

namespace {
/// What somebody who looks at a grid would have in front of him: it keeps what it was last told of.
class Onlooker : public QObject {
public:
    explicit Onlooker(GridModel *model) : m_model(model)
    {
        look(0, model->rowCount() - 1);
        connect(model, &QAbstractItemModel::dataChanged, this,
                [this](const QModelIndex &from, const QModelIndex &to) { look(from.row(), to.row()); });
        connect(model, &QAbstractItemModel::rowsInserted, this, [this](const QModelIndex &, int first, int last) {
            m_seen.insert(first, last - first + 1, {});
            look(first, last);
        });
        connect(model, &QAbstractItemModel::rowsRemoved, this,
                [this](const QModelIndex &, int first, int last) { m_seen.remove(first, last - first + 1); });
        connect(model, &QAbstractItemModel::rowsMoved, this,
                [this](const QModelIndex &, int from, int, const QModelIndex &, int to) {
                    m_seen.move(from, to > from ? to - 1 : to);
                });
    }

    const QList<QStringList> &seen() const { return m_seen; }

    static QStringList rowOf(const GridModel &model, int row)
    {
        QStringList cells;
        for (int column = 0; column < model.columnCount(); ++column) {
            for (const int role : {int(Qt::DisplayRole), int(Qt::EditRole), int(GridModel::PrintedRole), int(GridModel::DoubtRole)})
                cells << model.index(row, column).data(role).toString();
        }
        return cells;
    }

private:
    void look(int first, int last)
    {
        m_seen.resize(m_model->rowCount());
        for (int row = first; row <= last; ++row)
            m_seen[row] = rowOf(*m_model, row);
    }

    GridModel *m_model;
    QList<QStringList> m_seen;
};
} // namespace

class TestRecordShapes : public QObject {
    Q_OBJECT

private slots:
    void init() { failOnWarnings(); }

    void everyGridShowsWhatThePlanHoldsAfterAnyChange_data()
    {
        QTest::addColumn<quint32>("seed");
        for (quint32 seed : {1u, 2u, 3u, 4u})
            QTest::addRow("seed %u", seed) << seed;
    }

    void everyGridShowsWhatThePlanHoldsAfterAnyChange()
    {
        QFETCH(const quint32, seed);
        constexpr int steps = 250;
        QTemporaryDir folder;
        const QString path = folder.filePath(u"計画.dxplan"_s);
        QVERIFY(PlanDocument::create(path, effectsPlan(randomIds()), testEnvironment()).ok());
        auto document = PlanDocument::open(path, testEnvironment());
        QVERIFY(document.ok());
        const Plan &plan = (*document)->plan();
        const auto study = plan.ordered<CaseStudy>().first()->id;
        const auto indicator = plan.ordered<Indicator>().first()->id;
        const QList<GridShape> shapes{effectShape(u"RPA"_s, false),
                                      effectShape(u"RPA"_s, true),
                                      effectShape(u"AI-OCR"_s, true),
                                      measureEffectShape(),
                                      caseShape(),
                                      caseValueShape(study),
                                      caseStepShape(study),
                                      projectShape(),
                                      budgetShape(),
                                      indicatorShape(IndicatorChoice::All),
                                      indicatorShape(IndicatorChoice::OfMeasures),
                                      indicatorShape(IndicatorChoice::WithoutTarget),
                                      indicatorValueShape(indicator),
                                      coverageShape(),
                                      departmentShape(),
                                      measureListShape(plan)};
        std::vector<std::unique_ptr<GridModel>> models;
        std::vector<std::unique_ptr<Onlooker>> onlookers;
        for (const GridShape &shape : shapes) {
            models.push_back(std::make_unique<GridModel>(document->get(), shape));
            onlookers.push_back(std::make_unique<Onlooker>(models.back().get()));
        }
        RandomChanges random(seed);
        int taken = 0;
        for (int step = 0; step < steps; ++step) {
            const ChangeSet change = random.change(plan);
            if (!(*document)->apply(change))
                continue;
            ++taken;
            for (size_t i = 0; i < models.size(); ++i) {
                const GridModel fresh(document->get(), shapes[static_cast<qsizetype>(i)]);
                QCOMPARE(models[i]->rowCount(), fresh.rowCount());
                QCOMPARE(onlookers[i]->seen().size(), fresh.rowCount());
                for (int row = 0; row < fresh.rowCount(); ++row) {
                    const QStringList expected = Onlooker::rowOf(fresh, row);
                    if (onlookers[i]->seen()[row] != expected) {
                        for (const RowChange &changed : change.rows)
                            qInfo("%s", tableInfo(changed.table).name);
                    }
                    QCOMPARE(onlookers[i]->seen()[row], expected);
                }
            }
        }
        QVERIFY2(taken > steps / 3, qPrintable(QString::number(taken)));
    }

    void aChangeTellsOnlyOfTheRowsItTouchesAndOfTheTotals()
    {
        QTemporaryDir folder;
        const auto document = documentOf(effectsPlan(randomIds()), folder.filePath(u"計画.dxplan"_s));
        GridModel model(document.get(), effectShape(u"RPA"_s, false));
        QSet<int> told;
        connect(&model, &QAbstractItemModel::dataChanged, this, [&told](const QModelIndex &from, const QModelIndex &to) {
            for (int row = from.row(); row <= to.row(); ++row)
                told.insert(row);
        });
        QVERIFY(model.setData(model.index(2, 4), u"1,234"_s));
        QVERIFY(document->flush());
        QCOMPARE(told, (QSet<int>{2, model.recordCount()}));
        told.clear();
        const Department *office = document->plan().ordered<Department>().first();
        ChangeBuilder change(u"課名を変更"_s);
        change.set<&Department::name>(office->id, u"名前の変わった課"_s);
        QVERIFY(document->apply(std::move(change).build()));
        QCOMPARE(told.size(), model.rowCount()); // whose cells name it nobody can tell
    }

    void theHeadOfTheCoverageIsTheNameOfTheFirstClassification()
    {
        QTemporaryDir folder;
        auto first = made<Classification>();
        first.key = u"aim"_s;
        first.title = u"目指す姿"_s;
        const auto document = documentOf(effectsPlan(randomIds()), folder.filePath(u"計画.dxplan"_s));
        GridModel model(document.get(), coverageShape());
        const auto head = [&model] { return model.headerData(0, Qt::Horizontal).toString(); };
        const Classification *known = document->plan().ordered<Classification>().value(0);
        if (!known) {
            QCOMPARE(head(), u"分類"_s);
            QVERIFY(document->apply(insertionOf(first)));
            known = document->plan().ordered<Classification>().first();
        }
        QCOMPARE(head(), known->title);
        ChangeBuilder change(u"分類の名称"_s);
        change.set<&Classification::title>(known->id, u"政策の柱"_s);
        QVERIFY(document->apply(std::move(change).build()));
        QCOMPARE(head(), u"政策の柱"_s);
    }

    void aQuestionIsAskedOnceForEachInputAndAnsweredByConfirming()
    {
        QTemporaryDir folder;
        const auto document = documentOf(effectsPlan(randomIds()), folder.filePath(u"計画.dxplan"_s));
        GridModel model(document.get(), effectShape(u"RPA"_s, false));
        QVERIFY(!model.setData(model.index(0, 5), u"2900"_s)); // more than before
        QVERIFY(!model.setData(model.index(1, 5), u"9000"_s));
        QVERIFY(model.question());
        QVERIFY2(model.question()->what.contains(u"9,000時間"_s), qPrintable(model.question()->what)); // the newest
        model.confirm();
        QVERIFY(document->flush());
        QCOMPARE(model.index(1, 5).data().toString(), u"9,000"_s);
        QVERIFY(model.question());
        QVERIFY(model.setData(model.index(0, 5), u"290"_s)); // a slip
        QVERIFY(document->flush());
        QVERIFY(!model.question());
        QVERIFY(document->isSaved());
        QVERIFY(!model.paste(0, {4}, {{u"1"_s}, {u"2"_s}})); // several rows are one question
        QVERIFY(model.question());
        model.confirm();
        QVERIFY(document->flush());
        QVERIFY(!model.question());
        QCOMPARE(model.index(0, 4).data().toString() + u'/' + model.index(1, 4).data().toString(), u"1/2"_s);
    }
};

QTEST_GUILESS_MAIN(TestRecordShapes)
#include "tst_record_shapes.moc"
