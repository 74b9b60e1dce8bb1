// SPDX-License-Identifier: GPL-3.0-or-later
// Statements about the grids of one measure, its schedule before all: they follow the plan row by row, change it in titled steps,
// and take a block from a spreadsheet as one step.
#include "models/grid/measure_parts_shapes.h"
#include "models/grid/schedule_shapes.h"
#include "models/item/grid_model.h"
#include "models/plan/rank.h"
#include "models/schedule/year_cells.h"
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
enum Column { Name, Starts, Ends, Actor, Certainty };

ChangeSet initialPlan(const QStringList &ranks)
{
    ChangeBuilder change(u"計画を作成"_s);
    auto info = made<PlanInfo>();
    info.title = u"試験計画"_s;
    info.first_year = PlanTime::fiscalYear(2023);
    info.last_year = PlanTime::fiscalYear(2025);
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
} // namespace

class ScheduleShapes : public QObject {
    Q_OBJECT

    QTemporaryDir m_folder;
    int m_count = 0;
    std::unique_ptr<PlanDocument> m_document;
    std::unique_ptr<GridModel> m_model;
    std::unique_ptr<QAbstractItemModelTester> m_tester;
    Id<Measure> m_measure;

    void open(const QStringList &ranks = evenRanks(3))
    {
        m_document = documentOf(initialPlan(ranks), m_folder.filePath(u"計画%1.dxplan"_s.arg(++m_count)));
        m_measure = m_document->plan().ordered<Measure>().first()->id;
        show(barsShape(m_measure));
    }
    void show(const GridShape &shape)
    {
        m_tester.reset();
        m_model = std::make_unique<GridModel>(m_document.get(), shape);
        m_tester = std::make_unique<QAbstractItemModelTester>(m_model.get(), QAbstractItemModelTester::FailureReportingMode::Fatal);
    }

    const Plan &plan() const { return m_document->plan(); }
    QModelIndex cell(RowId row, int column) const { return m_model->index(m_model->rowOf(row), column); }
    /// The places of the 取組 in the grid.
    QList<int> wholes() const
    {
        QList<int> rows;
        for (int i = 0; i < m_model->recordCount(); ++i) {
            if (m_model->rowAt(i).kind == 0)
                rows << i;
        }
        return rows;
    }
    QStringList shown() const
    {
        QStringList texts;
        for (const int row : wholes())
            texts << m_model->index(row, Name).data().toString();
        return texts;
    }
    /// What the model ought to show, read from the plan.
    QStringList expected() const
    {
        QStringList texts;
        for (const Initiative *row : plan().parts<&Initiative::measure>(m_measure))
            texts << row->title;
        return texts;
    }
    /// The bars of a 取組 as 「調査 R5-R6」.
    QStringList bars(RowId initiative) const
    {
        QStringList list;
        for (const Phase *phase : plan().parts<&Phase::initiative>(Id<Initiative>(initiative)))
            list << u"%1 %2-%3"_s.arg(phase->label, phase->starts.toShortJapanese(), phase->ends.toShortJapanese());
        return list;
    }
    RowId added(int row, int kind)
    {
        const RowId id = m_model->addRecord(row, kind);
        (void)m_document->flush();
        return id;
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
        const RowId id = m_model->addRecord(0);
        QCOMPARE(inserted.size(), 0); // the file comes first
        QVERIFY(m_document->flush());
        QCOMPARE(inserted.size(), 1);
        QCOMPARE(reset.size(), 0);
        QCOMPARE(m_model->rowOf(id), 1);
        QCOMPARE(plan().find(Id<Initiative>(id))->measure, m_measure);
        QCOMPARE(m_document->history().undoable()->title, u"取組『新しい取組』を追加"_s);
        QVERIFY(m_document->undoNow());
        QCOMPARE(shown(), (QStringList{u"取組1"_s, u"取組2"_s, u"取組3"_s}));
    }

