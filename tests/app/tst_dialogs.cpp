// SPDX-License-Identifier: GPL-3.0-or-later
// The tasks of the plan's year and of its papers through their dialogs: opened from the menu, filled by key and mouse, done as one
// step, taken back.
#include "app/dialogs/next_plan_aims.h"
#include "app/window/workspace.h"
#include "tests/support/warnings.h"
#include "views/pages/body_view.h"
#include "views/settings/chapter_page.h"
#include "views/sheet/sheet_form.h"
#include "views/sheet/template_editor.h"
#include "window_test.h"

#include <QApplication>
#include <QCheckBox>
#include <QComboBox>
#include <QDialog>
#include <QLabel>
#include <QLineEdit>
#include <QListWidget>
#include <QMenu>
#include <QMenuBar>
#include <QPointer>
#include <QPushButton>
#include <QTabWidget>
#include <QTableWidget>
#include <QTest>
#include <QTimer>
#include <QTreeWidget>

using namespace shisaku;
using namespace Qt::StringLiterals;

class DialogTasks : public WindowTest {
    Q_OBJECT

    int m_count = 0;

    std::unique_ptr<MainWindow> openSample(const QString &city = u"izumo"_s)
    {
        return WindowTest::openSample(makeSample(city + QString::number(++m_count), city), {1366, 768});
    }
    static QAction *find(const QList<QAction *> &actions, const QString &text)
    {
        for (QAction *action : actions) {
            if (action->text().startsWith(text))
                return action;
        }
        return nullptr;
    }
    /// Clicks through the menu; each dialog that comes up is answered by the next script, and left if that does not do it.
    void through(MainWindow &window, const QString &menuTitle, const QString &command,
                 QList<std::function<void(QDialog &)>> scripts)
    {
        QAction *title = find(window.menuBar()->actions(), menuTitle);
        QVERIFY(title);
        QAction *action = find(title->menu()->actions(), command);
        QVERIFY(action && action->isEnabled());
        QTimer answering;
        QPointer<QWidget> answered;
        connect(&answering, &QTimer::timeout, this, [&] {
            auto *dialog = qobject_cast<QDialog *>(QApplication::activeModalWidget());
            if (!dialog || dialog == answered || scripts.isEmpty())
                return;
            answered = dialog;
            const auto script = scripts.takeFirst();
            QVERIFY(QTest::qWaitForWindowActive(dialog));
            script(*dialog);
            dialog->close();
        });
        answering.start(20);
        QTest::mouseClick(window.menuBar(), Qt::LeftButton, {}, window.menuBar()->actionGeometry(title).center());
        QTRY_VERIFY(title->menu()->isVisible());
        QTest::mouseClick(title->menu(), Qt::LeftButton, {}, title->menu()->actionGeometry(action).center());
        QTRY_VERIFY(scripts.isEmpty() && !QApplication::activeModalWidget());
        if (window.document())
            QVERIFY(window.document()->flush());
    }
    static QPushButton *button(const QWidget &in, const QString &text)
    {
        for (QPushButton *found : in.findChildren<QPushButton *>()) {
            if (found->text().startsWith(text))
                return found;
        }
        return nullptr;
    }
    static void press(const QWidget &in, const QString &text)
    {
        QPushButton *found = button(in, text);
        QVERIFY2(found && found->isEnabled(), qPrintable(text));
        QTest::mouseClick(found, Qt::LeftButton);
    }
    /// The input beside a label of a form.
    template <typename Input>
    static Input *beside(const QWidget &in, const QString &text)
    {
        for (QLabel *label : in.findChildren<QLabel *>()) {
            if (label->text().startsWith(text) && qobject_cast<Input *>(label->buddy()))
                return qobject_cast<Input *>(label->buddy());
        }
        return nullptr;
    }
    static void typeOver(QLineEdit *line, const QString &text)
    {
        QVERIFY(line);
        line->setFocus();
        line->selectAll();
        commit(line, text);
    }
    /// Light and dark.
    void keepPictures(MainWindow &window, QWidget &widget, const QString &name)
    {
        for (const bool dark : {true, false}) {
            window.actions().action(Command::DarkLook)->setChecked(dark);
            QCoreApplication::processEvents();
            keepPicture(widget, name + (dark ? u"-dark"_s : QString()));
        }
    }

public:
    DialogTasks() : WindowTest(QDate(2025, 3, 20)) {}

private slots:
    void initTestCase() { prepare(); }
    void init() { failOnWarnings(); }

