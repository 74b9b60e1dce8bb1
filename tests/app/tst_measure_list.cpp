// SPDX-License-Identifier: GPL-3.0-or-later
// Statements about 施策一覧 in the window: what is chosen there is chosen in outline, roadmap and form, and its commands work on
// it.
#include "app/dialogs/scene_dialog.h"
#include "app/window/outline_pane.h"
#include "app/window/workspace.h"
#include "models/edit/unsaved_input.h"
#include "tests/support/rows.h"
#include "tests/support/warnings.h"
#include "views/list/measure_list_page.h"
#include "views/pages/print_preview.h"
#include "views/roadmap/roadmap_view.h"
#include "window_test.h"

#include <QApplication>
#include <QClipboard>
#include <QComboBox>
#include <QHeaderView>
#include <QListView>
#include <QPushButton>
#include <QTest>
#include <QTimer>
#include <QTreeView>

using namespace shisaku;
using namespace Qt::StringLiterals;

class MeasureListInWindow : public WindowTest {
    Q_OBJECT

    std::unique_ptr<MainWindow> m_window;

    const Plan &plan() const { return m_window->document()->plan(); }
    Workspace *workspace() const { return m_window->findChild<Workspace *>(); }
    MeasureListPage *list() const { return qobject_cast<MeasureListPage *>(workspace()->page(u"list"_s)); }
    OutlinePane *outline() const { return m_window->findChild<OutlinePane *>(); }
    RoadmapView *roadmap() const { return m_window->findChild<RoadmapView *>(); }
    QModelIndex cell(int row, const QString &key) const
    {
        return list()->grid()->model()->index(row, static_cast<int>(list()->columns().indexOf(key)));
    }
    void click(const QModelIndex &cell, Qt::KeyboardModifiers held = {}) const
    {
        list()->grid()->scrollTo(cell);
        QTest::mouseClick(list()->grid()->viewport(), Qt::LeftButton, held, list()->grid()->visualRect(cell).center());
    }
    QList<Id<Measure>> measures(int first, int last) const { return list()->shownMeasures().mid(first, last - first + 1); }
    static void type(const QString &text)
    {
        for (const QChar c : text)
            QTest::sendKeyEvent(QTest::Click, QApplication::focusWidget(), Qt::Key_unknown, QString(c), Qt::NoModifier);
    }
    void flush() const { QVERIFY(m_window->document()->flush()); }

public:
    MeasureListInWindow() : WindowTest(QDate(2023, 10, 5)) {}

private slots:
    void initTestCase() { prepare(); }
    void init()
    {
        failOnWarnings();
        m_window = openSample(makeSample(QString::fromLatin1(QTest::currentTestFunction())));
        workspace()->show(u"list"_s);
        QCoreApplication::processEvents();
    }
    void cleanup() { m_window.reset(); }

    void measuresChosenHereAreChosenEverywhere()
    {
        click(cell(3, u"title"_s));
        click(cell(5, u"title"_s), Qt::ShiftModifier);
        const QList<Id<Measure>> chosen = measures(3, 5);
        QTRY_COMPARE(outline()->chosenMeasures().size(), 3);
        for (const Id<Measure> measure : chosen)
            QVERIFY(outline()->chosenMeasures().contains(measure));
        QCOMPARE(roadmap()->currentMeasure(), chosen.first());
        QCOMPARE(roadmap()->selectionModel()->selectedIndexes().size(), 3);
        keepPicture(*m_window, u"list-window"_s);
        const QTreeView *tree = outline()->findChild<QTreeView *>();
        for (const Id<Measure> measure : chosen)
            QVERIFY(tree->visualRect(outline()->model().homeOf(measure)).isValid()); // unfolded
    }

    void theListFollowsTheOutline()
    {
        const Id<Measure> wanted = measures(7, 7).first();
        QTreeView *tree = outline()->findChild<QTreeView *>();
        const QModelIndex home = outline()->model().homeOf(wanted);
        tree->scrollTo(home);
        QTest::mouseClick(tree->viewport(), Qt::LeftButton, {}, tree->visualRect(home).center());
        QCOMPARE(list()->grid()->currentRecord(), wanted.row);
        QVERIFY(tree->hasFocus());
        const Id<Measure> other = measures(5, 5).first();
        const QModelIndex beside = outline()->model().homeOf(other);
        tree->scrollTo(beside);
        QTest::mouseClick(tree->viewport(), Qt::LeftButton, Qt::ControlModifier, tree->visualRect(beside).center());
        QCOMPARE(list()->chosenMeasures(), (QList{other, wanted}));
        QCOMPARE(outline()->chosenMeasures().size(), 2);
    }