    void aMoveIsOneStepAndTheRowStaysTheSame()
    {
        QSignalSpy moved(m_model.get(), &QAbstractItemModel::layoutChanged);
        QPersistentModelIndex third = m_model->index(2, Name);
        m_model->moveRecords({2}, -2);
        QVERIFY(m_document->flush());
        QCOMPARE(moved.size(), 1);
        QCOMPARE(shown(), (QStringList{u"取組3"_s, u"取組1"_s, u"取組2"_s}));
        QCOMPARE(third.row(), 0);
        m_model->moveRecords({0}, -1);
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
        m_model->moveRecords({3}, -2);
        QVERIFY(m_document->flush());
        QCOMPARE(shown(), (QStringList{before[0], before[3], before[1], before[2]}));
        QCOMPARE(m_document->history().done().size(), 1);
    }

    void aRowMovesWithItsPartsAndAPartAmongItsLike()
    {
        const RowId first = m_model->recordAt(0);
        const RowId bar = added(0, 1);
        const RowId second = added(m_model->rowOf(bar), 1);
        const RowId milestone = added(0, 2);
        QCOMPARE(m_model->rowOf(milestone), 3); // behind the bars
        QCOMPARE(m_model->index(3, Name).data(GridModel::LevelRole).toInt(), 1);
        m_model->moveRecords({m_model->rowOf(second)}, -5);
        QVERIFY(m_document->flush());
        QCOMPARE(m_model->rowOf(second), 1); // not past its 取組
        m_model->moveRecords({0}, 1);
        QVERIFY(m_document->flush());
        QCOMPARE(m_model->rowOf(first), 1);
        QCOMPARE(m_model->rowOf(second), 2);
        QCOMPARE(m_model->rowOf(milestone), 4);
    }

    void aPartNeedsARowItIsPartOf()
    {
        QSignalSpy refused(m_model.get(), &GridModel::refused);
        m_model->addRecord(-1, 1);
        (void)m_document->flush();
        QCOMPARE(refused.size(), 1);
        QCOMPARE(plan().rows<Phase>().size(), 0);
    }

    void aRemovedRowTakesItsPartsAlong()
    {
        added(0, 1);
        added(0, 2);
        QCOMPARE(m_model->recordCount(), 5);
        QCOMPARE(m_model->rowAt(2).kind, 2);
        m_model->removeRecords({0});
        QVERIFY(m_document->flush());
        QCOMPARE(shown(), (QStringList{u"取組2"_s, u"取組3"_s}));
        QCOMPARE(m_model->recordCount(), 2);
        QCOMPARE(plan().rows<Phase>().size(), 0);
        QVERIFY(m_document->undoNow());
        QCOMPARE(wholes(), (QList<int>{0, 3, 4}));
    }

    void aRowAndItsPartsAreRemovedTogether()
    {
        added(0, 1);
        m_model->removeRecords({0, 1, 2});
        QVERIFY(m_document->flush());
        QCOMPARE(shown(), QStringList{u"取組3"_s});
        QVERIFY(m_document->undoNow());
        QCOMPARE(m_model->recordCount(), 4);
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
        show(footnoteShape(m_measure));
        QVERIFY(m_model->setData(m_model->index(1, 0), u"押"_s));
        QVERIFY(m_document->flush());
        QCOMPARE(plan().find(text.id)->text, u"申請［※1］と押印［※押］"_s);
        m_model->removeRecords({0});
        QVERIFY(m_document->flush());
        QCOMPARE(plan().find(text.id)->text, u"申請と押印［※押］"_s);
        QVERIFY(m_document->undoNow()); // the note and its mark come back together
        QCOMPARE(plan().find(text.id)->text, u"申請［※1］と押印［※押］"_s);
        m_model->removeRecords({0, 1});
        QVERIFY(m_document->flush());
        QCOMPARE(plan().find(text.id)->text, u"申請と押印"_s);
        QCOMPARE(plan().rows<Footnote>().size(), 0);
        const RowId note = added(-1, 0);
        QCOMPARE(plan().find(Id<Footnote>(note))->owner, Owner(m_measure));
    }

    void aPartThatGoesOverToAnotherWholeIsFollowed()
    {
        const QList<RowId> initiatives{m_model->recordAt(0), m_model->recordAt(1), m_model->recordAt(2)};
        const RowId phase = added(2, 1);
        for (int to : {0, 1, 2, 0}) {
            ChangeBuilder change(u"工程を移動"_s);
            change.set<&Phase::initiative>(Id<Phase>(phase), Id<Initiative>(initiatives[to]));
            QVERIFY(m_document->apply(std::move(change).build()));
            QCOMPARE(m_model->rowOf(phase), m_model->rowOf(initiatives[to]) + 1);
        }
    }

