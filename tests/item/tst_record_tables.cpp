// SPDX-License-Identifier: GPL-3.0-or-later
// Statements about the grids of results and indicators: whatever changes in the plan, they show what it holds.
#include "models/item/effect_tables.h"
#include "models/item/indicator_tables.h"
#include "tests/support/effects_plan.h"
#include "tests/support/random_change.h"
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
    explicit Onlooker(RecordModel *model) : m_model(model)
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

    static QStringList rowOf(const RecordModel &model, int row)
    {
        QStringList cells;
        for (int column = 0; column < model.columnCount(); ++column) {
            for (const int role :
                 {int(Qt::DisplayRole), int(Qt::EditRole), int(RecordModel::PrintedRole), int(RecordModel::DoubtRole)})
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

    RecordModel *m_model;
    QList<QStringList> m_seen;
};
} // namespace

class TestRecordTables : public QObject {
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
        const QList<RecordTable> tables{effectTable(u"RPA"_s, false),
                                        effectTable(u"RPA"_s, true),
                                        effectTable(u"AI-OCR"_s, true),
                                        measureEffectTable(),
                                        caseTable(),
                                        caseValueTable(study),
                                        caseStepTable(study),
                                        projectTable(),
                                        indicatorTable(IndicatorChoice::All),
                                        indicatorTable(IndicatorChoice::OfMeasures),
                                        indicatorTable(IndicatorChoice::WithoutTarget),
                                        indicatorValueTable(indicator),
                                        coverageTable(plan)};
        std::vector<std::unique_ptr<RecordModel>> models;
        std::vector<std::unique_ptr<Onlooker>> onlookers;
        for (const RecordTable &table : tables) {
            models.push_back(std::make_unique<RecordModel>(document->get(), table));
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
                const RecordModel fresh(document->get(), tables[static_cast<qsizetype>(i)]);
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
};

QTEST_GUILESS_MAIN(TestRecordTables)
#include "tst_record_tables.moc"