    void theCommandsOfMeasuresWorkOnWhatIsChosen()
    {
        const auto count = plan().rows<Measure>().size();
        list()->grid()->setFocus();
        click(cell(list()->grid()->model()->rowCount() - 1, u"number"_s));
        const QString last = cell(list()->grid()->model()->rowCount() - 1, u"number"_s).data().toString();
        QApplication::clipboard()->setText(u"%1\n801\t一つ目\n802\t二つ目\n803\t三つ目\n"_s.arg(last));
        QTest::keyClick(list()->grid(), Qt::Key_V, Qt::ControlModifier);
        flush();
        QCOMPARE(plan().rows<Measure>().size(), count + 3);
        const int first = list()->grid()->model()->rowCount() - 3;
        click(cell(first, u"title"_s));
        click(cell(first + 2, u"title"_s), Qt::ShiftModifier);
        m_window->actions().action(Command::CopyMeasures)->trigger();
        QVERIFY(QApplication::clipboard()->text().contains(u"二つ目"_s));
        m_window->actions().action(Command::RemoveMeasure)->trigger();
        flush();
        QTRY_COMPARE(plan().rows<Measure>().size(), count);
        QVERIFY(m_window->actions().action(Command::Undo)->text().contains(u"施策3件を削除"_s));
        m_window->actions().action(Command::PasteMeasures)->trigger();
        flush();
        QTRY_COMPARE(plan().rows<Measure>().size(), count + 3);
    }

    void whatTheListShowsIsWhatIsPrinted()
    {
        MeasureListView view;
        view.columns = {u"number"_s, u"title"_s, u"lead"_s};
        view.sortedBy = u"title"_s;
        list()->setView(view);
        int ways = 0;
        QTimer::singleShot(0, this, [&ways] {
            QTRY_VERIFY(qobject_cast<PrintPreview *>(QApplication::activeModalWidget()));
            auto *preview = qobject_cast<PrintPreview *>(QApplication::activeModalWidget());
            keepPicture(*preview, u"list-preview"_s);
            ways = preview->findChild<QComboBox *>()->count();
            preview->reject();
        });
        m_window->actions().action(Command::PrintList)->trigger();
        QCOMPARE(ways, 3);
    }

    void aSavedViewIsShownFromTheScenes()
    {
        MeasureListView view;
        view.columns = {u"number"_s, u"title"_s, u"kind"_s};
        view.kept.insert(u"kind"_s, {u"新規"_s});
        auto scene = made<Scene>(u"zz"_s);
        scene.kind = u"list"_s;
        scene.title = u"新規だけ"_s;
        scene.view = view.toText();
        QVERIFY(m_window->document()->apply(insertionOf(scene)).ok());
        workspace()->show(u"roadmap"_s);
        m_window->actions().action(Command::ManageScenes)->trigger();
        auto *dialog = m_window->findChild<SceneDialog *>();
        QVERIFY(dialog);
        dialog->select(scene.id);
        for (QPushButton *button : dialog->findChildren<QPushButton *>()) {
            if (button->text() == u"画面に表示"_s)
                QTest::mouseClick(button, Qt::LeftButton);
        }
        QCOMPARE(workspace()->current(), u"list"_s);
        QCOMPARE(list()->view(), view);
        QVERIFY(list()->grid()->grid().recordCount() < plan().rows<Measure>().size());
    }

    void anInputThatWasRefusedHereLeadsBackHere()
    {
        click(cell(2, u"lead"_s));
        type(u"海底都市課"_s);
        QTest::keyClick(QApplication::focusWidget(), Qt::Key_Return);
        flush();
        const auto refused = m_window->document()->unsaved().refused();
        QCOMPARE(refused.size(), 1);
        workspace()->show(u"roadmap"_s);
        m_window->document()->unsaved().lead(refused.first().place);
        QCOMPARE(workspace()->current(), u"list"_s);
        QTRY_COMPARE(list()->grid()->currentIndex(), cell(2, u"lead"_s));
        m_window->document()->unsaved().dropAll();
    }

    void enterOnWhatIsCountedGoesToTheForm()
    {
        click(cell(4, u"initiatives"_s));
        QTest::keyClick(list()->grid(), Qt::Key_Return);
        QTRY_VERIFY(!list()->isAncestorOf(QApplication::focusWidget()));
        QCOMPARE(roadmap()->currentMeasure(), measures(4, 4).first());
    }
};

QTEST_MAIN(MeasureListInWindow)
#include "tst_measure_list.moc"