    void theTextOfEveryCityFitsBesideOutlineAndForm()
    {
        for (const QString &city : {u"izumo"_s, u"katagami"_s, u"hatsukaichi"_s}) {
            const auto window = openSample(city);
            auto *workspace = window->findChild<Workspace *>();
            for (const bool dark : {false, true}) {
                window->actions().action(Command::DarkLook)->setChecked(dark);
                for (const QString &page : {u"chapters"_s, u"bodies"_s}) {
                    workspace->show(page);
                    QCoreApplication::processEvents();
                    QVERIFY(workspace->minimumSizeHint().width() < 640);
                    keepPicture(*window, city + u'-' + page + (dark ? u"-dark"_s : QString()));
                }
            }
            window->actions().action(Command::DarkLook)->setChecked(false);
        }
    }

    void theYearIsSwitchedAndTakenBackInOneStep()
    {
        const auto window = openSample();
        const Plan before = window->document()->plan();
        through(*window, u"計画"_s, u"年度切替"_s, {[&](QDialog &dialog) {
            for (QCheckBox *box : dialog.findChildren<QCheckBox *>()) {
                if (!box->isChecked())
                    QTest::mouseClick(box, Qt::LeftButton, {}, QPoint(10, box->height() / 2));
                QVERIFY(box->isChecked());
            }
            typeOver(beside<QLineEdit>(dialog, u"調査時点"_s), u"いつか"_s);
            QVERIFY(!button(dialog, u"切り替える"_s)->isEnabled()); // and says how to write it
            typeOver(beside<QLineEdit>(dialog, u"調査時点"_s), u"3月31日"_s);
            QVERIFY(!button(dialog, u"切り替える"_s)->isEnabled());
            const auto labels = dialog.findChildren<QLabel *>();
            QVERIFY(std::any_of(labels.begin(), labels.end(),
                                [](const QLabel *label) { return label->text().contains(u"年がありません"_s); }));
            keepPictures(*window, dialog, u"year-refused"_s);
            typeOver(beside<QLineEdit>(dialog, u"調査時点"_s), u"R7.3.31"_s);
            typeOver(beside<QLineEdit>(dialog, u"調査名"_s), u"令和6年度末の調査"_s);
            keepPictures(*window, dialog, u"year"_s);
            press(dialog, u"切り替える"_s);
        }});
        const Plan &plan = window->document()->plan();
        QCOMPARE(plan.info().last_year.firstMonth(), before.info().last_year.firstMonth() + 12);
        QCOMPARE(plan.rows<Survey>().size(), before.rows<Survey>().size() + 1);
        QVERIFY(window->document()->undoNow());
        QVERIFY(difference(before, plan).isEmpty());
    }

