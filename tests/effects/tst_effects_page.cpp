// SPDX-License-Identifier: GPL-3.0-or-later
// Statements about the page 実績: it is worked in like a spreadsheet, by real keys, and every edit can be taken back.
#include "models/clip/spreadsheet_text.h"
#include "models/grid/effect_shapes.h"
#include "models/results/effect_amounts.h"
#include "tests/check/check_plan.h"
#include "tests/support/effects_plan.h"
#include "tests/support/rows.h"
#include "tests/support/samples.h"
#include "tests/support/some.h"
#include "tests/support/warnings.h"
#include "views/effects/effects_page.h"
#include "views/effects/effects_sections.h"

#include <QAbstractItemModelTester>
#include <QApplication>
#include <QClipboard>
#include <QElapsedTimer>
#include <QLineEdit>
#include <QPushButton>
#include <QScrollBar>
#include <QSignalSpy>
#include <QTabBar>
#include <QTemporaryDir>
#include <QTest>
#include <QUuid>

using namespace shisaku;
using namespace Qt::StringLiterals;

class TestEffectsPage : public QObject {
    Q_OBJECT

private slots:
    void init();
    void cleanup();

    void theGridShowsYearsAndOneTotal();
    void betweenBothPanesOfASmallWindowNothingIsScrolledSideways();
    void aPrintedFigureThatDiffersStaysBesideTheComputedOne();
    void typingOverwritesAndEnterGoesDown();
    void officesAreTypedByNameAndCompleted();
    void anUnknownOfficeIsRefusedAndToldWhy();
    void aBlockFromASpreadsheetIsOneStep();
    void aBlockWithAnUnreadableCellChangesNothing();
    void aBlockThatDoesNotFitIsRefusedAsAWhole();
    void figuresAreTypedAsOfficesWriteThem();
    void theMarkOfAYesIsTypedAsItIsShown();
    void aRefusedFigureOfABlockIsNamedWithItsRowAndColumn();
    void savingsBelowNothingAreAskedAbout();
    void aBlockWithSavingsBelowNothingIsAskedAbout();
    void theFirstRowOfAToolLeavesTheOthersTheirTabs();
    void emptyLinesAtTheEndOfABlockAreNoRecords();
    void whatIsHiddenIsNeitherCopiedNorCleared();
    void oneCellFillsEverythingChosen();
    void fillDownAndDeleteWorkOnCells();
    void rowsAreAddedAndRemovedWithTheKeyboard();
    void aRowLeftWithEscapeIsGone();
    void copiedCellsAreTabSeparated();
    void anEmptyPlanOffersTheFirstYear();
    void aClickOnABarFiltersTheGrid();
    void casesShowTheirValuesAndSteps();
    void theChosenChartIsMadeWhenItIsLookedAt();
    void theRowOfAFindingIsShownWhereverItIs();
    void valuesOfSheetsAreShownWithTheirCharts();
    void budgetsAreEnteredInATabOfTheirOwn();

private:
    void openWith(const ChangeSet &content);
    ToolSection *tool() const { return qobject_cast<ToolSection *>(m_page->section()); }
    GridModel *model() const { return tool()->part()->model(); }
    GridView *grid() const { return tool()->part()->grid(); }
    QPushButton *confirmation() const
    {
        for (QPushButton *button : tool()->findChildren<QPushButton *>()) {
            if (button->text() == u"このまま入力")
                return button;
        }
        return nullptr;
    }
    QString cell(int row, int column) const { return model()->index(row, column).data().toString(); }
    void choose(int row, int column) const;
    void key(Qt::Key key, Qt::KeyboardModifiers modifiers = Qt::NoModifier) const;
    void settle() const;

    enum Column { Year, Tasks, Offices, OfficeCount, Before, After, Saved, Rate, Basis };

    QTemporaryDir m_folder;
    std::unique_ptr<PlanDocument> m_document;
    std::unique_ptr<EffectsPage> m_page;
};

