// SPDX-License-Identifier: GPL-3.0-or-later
// Statements about working in a grid: the keyboard of Excel, the mouse, blocks, sorting, filtering, finding.
#include "tests/support/rows.h"
#include "tests/support/samples.h"
#include "tests/support/warnings.h"
#include "views/grid/grid_filter.h"
#include "views/grid/grid_find.h"
#include "views/grid/grid_head.h"
#include "views/grid/grid_panel.h"

#include <QAbstractItemModelTester>
#include <QApplication>
#include <QClipboard>
#include <QComboBox>
#include <QLabel>
#include <QLineEdit>
#include <QListView>
#include <QMenu>
#include <QMimeData>
#include <QPlainTextEdit>
#include <QPointer>
#include <QPushButton>
#include <QScrollBar>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

using namespace shisaku;
using namespace Qt::StringLiterals;

namespace {
enum Office { Name, Yomi, Parent, From };

GridShape officeShape()
{
    GridShape shape;
    shape.table = TableId::Department;
    shape.key = u"offices"_s;
    shape.columns = {fieldColumn<&Department::name>(160), fieldColumn<&Department::yomi>(140),
                     fieldColumn<&Department::parent>(140), fieldColumn<&Department::valid_from>(100)};
    shape.rows = [](const Plan &plan) { return gridRows(plan.ordered<Department>()); };
    shape.initial = {{fieldIndex<&Department::name>(), u"新しい部署"_s}};
    return shape;
}

enum Figure { Year, Scope, Before, After, Source, Count };

/// Results, of which the year is told and the scope is picked by digits.
GridShape figureShape()
{
    GridShape shape;
    shape.table = TableId::Effect;
    shape.key = u"figures"_s;
    GridColumn year;
    year.header = u"年度"_s;
    year.width = 90;
    year.text = [](const Plan &plan, RowId row) { return plan.find(Id<Effect>(row))->as_of.toJapanese(); };
    GridColumn scope = fieldColumn<&Effect::scope>(90);
    scope.keysPick = true;
    scope.mark = [](const Plan &plan, RowId row) { return plan.find(Id<Effect>(row))->scope.isEmpty() ? QString() : u"●"_s; };
    scope.tone = [](const Plan &, RowId) { return 1; };
    GridColumn source = fieldColumn<&Effect::source>(150, true);
    source.isLong = true;
    shape.columns = {year,
                     scope,
                     fieldColumn<&Effect::hours_before>(u"導入前（時間）"_s, 100),
                     fieldColumn<&Effect::hours_after>(u"導入後（時間）"_s, 100),
                     source,
                     fieldColumn<&Effect::task_count>(90)};
    shape.rows = [](const Plan &plan) { return gridRows(plan.ordered<Effect>()); };
    return shape;
}

/// The categories as a tree.
GridShape treeShape()
{
    GridShape shape;
    shape.table = TableId::Category;
    shape.key = u"tree"_s;
    shape.whole = fieldIndex<&Category::parent>();
    shape.nests = true;
    shape.columns = {fieldColumn<&Category::title>(220), fieldColumn<&Category::code>(80), fieldColumn<&Category::text>(160, true)};
    shape.rows = [](const Plan &plan) {
        QList<GridRow> rows;
        const std::function<void(Id<Category>, int)> add = [&](Id<Category> above, int level) {
            for (const Category *category : plan.ordered<Category>()) {
                if (category->parent != above)
                    continue;
                rows << GridRow{category->id.row, 0, level};
                add(category->id, level + 1);
            }
        };
        add({}, 0);
        return rows;
    };
    return shape;
}

ChangeSet content()
{
    RowMaker maker(randomIds());
    PlanInfo info;
    info.title = u"試験計画"_s;
    maker.add(info);
    const auto office = [&maker](const QString &name, const QString &yomi, Id<Department> parent = {}) {
        Department department;
        department.name = name;
        department.yomi = yomi;
        department.parent = parent;
        return maker.add(department);
    };
    const auto section = office(u"総務部"_s, u"そうむぶ"_s);
    office(u"情報政策課"_s, u"じょうほうせいさくか"_s, section);
    office(u"財政課"_s, {}, section);
    office(u"市民課"_s, u"しみんか"_s);
    office(u"税務課"_s, u"ぜいむか"_s);
    for (int i = 0; i < 5; ++i) {
        Effect effect;
        effect.as_of = PlanTime::fiscalYear(2021 + i);
        effect.hours_before = QString::number(100 * (i + 1));
        effect.hours_after = i == 2 ? QString() : QString::number(10 * (i + 1));
        maker.add(effect);
    }
    Classification aims;
    aims.key = u"aim"_s;
    aims.title = u"目指す姿"_s;
    aims.levels = u"目標/施策群"_s;
    const auto classification = maker.add(aims);
    Id<Category> last;
    for (const QString &title : {u"便利なまち"_s, u"窓口"_s, u"安全なまち"_s}) {
        Category category;
        category.classification = classification;
        category.title = title;
        category.parent = title == u"窓口" ? last : Id<Category>();
        last = maker.add(category);
    }
    return std::move(maker).change();
}
} // namespace