    void anOfficeIsSplitAndItsMeasuresHandedOver()
    {
        const auto window = openSample();
        const Plan before = window->document()->plan();
        const QString office = u"情報政策課"_s;
        through(*window, u"計画"_s, u"機構改革"_s, {[&](QDialog &dialog) {
            const auto tables = dialog.findChildren<QTableWidget *>();
            QTableWidget *moves = tables.first();
            keepPictures(*window, dialog, u"offices-empty"_s);
            press(dialog, u"行を追加"_s);
            for (int row = 0; row < 2; ++row) {
                auto *box = qobject_cast<QComboBox *>(moves->cellWidget(row, 0));
                box->setFocus();
                for (int i = 0; box->currentText() != office && i < box->count(); ++i)
                    QTest::keyClick(box, Qt::Key_Down);
                QCOMPARE(box->currentText(), office);
                moves->setFocus();
                moves->setCurrentCell(row, 1);
                QTest::keyClick(moves, Qt::Key_F2);
                QLineEdit *editor = nullptr;
                for (QLineEdit *line : moves->viewport()->findChildren<QLineEdit *>())
                    editor = line->isVisible() ? line : editor;
                QVERIFY(editor);
                typeOver(editor, row == 0 ? u"DX企画課"_s : u"情報システム課"_s);
                QTest::keyClick(editor, Qt::Key_Return);
                QCoreApplication::processEvents();
            }
            QTableWidget *measures = tables.last();
            QVERIFY(measures->rowCount() > 0);
            auto *first = qobject_cast<QComboBox *>(measures->cellWidget(0, 2));
            first->setFocus();
            QTest::keyClick(first, Qt::Key_Down);
            QCOMPARE(first->currentText(), u"情報システム課"_s);
            keepPictures(*window, dialog, u"offices"_s);
            press(dialog, u"改める"_s);
        }});
        const Plan &plan = window->document()->plan();
        QCOMPARE(plan.rows<Department>().size(), before.rows<Department>().size() + 2);
        QCOMPARE(plan.rows<DepartmentChange>().size(), 2);
        QVERIFY(window->document()->undoNow());
        QVERIFY(difference(before, plan).isEmpty());
    }

    void theNextPlanIsMadeOfChosenMeasures()
    {
        const auto window = openSample();
        const Plan before = window->document()->plan();
        m_fileToSave = m_folder.filePath(u"次の計画.dxplan"_s);
        Id<Category> given;
        through(*window, u"計画"_s, u"次期計画"_s, {[&](QDialog &dialog) {
            QVERIFY(!button(dialog, u"作成する"_s)->isEnabled());
            typeOver(beside<QLineEdit>(dialog, u"計画名"_s), u"第2次推進計画"_s);
            auto *list = dialog.findChild<QListWidget *>();
            list->setFocus();
            list->setCurrentRow(0);
            QTest::keyClick(list, Qt::Key_Space); // the first stays behind
            QCOMPARE(list->item(0)->checkState(), Qt::Unchecked);
            keepPictures(*window, dialog, u"next"_s);
            auto *aims = dialog.findChild<NextPlanAims *>();
            dialog.findChild<QTabWidget *>()->setCurrentWidget(aims);
            given = Id<Category>(*RowId::fromText(aims->tree()->currentItem()->data(0, Qt::UserRole).toString()));
            aims->target()->setFocus();
            QTest::keyClick(aims->target(), Qt::Key_Down); // 引き継がない
            QCOMPARE(aims->tree()->currentItem()->text(1), u"引き継がない"_s);
            keepPictures(*window, dialog, u"aims"_s);
            press(dialog, u"作成する"_s);
        }});
        QCOMPARE(window->document()->plan().info().successor, u"第2次推進計画"_s);
        QPointer<MainWindow> next;
        for (QWidget *widget : QApplication::topLevelWidgets()) {
            auto *other = qobject_cast<MainWindow *>(widget);
            if (other && other != window.get() && other->document() && other->document()->path() == m_fileToSave)
                next = other;
        }
        QVERIFY(next);
        QCOMPARE(next->document()->plan().rows<Measure>().size(), before.rows<Measure>().size() - 1);
        QVERIFY(before.find(given) && !next->document()->plan().find(given));
        next->close();
        QVERIFY(window->document()->undoNow());
        QVERIFY(difference(before, window->document()->plan()).isEmpty());
    }

    void theBookIsPutTogetherAndLookedAt()
    {
        const auto window = openSample();
        QString shown;
        through(*window, u"ファイル"_s, u"計画書"_s,
                {[&](QDialog &dialog) {
                     auto *parts = dialog.findChild<QListWidget *>();
                     keepPictures(*window, dialog, u"book"_s);
                     parts->setFocus();
                     const auto glossary = parts->findItems(u"用語説明"_s, Qt::MatchExactly);
                     QCOMPARE(glossary.size(), 1);
                     parts->setCurrentItem(glossary.first());
                     const int row = parts->currentRow();
                     press(dialog, u"上へ"_s);
                     QCOMPARE(parts->currentRow(), row - 1);
                     parts->setFocus();
                     parts->setCurrentItem(parts->findItems(u"工程表"_s, Qt::MatchExactly).first());
                     QTest::keyClick(parts, Qt::Key_Space);
                     typeOver(dialog.findChild<QLineEdit *>(), u"案"_s);
                     press(dialog, u"印刷プレビュー"_s);
                 },
                 [&](QDialog &dialog) {
                     shown = dialog.windowTitle();
                     keepPicture(dialog, u"book-preview"_s);
                 }});
        QVERIFY(!shown.isEmpty());
    }

