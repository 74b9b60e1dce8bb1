// SPDX-License-Identifier: GPL-3.0-or-later
// 切り取り, コピー, 貼り付け, すべて選択 of the menu, on whatever has the keyboard.
#include "app/commands/action_catalog.h"
#include "app/window/outline_pane.h"
#include "app/window/workspace.h"
#include "models/edit/plan_opening.h"
#include "models/grid/survey_shape.h"
#include "models/survey/survey_edit.h"
#include "tests/support/warnings.h"
#include "views/grid/grid_view.h"
#include "views/roadmap/roadmap_view.h"
#include "views/sheet/sheet_form.h"
#include "views/sheet/sheet_form_schedule.h"
#include "window_test.h"

#include <QApplication>
#include <QClipboard>
#include <QLineEdit>
#include <QMenu>
#include <QMenuBar>
#include <QTest>
#include <QTextEdit>
#include <QTreeView>

using namespace shisaku;
using namespace Qt::StringLiterals;

class ClipboardOfTheMenu : public WindowTest {
    Q_OBJECT

    std::unique_ptr<MainWindow> m_window;
    QString m_path;

    const Plan &plan() const { return m_window->document()->plan(); }
    QAction *action(Command command) const { return m_window->actions().action(command); }
    /// Which of 切り取り, コピー, 貼り付け, すべて選択 the open menu offers: 「XCVA」.
    QString offered() const
    {
        for (QAction *title : m_window->menuBar()->actions()) {
            if (title->menu()->actions().contains(action(Command::Cut)))
                emit title->menu()->aboutToShow();
        }
        QString offered;
        for (const auto &[command, key] : {std::pair(Command::Cut, u'X'), std::pair(Command::Copy, u'C'),
                                           std::pair(Command::Paste, u'V'), std::pair(Command::SelectAll, u'A')})
            offered += action(command)->isEnabled() ? QString(key) : QString();
        return offered;
    }
    template <typename View>
    View *shown(const QString &page)
    {
        auto *workspace = m_window->findChild<Workspace *>();
        workspace->show(page);
        View *view = nullptr;
        const bool there = QTest::qWaitFor([&] {
            for (View *each : workspace->page(page)->findChildren<View *>())
                view = each->isVisible() ? (view ? view : each) : view;
            return view != nullptr;
        });
        Q_ASSERT(there);
        Q_UNUSED(there)
        view->setFocus();
        return view;
    }
    /// Whatever keys a test before has held down.
    static void choose(QAbstractItemView *view, const QModelIndex &cell)
    {
        view->selectionModel()->setCurrentIndex(cell, QItemSelectionModel::ClearAndSelect);
    }
    static QString copied() { return QApplication::clipboard()->text(); }

public:
    ClipboardOfTheMenu() : WindowTest(QDate(2023, 10, 5)) {}

private slots:
    void initTestCase() { prepare(); }
    void init()
    {
        failOnWarnings();
        QApplication::clipboard()->clear();
        m_path = makeSample(QString::fromLatin1(QTest::currentTestFunction()));
        m_window = openSample(m_path);
    }
    void cleanup() { m_window.reset(); }

    void aFieldOfTextGivesAndTakesWhatIsChosenInIt()
    {
        auto *query = m_window->findChild<OutlinePane *>()->findChild<QLineEdit *>();
        query->setText(u"電子申請"_s);
        query->setFocus();
        query->deselect();
        QCOMPARE(offered(), u"A"_s);
        action(Command::SelectAll)->trigger();
        QCOMPARE(offered(), u"XCA"_s);
        QTest::keyClick(query, Qt::Key_X, Qt::ControlModifier);
        QCOMPARE(query->text(), QString());
        QCOMPARE(copied(), u"電子申請"_s);
        QCOMPARE(offered(), u"V"_s);
        action(Command::Paste)->trigger();
        QTest::keyClick(query, Qt::Key_V, Qt::ControlModifier);
        QCOMPARE(query->text(), u"電子申請電子申請"_s); // each of them once
    }

    void aBarIsCutAndPastedFromTheMenu()
    {
        auto *roadmap = shown<RoadmapView>(u"roadmap"_s);
        const auto *model = qobject_cast<const RoadmapModel *>(roadmap->model());
        int bar = 1;
        while (model->tree().at(bar).kind != RoadmapNode::Kind::Phase)
            ++bar;
        const Id<Phase> phase(model->tree().at(bar).row);
        const qsizetype before = plan().rows<Phase>().size();
        roadmap->selectionModel()->setCurrentIndex(model->indexOf(bar), QItemSelectionModel::ClearAndSelect);
        QCOMPARE(offered(), u"XCA"_s);
        action(Command::Cut)->trigger();
        QTRY_VERIFY(!plan().find(phase));
        QVERIFY(offered().contains(u'V'));
        QTest::keyClick(roadmap, Qt::Key_V, Qt::ControlModifier); // by its key still once only
        QTRY_COMPARE(plan().rows<Phase>().size(), before);
        QVERIFY(!QTest::qWaitFor([&] { return plan().rows<Phase>().size() != before; }, 20));
    }