void TestEffectsPage::openWith(const ChangeSet &content)
{
    m_page.reset();
    m_document.reset();
    const QString path = m_folder.filePath(u"%1.dxplan"_s.arg(QUuid::createUuid().toString(QUuid::Id128)));
    m_document = documentOf(content, path);
    m_page = std::make_unique<EffectsPage>(m_document.get());
    m_page->resize(1180, 820);
    m_page->show();
    QVERIFY(QTest::qWaitForWindowExposed(m_page.get()));
    m_page->activateWindow();
    QCoreApplication::processEvents();
}

void TestEffectsPage::init()
{
    failOnWarnings();
    openWith(effectsPlan(randomIds()));
}

void TestEffectsPage::cleanup()
{
    m_page.reset();
    m_document.reset();
}

void TestEffectsPage::choose(int row, int column) const
{
    grid()->goTo(model()->index(row, column));
}

void TestEffectsPage::key(Qt::Key pressed, Qt::KeyboardModifiers modifiers) const
{
    QWidget *target = QApplication::focusWidget() ? QApplication::focusWidget() : grid();
    QTest::keyClick(target, pressed, modifiers);
}

void TestEffectsPage::settle() const
{
    QVERIFY(m_document->flush().ok());
    QCoreApplication::processEvents();
}

void TestEffectsPage::theGridShowsYearsAndOneTotal()
{
    const QAbstractItemModelTester tester(model());
    QCOMPARE(model()->recordCount(), 5);
    QCOMPARE(model()->rowCount(), 6);
    QCOMPARE(cell(0, Year), u"R1"_s);
    QCOMPARE(cell(0, Saved), u"1,120"_s);
    QCOMPARE(cell(0, Rate), u"79.4"_s);
    QCOMPARE(cell(4, Saved), u"6,841"_s); // what a copy of the cell takes along
    QCOMPARE(model()->index(4, Saved).data(GridModel::PrintedRole).toString(), u"6,841"_s);
    QCOMPARE(cell(5, Year), u"合計（年度実績）"_s);
    QCOMPARE(cell(5, Tasks), u"67"_s);
    QCOMPARE(cell(5, OfficeCount), u"24"_s);
    QCOMPARE(cell(5, Saved), u"6,218"_s);
    QCOMPARE(cell(5, Rate), u"61.3"_s);
    QVERIFY(cell(5, Offices).startsWith(u"延べ39部署（実24部署）：道路河川維持課 4か年"_s));
}

void TestEffectsPage::betweenBothPanesOfASmallWindowNothingIsScrolledSideways()
{
    QVERIFY(!model()->headerData(Before, Qt::Horizontal).toString().contains(u'\n'));
    m_page->resize(550, 700); // what a window of 1280 leaves
    QTRY_COMPARE(grid()->horizontalScrollBar()->maximum(), 0);
    QVERIFY(model()->headerData(Before, Qt::Horizontal).toString().contains(u'\n'));
    const QFontMetrics metrics(figureFont(9.5));
    for (const int column : {Tasks, OfficeCount, Before, After, Saved, Rate}) {
        for (int row = 0; row < model()->rowCount(); ++row)
            QVERIFY(metrics.horizontalAdvance(cell(row, column)) < grid()->columnWidth(column));
    }
}

void TestEffectsPage::aPrintedFigureThatDiffersStaysBesideTheComputedOne()
{
    QVERIFY(model()->index(0, Rate).data(GridModel::PrintedRole).toString().isEmpty());
    ChangeBuilder change(u"原典の率を変更"_s);
    change.set<&Effect::printed_rate>(Id<Effect>(model()->recordAt(0)), u"20.6"_s);
    QVERIFY(m_document->apply(std::move(change).build()).ok());
    QCOMPARE(cell(0, Rate), u"79.4"_s);
    QCOMPARE(model()->index(0, Rate).data(GridModel::PrintedRole).toString(), u"20.6"_s);
}