    void onlyTheChangedRowIsToldOf()
    {
        QSignalSpy changed(m_model.get(), &QAbstractItemModel::dataChanged);
        QVERIFY(m_model->setData(m_model->index(1, Actor), u"市"_s));
        QVERIFY(m_document->flush());
        QVERIFY(!changed.isEmpty());
        for (const QList<QVariant> &told : std::as_const(changed)) {
            QCOMPARE(told[0].toModelIndex().row(), 1);
            QCOMPARE(told[1].toModelIndex().row(), 1);
        }
        QCOMPARE(m_document->history().undoable()->title, u"取組『取組2』の主体を変更"_s);
        const qint64 before = m_document->sequence();
        QVERIFY(m_model->setData(m_model->index(1, Actor), u"市"_s)); // the same again
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
        const RowId phase = added(0, 1);
        QVERIFY(m_model->setData(cell(phase, Starts), typed));
        QVERIFY(m_document->flush());
        QCOMPARE(cell(phase, Starts).data().toString(), shown);
        QVERIFY(m_model->setData(cell(phase, Starts), cell(phase, Starts).data(Qt::EditRole))); // what an editor begins with
    }

    void whatNobodySeesIsNoHindranceInACell()
    {
        const RowId phase = added(0, 1);
        QVERIFY(m_model->setData(cell(phase, Name), u"試行\v運用\t開始"_s));
        QVERIFY(m_model->setData(cell(phase, Starts), QString(u"R5"_s + QChar::Null)));
        QVERIFY(m_document->flush());
        QCOMPARE(cell(phase, Name).data().toString(), u"試行 運用 開始"_s);
        QCOMPARE(cell(phase, Starts).data().toString(), u"R5"_s);
    }

    void aRefusalIsToldAndTheTypedTextStays()
    {
        QSignalSpy refused(m_model.get(), &GridModel::refused);
        QVERIFY(!m_model->setData(m_model->index(0, Name), QString()));
        (void)m_document->flush();
        QCOMPARE(refused.size(), 1);
        QCOMPARE(m_model->index(0, Name).data().toString(), QString());
        QVERIFY(!m_model->index(0, Name).data(GridModel::RefusedRole).toString().isEmpty());
        QCOMPARE(plan().parts<&Initiative::measure>(m_measure).first()->title, u"取組1"_s);
        QVERIFY(m_model->setData(m_model->index(0, Name), u"取組1"_s));
        QCOMPARE(m_model->index(0, Name).data().toString(), u"取組1"_s);
    }

    void barsFromASpreadsheetAreOneStep()
    {
        const RowId first = m_model->recordAt(0);
        added(0, 1);
        added(0, 1);
        const RowId bar = m_model->recordAt(1);
        const auto steps = m_document->history().done().size();
        QVERIFY(
            m_model->paste(1, {Name, Starts, Ends}, {{u"調査"_s, u"R5.4"_s, u"R5.9"_s}, {u"構築"_s, u"Ｒ５．１０"_s, u"R6"_s}}));
        QVERIFY(m_document->flush());
        QCOMPARE(bars(first), (QStringList{u"調査 R5.4-R5.9"_s, u"構築 R5.10-R6"_s}));
        QCOMPARE(m_model->recordAt(1), bar);
        QCOMPARE(m_document->history().done().size(), steps + 1);
    }

