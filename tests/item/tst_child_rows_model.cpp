// SPDX-License-Identifier: GPL-3.0-or-later
// Statements about the models behind the form's grids: they follow the plan row by row and change it in titled steps.
#include "models/item/child_rows_model.h"
#include "models/plan/field_text.h"
#include "models/plan/rank.h"
#include "tests/support/rows.h"
#include "tests/support/samples.h"
#include "tests/support/warnings.h"

#include <QAbstractItemModelTester>
#include <QRandomGenerator>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

using namespace shisaku;
using namespace Qt::StringLiterals;

namespace {
ChangeSet initialPlan(const QStringList &ranks)
{
    ChangeBuilder change(u"計画を作成"_s);
    auto info = made<PlanInfo>();
    info.title = u"試験計画"_s;
    change.insert(info);
    for (const auto *number : {u"1", u"2"}) {
        auto measure = made<Measure>(QString::fromUtf16(number));
        measure.number = measure.position;
        measure.title = u"施策名"_s;
        change.insert(measure);
        for (qsizetype i = 0; i < ranks.size(); ++i) {
            auto row = made<Initiative>(ranks[i]);
            row.measure = measure.id;
            row.title = u"取組%1"_s.arg(i + 1);
            change.insert(row);
        }
    }
    return std::move(change).build();
}

ChildLevel schedule()
{
    ChildLevel level = partsLevel<&Initiative::measure, &Initiative::title, &Initiative::actor, nullptr>();
    level.initial = {{fieldIndex<&Initiative::title>(), u"新しい取組"_s}};
    level.parts = {partsLevel<&Phase::initiative, &Phase::label, &Phase::starts, &Phase::certainty>(),
                   partsLevel<&Milestone::initiative, &Milestone::label, &Milestone::at, &Milestone::certainty>()};
    return level;
}
} // namespace

class PartsModels : public QObject {
    Q_OBJECT

    QTemporaryDir m_folder;
    int m_count = 0;
    std::unique_ptr<PlanDocument> m_document;
    std::unique_ptr<ChildRowsModel> m_model;
    std::unique_ptr<QAbstractItemModelTester> m_tester;
    Id<Measure> m_measure;

    void open(const QStringList &ranks = evenRanks(3))
    {
        m_document = documentOf(initialPlan(ranks), m_folder.filePath(u"計画%1.dxplan"_s.arg(++m_count)));
        m_measure = m_document->plan().ordered<Measure>().first()->id;
        m_model = std::make_unique<ChildRowsModel>(m_document.get(), schedule(), QStringList{u"取組"_s, u"開始"_s, u"確かさ"_s});
        m_tester = std::make_unique<QAbstractItemModelTester>(m_model.get(), QAbstractItemModelTester::FailureReportingMode::Fatal);
        m_model->setWhole(TableId::Measure, m_measure.row);
    }

    QStringList shown(const QModelIndex &whole = {}) const
    {
        QStringList texts;
        for (int i = 0; i < m_model->rowCount(whole); ++i)
            texts << m_model->index(i, 0, whole).data().toString();
        return texts;
    }
    /// What the model ought to show, read from the plan.
    QStringList expected() const
    {
        QStringList texts;
        for (const Initiative *row : m_document->plan().parts<&Initiative::measure>(m_measure))
            texts << row->title;
        return texts;
    }

private slots:
    void init()
    {
        failOnWarnings();
        open();
    }
    void cleanup()
    {
        m_tester.reset();
        m_model.reset();
        m_document.reset();
    }

    void aNewRowIsOneTitledStepAndArrivesAsOneInsertion()
    {
        QSignalSpy inserted(m_model.get(), &QAbstractItemModel::rowsInserted);
        QSignalSpy reset(m_model.get(), &QAbstractItemModel::modelReset);
        const RowId id = m_model->insertChild({}, 0, m_model->rowAt(m_model->index(0, 0)));
        QCOMPARE(inserted.size(), 0); // the file comes first
        QVERIFY(m_document->flush());
        QCOMPARE(inserted.size(), 1);
        QCOMPARE(reset.size(), 0);
        QCOMPARE(m_model->indexOf(id).row(), 1);
        QCOMPARE(m_document->history().undoable()->title, u"取組『新しい取組』を追加"_s);
        QVERIFY(m_document->undoNow());
        QCOMPARE(shown(), (QStringList{u"取組1"_s, u"取組2"_s, u"取組3"_s}));
    }