    void aNewPlanIsMadeFromATemplateAndItsEmptyWindowSaysWhatComesFirst()
    {
        MainWindow window(m_services);
        window.resize(1366, 768);
        window.show();
        window.activateWindow();
        QVERIFY(QTest::qWaitForWindowActive(&window));
        keepPictures(window, window, u"welcome"_s);
        m_fileToSave = m_folder.filePath(u"新しい.dxplan"_s);
        through(window, u"ファイル"_s, u"新しい計画"_s, {[&](QDialog &dialog) {
                    QVERIFY(!button(dialog, u"作成する"_s)->isEnabled());
                    typeOver(beside<QLineEdit>(dialog, u"計画名"_s), u"山川市DX推進計画"_s);
                    typeOver(beside<QLineEdit>(dialog, u"市区町村"_s), u"山川市"_s);
                    auto *list = dialog.findChild<QListWidget *>();
                    QCOMPARE(list->count(), 4); // three templates, and none
                    list->setFocus();
                    QTest::keyClick(list, Qt::Key_Down);
                    keepPictures(window, dialog, u"new"_s);
                    press(dialog, u"作成する"_s);
                }});
        QTRY_VERIFY(window.document());
        const Plan &plan = window.document()->plan();
        QCOMPARE(plan.info().title, u"山川市DX推進計画"_s);
        QCOMPARE(plan.info().first_year, PlanTime::fiscalYear(2024));
        QCOMPARE(plan.info().last_year, PlanTime::fiscalYear(2028));
        QVERIFY(std::any_of(plan.rows<Block>().begin(), plan.rows<Block>().end(),
                            [](const Block &block) { return block.kind == u"years"; }));
        QCOMPARE(plan.ordered<Classification>().first()->title, u"基本方針"_s);
        QVERIFY(!window.document()->history().undoable()); // a plan's making is no step
        QTRY_VERIFY(window.findChild<SheetForm *>());
        keepPictures(window, window, u"new-window"_s);
        window.actions().action(Command::AddMeasure)->trigger();
        QTRY_COMPARE(plan.rows<Measure>().size(), 1);
        QTRY_VERIFY(qobject_cast<QLineEdit *>(window.focusWidget())); // it waits for its name
        keepPicture(window, u"new-measure"_s);
    }

    void aPlanWithoutOfficesSaysWhereTheyAreEntered()
    {
        const auto window = openSample(u"hatsukaichi"_s);
        QVERIFY(window->document()->plan().rows<Department>().size() == 0);
        QString said;
        through(*window, u"計画"_s, u"機構改革"_s, {[&](QDialog &dialog) {
            for (const QLabel *label : dialog.findChildren<QLabel *>())
                said += label->text();
            QVERIFY(!button(dialog, u"改める"_s)->isEnabled());
            dialog.reject();
        }});
        QVERIFY(said.contains(u"まだ部署がありません"_s));
        QVERIFY(!window->document()->history().undoable());
    }