    void linesThatSayWhenBecomeBarsOfTheirInitiative()
    {
        const RowId first = m_model->recordAt(0);
        const QList<QStringList> lines{{u"調査"_s, u"R5.4"_s, QString()}, {u"構築"_s, u"R5"_s, u"R6"_s}, {QString(), QString()}};
        QVERIFY(m_model->paste(0, {Name, Starts, Ends}, lines)); // on the 取組 itself
        QVERIFY(m_document->flush());
        QCOMPARE(bars(first), (QStringList{u"調査 R5.4-"_s, u"構築 R5-R6"_s}));
        QCOMPARE(shown(), (QStringList{u"取組1"_s, u"取組2"_s, u"取組3"_s}));
        QCOMPARE(m_document->history().done().size(), 1);
        QVERIFY(m_model->paste(2, {Name, Starts}, {{u"開発"_s, u"R6"_s}, {u"運用"_s, u"R7"_s}})); // from the last bar on
        QVERIFY(m_document->flush());
        QCOMPARE(bars(first), (QStringList{u"調査 R5.4-"_s, u"開発 R6-R6"_s, u"運用 R7-"_s}));
        QCOMPARE(m_document->history().done().size(), 2);
        QSignalSpy refused(m_model.get(), &GridModel::refused);
        QVERIFY(!m_model->paste(0, {Name, Starts}, {{u"甲"_s, u"R6"_s}, {u"乙"_s, u"いつか"_s}}));
        QVERIFY(refused.first().first().value<Error>().what.startsWith(u"貼り付けの2行目「開始・時期」"_s));
        QCOMPARE(bars(first).size(), 3);
        QVERIFY(m_document->undoNow());
        QVERIFY(m_document->undoNow());
        QCOMPARE(bars(first), QStringList());
    }

    void linesBeyondTheEndBecomeInitiativesAndNoneIsDropped()
    {
        QVERIFY(m_model->paste(2, {Name}, {{u"甲"_s}, {u"乙"_s}, {u"丙"_s}, {QString()}}));
        QVERIFY(m_document->flush());
        QCOMPARE(shown(), (QStringList{u"取組1"_s, u"取組2"_s, u"甲"_s, u"乙"_s, u"丙"_s}));
        QCOMPARE(m_document->history().done().size(), 1);
        // What such a row has no place for is refused, all of it, and says where.
        QSignalSpy refused(m_model.get(), &GridModel::refused);
        QVERIFY(!m_model->paste(4, {Name, Starts}, {{u"丁"_s, QString()}, {u"戊"_s, u"R5"_s}}));
        QCOMPARE(refused.size(), 1);
        QVERIFY(refused.first().first().value<Error>().what.startsWith(u"貼り付けの2行目「開始・時期」"_s));
        QCOMPARE(expected().last(), u"丙"_s);
    }

    void aBlockWithOneWrongTimeChangesNothing()
    {
        const RowId bar = added(0, 1);
        QSignalSpy refused(m_model.get(), &GridModel::refused);
        QVERIFY(!m_model->paste(m_model->rowOf(bar), {Name, Starts}, {{u"調査"_s, u"あした"_s}}));
        QCOMPARE(refused.size(), 1);
        QVERIFY(refused.first().first().value<Error>().what.startsWith(u"貼り付けの1行目「開始・時期」"_s));
        QCOMPARE(plan().find(Id<Phase>(bar))->label, QString());
    }

    void theModelFollowsHundredsOfChanges()
    {
        QRandomGenerator random(13);
        for (int i = 0; i < 200; ++i) {
            const QList<int> rows = wholes();
            const int any = rows.isEmpty() ? -1 : rows[random.bounded(rows.size())];
            switch (random.bounded(7)) {
            case 0:
                if (rows.size() < 8)
                    m_model->addRecord(any);
                break;
            case 1:
                if (any >= 0 && m_model->recordCount() < 30)
                    m_model->addRecord(any, 1 + random.bounded(2));
                break;
            case 2:
                if (rows.size() > 3)
                    m_model->removeRecords({any});
                break;
            case 3:
                m_model->moveRecords({any}, random.bounded(7) - 3);
                break;
            case 4:
                m_document->undo();
                break;
            case 5:
                m_document->redo();
                break;
            default:
                m_model->setData(m_model->index(any, Name), u"名%1"_s.arg(i));
            }
            QVERIFY(m_document->flush());
            QCOMPARE(shown(), expected());
            const auto inPlan = barsShape(m_measure).rows(plan());
            QCOMPARE(m_model->recordCount(), inPlan.size());
            for (int row = 0; row < inPlan.size(); ++row)
                QCOMPARE(m_model->rowAt(row), inPlan[row]);
        }
    }