class TestGridView : public QObject {
    Q_OBJECT

private slots:
    void init()
    {
        failOnWarnings();
        m_document = documentOf(content(), m_folder.filePath(u"%1.dxplan"_s.arg(++m_files)));
    }
    void cleanup()
    {
        m_panel.reset();
        m_document.reset();
    }

    void whatIsTypedReplacesTheCellAndEnterGoesDown()
    {
        open(officeShape());
        choose(1, Yomi);
        type(u"abc"_s);
        key(Qt::Key_Return);
        settle();
        QCOMPARE(text(1, Yomi), u"abc"_s);
        QCOMPARE(place(), QPoint(2, Yomi));
        key(Qt::Key_Return, Qt::ShiftModifier);
        QCOMPARE(place(), QPoint(1, Yomi));
        QVERIFY(m_document->undoNow());
        QCOMPARE(text(1, Yomi), u"じょうほうせいさくか"_s);
    }

    void keysThatComeFasterThanTheWindowFollowsEachGoToTheirCell()
    {
        open(officeShape());
        choose(0, Yomi);
        for (const Qt::Key letter : {Qt::Key_A, Qt::Key_B, Qt::Key_C}) { // nothing is processed in between
            QTest::keyClick(QApplication::focusWidget(), letter);
            QTest::keyClick(QApplication::focusWidget(), Qt::Key_Return);
        }
        settle();
        QCOMPARE(text(0, Yomi), u"a"_s);
        QCOMPARE(text(1, Yomi), u"b"_s);
        QCOMPARE(text(2, Yomi), u"c"_s);
    }

    void aBlockPastedIntoTheEditorOfANewRowMakesRows()
    {
        open(officeShape());
        const int before = m_panel->model()->recordCount();
        choose(before - 1, Name);
        key(Qt::Key_Plus, Qt::ControlModifier);
        settle();
        QVERIFY(editor<QLineEdit>());
        QGuiApplication::clipboard()->setText(u"甲課\tこうか\n乙課\tおつか\n"_s);
        key(Qt::Key_V, Qt::ControlModifier);
        settle();
        QCOMPARE(m_panel->model()->recordCount(), before + 2);
        QCOMPARE(text(before, Name), u"甲課"_s);
        QCOMPARE(text(before + 1, Yomi), u"おつか"_s);
    }

    void whatIsPastedBelowTheRowsComesBehindThem()
    {
        open(officeShape());
        const int before = m_panel->model()->recordCount();
        choose(0, Name);
        QWidget *ground = m_panel->grid()->viewport();
        QTest::mouseClick(ground, Qt::LeftButton, {}, {40, ground->height() - 4});
        QGuiApplication::clipboard()->setText(u"甲課\n乙課\n"_s);
        key(Qt::Key_V, Qt::ControlModifier);
        settle();
        QCOMPARE(m_panel->model()->recordCount(), before + 2);
        QCOMPARE(text(before, Name), u"甲課"_s);
    }

    void f2GoesOnBehindWhatStandsThere()
    {
        open(officeShape());
        choose(4, Yomi);
        key(Qt::Key_F2);
        type(u"x"_s);
        key(Qt::Key_Home); // within the line, not in the grid
        type(u"y"_s);
        key(Qt::Key_Return);
        settle();
        QCOMPARE(text(4, Yomi), u"yぜいむかx"_s);
    }

    void anArrowEndsWhatWasTypedOver()
    {
        open(officeShape());
        choose(2, Yomi);
        type(u"a"_s);
        key(Qt::Key_Up);
        settle();
        QCOMPARE(text(2, Yomi), u"a"_s);
        QCOMPARE(place(), QPoint(1, Yomi));
        QVERIFY(!editor<QLineEdit>());
        type(u"b"_s);
        key(Qt::Key_Left);
        settle();
        QCOMPARE(place(), QPoint(1, Name));
    }

    void tabGoesToTheNextCellAndEnterBackBelowTheFirst()
    {
        open(officeShape());
        choose(0, Name);
        type(u"a"_s);
        key(Qt::Key_Tab);
        QCOMPARE(place(), QPoint(0, Yomi));
        QVERIFY(!editor<QLineEdit>());
        type(u"b"_s);
        key(Qt::Key_Tab);
        QCOMPARE(place(), QPoint(0, Parent));
        key(Qt::Key_Return);
        settle();
        QCOMPARE(place(), QPoint(1, Name));
        QCOMPARE(text(0, Name), u"a"_s);
        QCOMPARE(text(0, Yomi), u"b"_s);
        key(Qt::Key_Tab, Qt::ShiftModifier);
        QCOMPARE(place(), QPoint(0, From));
    }

    void escapeGivesUpAndLeavingWritesNothing()
    {
        open(officeShape());
        const QSignalSpy changed(m_document.get(), &PlanDocument::changed);
        choose(1, Yomi);
        type(u"abc"_s);
        key(Qt::Key_Escape);
        key(Qt::Key_F2);
        key(Qt::Key_Return);
        settle();
        QCOMPARE(text(1, Yomi), u"じょうほうせいさくか"_s);
        QCOMPARE(changed.count(), 0);
    }