void TestEffectsPage::typingOverwritesAndEnterGoesDown()
{
    choose(0, Before);
    for (Qt::Key digit : {Qt::Key_2, Qt::Key_0, Qt::Key_0, Qt::Key_0})
        key(digit);
    key(Qt::Key_Return);
    settle();
    QCOMPARE(cell(0, Before), u"2,000"_s);
    QCOMPARE(cell(0, Saved), u"1,710"_s);
    QCOMPARE(cell(0, Rate), u"85.5"_s);
    QCOMPARE(grid()->currentIndex(), model()->index(1, Before));
    key(Qt::Key_F2);
    auto *line = qobject_cast<QLineEdit *>(QApplication::focusWidget());
    QVERIFY(line);
    QCOMPARE(line->text(), u"2337"_s);
    key(Qt::Key_Escape);
    key(Qt::Key_Tab);
    QCOMPARE(grid()->currentIndex(), model()->index(1, After));
    QVERIFY(m_document->undoNow().ok());
    QCOMPARE(cell(0, Before), u"1,410"_s);
}

void TestEffectsPage::officesAreTypedByNameAndCompleted()
{
    choose(0, Offices);
    key(Qt::Key_F2);
    auto *line = qobject_cast<QLineEdit *>(QApplication::focusWidget());
    QVERIFY(line);
    line->setText(u"環境施設課、会計"_s);
    line->setModified(true);
    key(Qt::Key_Return);
    settle();
    QCOMPARE(cell(0, Offices), u"環境施設課、会計課"_s);
    QCOMPARE(cell(0, OfficeCount), u"2"_s);
    QCOMPARE(model()->index(0, OfficeCount).data(GridModel::PrintedRole).toString(), u"4"_s);
    QVERIFY(m_document->undoNow().ok());
    QCOMPARE(cell(0, OfficeCount), u"4"_s);
}

void TestEffectsPage::anUnknownOfficeIsRefusedAndToldWhy()
{
    QVERIFY(!model()->setData(model()->index(0, Offices), u"環境施設課、宇宙開発課"_s));
    QVERIFY(model()->index(0, Offices).data(GridModel::RefusedRole).toString().contains(u"宇宙開発課"_s));
    QCOMPARE(m_document->plan().rows<EffectDepartment>().size(), 39);
    QCOMPARE(m_document->unsaved().count(), 1);

    // It is there until the officer gives it up, other cells and another page notwithstanding.
    QVERIFY(model()->setData(model()->index(0, Tasks), u"15"_s));
    settle();
    m_page = std::make_unique<EffectsPage>(m_document.get());
    m_page->show();
    QCOMPARE(cell(0, Offices), u"環境施設課、宇宙開発課"_s);
    QVERIFY(model()->index(0, Offices).data(GridModel::RefusedRole).toString().contains(u"宇宙開発課"_s));
    QVERIFY(model()->setData(model()->index(0, Offices), u"環境施設課"_s));
    settle();
    QCOMPARE(cell(0, Offices), u"環境施設課"_s);
    QVERIFY(m_document->isSaved());
}

void TestEffectsPage::aBlockFromASpreadsheetIsOneStep()
{
    QGuiApplication::clipboard()->setText(u"R6\t30業務\t財政課、警防課\t\t1,000h\t250h\nR7\t31\t財政課\t\t900\t300\n"_s);
    choose(4, Year);
    key(Qt::Key_V, Qt::ControlModifier);
    settle();
    QCOMPARE(model()->recordCount(), 6); // one row overwritten, one added
    QCOMPARE(cell(4, Year), u"R6"_s);
    QCOMPARE(cell(4, Saved), u"750"_s);
    QCOMPARE(cell(4, Offices), u"財政課、警防課"_s);
    QCOMPARE(cell(5, Year), u"R7"_s);
    QCOMPARE(cell(5, Tasks), u"31"_s);
    QCOMPARE(cell(5, Rate), u"66.7"_s);
    QVERIFY(m_document->undoNow().ok());
    QCOMPARE(model()->recordCount(), 5);
    QCOMPARE(cell(4, Year), u"R5"_s);
}

void TestEffectsPage::aBlockWithAnUnreadableCellChangesNothing()
{
    const Digest before = m_document->digest();
    QGuiApplication::clipboard()->setText(u"R6\t30\t財政課\nR7\t多数\t財政課\n"_s);
    choose(3, Year);
    key(Qt::Key_V, Qt::ControlModifier);
    settle();
    QCOMPARE(m_document->digest(), before);
}