    void aNewPlanTakesTheShapeOfAPlanThatIsOpen()
    {
        const auto from = openSample(u"katagami"_s);
        const Plan &model = from->document()->plan();
        const QString plan = from->document()->path();
        m_fileToSave = m_folder.filePath(u"同じ形.dxplan"_s);
        const QString broken = m_folder.filePath(u"計画でない.dxplan"_s);
        QFile file(broken);
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write("text");
        file.close();
        QString refusal;
        through(*from, u"ファイル"_s, u"新しい計画"_s, {[&](QDialog &dialog) {
            typeOver(beside<QLineEdit>(dialog, u"計画名"_s), u"山川市DX推進計画"_s);
            auto *list = dialog.findChild<QListWidget *>();
            m_fileToOpen = broken;
            press(dialog, u"ほかの計画と同じ形"_s);
            QCOMPARE(list->count(), 4);
            for (const QLabel *label : dialog.findChildren<QLabel *>())
                refusal += label->text();
            m_fileToOpen = plan;
            press(dialog, u"ほかの計画と同じ形"_s);
            QCOMPARE(list->count(), 5);
            QCOMPARE(list->currentRow(), 4);
            keepPictures(*from, dialog, u"new-in-shape"_s);
            press(dialog, u"作成する"_s);
        }});
        QVERIFY(refusal.contains(u"計画"_s) && refusal.contains(u"ではありません"_s));
        MainWindow *made = nullptr;
        QTRY_VERIFY([&] {
            for (QWidget *widget : QApplication::topLevelWidgets()) {
                auto *window = qobject_cast<MainWindow *>(widget);
                if (window && window != from.get() && window->document() && window->document()->path() == m_fileToSave)
                    made = window;
            }
            return made != nullptr;
        }());
        const Plan &plan2 = made->document()->plan();
        QCOMPARE(plan2.info().title, u"山川市DX推進計画"_s);
        QCOMPARE(plan2.rows<Measure>().size(), 0);
        QCOMPARE(plan2.rows<Category>().size(), model.rows<Category>().size());
        QCOMPARE(plan2.rows<Department>().size(), 0);
        made->close();
    }

    void aSheetTemplateIsSavedLoadedInAnotherPlanAndRefusedWhenBroken()
    {
        const QString file = m_folder.filePath(u"様式.csv"_s);
        m_fileToSave = file;
        const auto from = openSample(u"katagami"_s);
        const SheetTemplate given = templateOf(from->document()->plan());
        through(*from, u"編集"_s, u"票の様式"_s, {[&](QDialog &dialog) {
            keepPictures(*from, dialog, u"template"_s);
            press(dialog, u"ファイルに保存"_s);
        }});
        QVERIFY(QFile::exists(file));
        QVERIFY(!from->document()->history().undoable()); // saving changes no plan

        const auto to = openSample(u"izumo"_s);
        const Plan before = to->document()->plan();
        m_fileToOpen = m_folder.filePath(u"壊れた様式.csv"_s);
        QFile broken(m_fileToOpen);
        QVERIFY(broken.open(QIODevice::WriteOnly));
        broken.write("position,kind,key\nB,no such kind,x\n");
        broken.close();
        QString refusal;
        through(*to, u"編集"_s, u"票の様式"_s, {[&](QDialog &dialog) {
            auto &editor = *qobject_cast<TemplateEditor *>(&dialog);
            editor.templates()->setFocus();
            QTest::keyClick(editor.templates(), Qt::Key_End); // ファイルから読み込む
            refusal = editor.notice();
            QCOMPARE(editor.blocks().size(), templateOf(before).size()); // as it was
            keepPicture(dialog, u"template-refused"_s);
            m_fileToOpen = file;
            editor.templates()->setFocus();
            QTest::keyClick(editor.templates(), Qt::Key_End); // ファイルから読み込む
            QCOMPARE(editor.blocks().size(), given.size());
            keepPicture(dialog, u"template-loaded"_s);
            press(dialog, u"決定"_s);
            QTRY_VERIFY(!dialog.isVisible());
        }});
        QVERIFY2(refusal.contains(u"壊れた様式"_s), qPrintable(refusal));
        QStringList wanted;
        QStringList found;
        for (const Block &block : given)
            wanted << block.kind + u' ' + block.label;
        for (const Block &block : templateOf(to->document()->plan()))
            found << block.kind + u' ' + block.label;
        QCOMPARE(found, wanted);
        QVERIFY(to->document()->undoNow());
        QVERIFY(difference(before, to->document()->plan()).isEmpty());
    }
};

QTEST_MAIN(DialogTasks)
#include "tst_dialogs.moc"