    void controlAndArrowsGoToTheEdgeOfABlock()
    {
        open(officeShape());
        choose(0, Yomi);
        key(Qt::Key_Down, Qt::ControlModifier);
        QCOMPARE(place(), QPoint(1, Yomi)); // the next is empty
        key(Qt::Key_Down, Qt::ControlModifier);
        QCOMPARE(place(), QPoint(3, Yomi));
        key(Qt::Key_Down, Qt::ControlModifier);
        QCOMPARE(place(), QPoint(4, Yomi));
        key(Qt::Key_Home);
        QCOMPARE(place(), QPoint(4, Name));
        key(Qt::Key_End);
        QCOMPARE(place(), QPoint(4, From));
        key(Qt::Key_Home, Qt::ControlModifier);
        QCOMPARE(place(), QPoint(0, Name));
        key(Qt::Key_End, Qt::ControlModifier);
        QCOMPARE(place(), QPoint(4, From));
    }

    void shiftExtendsFromTheCurrentCell()
    {
        open(officeShape());
        choose(1, Yomi);
        key(Qt::Key_Down, Qt::ShiftModifier);
        key(Qt::Key_Right, Qt::ShiftModifier);
        QCOMPARE(chosen(), 4);
        QCOMPARE(place(), QPoint(1, Yomi)); // typing begins where the block was begun
        key(Qt::Key_Left, Qt::ShiftModifier);
        QCOMPARE(chosen(), 2);
        key(Qt::Key_End, Qt::ControlModifier | Qt::ShiftModifier);
        QCOMPARE(chosen(), 4 * 3);
        key(Qt::Key_Space, Qt::ShiftModifier);
        QCOMPARE(chosen(), 4 * 4);
        choose(2, Yomi);
        key(Qt::Key_Space, Qt::ControlModifier);
        QCOMPARE(chosen(), 5);
        key(Qt::Key_A, Qt::ControlModifier);
        QCOMPARE(chosen(), 20);
    }

    void theMouseChoosesBlocksAndScatteredCells()
    {
        open(officeShape());
        drag({0, Name}, {2, Yomi});
        QCOMPARE(chosen(), 6);
        QCOMPARE(place(), QPoint(0, Name));
        click({4, Parent}, Qt::ControlModifier);
        QCOMPARE(chosen(), 7);
        click({1, Name});
        QCOMPARE(chosen(), 1);
        click({3, Parent}, Qt::ShiftModifier);
        QCOMPARE(chosen(), 9);
        QCOMPARE(grid()->chosenRecords().size(), 3);
    }

    void blocksGoThroughTheClipboardAsTextAndAsTable()
    {
        open(officeShape());
        choose(0, Name);
        key(Qt::Key_Down, Qt::ShiftModifier);
        key(Qt::Key_Right, Qt::ShiftModifier);
        key(Qt::Key_C, Qt::ControlModifier);
        const QMimeData *copied = QApplication::clipboard()->mimeData();
        QCOMPARE(copied->text(), u"総務部\tそうむぶ\n情報政策課\tじょうほうせいさくか\n"_s);
        QVERIFY(copied->html().contains(u"<th"_s));
        QVERIFY(copied->html().contains(u">情報政策課</td>"_s));
        choose(3, Name);
        key(Qt::Key_V, Qt::ControlModifier);
        settle();
        QCOMPARE(text(3, Name), u"総務部"_s);
        QCOMPARE(text(4, Yomi), u"じょうほうせいさくか"_s);
        QVERIFY(m_document->undoNow()); // one step
        QCOMPARE(text(3, Name), u"市民課"_s);
        QCOMPARE(text(4, Name), u"税務課"_s);
        key(Qt::Key_X, Qt::ControlModifier);
        settle();
        QCOMPARE(QApplication::clipboard()->text(), u"市民課"_s);
        QVERIFY(!panel().refusal().isEmpty()); // an office has a name
    }

    void oneCellFillsEverythingChosen()
    {
        open(officeShape());
        QApplication::clipboard()->setText(u"よみ"_s);
        click({0, Yomi});
        click({2, Yomi}, Qt::ControlModifier);
        click({4, Yomi}, Qt::ControlModifier);
        key(Qt::Key_V, Qt::ControlModifier);
        settle();
        QCOMPARE(column(Yomi), u"よみ|じょうほうせいさくか|よみ|しみんか|よみ"_s);
        QVERIFY(m_document->undoNow());
        QCOMPARE(column(Yomi), u"そうむぶ|じょうほうせいさくか||しみんか|ぜいむか"_s);
    }