void TestEffectsPage::aBlockThatDoesNotFitIsRefusedAsAWhole()
{
    model()->setFilter([first = model()->recordAt(0)](RowId row) { return row == first; });
    const Digest before = m_document->digest();
    QSignalSpy refused(model(), &GridModel::refused);
    QGuiApplication::clipboard()->setText(u"5\n6\n"_s); // a row for what the filter hides
    choose(0, Tasks);
    key(Qt::Key_V, Qt::ControlModifier);
    settle();
    QCOMPARE(refused.size(), 1);
    QCOMPARE(m_document->digest(), before);
}

void TestEffectsPage::figuresAreTypedAsOfficesWriteThem()
{
    const std::tuple<int, QString, QString> figures[] = {{Before, u"１，２００時間"_s, u"1,200"_s},
                                                         {Before, u"2,500:30"_s, {}},
                                                         {After, u"0時間15分"_s, u"0.25"_s},
                                                         {Before, u"1:30"_s, u"1.5"_s},
                                                         {Tasks, u"30業務"_s, u"30"_s},
                                                         {Tasks, u"１２"_s, u"12"_s},
                                                         {Tasks, u"－"_s, u""_s},
                                                         {OfficeCount, u"1,5"_s, {}},
                                                         {Before, u"1,5"_s, {}},
                                                         {Before, u"1,200人"_s, {}},
                                                         {Before, u"▲5"_s, {}},
                                                         {Before, u"約1,200"_s, {}},
                                                         {Tasks, u"4人"_s, {}},
                                                         {OfficeCount, u"多数"_s, {}}};
    for (const auto &[column, typed, shown] : figures) {
        const QModelIndex at = model()->index(0, column);
        model()->setData(at, typed);
        settle();
        const bool refused = !at.data(GridModel::RefusedRole).toString().isEmpty();
        QVERIFY2(refused == shown.isNull(), qPrintable(typed));
        if (!refused)
            QCOMPARE(cell(0, column), shown);
        m_document->unsaved().dropAll();
    }
}

void TestEffectsPage::theMarkOfAYesIsTypedAsItIsShown()
{
    const CaseValue *value = m_document->plan().ordered<CaseValue>().first();
    GridModel values(m_document.get(), caseValueShape(value->case_study));
    const QModelIndex total = values.index(values.rowOf(value->id.row), values.columnCount() - 1);
    for (const QString &typed : {u"●"_s, u""_s, u"はい"_s, u"0"_s, u"1"_s}) {
        values.setData(total, typed);
        settle();
        QCOMPARE(total.data().toString(), typed.isEmpty() || typed == u"0" ? QString() : u"●"_s);
    }
    values.setData(total, u"多分"_s);
    QVERIFY(total.data(GridModel::RefusedRole).toString().contains(u"「多分」"_s));
}

void TestEffectsPage::aRefusedFigureOfABlockIsNamedWithItsRowAndColumn()
{
    QSignalSpy refused(model(), &GridModel::refused);
    QGuiApplication::clipboard()->setText(u"1,200\t900\n1,300\t1,5\n"_s);
    choose(0, Before);
    key(Qt::Key_V, Qt::ControlModifier);
    settle();
    QCOMPARE(cell(0, Before), u"1,410"_s);
    QCOMPARE(refused.size(), 1);
    const QString what = refused.first().first().value<Error>().what;
    QVERIFY2(what.contains(u"貼り付けの2行目「導入後（時間）」：「1,5」は数として読めません。"_s), qPrintable(what));
}