    void measuresAreCopiedInTheOutlineAndPastedThere()
    {
        auto *tree = m_window->findChild<OutlinePane *>()->findChild<QTreeView *>();
        tree->setFocus();
        const qsizetype before = plan().rows<Measure>().size();
        QCOMPARE(offered(), u"CA"_s);
        action(Command::Copy)->trigger();
        QCOMPARE(offered(), u"CVA"_s);
        action(Command::Paste)->trigger();
        QTRY_COMPARE(plan().rows<Measure>().size(), before + 1);
        QTest::keyClick(tree, Qt::Key_V, Qt::ControlModifier);
        QTRY_COMPARE(plan().rows<Measure>().size(), before + 2);
    }

    void cellsOfAGridOfResultsAreCutAsABlock()
    {
        auto *grid = shown<GridView>(u"effects"_s);
        const QModelIndex hours = grid->model()->index(0, 4);
        const QString held = hours.data().toString();
        QVERIFY(!held.isEmpty());
        grid->selectionModel()->setCurrentIndex(hours, QItemSelectionModel::ClearAndSelect);
        QCOMPARE(offered(), u"XCA"_s);
        action(Command::Cut)->trigger();
        QTRY_VERIFY(hours.data().toString() != held);
        QCOMPARE(copied().trimmed(), held);
        QCOMPARE(offered(), u"XCVA"_s);
        action(Command::Paste)->trigger();
        QTRY_COMPARE(hours.data().toString(), held);
    }

    void answersOfTheSurveyAreCopiedFromRowToRow()
    {
        const NewSurvey round{u"調査"_s, PlanTime::month(2024, 3), {}, {}};
        QVERIFY(m_window->document()->apply(newSurvey(plan(), round, m_services.environment.ids)));
        auto *grid = shown<GridView>(u"survey"_s);
        const auto place = [grid](int column) { return surveyColumn(grid->grid().shape(), column); };
        const auto cell = [&](int row) { return grid->model()->index(row, place(SurveyColumn::Comment)); };
        grid->model()->setData(cell(0), u"予定どおり"_s);
        QTRY_COMPARE(cell(0).data().toString(), u"予定どおり"_s);
        choose(grid, cell(0));
        action(Command::Copy)->trigger();
        choose(grid, cell(1));
        QVERIFY(offered().contains(u'V'));
        action(Command::Paste)->trigger();
        QTRY_COMPARE(cell(1).data().toString(), u"予定どおり"_s);
        choose(grid, grid->model()->index(1, place(SurveyColumn::Item)));
        QCOMPARE(offered(), u"CVA"_s); // what is asked is not answered here, but a copied row begins here
    }

    void cellsOfASpreadsheetGoIntoTheYearsBesideEachOther()
    {
        auto *form = m_window->findChild<SheetForm *>();
        auto *part = form->findChild<ScheduleField *>();
        QVERIFY(part);
        part->show(ScheduleField::Shown::Years);
        GridView *grid = part->years();
        grid->setFocus();
        const auto cell = [grid](int column) { return grid->model()->index(0, column); };
        QApplication::clipboard()->setText(u"調査\t試行\n"_s);
        choose(grid, cell(2));
        QVERIFY(offered().contains(u'V'));
        action(Command::Paste)->trigger();
        QTRY_COMPARE(cell(2).data(Qt::EditRole).toString(), u"調査"_s);
        QTRY_COMPARE(cell(3).data(Qt::EditRole).toString(), u"試行"_s);
        action(Command::Cut)->trigger();
        QTRY_COMPARE(cell(2).data(Qt::EditRole).toString(), QString());
        QCOMPARE(copied(), u"調査"_s);
        QCOMPARE(cell(3).data(Qt::EditRole).toString(), u"試行"_s);
        action(Command::Undo)->trigger();
        QTRY_COMPARE(cell(2).data(Qt::EditRole).toString(), u"調査"_s);
        action(Command::Undo)->trigger(); // both cells are one step
        QTRY_VERIFY(cell(2).data(Qt::EditRole).toString() != u"調査"_s);
        QVERIFY(cell(3).data(Qt::EditRole).toString() != u"試行"_s);
    }

    void aPlanThatIsOnlyReadCanBeCopiedFrom()
    {
        m_window.reset();
        PlanOpening other(m_path, m_services.environment);
        const auto first = std::make_unique<MainWindow>(m_services);
        QVERIFY(first->openPlan(other));
        m_window = std::make_unique<MainWindow>(m_services);
        PlanOpening opening(m_path, m_services.environment);
        QVERIFY(m_window->openPlan(opening));
        QVERIFY(m_window->document()->isReadOnly());
        m_window->show();
        m_window->activateWindow();
        QVERIFY(QTest::qWaitForWindowActive(m_window.get()));
        QApplication::clipboard()->setText(u"1"_s);
        auto *grid = shown<GridView>(u"effects"_s);
        choose(grid, grid->model()->index(0, 4));
        QCOMPARE(offered(), u"CA"_s);
    }
};

QTEST_MAIN(ClipboardOfTheMenu)
#include "tst_clipboard.moc"