    void oneCellPastedIntoOneIsEnteredAsIfTyped()
    {
        open(officeShape());
        QApplication::clipboard()->setText(u"abc"_s);
        choose(1, From);
        key(Qt::Key_V, Qt::ControlModifier);
        settle();
        QCOMPARE(text(1, From), u"abc"_s); // what was refused stays where it was put
        QVERIFY(!model()->index(1, From).data(GridModel::RefusedRole).toString().isEmpty());
        QVERIFY(!panel().refusal().isEmpty());
        QApplication::clipboard()->setText(u"R6.4.1"_s);
        key(Qt::Key_V, Qt::ControlModifier);
        settle();
        QVERIFY2(panel().refusal().isEmpty(), qPrintable(panel().refusal()));
        QVERIFY(m_document->unsaved().isEmpty());
        QVERIFY(!text(1, From).isEmpty());
        const QSignalSpy changed(m_document.get(), &PlanDocument::changed);
        key(Qt::Key_C, Qt::ControlModifier);
        key(Qt::Key_V, Qt::ControlModifier); // itself
        settle();
        QCOMPARE(changed.count(), 0);
        QVERIFY(m_document->undoNow());
        QVERIFY(text(1, From).isEmpty());
    }

    void controlEnterWritesIntoEverythingChosen()
    {
        open(officeShape());
        choose(1, Yomi);
        key(Qt::Key_Down, Qt::ShiftModifier);
        type(u"z"_s);
        key(Qt::Key_Return, Qt::ControlModifier);
        settle();
        QCOMPARE(column(Yomi), u"そうむぶ|z|z|しみんか|ぜいむか"_s);
        QCOMPARE(chosen(), 2);
    }

    void fillingTakesWhatStandsBefore()
    {
        open(officeShape());
        choose(2, Yomi);
        key(Qt::Key_D, Qt::ControlModifier);
        settle();
        QCOMPARE(text(2, Yomi), u"じょうほうせいさくか"_s);
        choose(3, Name);
        key(Qt::Key_Right, Qt::ShiftModifier);
        key(Qt::Key_R, Qt::ControlModifier);
        settle();
        QCOMPARE(text(3, Yomi), u"市民課"_s);
    }

    void deleteClearsAndBackspaceBeginsAnew()
    {
        open(officeShape());
        choose(0, Yomi);
        key(Qt::Key_Down, Qt::ShiftModifier);
        key(Qt::Key_Delete);
        settle();
        QCOMPARE(column(Yomi), u"|||しみんか|ぜいむか"_s);
        choose(3, Yomi);
        key(Qt::Key_Backspace);
        QVERIFY(editor<QLineEdit>());
        QCOMPARE(editor<QLineEdit>()->text(), QString());
        type(u"q"_s);
        key(Qt::Key_Return);
        settle();
        QCOMPARE(text(3, Yomi), u"q"_s);
    }

    void rowsComeGoAndMoveByKeys()
    {
        open(officeShape());
        const QAbstractItemModelTester tester(model());
        choose(1, Yomi);
        key(Qt::Key_Plus, Qt::ControlModifier);
        type(u"new"_s); // perhaps before the row is there
        QTRY_VERIFY(editor<QLineEdit>() && editor<QLineEdit>()->text() == u"new");
        key(Qt::Key_Return);
        settle();
        QCOMPARE(model()->recordCount(), 6);
        QCOMPARE(text(2, Name), u"new"_s);
        choose(2, Name);
        key(Qt::Key_Up, Qt::AltModifier);
        settle();
        QCOMPARE(text(1, Name), u"new"_s);
        QCOMPARE(place(), QPoint(1, Name));
        key(Qt::Key_Minus, Qt::ControlModifier);
        settle();
        QCOMPARE(model()->recordCount(), 5);
        key(Qt::Key_Insert);
        settle();
        QCOMPARE(model()->recordCount(), 6);
        key(Qt::Key_Escape); // nothing was entered
        settle();
        QCOMPARE(model()->recordCount(), 5);
    }

    void rowsNestByKeys()
    {
        open(treeShape(), GridTools::Below);
        QCOMPARE(level(1), 1);
        choose(2, 0);
        key(Qt::Key_Right, Qt::AltModifier);
        settle();
        QCOMPARE(level(2), 1);
        QCOMPARE(place(), QPoint(2, 0));
        key(Qt::Key_Left, Qt::AltModifier);
        settle();
        QCOMPARE(level(2), 0);
    }

    void aListOpensByF2AndByAClickOnTheCurrentCell()
    {
        open(officeShape());
        choose(3, Parent);
        key(Qt::Key_F2);
        auto *list = editor<QComboBox>();
        QVERIFY(list);
        QTRY_VERIFY(list->view()->isVisible());
        QTest::keyClick(list->view(), Qt::Key_Down);
        QTest::keyClick(list->view(), Qt::Key_Return);
        settle();
        QTRY_VERIFY(!editor<QComboBox>());
        QCOMPARE(text(3, Parent), u"総務部"_s);
        QTRY_VERIFY(grid()->hasFocus());
        click({1, Parent});
        QVERIFY(!editor<QComboBox>());
        click({1, Parent});
        QVERIFY(editor<QComboBox>());
        QTRY_VERIFY(editor<QComboBox>()->view()->isVisible());
        QTest::keyClick(editor<QComboBox>()->view(), Qt::Key_Escape);
        QTRY_VERIFY(!editor<QComboBox>());
        settle();
        QCOMPARE(text(1, Parent), u"総務部"_s);
    }

