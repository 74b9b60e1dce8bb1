// SPDX-License-Identifier: GPL-3.0-or-later
// Ctrl+Z in the window: first the field that is typed in, then what is red, then the plan, which shows what it changed.
#include "app/window/outline_pane.h"
#include "models/edit/unsaved_input.h"
#include "tests/app/window_test.h"
#include "tests/support/sqlite3.h"
#include "tests/support/warnings.h"
#include "views/grid/grid_view.h"
#include "views/sheet/sheet_form.h"

#include <QLineEdit>
#include <QStatusBar>
#include <QTest>
#include <QTextEdit>
#include <QTreeView>

using namespace shisaku;
using namespace Qt::StringLiterals;

class TestUndo : public WindowTest {
    Q_OBJECT

    QString m_path;
    std::unique_ptr<MainWindow> m_window;

    PlanDocument &document() const { return *m_window->document(); }
    QAction *action(Command command) const { return m_window->actions().action(command); }

    template <typename Input>
    Input *field(const QString &name) const
    {
        for (Input *input : m_window->findChild<SheetForm *>()->findChildren<Input *>()) {
            if (input->accessibleName() == name)
                return input;
        }
        qFatal("no field %s", qPrintable(name));
    }
    QLineEdit *title() const { return field<QLineEdit>(u"施策名"_s); }

    void showMeasure(const QString &number) const
    {
        for (const Measure &measure : document().plan().rows<Measure>()) {
            if (measure.number == number && measure.series != u"added")
                emit m_window->findChild<SheetForm *>()->measureRequested(measure.id);
        }
        QTRY_COMPARE(field<QLineEdit>(u"番号"_s)->text(), number);
    }
    QString titleInFile(const QString &number) const
    {
        return QString::fromUtf8(
            sqlite3(m_path, u"select title from measure where series='original' and number='%1'"_s.arg(number)));
    }
    static void back(QWidget *input) { QTest::keyClick(input, Qt::Key_Z, Qt::ControlModifier); }

public:
    TestUndo() : WindowTest(QDate(2026, 4, 1)) {}

private slots:
    void initTestCase() { prepare(); }
    void init()
    {
        failOnWarnings();
        m_questions.clear();
        m_answer = true;
        m_path = makeSample(QString::fromLatin1(QTest::currentTestFunction()));
        m_window = openSample(m_path);
    }
    void cleanup() { m_window.reset(); }

    void theFieldGoesBackStateByStateAndTheVisitIsOneStep()
    {
        showMeasure(u"2"_s);
        const QString before = titleInFile(u"2"_s);
        title()->setFocus();
        title()->end(false);
        commit(title(), u"甲"_s);
        QTRY_COMPARE(titleInFile(u"2"_s), before + u"甲"_s);
        commit(title(), u"乙"_s);
        QTRY_COMPARE(titleInFile(u"2"_s), before + u"甲乙"_s);
        QVERIFY2(action(Command::Undo)->text().contains(u"この欄の入力"_s), qPrintable(action(Command::Undo)->text()));
        back(title());
        QTRY_COMPARE(titleInFile(u"2"_s), before + u"甲"_s); // saved like typing
        QCOMPARE(title()->text(), before + u"甲"_s);
        QVERIFY(action(Command::Redo)->text().contains(u"この欄の入力"_s));
        action(Command::Redo)->trigger(); // the menu does what the key does
        QTRY_COMPARE(titleInFile(u"2"_s), before + u"甲乙"_s);
        m_window->findChild<OutlinePane *>()->findChild<QTreeView *>()->setFocus();
        QVERIFY(action(Command::Undo)->text().contains(u"施策2の施策名を変更"_s));
        back(m_window.get());
        QTRY_COMPARE(titleInFile(u"2"_s), before);
        QVERIFY(m_questions.isEmpty());
    }

    void anotherPageIsChangedOnlyAfterAQuestionAndThenShown()
    {
        showMeasure(u"2"_s);
        const QString before = titleInFile(u"2"_s);
        title()->setFocus();
        title()->end(false);
        commit(title(), u"甲"_s);
        QTRY_COMPARE(titleInFile(u"2"_s), before + u"甲"_s);
        QTRY_VERIFY(document().isSaved());
        showMeasure(u"3"_s);
        title()->setFocus();
        m_answer = false;
        back(title());
        QCOMPARE(m_questions.size(), 1);
        QVERIFY2(m_questions.first().contains(u"施策2の施策名を変更"_s), qPrintable(m_questions.first()));
        QVERIFY(document().isSaved());
        QCOMPARE(titleInFile(u"2"_s), before + u"甲"_s);
        m_answer = true;
        back(title());
        QTRY_COMPARE(titleInFile(u"2"_s), before);
        QTRY_COMPARE(field<QLineEdit>(u"番号"_s)->text(), u"2"_s); // it leads to what it changed
        QVERIFY(m_window->statusBar()->currentMessage().contains(u"元に戻しました"_s));
    }