void TestEffectsPage::savingsBelowNothingAreAskedAbout()
{
    QVERIFY(!confirmation() || !confirmation()->isVisible());
    choose(0, After);
    for (Qt::Key digit : {Qt::Key_2, Qt::Key_9, Qt::Key_0, Qt::Key_0})
        key(digit);
    key(Qt::Key_Return);
    settle();
    const QString why = model()->index(0, After).data(GridModel::RefusedRole).toString();
    QVERIFY2(why.contains(u"導入後（2,900時間）が導入前（1,410時間）より多く、削減が△1,490時間になります。"_s), qPrintable(why));
    QVERIFY(yearRows(m_document->plan(), u"RPA"_s).first()->hours_after != u"2900");
    QVERIFY(confirmation() && confirmation()->isVisible());
    // A flush on leaving the page, or the same input sent again, is no answer.
    m_document->unsaved().retry();
    settle();
    QVERIFY(confirmation()->isVisible());
    QTest::mouseClick(confirmation(), Qt::LeftButton);
    settle();
    QCOMPARE(cell(0, After) + u'/' + cell(0, Saved), u"2,900/△1,490"_s);
    QVERIFY(!confirmation()->isVisible());
    QVERIFY(m_document->isSaved());
    // What is entered elsewhere leaves a question open, and its button with it.
    model()->setData(model()->index(2, After), u"9000"_s);
    model()->setData(model()->index(3, After), u"9100"_s);
    QVERIFY(model()->setData(model()->index(2, 1), u"17"_s));
    settle();
    QVERIFY(confirmation()->isVisible());
    QTest::mouseClick(confirmation(), Qt::LeftButton);
    settle();
    QVERIFY(confirmation()->isVisible());
    QTest::mouseClick(confirmation(), Qt::LeftButton);
    settle();
    QVERIFY(!confirmation()->isVisible());
    QCOMPARE(cell(2, After) + u'/' + cell(3, After), u"9,000/9,100"_s);
    QVERIFY(m_document->isSaved());
    // Another answer: it was a slip.
    QVERIFY(!model()->setData(model()->index(1, After), u"12930"_s));
    QVERIFY(confirmation()->isVisible());
    QVERIFY(model()->setData(model()->index(1, After), u"1293"_s));
    settle();
    QVERIFY(!confirmation()->isVisible());
    // What is no number of hours at all is refused, and nobody is asked.
    QVERIFY(!model()->setData(model()->index(2, Before), u"-5"_s));
    QVERIFY(!confirmation()->isVisible());
}

void TestEffectsPage::aBlockWithSavingsBelowNothingIsAskedAbout()
{
    const Digest before = m_document->digest();
    QGuiApplication::clipboard()->setText(u"5\t290\n2,000\t100\n"_s);
    choose(0, Before);
    key(Qt::Key_V, Qt::ControlModifier);
    settle();
    QCOMPARE(m_document->digest(), before);
    QVERIFY(confirmation() && confirmation()->isVisible());
    QTest::mouseClick(confirmation(), Qt::LeftButton);
    settle();
    QCOMPARE(cell(0, Saved) + u'/' + cell(1, Saved), u"△285/1,900"_s);
    QVERIFY(!confirmation()->isVisible());
    QVERIFY(m_document->undoNow().ok()); // one step
    QCOMPARE(m_document->digest(), before);
}

void TestEffectsPage::theFirstRowOfAToolLeavesTheOthersTheirTabs()
{
    openWith(smallPlan(randomIds()));
    const auto tabs = [this] {
        QStringList names;
        for (int i = 0; i < m_page->tabs()->count(); ++i)
            names << m_page->tabs()->tabText(i);
        return names;
    };
    const QStringList before = tabs();
    QVERIFY(before.contains(u"AI-OCR"_s));
    grid()->addRecord();
    settle();
    QCOMPARE(yearRows(m_document->plan(), u"RPA"_s).size(), 1);
    QCOMPARE(tabs(), before);
    // A plan with a list of its own has these tabs in its order, whatever has results.
    ChangeBuilder change(u"手段"_s);
    for (const QString &tool : {u"チャットボット"_s, u"RPA"_s}) {
        auto choice = made<Choice>(tool == u"RPA" ? u"W"_s : u"V"_s);
        choice.list = u"tool"_s;
        choice.key = choice.label = tool;
        change.insert(choice);
    }
    QVERIFY(m_document->apply(std::move(change).build()).ok());
    QCOMPARE(tabs().mid(0, 3), (QStringList{u"チャットボット"_s, u"RPA"_s, u"活用事例"_s}));
}

void TestEffectsPage::emptyLinesAtTheEndOfABlockAreNoRecords()
{
    QGuiApplication::clipboard()->setText(u"R6\t30\r\nR7\t10\r\n\t\r\n \t\r\n\t\r\n"_s);
    choose(4, Year);
    key(Qt::Key_V, Qt::ControlModifier);
    settle();
    QCOMPARE(model()->recordCount(), 6);
    QCOMPARE(cell(5, Year) + u'/' + cell(5, Tasks), u"R7/10"_s);
}

