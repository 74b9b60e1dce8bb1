// SPDX-License-Identifier: GPL-3.0-or-later
// Ending measures, copying them from one window into another, and the list of budget requests, by key and mouse.
#include "app/commands/action_catalog.h"
#include "app/dialogs/budget_dialog.h"
#include "app/dialogs/ending_dialog.h"
#include "app/window/notice_bar.h"
#include "app/window/outline_pane.h"
#include "models/exchange/csv.h"
#include "models/plan/ending.h"
#include "models/plan/measure_address.h"
#include "tests/support/warnings.h"
#include "window_test.h"

#include <QApplication>
#include <QClipboard>
#include <QComboBox>
#include <QFile>
#include <QLabel>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QRadioButton>
#include <QSignalSpy>
#include <QStatusBar>
#include <QTableWidget>
#include <QTest>
#include <QTimer>
#include <QTreeView>

using namespace shisaku;
using namespace Qt::StringLiterals;

class TestMeasureCommands : public WindowTest {
    Q_OBJECT

    static QTreeView *tree(const MainWindow &window) { return window.findChild<OutlinePane *>()->findChild<QTreeView *>(); }
    static const Plan &plan(const MainWindow &window) { return window.document()->plan(); }
    static Id<Measure> measure(const MainWindow &window, const QString &title)
    {
        for (const Measure &measure : plan(window).rows<Measure>()) {
            if (measure.title == title)
                return measure.id;
        }
        return {};
    }
    static void choose(const MainWindow &window, Id<Measure> id, Qt::KeyboardModifiers modifiers = {})
    {
        QTreeView *view = tree(window);
        const QModelIndex row = window.findChild<OutlinePane *>()->model().homeOf(id);
        view->scrollTo(row);
        QTest::mouseClick(view->viewport(), Qt::LeftButton, modifiers, view->visualRect(row).center());
    }
    /// Does `act` in the dialog that is about to open.
    static void inDialog(const std::function<void(EndingDialog &)> &act)
    {
        QTimer::singleShot(50, qApp, [act] {
            auto *dialog = qobject_cast<EndingDialog *>(QApplication::activeModalWidget());
            QVERIFY(dialog);
            act(*dialog);
            for (QPushButton *button : dialog->findChildren<QPushButton *>()) {
                if (button->text().contains(u"(&G)"_s) && button->isEnabled())
                    return QTest::mouseClick(button, Qt::LeftButton);
            }
            dialog->reject();
            QFAIL("the dialog does not take it");
        });
    }
    static void pick(EndingDialog &dialog, const QString &state)
    {
        for (QRadioButton *button : dialog.findChildren<QRadioButton *>()) {
            if (button->text().startsWith(state))
                button->setChecked(true);
        }
    }

public:
    TestMeasureCommands() : WindowTest(QDate(2024, 10, 5)) {}

private slots:
    void initTestCase() { prepare(); }
    void init() { failOnWarnings(); }

    void aMeasureIsEndedWithDateAndReasonAsOneStep()
    {
        const auto window = openSample(makeSample(u"終了"_s, u"izumo"_s));
        const Id<Measure> id = plan(*window).ordered<Measure>().at(3)->id;
        choose(*window, id);
        inDialog([](EndingDialog &dialog) {
            pick(dialog, u"廃止"_s);
            dialog.findChild<QLineEdit *>()->setText(u"R6.3.31"_s);
            dialog.findChild<QPlainTextEdit *>()->setPlainText(u"国の制度が変わったため。"_s);
            keepPicture(dialog, u"ending"_s);
        });
        window->actions().action(Command::EndMeasure)->trigger();
        QTRY_VERIFY(hasEnded(*plan(*window).find(id)));
        QCOMPARE(endingInWords(plan(*window), *plan(*window).find(id)), u"令和6年3月31日廃止"_s);
        QVERIFY(window->findChild<OutlinePane *>()->model().homeOf(id).data().toString().contains(u"（廃止）"_s));
        keepPicture(*window, u"ended"_s);
        QVERIFY(window->actions().action(Command::Undo)->text().contains(u"を廃止"_s));
        window->actions().action(Command::Undo)->trigger();
        QTRY_VERIFY(!hasEnded(*plan(*window).find(id)));
    }