    void aMoveIsOneStepAndChangesOneRow()
    {
        QSignalSpy moved(m_model.get(), &QAbstractItemModel::rowsMoved);
        QPersistentModelIndex third = m_model->index(2, 0);
        m_model->moveChild(third, -2);
        QVERIFY(m_document->flush());
        QCOMPARE(moved.size(), 1);
        QCOMPARE(shown(), (QStringList{u"取組3"_s, u"取組1"_s, u"取組2"_s}));
        QCOMPARE(third.row(), 0);
        m_model->moveChild(third, -1);
        QVERIFY(m_document->flush());
        QCOMPARE(m_document->history().done().size(), 1);
        QVERIFY(m_document->undoNow());
        QCOMPARE(shown(), (QStringList{u"取組1"_s, u"取組2"_s, u"取組3"_s}));
    }

    void rowsOfEqualRankCanBeMovedToo()
    {
        cleanup();
        open({u"V"_s, u"V"_s, u"V"_s, u"V"_s});
        const QStringList before = shown();
        m_model->moveChild(m_model->index(3, 0), -2);
        QVERIFY(m_document->flush());
        QCOMPARE(shown(), (QStringList{before[0], before[3], before[1], before[2]}));
        QCOMPARE(m_document->history().done().size(), 1);
    }

    void aRemovedRowTakesItsPartsAlong()
    {
        const QModelIndex first = m_model->index(0, 0);
        m_model->insertChild(first, 0);
        m_model->insertChild(first, 1);
        QVERIFY(m_document->flush());
        QCOMPARE(m_model->rowCount(first), 2);
        QCOMPARE(m_model->tableAt(m_model->index(1, 0, first)), TableId::Milestone);
        m_model->removeChildren({first});
        QVERIFY(m_document->flush());
        QCOMPARE(shown(), (QStringList{u"取組2"_s, u"取組3"_s}));
        QCOMPARE(m_document->plan().rows<Phase>().size(), 0);
        QVERIFY(m_document->undoNow());
        QCOMPARE(m_model->rowCount(m_model->index(0, 0)), 2);
    }

    void marksInTheTextsFollowANote()
    {
        ChangeBuilder change(u"票"_s);
        auto text = made<MeasureText>();
        text.measure = m_measure;
        text.block = Id<Block>(m_document->environment().ids());
        Block block;
        block.id = text.block;
        block.position = u"V"_s;
        block.kind = u"text"_s;
        text.text = u"申請［※1］と押印［※2］"_s;
        change.insert(block);
        change.insert(text);
        for (const QString &mark : {u"1"_s, u"2"_s}) {
            auto note = made<Footnote>(mark);
            note.owner = Owner(m_measure);
            note.mark = mark;
            note.text = u"注"_s;
            change.insert(note);
        }
        QVERIFY(m_document->apply(std::move(change).build()));
        ChildRowsModel notes(m_document.get(), partsLevel<&Footnote::owner, &Footnote::mark, &Footnote::text>(), {u"符号"_s, u"注"_s});
        notes.setWhole(TableId::Measure, m_measure.row);
        QVERIFY(notes.setData(notes.index(1, 0), u"押"_s));
        QVERIFY(m_document->flush());
        QCOMPARE(m_document->plan().find(text.id)->text, u"申請［※1］と押印［※押］"_s);
        notes.removeChildren({notes.index(0, 0)});
        QVERIFY(m_document->flush());
        QCOMPARE(m_document->plan().find(text.id)->text, u"申請と押印［※押］"_s);
        QVERIFY(m_document->undoNow()); // the note and its mark come back together
        QCOMPARE(m_document->plan().find(text.id)->text, u"申請［※1］と押印［※押］"_s);
    }

    void aPartThatGoesOverToAnotherWholeIsFollowed()
    {
        const RowId phase = m_model->insertChild(m_model->index(2, 0), 0);
        QVERIFY(m_document->flush());
        for (int to : {0, 1, 2, 0}) {
            ChangeBuilder change(u"工程を移動"_s);
            change.set<&Phase::initiative>(Id<Phase>(phase), Id<Initiative>(m_model->rowAt(m_model->index(to, 0))));
            QVERIFY(m_document->apply(std::move(change).build()));
            QCOMPARE(m_model->indexOf(phase).parent().row(), to);
        }
    }

    void onlyTheChangedCellIsToldOf()
    {
        QSignalSpy changed(m_model.get(), &QAbstractItemModel::dataChanged);
        QVERIFY(m_model->setData(m_model->index(1, 1), u"市"_s));
        QVERIFY(m_document->flush());
        QVERIFY(!changed.isEmpty());
        for (const QList<QVariant> &told : std::as_const(changed)) {
            QCOMPARE(told[0].toModelIndex(), m_model->index(1, 1));
            QCOMPARE(told[1].toModelIndex(), m_model->index(1, 1));
        }
        QCOMPARE(m_document->history().undoable()->title, u"取組『取組2』の主体を変更"_s);
        const qint64 before = m_document->sequence();
        QVERIFY(m_model->setData(m_model->index(1, 1), u"市"_s)); // the same again
        QVERIFY(m_document->flush());
        QCOMPARE(m_document->sequence(), before);
    }