    void whatIsNoLongerInAListStays()
    {
        GridShape shape = officeShape();
        shape.columns[Yomi].options = [](const Plan &) { return QList<Option>{{u"a"_s, u"あ"_s}}; };
        open(shape);
        choose(0, Yomi);
        key(Qt::Key_F2);
        QVERIFY(editor<QComboBox>());
        QCOMPARE(editor<QComboBox>()->currentText(), u"そうむぶ"_s);
        QTest::keyClick(editor<QComboBox>(), Qt::Key_Return);
        settle();
        QCOMPARE(text(0, Yomi), u"そうむぶ"_s);
    }

    void whileAnInputMethodComposesTheKeysAreItsOwn()
    {
        open(officeShape());
        choose(2, Yomi);
        key(Qt::Key_F2);
        auto *line = editor<QLineEdit>();
        QInputMethodEvent composing(u"ざいせいか"_s, {});
        QCoreApplication::sendEvent(line, &composing);
        key(Qt::Key_Return);
        QCOMPARE(editor<QLineEdit>(), line);
        panel().flush();
        settle();
        QCOMPARE(text(2, Yomi), QString());
        QInputMethodEvent done;
        done.setCommitString(u"ざいせいか"_s);
        QCoreApplication::sendEvent(line, &done);
        key(Qt::Key_Return);
        settle();
        QCOMPARE(text(2, Yomi), u"ざいせいか"_s);
        // Typing over begins by composing, too.
        choose(3, Yomi);
        QCoreApplication::sendEvent(grid(), &composing);
        QVERIFY(editor<QLineEdit>());
        key(Qt::Key_Down);
        key(Qt::Key_Return);
        QVERIFY(editor<QLineEdit>());
        QCoreApplication::sendEvent(QApplication::focusWidget(), &done);
        key(Qt::Key_Return);
        settle();
        QCOMPARE(text(3, Yomi), u"ざいせいか"_s);
    }

    void altEnterBeginsALine()
    {
        open(treeShape());
        choose(0, 2);
        type(u"a"_s);
        QVERIFY(editor<QPlainTextEdit>());
        key(Qt::Key_Return, Qt::AltModifier);
        type(u"b"_s);
        key(Qt::Key_Return);
        settle();
        QCOMPARE(text(0, 2), u"a\nb"_s);
        QTRY_VERIFY(grid()->rowHeight(0) > grid()->rowHeight(1));
        choose(0, 2);
        type(u"c"_s);
        key(Qt::Key_Return);
        settle();
        QCOMPARE(text(0, 2), u"c"_s);
    }

    void digitsPickForAllChosenRows()
    {
        open(figureShape());
        choose(0, Year); // told, not typed: the digits mean what is picked
        key(Qt::Key_Down, Qt::ShiftModifier);
        key(Qt::Key_2);
        settle();
        QCOMPARE(column(Scope), u"合計|合計|||"_s);
        choose(2, Scope);
        QTest::sendKeyEvent(QTest::Click, grid(), Qt::Key_3, u"３"_s, Qt::NoModifier);
        settle();
        QCOMPARE(text(2, Scope), u"累計"_s);
        key(Qt::Key_0);
        settle();
        QCOMPARE(text(2, Scope), QString());
        choose(0, Year);
        key(Qt::Key_Delete);
        settle();
        QCOMPARE(column(Scope), u"|合計|||"_s);
        QInputMethodEvent typed;
        typed.setCommitString(u"１"_s);
        QCoreApplication::sendEvent(grid(), &typed);
        settle();
        QCOMPARE(text(0, Scope), u"単年度"_s);
    }

    void whatWasRefusedStaysAndIsExplained()
    {
        open(officeShape());
        choose(0, From);
        type(u"abc"_s);
        key(Qt::Key_Return);
        settle();
        QCOMPARE(text(0, From), u"abc"_s);
        QVERIFY(!panel().refusal().isEmpty());
        QVERIFY(!model()->index(0, From).data(GridModel::RefusedRole).toString().isEmpty());
        choose(3, Name);
        m_document->unsaved().lead(model()->placeOf(model()->index(0, From)));
        QTRY_COMPARE(place(), QPoint(0, From));
    }

    void aClickOnTheHeadSortsAndSaysSo()
    {
        open(officeShape());
        clickHead(Yomi);
        QCOMPARE(column(Name), u"市民課|情報政策課|税務課|総務部|財政課"_s);
        QVERIFY(says(u"「よみ」の小さい順"_s));
        clickHead(Yomi);
        QCOMPARE(column(Name), u"総務部|税務課|情報政策課|市民課|財政課"_s);
        clickHead(Yomi);
        QCOMPARE(column(Name), u"総務部|情報政策課|財政課|市民課|税務課"_s);
        QVERIFY(!says(u"順に並べて"_s));
    }