    void aNewMeasureWaitsForItsName()
    {
        const auto window = openSample(makeSample(u"追加"_s, u"izumo"_s));
        window->actions().action(Command::AddMeasure)->trigger();
        const auto chosen = [] {
            const auto *line = qobject_cast<QLineEdit *>(QApplication::focusWidget());
            return line ? line->selectedText() : QString();
        };
        QTRY_COMPARE(chosen(), u"新しい施策"_s);
        QTest::keyClick(QApplication::focusWidget(), Qt::Key_A);
        QTest::keyClick(QApplication::focusWidget(), Qt::Key_Return);
        QTRY_VERIFY(!measure(*window, u"a"_s).isNull());
    }

    void anEndingWithoutATimeIsNotTaken()
    {
        const auto window = openSample(makeSample(u"時期"_s, u"izumo"_s));
        EndingDialog dialog(plan(*window), plan(*window).ordered<Measure>().first()->id, QDate(2024, 10, 5));
        QVERIFY(!dialog.change().isEmpty());
        QCOMPARE(dialog.findChild<QLineEdit *>()->text(), u"令和6年10月"_s);
        dialog.findChild<QLineEdit *>()->setText(u"そのうち"_s);
        QVERIFY(dialog.change().isEmpty());
        dialog.findChild<QLineEdit *>()->setText(u"R7～R8"_s);
        QVERIFY(dialog.change().isEmpty());
        const auto labels = dialog.findChildren<QLabel *>();
        QVERIFY(std::any_of(labels.begin(), labels.end(),
                            [](const QLabel *label) { return label->text().contains(u"開始と終了に分けて"_s); }));
        dialog.findChild<QLineEdit *>()->setText(u"令和7(2025)年3月31日現在"_s);
        QCOMPARE(std::get<QString>(dialog.change().rows.first().after->at(1).value), u"2025-03-31"_s);
    }

    void measuresGoFromOneWindowIntoAnother()
    {
        const auto from = openSample(makeSample(u"元"_s, u"izumo"_s));
        const auto to = openSample(makeSample(u"先"_s, u"katagami"_s));
        const auto measures = plan(*from).ordered<Measure>();
        const Id<Measure> first = measures.at(0)->id;
        const Id<Measure> third = measures.at(2)->id;
        choose(*from, first);
        choose(*from, third, Qt::ControlModifier);
        QCOMPARE(from->findChild<OutlinePane *>()->selectedMeasures(), (QList<Id<Measure>>{first, third}));
        QTest::keyClick(tree(*from), Qt::Key_C, Qt::ControlModifier);

        const qsizetype before = plan(*to).rows<Measure>().size();
        const Plan earlier = plan(*to);
        choose(*to, plan(*to).ordered<Measure>().at(1)->id);
        QTest::keyClick(tree(*to), Qt::Key_V, Qt::ControlModifier);
        QTRY_COMPARE(plan(*to).rows<Measure>().size(), before + 2);
        const Measure *made = plan(*to).find(measure(*to, plan(*from).find(first)->title));
        QVERIFY(made);
        QCOMPARE(plan(*to).parts<&Initiative::measure>(made->id).size(), plan(*from).parts<&Initiative::measure>(first).size());
        QVERIFY2(made->number.startsWith(u"1-1-"_s), qPrintable(made->number)); // beside the one chosen
        QVERIFY(
            to->findChild<OutlinePane *>()->model().homeOf(made->id).data().toString().startsWith(made->number + u" （追加）"_s));
        QCOMPARE(to->findChild<OutlinePane *>()->selectedMeasures(), QList<Id<Measure>>{made->id});
        keepPicture(*to, u"pasted"_s);
        bool told = false;
        for (const QLabel *label : to->findChild<NoticeBar *>()->findChildren<QLabel *>())
            told |= label->text().contains(u"この計画にないため"_s);
        QVERIFY(told);
        QCOMPARE(plan(*from).rows<Measure>().size(), measures.size());
        to->actions().action(Command::Undo)->trigger();
        QTRY_COMPARE(plan(*to).rows<Measure>().size(), before);
        QVERIFY(difference(earlier, plan(*to)).isEmpty());
    }