    void anEmptySearchFieldLeavesTheKeyToThePlan()
    {
        showMeasure(u"2"_s);
        const QString before = titleInFile(u"2"_s);
        title()->setFocus();
        commit(title(), u"甲"_s);
        QTRY_VERIFY(titleInFile(u"2"_s) != before);
        action(Command::Find)->trigger();
        QWidget *search = QApplication::focusWidget();
        QVERIFY(qobject_cast<QLineEdit *>(search));
        back(search);
        QTRY_COMPARE(titleInFile(u"2"_s), before);
        QVERIFY(m_questions.isEmpty());
    }

    void aRefusedFieldIsTakenBackBeforeAnythingOfThePlan()
    {
        showMeasure(u"2"_s);
        const QString before = titleInFile(u"2"_s);
        title()->setFocus();
        commit(title(), u"甲"_s);
        QTRY_VERIFY(titleInFile(u"2"_s) != before);
        auto *at = field<QLineEdit>(u"状態の時期"_s);
        at->setFocus();
        QTest::keyClicks(at, u"R5.13"_s);
        title()->setFocus();
        QCOMPARE(at->text(), u"R5.13"_s);
        QTRY_VERIFY2(action(Command::Undo)->text().contains(u"保存できなかった入力"_s), qPrintable(action(Command::Undo)->text()));
        back(title());
        QCOMPARE(at->text(), QString());
        QVERIFY(titleInFile(u"2"_s) != before);

        at->setFocus();
        QTest::keyClicks(at, u"R5.14"_s);
        title()->setFocus();
        QTRY_COMPARE(document().unsaved().count(), 1);
        at->setFocus(); // come back to it: the key is the field's
        back(at);
        QCOMPARE(at->text(), QString());
        QVERIFY(titleInFile(u"2"_s) != before);
        back(at);
        QTRY_COMPARE(titleInFile(u"2"_s), before);
    }

    void aRedCellIsTakenBackBeforeAnythingOfThePlan()
    {
        showMeasure(u"2"_s);
        const QString before = titleInFile(u"2"_s);
        title()->setFocus();
        commit(title(), u"甲"_s);
        QTRY_VERIFY(titleInFile(u"2"_s) != before);
        GridView *grid = nullptr;
        QModelIndex cell; // the first that takes a time
        for (auto *each : m_window->findChild<SheetForm *>()->findChildren<GridView *>()) {
            const QModelIndex starts = each->model()->index(1, 1);
            if (each->isVisible() && each->grid().rowAt(1).kind > 0 && (each->model()->flags(starts) & Qt::ItemIsEditable)) {
                grid = each;
                cell = starts;
            }
        }
        if (!grid)
            QSKIP("the sample shows no bars");
        const QString shown = cell.data().toString();
        grid->setFocus();
        grid->setCurrentIndex(cell);
        QTest::keyClick(grid, Qt::Key_F2);
        auto *editor = grid->viewport()->findChild<QLineEdit *>();
        QVERIFY(editor);
        editor->selectAll();
        commit(editor, u"あした"_s);
        QTest::keyClick(editor, Qt::Key_Return);
        QTRY_COMPARE(cell.data().toString(), u"あした"_s);
        QTRY_VERIFY(grid->hasFocus());
        back(grid);
        QCOMPARE(cell.data().toString(), shown);
        QVERIFY(titleInFile(u"2"_s) != before);
        back(grid);
        QTRY_COMPARE(titleInFile(u"2"_s), before);
    }

    void anOpenCellGoesBackByItself()
    {
        showMeasure(u"2"_s);
        auto *grid = m_window->findChild<SheetForm *>()->findChild<GridView *>();
        for (auto *each : m_window->findChild<SheetForm *>()->findChildren<GridView *>())
            grid = each->isVisible() && each->model()->rowCount() > 0 ? each : grid;
        if (!grid->isVisible())
            QSKIP("the sample shows no grid of parts");
        const QModelIndex cell = grid->model()->index(0, 0);
        grid->setFocus();
        grid->setCurrentIndex(cell);
        QTest::keyClick(grid, Qt::Key_F2);
        auto *editor = grid->viewport()->findChild<QLineEdit *>();
        QVERIFY(editor);
        const QString before = editor->text();
        editor->selectAll(); // F2 puts the caret behind the text
        commit(editor, u"一語"_s);
        commit(editor, u"二語"_s);
        back(editor);
        QCOMPARE(editor->text(), u"一語"_s); // the first commit took the place of what was chosen
        back(editor);
        QCOMPARE(editor->text(), before);
    }
};

QTEST_MAIN(TestUndo)
#include "tst_undo.moc"