    void theFilterOfAColumnShowsWhatIsChosen()
    {
        open(officeShape());
        choose(0, Parent);
        key(Qt::Key_L, Qt::ControlModifier | Qt::ShiftModifier);
        auto *filter = grid()->findChild<GridFilter *>();
        QVERIFY(filter);
        auto *list = filter->findChild<QListView *>();
        QCOMPARE(list->model()->rowCount(), 2); // 総務部 and nothing
        QTest::mouseClick(list->viewport(), Qt::LeftButton, {}, list->visualRect(list->model()->index(1, 0)).center());
        QTest::keyClick(list, Qt::Key_Return);
        QCOMPARE(column(Name), u"情報政策課|財政課"_s);
        QVERIFY(says(u"上位の部署（5件のうち2件）"_s));
        // What is edited stays until the filter is applied again.
        choose(0, Parent);
        key(Qt::Key_Delete);
        settle();
        QCOMPARE(model()->recordCount(), 2);
        QTest::mouseClick(button(u"もう一度適用"_s), Qt::LeftButton);
        QCOMPARE(column(Name), u"財政課"_s);
        QTest::mouseClick(button(u"解除"_s), Qt::LeftButton);
        QCOMPARE(model()->recordCount(), 5);
    }

    void theFilterIsNarrowedByTyping()
    {
        open(officeShape());
        grid()->openFilter(Name);
        auto *filter = grid()->findChild<GridFilter *>();
        filter->findChild<QLineEdit *>()->setText(u"政"_s);
        QTest::keyClick(filter->findChild<QLineEdit *>(), Qt::Key_Return);
        QCOMPARE(column(Name), u"情報政策課|財政課"_s);
    }

    void theFilterOfAColumnGoesWithTheColumn()
    {
        open(officeShape());
        grid()->openFilter(Yomi);
        QPointer<GridFilter> filter(grid()->findChild<GridFilter *>());
        QVERIFY(filter && filter->isVisible());
        GridShape shape = officeShape();
        shape.columns.removeFirst(); // another column stands where it was
        model()->setShape(shape);
        QVERIFY(!filter || !filter->isVisible());
        QVERIFY(!model()->order().isFiltered());
    }

    void whoComesIntoTheGridWithAKeyHeldDownHasChosenTheFirstCell()
    {
        open(officeShape());
        QPushButton *add = button(u"行を追加"_s);
        add->setFocus();
        grid()->selectionModel()->clear();
        QTest::keyPress(add, Qt::Key_Control, Qt::ControlModifier);
        grid()->setFocus();
        QTest::keyRelease(grid(), Qt::Key_Control);
        QCOMPARE(place(), QPoint(0, Name));
        QCOMPARE(chosen(), 1);
    }

    void textIsFoundInTheGrid()
    {
        open(officeShape());
        choose(0, Name);
        key(Qt::Key_F, Qt::ControlModifier);
        auto *line = panel().findChild<GridFind *>()->findChild<QLineEdit *>();
        QTRY_VERIFY(line->isVisible());
        line->setText(u"政"_s);
        QTest::keyClick(line, Qt::Key_Return);
        QCOMPARE(place(), QPoint(1, Name));
        QTest::keyClick(line, Qt::Key_F3);
        QCOMPARE(place(), QPoint(2, Name));
        QTest::keyClick(line, Qt::Key_F3, Qt::ShiftModifier);
        QCOMPARE(place(), QPoint(1, Name));
        QTest::keyClick(line, Qt::Key_Escape);
        QVERIFY(!line->isVisible());
        QVERIFY(grid()->hasFocus());
        QVERIFY(!grid()->findNext(u"ない"_s));
    }

    void whatIsChosenIsAddedUp()
    {
        open(figureShape());
        QSignalSpy told(grid(), &GridView::amountsTold);
        choose(0, Before);
        key(Qt::Key_Down, Qt::ControlModifier | Qt::ShiftModifier);
        QTRY_COMPARE(said(told), u"合計 1,500　平均 300　個数 5"_s);
        key(Qt::Key_Right, Qt::ShiftModifier);
        QTRY_COMPARE(said(told), u"合計 1,620　平均 180　個数 9"_s); // one is empty
        choose(0, Year);
        QTRY_COMPARE(said(told), QString());
        key(Qt::Key_Down, Qt::ShiftModifier);
        QTRY_COMPARE(said(told), u"個数 2"_s);
    }

    void frozenColumnsStayWhileTheOthersScroll()
    {
        GridShape shape = figureShape();
        shape.frozen = 1;
        for (GridColumn &column : shape.columns)
            column.width = 200;
        auto widths = std::make_shared<ColumnWidths>();
        widths->width = [](const QString &, const QString &) { return 200; };
        widths->setWidth = [](const QString &, const QString &, int) {};
        open(shape, GridTools::Above, widths);
        QTRY_COMPARE(grid()->columnWidth(Count), 200);
        choose(1, Count);
        QVERIFY(grid()->horizontalScrollBar()->value() > 0);
        QCOMPARE(grid()->visualRect(model()->index(1, Year)).left(), 0);
        QCOMPARE(grid()->indexAt({20, grid()->visualRect(model()->index(2, Year)).center().y()}), model()->index(2, Year));
        QVERIFY(grid()->visualRect(model()->index(1, Count)).right() < grid()->viewport()->width());
        // Going back, a cell is not left below the frozen ones.
        for (const int expected : {Source, After, Before, Scope}) {
            key(Qt::Key_Left);
            QCOMPARE(place(), QPoint(1, expected));
            QVERIFY(grid()->visualRect(grid()->currentIndex()).left() >= 200 || grid()->horizontalScrollBar()->value() == 0);
        }
        choose(1, Count);
        click({3, Year});
        QCOMPARE(place(), QPoint(3, Year));
        QVERIFY(grid()->horizontalScrollBar()->value() > 0);
        QTest::mouseClick(grid()->horizontalHeader()->viewport(), Qt::LeftButton, {}, {60, 10});
        QCOMPARE(model()->order().column, int(Year));
    }