    void timesAreReadInEveryWayOfWriting_data()
    {
        QTest::addColumn<QString>("typed");
        QTest::addColumn<QString>("shown");
        QTest::newRow("full-width") << u"Ｒ５．４"_s << u"R5.4"_s;
        QTest::newRow("era") << u"令和元年度"_s << u"R1"_s;
        QTest::newRow("slash") << u"2023/4"_s << u"R5.4"_s;
        QTest::newRow("half") << u"R4下半期"_s << u"R4下"_s;
        QTest::newRow("open") << u"～"_s << u"～"_s;
        QTest::newRow("unknown") << u"未定"_s << QString();
    }
    void timesAreReadInEveryWayOfWriting()
    {
        QFETCH(QString, typed);
        QFETCH(QString, shown);
        const RowId phase = m_model->insertChild(m_model->index(0, 0), 0);
        QVERIFY(m_document->flush());
        QVERIFY(m_model->setData(m_model->indexOf(phase, 1), typed));
        QVERIFY(m_document->flush());
        const QModelIndex cell = m_model->indexOf(phase, 1);
        QCOMPARE(cell.data().toString(), shown);
        QVERIFY(m_model->setData(cell, cell.data(Qt::EditRole))); // what an editor begins with is read back
    }

    void whatNobodySeesIsNoHindranceInACell()
    {
        const RowId phase = m_model->insertChild(m_model->index(0, 0), 0);
        QVERIFY(m_document->flush());
        QVERIFY(m_model->setData(m_model->indexOf(phase, 0), u"試行\v運用\t開始"_s));
        QVERIFY(m_model->setData(m_model->indexOf(phase, 1), QString(u"R5"_s + QChar::Null)));
        QVERIFY(m_document->flush());
        QCOMPARE(m_model->indexOf(phase, 0).data().toString(), u"試行 運用 開始"_s);
        QCOMPARE(m_model->indexOf(phase, 1).data().toString(), u"R5"_s);
    }

    void aRefusalIsToldAndTheTypedTextStays()
    {
        QSignalSpy refused(m_model.get(), &ChildRowsModel::refused);
        QVERIFY(!m_model->setData(m_model->index(0, 0), QString()));
        (void)m_document->flush();
        QCOMPARE(refused.size(), 1);
        QCOMPARE(m_model->index(0, 0).data().toString(), QString());
        QVERIFY(!m_model->index(0, 0).data(ChildRowsModel::RefusedRole).toString().isEmpty());
        QCOMPARE(m_document->plan().parts<&Initiative::measure>(m_measure).first()->title, u"取組1"_s);
        QVERIFY(m_model->setData(m_model->index(0, 0), u"取組1"_s));
        QCOMPARE(m_model->index(0, 0).data().toString(), u"取組1"_s);
    }

    void theModelFollowsHundredsOfChanges()
    {
        QRandomGenerator random(13);
        for (int i = 0; i < 200; ++i) {
            const int rows = m_model->rowCount();
            const QModelIndex any = rows > 0 ? m_model->index(random.bounded(rows), 0) : QModelIndex();
            switch (random.bounded(7)) {
            case 0:
                if (rows < 8)
                    m_model->insertChild({}, 0, m_model->rowAt(any));
                break;
            case 1:
                if (any.isValid() && m_model->rowCount(any) < 4)
                    m_model->insertChild(any, random.bounded(2));
                break;
            case 2:
                if (rows > 3)
                    m_model->removeChildren({any});
                break;
            case 3:
                m_model->moveChild(any, random.bounded(7) - 3);
                break;
            case 4:
                m_document->undo();
                break;
            case 5:
                m_document->redo();
                break;
            default:
                m_model->setData(any, u"名%1"_s.arg(i));
            }
            QVERIFY(m_document->flush());
            QCOMPARE(shown(), expected());
        }
    }

    void numbersAreShownInThreesAndReadWithCommas()
    {
        const Field &value = fieldOf<&IndicatorValue::value>();
        QCOMPARE(fieldText(m_document->plan(), value, u"8421"_s), u"8,421"_s);
        QCOMPARE(fieldText(m_document->plan(), value, u"-1234567.5"_s), u"-1,234,567.5"_s);
        QCOMPARE(fieldText(m_document->plan(), value, u"999"_s), u"999"_s);
        QCOMPARE(std::get<QString>(*readField(m_document->plan(), value, u"１２，３４５"_s)), u"12345"_s);
    }
};

QTEST_GUILESS_MAIN(PartsModels)
#include "tst_child_rows_model.moc"