    void budgetRequestsAreListedByYearAndLeadToTheirMeasures()
    {
        const auto window = openSample(makeSample(u"予算"_s, u"katagami"_s));
        window->actions().action(Command::BudgetRequests)->trigger();
        auto *dialog = window->findChild<BudgetDialog *>();
        QVERIFY(dialog);
        QCOMPARE(dialog->table().rowCount(), 8);
        keepPicture(*dialog, u"budget"_s);
        auto *years = dialog->findChild<QComboBox *>();
        years->setCurrentIndex(years->findText(u"令和6年度"_s));
        QCOMPARE(dialog->table().rowCount(), 4);
        auto *table = dialog->findChild<QTableWidget *>();
        const QString title = table->item(3, 2)->text();
        table->setCurrentCell(3, 2);
        table->setFocus();
        QTest::keyClick(table, Qt::Key_Return);
        QCOMPARE(window->findChild<OutlinePane *>()->selectedMeasures(), QList<Id<Measure>>{measure(*window, title)});
        // The list follows the plan.
        ChangeBuilder change(u"施策を削除"_s);
        change.remove(measure(*window, title));
        QVERIFY(window->document()->apply(std::move(change).build()));
        QCOMPARE(dialog->table().rowCount(), 3);
        m_fileToSave = m_folder.filePath(u"要求.csv"_s);
        for (QPushButton *button : dialog->findChildren<QPushButton *>()) {
            if (button->text().startsWith(u"CSV"_s))
                QTest::mouseClick(button, Qt::LeftButton);
        }
        QFile file(m_fileToSave);
        QVERIFY(file.open(QIODevice::ReadOnly));
        const auto records = readCsv(file.readAll(), u"要求.csv"_s);
        QVERIFY(records);
        QCOMPARE(records->size(), 4);
        QCOMPARE(records->at(1).cells.value(4), u"R7当初予算要求"_s);
        // The paper is of the year that is shown.
        QSignalSpy printed(dialog, &BudgetDialog::printRequested);
        QTimer closing;
        closing.callOnTimeout([] {
            if (QWidget *preview = QApplication::activeModalWidget())
                preview->close();
        });
        closing.start(20);
        for (QPushButton *button : dialog->findChildren<QPushButton *>()) {
            if (button->text().startsWith(u"印刷"_s))
                QTest::mouseClick(button, Qt::LeftButton);
        }
        QCOMPARE(printed.size(), 1);
        QCOMPARE(printed.first().first().toString(), u"令和6年度"_s);
    }

    void textOnTheClipboardIsNotPastedAsAMeasure()
    {
        QGuiApplication::clipboard()->setText(u"ただの文"_s);
        const auto window = openSample(makeSample(u"文"_s, u"katagami"_s));
        const qsizetype before = plan(*window).rows<Measure>().size();
        tree(*window)->setFocus();
        QTest::keyClick(tree(*window), Qt::Key_V, Qt::ControlModifier);
        QVERIFY(window->statusBar()->currentMessage().contains(u"クリップボードに施策がありません"_s));
        QCOMPARE(plan(*window).rows<Measure>().size(), before);
    }
};

QTEST_MAIN(TestMeasureCommands)
#include "tst_measure_commands.moc"