    void whatIsDraggedIsRememberedAndFreedByADoubleClick()
    {
        QHash<QString, int> kept;
        auto widths = std::make_shared<ColumnWidths>();
        widths->width = [&kept](const QString &shape, const QString &head) { return kept.value(shape + u'/' + head); };
        widths->setWidth = [&kept](const QString &shape, const QString &head, int pixels) { kept[shape + u'/' + head] = pixels; };
        open(officeShape(), GridTools::Above, widths);
        QWidget *head = grid()->horizontalHeader()->viewport();
        const QPoint edge(grid()->columnWidth(Name) - 1, 10);
        QTest::mousePress(head, Qt::LeftButton, {}, edge);
        QMouseEvent moved(QEvent::MouseMove, edge + QPoint(40, 0), head->mapToGlobal(edge + QPoint(40, 0)), Qt::NoButton,
                          Qt::LeftButton, {});
        QCoreApplication::sendEvent(head, &moved);
        QTest::mouseRelease(head, Qt::LeftButton, {}, edge + QPoint(40, 0));
        settle();
        QCOMPARE(kept.value(u"offices/名称"_s), 200);
        QCOMPARE(grid()->columnWidth(Name), 200);
        m_panel->resize(500, 400);
        settle();
        QCOMPARE(grid()->columnWidth(Name), 200);
        QTest::mouseDClick(head, Qt::LeftButton, {}, {199, 10});
        settle();
        QCOMPARE(kept.value(u"offices/名称"_s), 0);
        QVERIFY(grid()->columnWidth(Name) < 200);
        QVERIFY(!model()->order().isSorted());
    }

    void anEmptyGridTakesAPaste()
    {
        m_document = documentOf(smallPlan(randomIds(), 0), m_folder.filePath(u"empty.dxplan"_s));
        open(officeShape());
        QVERIFY(button(u"最初の課を入力する"_s)->isVisible());
        QApplication::clipboard()->setText(u"総務課\tそうむか\n税務課\tぜいむか\n"_s);
        grid()->setFocus();
        key(Qt::Key_V, Qt::ControlModifier);
        settle();
        QCOMPARE(column(Name), u"総務課|税務課"_s);
        QCOMPARE(column(Yomi), u"そうむか|ぜいむか"_s);
        QVERIFY(!button(u"最初の課を入力する"_s)->isVisible());
    }

    void inAFormItIsAsTallAsItsRows()
    {
        open(treeShape(), GridTools::BelowSmall);
        QTRY_COMPARE(grid()->verticalScrollBar()->maximum(), 0);
        const int before = grid()->height();
        choose(0, 2);
        type(u"a"_s);
        for (int i = 0; i < 3; ++i) {
            key(Qt::Key_Return, Qt::AltModifier);
            type(u"b"_s);
        }
        key(Qt::Key_Return);
        settle();
        QTRY_VERIFY(grid()->height() > before);
        QCOMPARE(grid()->verticalScrollBar()->maximum(), 0);
    }

    void manyRowsAreMeasuredWhereTheyAreShown()
    {
        RowMaker maker(randomIds());
        PlanInfo info;
        info.title = u"試験計画"_s;
        maker.add(info);
        for (int i = 0; i < 2000; ++i) {
            Effect effect;
            effect.as_of = PlanTime::fiscalYear(2021);
            effect.source = i % 2 == 0 ? u"庁内の調査によるもので、翌年度に見直した値です。"_s : QString();
            maker.add(effect);
        }
        m_document = documentOf(std::move(maker).change(), m_folder.filePath(u"many.dxplan"_s));
        open(figureShape());
        QTRY_VERIFY(grid()->rowHeight(0) > grid()->rowHeight(1));
        QCOMPARE(grid()->rowHeight(1000), grid()->rowHeight(1)); // nobody has looked there
        choose(0, Year);
        key(Qt::Key_End, Qt::ControlModifier);
        QCOMPARE(place(), QPoint(1999, Count));
        QVERIFY(grid()->rowHeight(1998) > grid()->rowHeight(1999));
        QVERIFY(grid()->visualRect(model()->index(1999, 0)).bottom() <= grid()->viewport()->height());
    }