void TestEffectsPage::whatIsHiddenIsNeitherCopiedNorCleared()
{
    grid()->setColumnHidden(After, true);
    choose(0, Before);
    grid()->selectionModel()->select(QItemSelection(model()->index(0, Before), model()->index(0, Saved)),
                                     QItemSelectionModel::ClearAndSelect);
    key(Qt::Key_X, Qt::ControlModifier);
    settle();
    QCOMPARE(QGuiApplication::clipboard()->text(), u"1,410\t1,120\n"_s);
    QCOMPARE(cell(0, Before) + u'/' + cell(0, After), u"/290"_s);
}

void TestEffectsPage::oneCellFillsEverythingChosen()
{
    choose(0, Before);
    grid()->selectionModel()->select({model()->index(0, Before), model()->index(2, After)}, QItemSelectionModel::Select);
    QGuiApplication::clipboard()->setText(u"1,200\n"_s);
    key(Qt::Key_V, Qt::ControlModifier);
    settle();
    for (int row = 0; row < 3; ++row)
        QCOMPARE(cell(row, Before) + u'/' + cell(row, After), u"1,200/1,200"_s);
    QCOMPARE(cell(3, Before), u"5,936"_s);
    QVERIFY(m_document->undoNow().ok()); // one step
    settle();
    QCOMPARE(cell(0, Before) + u'/' + cell(2, After), u"1,410/251"_s);
}

void TestEffectsPage::fillDownAndDeleteWorkOnCells()
{
    choose(1, Tasks);
    key(Qt::Key_D, Qt::ControlModifier);
    settle();
    QCOMPARE(cell(1, Tasks), u"4"_s);
    key(Qt::Key_Delete);
    settle();
    QCOMPARE(cell(1, Tasks), QString());
}

void TestEffectsPage::rowsAreAddedAndRemovedWithTheKeyboard()
{
    choose(1, Tasks);
    key(Qt::Key_Plus, Qt::ControlModifier);
    settle();
    QCOMPARE(model()->recordCount(), 6);
    QCOMPARE(grid()->currentIndex(), model()->index(2, Year));
    key(Qt::Key_Return); // the year that follows is proposed
    settle();
    QCOMPARE(model()->recordCount(), 6);
    choose(2, Tasks);
    key(Qt::Key_Minus, Qt::ControlModifier);
    settle();
    QCOMPARE(model()->recordCount(), 5);
}

void TestEffectsPage::aRowLeftWithEscapeIsGone()
{
    const auto rows = m_document->plan().rows<Effect>().size();
    choose(1, Tasks);
    key(Qt::Key_Plus, Qt::ControlModifier);
    settle();
    QCOMPARE(m_document->plan().rows<Effect>().size(), rows + 1);
    key(Qt::Key_Tab);
    key(Qt::Key_F2);
    key(Qt::Key_Escape);
    settle();
    QCOMPARE(m_document->plan().rows<Effect>().size(), rows);
    // A row with a figure in it stays.
    key(Qt::Key_Plus, Qt::ControlModifier);
    settle();
    const int added = grid()->currentIndex().row();
    key(Qt::Key_Escape);
    settle();
    QCOMPARE(m_document->plan().rows<Effect>().size(), rows);
    key(Qt::Key_Plus, Qt::ControlModifier);
    settle();
    key(Qt::Key_Return);
    choose(added, Tasks);
    key(Qt::Key_7);
    key(Qt::Key_Return);
    settle();
    choose(added, Tasks);
    key(Qt::Key_F2);
    key(Qt::Key_Escape);
    settle();
    QCOMPARE(m_document->plan().rows<Effect>().size(), rows + 1);
}

void TestEffectsPage::copiedCellsAreTabSeparated()
{
    choose(0, Before);
    grid()->selectionModel()->select(QItemSelection(model()->index(0, Before), model()->index(1, Saved)),
                                     QItemSelectionModel::ClearAndSelect);
    key(Qt::Key_C, Qt::ControlModifier);
    QCOMPARE(QGuiApplication::clipboard()->text(), u"1,410\t290\t1,120\n2,337\t1,293\t1,044\n"_s);
    QCOMPARE(cellsFromText(u"\"二\n行\"\ta\"b\n"_s), (QList<QStringList>{{u"二\n行"_s, u"a\"b"_s}}));
}