    void yearsFollowThePlanAndUndo()
    {
        show(yearShape(plan(), m_measure));
        QCOMPARE(m_model->columnCount(), 4);
        QCOMPARE(m_model->headerData(1, Qt::Horizontal).toString(), u"令和5年度"_s);
        QSignalSpy accepted(m_model.get(), &GridModel::accepted);
        const QModelIndex last = m_model->index(0, 3);
        QVERIFY(m_model->setData(last, u"終了処理\n報告"_s));
        QTRY_VERIFY(!accepted.isEmpty());
        QCOMPARE(last.data().toString(), u"終了処理\n報告"_s);
        QCOMPARE(m_document->history().undoable()->title, u"取組『取組1』の令和7年度を変更"_s);
        const RowId row = m_model->addRecord(0);
        QTRY_COMPARE(m_model->rowCount(), 4);
        QCOMPARE(m_model->rowOf(row), 1);
        m_model->moveRecords({1}, -1);
        QTRY_COMPARE(m_model->rowOf(row), 0);
        for (int step = 0; step < 3; ++step)
            QVERIFY(m_document->undoNow());
        QCOMPARE(m_model->rowCount(), 3);
        QVERIFY(!m_model->index(0, 3).data().toString().contains(u"終了処理"_s));
    }

    void aYearsTextIsAnInputOfItsYear()
    {
        show(yearShape(plan(), m_measure));
        const InputPlace place{Owner(TableId::Initiative, m_model->recordAt(0)), -1, u"2024"_s};
        QCOMPARE(m_model->placeOf(m_model->index(0, 2)), place);
        QCOMPARE(m_model->cellOf(place), m_model->index(0, 2));
        QVERIFY(!m_model->cellOf({place.row, -1, u"2031"_s}).isValid());
        const InputPlace name{place.row, fieldIndex<&Initiative::title>(), {}};
        QCOMPARE(m_model->cellOf(name), m_model->index(0, 0));
    }

    void finerTimesAreShownAndNotEdited()
    {
        const RowId bar = added(0, 1);
        QVERIFY(m_model->paste(1, {Name, Starts, Ends}, {{u"構築"_s, u"R5.10"_s, u"R6"_s}}));
        QVERIFY(m_document->flush());
        show(yearShape(plan(), m_measure));
        QCOMPARE(m_model->index(0, 1).data().toString(), u"構築（10月から）"_s);
        QCOMPARE(m_model->index(0, 1).data(Qt::EditRole).toString(), u"構築"_s);
        const qint64 before = m_document->sequence();
        QVERIFY(m_model->paste(0, {1, 2}, {{u"構築（10月から）"_s, u"構築"_s}})); // as they are
        QVERIFY(m_model->setData(m_model->index(0, 1), u"構築\n"_s));
        QVERIFY(m_document->flush());
        QCOMPARE(m_document->sequence(), before);
        QCOMPARE(bars(m_model->recordAt(0)), QStringList{u"構築 R5.10-R6"_s});
        QVERIFY(m_model->paste(0, {1}, {{u"構築（10月から）\n研修"_s}})); // a line was added in the spreadsheet
        QVERIFY(m_document->flush());
        QCOMPARE(m_model->index(0, 1).data().toString(), u"構築（10月から）\n研修"_s);
        QCOMPARE(plan().find(Id<Phase>(bar))->label, u"構築"_s);
    }

    void aBlockOfYearsIsOneStepAndMakesRows()
    {
        show(yearShape(plan(), m_measure));
        QVERIFY(m_model->paste(2, {0, 1, 2, 3},
                               {{u"甲"_s, u"調査"_s, u"調査"_s, u"▲公開"_s}, {u"乙"_s, QString(), u"検討\n試行"_s, QString()}}));
        QVERIFY(m_document->flush());
        QCOMPARE(shown(), (QStringList{u"取組1"_s, u"取組2"_s, u"甲"_s, u"乙"_s}));
        QCOMPARE(m_model->index(2, 3).data().toString(), u"▲公開"_s);
        QCOMPARE(m_model->index(3, 2).data().toString(), u"検討\n試行"_s);
        QCOMPARE(m_document->history().done().size(), 1);
    }