    void theMenuNamesWhatCanBeDone()
    {
        open(officeShape());
        choose(1, Name);
        QStringList texts;
        connect(grid(), &GridView::menuAsked, this, [&texts](QMenu *menu) {
            for (const QAction *action : menu->actions())
                texts << action->text().section(u'\t', 0, 0) + (action->isEnabled() ? QString() : u"-"_s);
            QMetaObject::invokeMethod(menu, &QWidget::close, Qt::QueuedConnection);
        });
        QContextMenuEvent asked(QContextMenuEvent::Keyboard, {}, {}, Qt::NoModifier);
        QCoreApplication::sendEvent(grid()->viewport(), &asked);
        for (const QString &expected :
             {u"切り取り"_s, u"下へ複写"_s, u"行を追加"_s, u"上へ"_s, u"この列で絞り込み…"_s, u"計画の順に戻す-"_s})
            QVERIFY2(texts.contains(expected), qPrintable(expected + u" in "_s + texts.join(u' ')));
    }

private:
    void open(GridShape shape, GridTools tools = GridTools::Above, const std::shared_ptr<ColumnWidths> &widths = {})
    {
        GridTexts texts;
        texts.title = u"表"_s;
        texts.empty = u"まだ何もありません。"_s;
        texts.add = u"最初の課を入力する"_s;
        m_panel = std::make_unique<GridPanel>(m_document.get(), std::move(shape), texts, tools);
        m_panel->resize(660, 420);
        if (widths)
            keepWidths(m_panel.get(), widths);
        m_panel->show();
        QVERIFY(QTest::qWaitForWindowActive(m_panel.get()));
        settle();
    }
    GridPanel &panel() { return *m_panel; }
    GridView *grid() { return m_panel->grid(); }
    GridModel *model() { return m_panel->model(); }
    /// What was entered is in the plan, and the grid shows it.
    void settle()
    {
        for (int round = 0; round < 3; ++round) {
            QCoreApplication::processEvents();
            (void)m_document->flush();
        }
        QCoreApplication::processEvents();
    }
    void choose(int row, int column) { grid()->goTo(model()->index(row, column)); }
    QPoint place() { return {grid()->currentIndex().row(), grid()->currentIndex().column()}; }
    QString text(int row, int column) { return model()->index(row, column).data().toString(); }
    QString column(int column)
    {
        QStringList texts;
        for (int row = 0; row < model()->recordCount(); ++row)
            texts << text(row, column);
        return texts.join(u'|');
    }
    int level(int row) { return model()->index(row, 0).data(GridModel::LevelRole).toInt(); }
    int chosen() { return static_cast<int>(grid()->selectionModel()->selectedIndexes().size()); }
    /// Through whatever has the keyboard.
    static void key(Qt::Key key, Qt::KeyboardModifiers modifiers = {})
    {
        QTest::keyClick(QApplication::focusWidget(), key, modifiers);
        QCoreApplication::processEvents();
    }
    static void type(const QString &text)
    {
        for (const QChar letter : text) {
            QTest::keyClick(QApplication::focusWidget(), letter.toLatin1());
            QCoreApplication::processEvents();
        }
    }
    template <typename T>
    T *editor()
    {
        for (T *found : grid()->viewport()->findChildren<T *>(QString(), Qt::FindDirectChildrenOnly)) {
            if (found->isVisible())
                return found;
        }
        return nullptr;
    }
    QPoint middle(QPoint cell) { return grid()->visualRect(model()->index(cell.x(), cell.y())).center(); }
    void click(QPoint cell, Qt::KeyboardModifiers modifiers = {})
    {
        QTest::mouseClick(grid()->viewport(), Qt::LeftButton, modifiers, middle(cell));
        QCoreApplication::processEvents();
    }
    void drag(QPoint from, QPoint to)
    {
        QWidget *ground = grid()->viewport();
        QTest::mousePress(ground, Qt::LeftButton, {}, middle(from));
        QMouseEvent moved(QEvent::MouseMove, middle(to), ground->mapToGlobal(middle(to)), Qt::NoButton, Qt::LeftButton, {});
        QCoreApplication::sendEvent(ground, &moved);
        QTest::mouseRelease(ground, Qt::LeftButton, {}, middle(to));
    }
    void clickHead(int column)
    {
        QHeaderView *head = grid()->horizontalHeader();
        const QPoint at(head->sectionViewportPosition(column) + head->sectionSize(column) / 2, head->height() / 2);
        QTest::mouseClick(head->viewport(), Qt::LeftButton, {}, at);
        settle();
    }
    QPushButton *button(const QString &text)
    {
        for (QPushButton *found : m_panel->findChildren<QPushButton *>()) {
            if (found->text() == text)
                return found;
        }
        qFatal("no such button");
    }
    bool says(const QString &words)
    {
        const auto labels = m_panel->findChildren<QLabel *>();
        return std::any_of(labels.begin(), labels.end(),
                           [&](const QLabel *label) { return label->isVisible() && label->text().contains(words); });
    }
    static QString said(const QSignalSpy &told) { return told.isEmpty() ? u"nothing"_s : told.last().first().toString(); }

    QTemporaryDir m_folder;
    int m_files = 0;
    std::unique_ptr<PlanDocument> m_document;
    std::unique_ptr<GridPanel> m_panel;
};

QTEST_MAIN(TestGridView)
#include "tst_grid_view.moc"