void TestEffectsPage::anEmptyPlanOffersTheFirstYear()
{
    openWith(smallPlan(randomIds()));
    QCOMPARE(model()->recordCount(), 0);
    QVERIFY(!tool()->charts()->isVisible());
    grid()->addRecord();
    settle();
    QCOMPARE(model()->recordCount(), 1);
    QCOMPARE(yearRows(m_document->plan(), u"RPA"_s).size(), 1);
}

void TestEffectsPage::aClickOnABarFiltersTheGrid()
{
    ChartView *view = tool()->charts()->view();
    view->grab();
    QVERIFY(view->chart());
    const Chart::Mark mark = view->chart()->marks().at(3); // 導入前 of R2
    QTest::mouseClick(view, Qt::LeftButton, {}, (mark.place.center() + QPointF(8, 8)).toPoint());
    QCOMPARE(model()->recordCount(), 1);
    QCOMPARE(cell(0, Year), u"R2"_s);
    QTest::mouseClick(view, Qt::LeftButton, {}, QPoint(3, 3));
    QCOMPARE(model()->recordCount(), 5);
}

void TestEffectsPage::casesShowTheirValuesAndSteps()
{
    for (int i = 0; i < m_page->tabs()->count(); ++i) {
        if (m_page->tabs()->tabText(i) == u"活用事例")
            m_page->tabs()->setCurrentIndex(i);
    }
    auto *cases = qobject_cast<CasesSection *>(m_page->section());
    QVERIFY(cases);
    QCOMPARE(cases->cases()->model()->recordCount(), 4);
    QCOMPARE(cases->values()->model()->recordCount(), 1);
    QCOMPARE(cases->steps()->model()->recordCount(), 2);
    cases->cases()->grid()->setCurrentRecord(cases->cases()->model()->recordAt(2));
    QCOMPARE(cases->values()->model()->index(0, 6).data().toString(), u"120→12"_s);
    const QAbstractItemModelTester tester(cases->values()->model());
}

void TestEffectsPage::theChosenChartIsMadeWhenItIsLookedAt()
{
    ChartPanel *charts = tool()->charts();
    QCOMPARE(charts->tabs()->count(), 3);
    QElapsedTimer timer;
    timer.start();
    charts->tabs()->setCurrentIndex(2);
    charts->view()->grab();
    qInfo("chart shown after %lld ms", timer.elapsed());
    QCOMPARE(charts->view()->chart()->data().unit, u"部署"_s);
    const auto copied = charts->view()->picture();
    QVERIFY(copied->hasImage());
    QVERIFY(copied->data(u"image/svg+xml"_s).contains("部署"));
}

void TestEffectsPage::theRowOfAFindingIsShownWhereverItIs()
{
    openWith(sampleContent());
    const Plan &plan = m_document->plan();
    const auto tab = [this] { return m_page->tabs()->tabText(m_page->tabs()->currentIndex()); };
    int reported = 0;
    int stated = 0;
    for (const Effect *effect : plan.ordered<Effect>()) {
        m_page->showRow(Owner(effect->id));
        ++(effect->measure.isNull() ? reported : stated);
        if (effect->measure.isNull()) {
            QCOMPARE(tab(), plan.choiceLabel(u"tool", effect->tool));
            QCOMPARE(grid()->currentRecord(), effect->id.row); // the printed total as well
        } else {
            QCOMPARE(tab(), u"個別施策票の値"_s);
            QCOMPARE(qobject_cast<MeasuresSection *>(m_page->section())->part()->grid()->currentRecord(), effect->id.row);
        }
    }
    QVERIFY(reported > 0);
    QCOMPARE(stated, 8);
    for (const CaseValue *value : some(plan.ordered<CaseValue>())) {
        m_page->showRow(Owner(value->id));
        const auto *cases = qobject_cast<CasesSection *>(m_page->section());
        QVERIFY(cases);
        QCOMPARE(cases->cases()->grid()->currentRecord(), value->case_study.row);
        QCOMPARE(cases->values()->grid()->currentRecord(), value->id.row);
    }
    for (const ProjectDepartment *office : some(plan.ordered<ProjectDepartment>())) {
        m_page->showRow(Owner(office->id));
        QCOMPARE(qobject_cast<GridSection *>(m_page->section())->part()->grid()->currentRecord(), office->project.row);
    }
}