    void aDoubtAboutABarStandsInItsYears()
    {
        const RowId bar = added(0, 1);
        QVERIFY(m_model->paste(1, {Name, Starts, Ends}, {{u"運用"_s, u"R6"_s, u"R7"_s}}));
        auto note = made<Annotation>();
        note.table = u"phase"_s;
        note.row = bar;
        note.field = u"starts"_s;
        note.kind = u"要原典確認"_s;
        note.text = u"開始がない。"_s;
        auto other = made<Annotation>();
        other.table = u"initiative"_s;
        other.row = m_model->recordAt(0);
        other.field = u"remark"_s;
        other.kind = u"要原典確認"_s;
        other.text = u"備考が読めない。"_s;
        QVERIFY(m_document->apply(insertionOf(note, other)));
        const auto doubt = [this](int row, int column) {
            return m_model->index(row, column).data(GridModel::DoubtRole).toString();
        };
        QCOMPARE(doubt(0, Name), QString()); // the remark has a cell of its own here
        QVERIFY(doubt(1, Starts).contains(u"開始がない。"_s));
        auto ofAll = made<Annotation>();
        ofAll.table = u"phase"_s;
        ofAll.row = bar;
        ofAll.kind = u"要原典確認"_s;
        ofAll.text = u"帯が二つある。"_s;
        QVERIFY(m_document->apply(insertionOf(ofAll)));
        QVERIFY(doubt(1, Name).contains(u"帯が二つある。"_s));
        QCOMPARE(doubt(1, 5), QString()); // a bar has no such cell
        show(yearShape(plan(), m_measure));
        QVERIFY(doubt(0, 0).contains(u"備考が読めない。"_s));
        QCOMPARE(doubt(0, 1), QString());
        QVERIFY(doubt(0, 2).contains(u"開始がない。"_s));
        QVERIFY(doubt(0, 3).contains(u"開始がない。"_s));
        QCOMPARE(doubt(1, 2), QString());
    }

    void anIndicatorOfAMeasureHasItsValuesBelow()
    {
        show(formIndicatorShape(m_measure));
        const RowId indicator = added(-1, 0);
        QCOMPARE(plan().find(Id<Indicator>(indicator))->measure, m_measure);
        const RowId value = added(0, 1);
        QCOMPARE(plan().find(Id<IndicatorValue>(value))->indicator, Id<Indicator>(indicator));
        QVERIFY(m_model->setData(cell(indicator, 1), u"件"_s));
        QVERIFY(m_document->flush());
        QVERIFY(m_model->setData(cell(value, 1), u"1,200件"_s)); // as offices write it
        QVERIFY(m_document->flush());
        QCOMPARE(plan().find(Id<IndicatorValue>(value))->value, u"1200"_s);
        QCOMPARE(cell(value, 1).data().toString(), u"1,200"_s);
        QVERIFY(!cell(indicator, 2).data(GridModel::ThereRole).toBool());
        QVERIFY(!m_model->flags(cell(indicator, 2)).testFlag(Qt::ItemIsEditable));
    }

    void theOfficesOfARoleAreThoseOfToday()
    {
        auto office = made<Department>();
        office.name = u"財政課"_s;
        auto lead = made<Responsibility>(u"A"_s);
        lead.measure = m_measure;
        lead.department = office.id;
        lead.role = u"lead"_s;
        auto former = lead;
        former.id = Id<Responsibility>(m_document->environment().ids());
        former.position = u"B"_s;
        former.to = PlanTime::fiscalYear(2001);
        auto related = made<Responsibility>(u"C"_s);
        related.measure = m_measure;
        related.actor = u"国"_s;
        related.role = u"related"_s;
        QVERIFY(m_document->apply(insertionOf(office, lead, former, related)));
        const auto idsOf = [this](const QString &role) {
            QList<RowId> ids;
            for (const GridRow &row : officesShape(m_measure, role).rows(plan()))
                ids << row.id;
            return ids;
        };
        QCOMPARE(idsOf(u"lead"_s), QList<RowId>{lead.id.row});
        QCOMPARE(idsOf(u"related"_s), QList<RowId>{related.id.row});
    }
};

QTEST_GUILESS_MAIN(ScheduleShapes)
#include "tst_schedule_shapes.moc"