void TestEffectsPage::valuesOfSheetsAreShownWithTheirCharts()
{
    openWith(sampleContent());
    m_page->tabs()->setCurrentIndex(m_page->tabs()->count() - 1);
    const auto *section = qobject_cast<MeasuresSection *>(m_page->section());
    QVERIFY(section);
    const GridModel &rows = *section->part()->model();
    QCOMPARE(rows.recordCount(), 8);
    QStringList printed;
    for (int row = 0; row < rows.recordCount(); ++row)
        printed << rows.index(row, 8).data(GridModel::PrintedRole).toString();
    // 60 is right for 60.1 and for 60.0, 35 for 35.0: what a document rounds is no slip.
    QCOMPARE(printed, (QStringList{u""_s, u""_s, u"35"_s, u""_s, u"80"_s, u"80"_s, u"55"_s, u"60"_s}));
    QCOMPARE(section->charts()->tabs()->count(), 4);
    section->charts()->tabs()->setCurrentIndex(3);
    QCoreApplication::processEvents();
    ChartView *view = section->charts()->view();
    view->grab();
    const auto click = [view](const Chart::Mark &mark) {
        QTest::mouseClick(view, Qt::LeftButton, {}, (mark.place.center() + QPointF(8, 8)).toPoint());
    };
    click(view->chart()->marks().first());
    QCOMPARE(rows.recordCount(), 1); // the present value of 46
    click(view->chart()->marks().last());
    QCOMPARE(rows.recordCount(), 2); // a report: what sheets state of its tool
}

void TestEffectsPage::budgetsAreEnteredInATabOfTheirOwn()
{
    openWith(smallPlan(randomIds()));
    for (int i = 0; i < m_page->tabs()->count(); ++i) {
        if (m_page->tabs()->tabText(i) == u"予算")
            m_page->tabs()->setCurrentIndex(i);
    }
    auto *section = qobject_cast<GridSection *>(m_page->section());
    QVERIFY(section);
    GridView *rows = section->part()->grid();
    const auto text = [rows](int row, int column) { return rows->model()->index(row, column).data().toString(); };
    for (QPushButton *button : section->findChildren<QPushButton *>()) {
        if (button->text() == u"最初の予算を入力する" && button->isVisible())
            QTest::mouseClick(button, Qt::LeftButton);
    }
    settle();
    QCOMPARE(rows->grid().recordCount(), 1);
    const Measure *first = m_document->plan().ordered<Measure>().first();
    QCOMPARE(m_document->plan().find(Id<Budget>(rows->grid().recordAt(0)))->measure, first->id);
    key(Qt::Key_Escape);
    settle();
    QCOMPARE(rows->grid().recordCount(), 0); // nothing was entered
    QGuiApplication::clipboard()->setText(u"%1\tR6\t当初\t12,500\n%1\tR6\t当初\n%1\tR6\t決算\t900\n"_s.arg(first->title));
    rows->perform(ClipboardAction::Paste);
    settle();
    QCOMPARE(rows->grid().recordCount(), 3);
    QCOMPARE(text(0, 1) + u'/' + text(0, 3), u"R6/12,500"_s);
    QCOMPARE(text(3, 0) + u'/' + text(3, 3), u"合計（当初、未記入1件を除く）/12,500"_s);
    QCOMPARE(text(4, 0) + u'/' + text(4, 3), u"合計（決算）/900"_s);
    // A finding leads to its row.
    const RowId last = rows->grid().recordAt(2);
    m_page->tabs()->setCurrentIndex(0);
    m_page->showRow({TableId::Budget, last});
    QCOMPARE(m_page->section(), section);
    QCOMPARE(rows->currentRecord(), last);
}

QTEST_MAIN(TestEffectsPage)
#include "tst_effects_page.moc"
