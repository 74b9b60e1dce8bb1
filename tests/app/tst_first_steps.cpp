// SPDX-License-Identifier: GPL-3.0-or-later
// What somebody meets who sits before the window for the first time: keys that lead where they say, panes that stay as they were
// left, menus that tell why something cannot be done, names of files and sheets of a single office.
#include "app/qt_texts.h"
#include "app/window/outline_pane.h"
#include "app/window/sheet_pane.h"
#include "models/edit/empty_plan.h"
#include "models/edit/plan_opening.h"
#include "tests/support/some.h"
#include "tests/support/warnings.h"
#include "views/pages/print_preview.h"
#include "views/sheet/sheet_form.h"
#include "window_test.h"

#include <QApplication>
#include <QAbstractButton>
#include <QComboBox>
#include <QDir>
#include <QFile>
#include <QFileDialog>
#include <QFileSystemModel>
#include <QHelpEvent>
#include <QInputDialog>
#include <QLabel>
#include <QLibraryInfo>
#include <QLineEdit>
#include <QMenu>
#include <QMenuBar>
#include <QMessageBox>
#include <QRegularExpression>
#include <QScreen>
#include <QSpinBox>
#include <QTest>
#include <QTimer>
#include <QToolTip>
#include <QTranslator>
#include <QTreeView>

using namespace shisaku;
using namespace Qt::StringLiterals;

namespace {
/// The key that a text makes its own, upper case; null if there is none.
QChar keyOf(QString text)
{
    text.remove(u"&&"_s);
    const qsizetype at = text.indexOf(u'&');
    return at < 0 ? QChar() : text[at + 1].toUpper();
}

QMenu *menuNamed(const QWidget &window, const QString &title)
{
    for (QMenu *menu : window.findChildren<QMenu *>()) {
        if (menu->title().startsWith(title))
            return menu;
    }
    return nullptr;
}
} // namespace

class FirstSteps : public WindowTest {
    Q_OBJECT

    static QTreeView *tree(const MainWindow &window) { return window.findChild<OutlinePane *>()->findChild<QTreeView *>(); }
    static QString chosen(const MainWindow &window)
    {
        const Measure *measure = window.document()->plan().find(window.findChild<SheetForm *>()->measure());
        return measure ? measure->number : QString();
    }
    /// Does `act`, which opens a dialog, and `look` at that dialog, which is closed then.
    template <typename Dialog>
    static void inDialog(const std::function<void()> &act, const std::function<void(Dialog &)> &look)
    {
        bool looked = false;
        QTimer timer;
        connect(&timer, &QTimer::timeout, &timer, [&] {
            auto *dialog = qobject_cast<Dialog *>(QApplication::activeModalWidget());
            if (!dialog || !dialog->isVisible())
                return;
            timer.stop();
            looked = true;
            look(*dialog);
            dialog->close();
        });
        timer.start(20);
        act();
        QVERIFY(looked);
    }

public:
    FirstSteps() : WindowTest(QDate(2023, 10, 5)) {}

private slots:
    void initTestCase() { prepare(); }
    void init() { failOnWarnings(); }
    void cleanup() { m_services.settings->clear(); }

    void noKeyOfAMenuIsGivenTwice()
    {
        const auto window = openSample(makeSample(u"keys"_s));
        QList<QMenu *> menus = window->menuBar()->findChildren<QMenu *>();
        QVERIFY(menus.size() >= 5);
        QSet<QChar> titles;
        for (const QAction *action : window->menuBar()->actions()) {
            QVERIFY2(!titles.contains(keyOf(action->text())), qPrintable(action->text()));
            titles.insert(keyOf(action->text()));
        }
        for (const QMenu *menu : std::as_const(menus)) {
            QSet<QChar> keys;
            for (const QAction *action : menu->actions()) {
                const QChar key = keyOf(action->text());
                QVERIFY2(key.isNull() || !keys.contains(key), qPrintable(menu->title() + action->text()));
                keys.insert(key);
            }
        }
    }

    void whatCannotBeDoneSaysWhy()
    {
        const MainWindow empty(m_services);
        const auto why = [](const MainWindow &window, Command command) {
            const QAction *action = window.actions().action(command);
            return action->isEnabled() ? QString() : action->statusTip();
        };
        for (const QAction *action : empty.actions().findChildren<QAction *>())
            QVERIFY2(action->isEnabled() || !action->statusTip().isEmpty(), qPrintable(action->text()));
        for (const QMenu *menu : empty.menuBar()->findChildren<QMenu *>()) {
            for (const QAction *action : menu->actions())
                QVERIFY2(action->isSeparator() || action->isEnabled() || action->menu() || !action->statusTip().isEmpty(),
                         qPrintable(action->text()));
        }
        QMenu *file = menuNamed(empty, u"ファイル"_s);
        file->popup({});
        const QPoint at = file->actionGeometry(empty.actions().action(Command::PrintSheet)).center();
        QHelpEvent help(QEvent::ToolTip, at, file->mapToGlobal(at));
        QApplication::sendEvent(file, &help);
        QVERIFY(QToolTip::text().contains(u"計画を開く"_s));
        file->close();
        QVERIFY(!menuNamed(empty, u"並べ方"_s)->menuAction()->isEnabled());
        QVERIFY(why(empty, Command::PrintSheet).contains(u"計画を開く"_s));

        const QString path = makeSample(u"why"_s);
        const auto window = openSample(path);
        QVERIFY(why(*window, Command::Undo).contains(u"変更はありません"_s));
        QVERIFY(window->actions().action(Command::PrintSheet)->statusTip().isEmpty());
        MainWindow reader(m_services);
        PlanOpening opening(path, m_services.environment);
        QVERIFY(reader.openPlan(opening));
        QVERIFY(why(reader, Command::AddMeasure).contains(u"閲覧のみ"_s));
        QVERIFY(why(reader, Command::Undo).contains(u"閲覧のみ"_s));
        QVERIFY(reader.actions().action(Command::TakeOver)->isEnabled());

        const QString nothing = m_folder.filePath(u"nothing.dxplan"_s);
        QVERIFY(PlanDocument::create(nothing, emptyPlan(2026, m_services.environment.ids), m_services.environment));
        const auto fresh = openSample(nothing);
        for (const Command paper : {Command::PrintAllSheets, Command::PrintList, Command::PrintGlossary, Command::PrintProgress})
            QVERIFY(why(*fresh, paper).contains(u"まだ"_s));
        QTest::keyClick(fresh.get(), Qt::Key_N, Qt::ControlModifier | Qt::ShiftModifier);
        QVERIFY(fresh->document()->flush());
        QVERIFY(fresh->actions().action(Command::PrintAllSheets)->isEnabled());
    }

    void recentPlansAreNamedInFull()
    {
        QMenu *recent = nullptr;
        {
            MainWindow window(m_services);
            recent = menuNamed(window, u"最近使った計画"_s);
            QVERIFY(recent);
            emit recent->aboutToShow();
            QCOMPARE(recent->actions().size(), 1);
            QVERIFY(!recent->actions().first()->isEnabled()); // a sentence instead of an empty menu
        }
        const QString path = makeSample(u"R&D<b>計画"_s);
        m_services.settings->setValue(u"recent"_s, QStringList{path});
        MainWindow window(m_services);
        recent = menuNamed(window, u"最近使った計画"_s);
        emit recent->aboutToShow();
        QCOMPARE(recent->actions().size(), 1);
        QCOMPARE(recent->actions().first()->text(), u"R&&D<b>計画"_s);
        QVERIFY(keyOf(recent->actions().first()->text()).isNull());
        QVERIFY(recent->toolTipsVisible());
        QVERIFY(recent->actions().first()->toolTip().contains(u"R&amp;D&lt;b&gt;計画"_s));
    }

    void enterInTheSearchLeadsToTheFirstMeasureFoundAndOnIntoItsForm()
    {
        const auto window = openSample(makeSample(u"search"_s));
        QTest::keyClick(window.get(), Qt::Key_F, Qt::ControlModifier);
        QWidget *line = QApplication::focusWidget();
        commit(line, u"ｒｐａ"_s);
        QTest::keyClick(line, Qt::Key_Return); // before the pause of the search is over
        QCOMPARE(chosen(*window), u"46"_s);
        QVERIFY(tree(*window)->hasFocus());
        QTest::keyClick(tree(*window), Qt::Key_Return);
        auto *field = qobject_cast<QLineEdit *>(QApplication::focusWidget());
        QVERIFY(field && window->findChild<SheetForm *>()->isAncestorOf(field));
        QVERIFY(!field->hasSelectedText());
        QTest::keyClicks(field, u"x"_s); // typing on writes over nothing
        window->findChild<SheetForm *>()->flush();
        QVERIFY(window->document()->flush().ok());
        const Measure *measure = window->document()->plan().find(window->findChild<SheetForm *>()->measure());
        QCOMPARE(measure->number, u"46"_s);
        QVERIFY(measure->title.endsWith(u'x'));
    }

    void aNumberInTheSearchLeadsToThatMeasure()
    {
        const auto window = openSample(makeSample(u"number"_s));
        for (const QString &number : {u"46"_s, u"７"_s}) {
            QTest::keyClick(window.get(), Qt::Key_F, Qt::ControlModifier);
            auto *line = qobject_cast<QLineEdit *>(QApplication::focusWidget());
            QVERIFY(line);
            line->clear();
            commit(line, number);
            QTest::keyClick(line, Qt::Key_Return);
            QCOMPARE(chosen(*window), number == u"46" ? u"46"_s : u"7"_s);
        }
    }

    void anEditLeavesTheOutlineOpenAtTheMeasure()
    {
        const auto window = openSample(makeSample(u"open"_s));
        QTest::keyClick(window.get(), Qt::Key_F, Qt::ControlModifier);
        QWidget *line = QApplication::focusWidget();
        commit(line, u"RPA"_s);
        QTest::keyClick(line, Qt::Key_Down);
        QCOMPARE(chosen(*window), u"46"_s);
        QTest::keyClick(window.get(), Qt::Key_F, Qt::ControlModifier);
        QTest::keyClick(line, Qt::Key_Escape);
        const auto isSeen = [&] {
            return tree(*window)->viewport()->rect().intersects(tree(*window)->visualRect(tree(*window)->currentIndex()));
        };
        QTRY_VERIFY(isSeen());
        const Id<Measure> measure = window->findChild<SheetForm *>()->measure();
        ChangeBuilder change(u"施策名を変更"_s);
        change.set(TableId::Measure, measure.row, fieldIndex<&Measure::title>(), u"別の名前"_s);
        QVERIFY(window->document()->apply(std::move(change).build()));
        QCoreApplication::processEvents();
        QVERIFY(isSeen());
    }

    void theDivisionBetweenFormAndSheetComesBack()
    {
        const QString path = makeSample(u"division"_s);
        QList<int> left;
        {
            const auto window = openSample(path);
            auto *pane = window->findChild<SheetPane *>();
            QWidget *handle = pane->handle(1);
            const QPoint grip = handle->rect().center();
            QTest::mousePress(handle, Qt::LeftButton, {}, grip);
            QTest::mouseMove(handle, grip + QPoint(0, 90));
            QTest::mouseRelease(handle, Qt::LeftButton, {}, grip + QPoint(0, 90));
            left = pane->sizes();
            window->close();
        }
        for (int sitting = 0; sitting < 2; ++sitting) {
            const auto window = openSample(path);
            QCoreApplication::processEvents();
            QCOMPARE(window->findChild<SheetPane *>()->sizes(), left);
            window->close();
        }
    }

    void fullScreenIsLeftToTheStateBefore()
    {
        const auto window = openSample(makeSample(u"full"_s));
        window->setWindowState(Qt::WindowMaximized);
        QAction *full = window->actions().action(Command::FullScreen);
        full->trigger();
        QVERIFY(window->isFullScreen());
        window->close();
        {
            MainWindow next(m_services);
            QVERIFY(next.isFullScreen());
            QVERIFY(next.actions().action(Command::FullScreen)->isChecked());
        }
        full->trigger();
        QVERIFY(!window->isFullScreen() && window->isMaximized());
    }

    void sheetsOfOneOfficeArePreviewed()
    {
        const auto window = openSample(makeSample(u"office"_s));
        QString all;
        QString office;
        inDialog<PrintPreview>([&] { window->actions().action(Command::PrintAllSheets)->trigger(); },
                               [&](PrintPreview &preview) {
                                   all = preview.findChild<QSpinBox *>()->suffix();
                                   auto *ways = preview.findChild<QComboBox *>();
                                   const int at = ways->findText(u"情報政策課"_s, Qt::MatchStartsWith);
                                   QVERIFY(at > 0);
                                   office = ways->itemText(at);
                                   QTimer::singleShot(200, window.get(), [&] { // the preview of the way chosen
                                       auto *next = qobject_cast<PrintPreview *>(QApplication::activeModalWidget());
                                       QVERIFY(next && next->windowTitle().contains(u"情報政策課"_s));
                                       const int sheets = next->findChild<QSpinBox *>()->maximum();
                                       QVERIFY(office.contains(QString::number(sheets)) && sheets > 1 && sheets < 61);
                                       next->close();
                                   });
                                   ways->setCurrentIndex(at);
                                   emit ways->activated(at);
                               });
        QVERIFY(all.contains(u"61"_s));
    }

    void dialogsFitOnTheScreenAndGiveNoKeyTwice()
    {
        QTranslator qtTexts;
        QVERIFY(qtTexts.load(u"qtbase_ja"_s, QLibraryInfo::path(QLibraryInfo::TranslationsPath)));
        QApplication::installTranslator(&qtTexts);
        const auto window = openSample(makeSample(u"small"_s), {700, 600});
        for (const Command command : {Command::PrintAllSheets, Command::EditSheetTemplate, Command::PlanSettings,
                                      Command::Reorganise, Command::NextPlan, Command::PrintBook, Command::SwitchYear,
                                      Command::EndMeasure, Command::NewPlan, Command::Backups, Command::PrintEffects}) {
            QAction *action = window->actions().action(command);
            inDialog<QDialog>([action] { action->trigger(); },
                              [action](QDialog &dialog) {
                                  // The promise is for 1280 by 720; the screen of this test is narrower.
                                  const int height = dialog.screen()->availableSize().height() - 20;
                                  QVERIFY2(dialog.height() < height && dialog.minimumSizeHint().height() < 680
                                               && dialog.minimumSizeHint().width() < 1260,
                                           qPrintable(action->text()));
                                  QStringList texts;
                                  for (const QAbstractButton *button : dialog.findChildren<QAbstractButton *>())
                                      texts << button->text();
                                  for (const QLabel *label : some(dialog.findChildren<QLabel *>()))
                                      texts << (label->buddy() ? label->text() : QString());
                                  QSet<QChar> keys;
                                  static const QRegularExpression english(u"[a-z]{3,}"_s);
                                  for (const QString &text : std::as_const(texts)) {
                                      QVERIFY2(keyOf(text).isNull() || !keys.contains(keyOf(text)), qPrintable(text));
                                      keys.insert(keyOf(text));
                                      QVERIFY2(!text.contains(english), qPrintable(text));
                                  }
                                  QTRY_VERIFY2(dialog.focusWidget(), qPrintable(action->text())); // once it is active
                              });
        }
    }

    void questionsAreJapaneseAndShowNamesAsTheyAre()
    {
        const Dialogs dialogs = Dialogs::ofSystem();
        inDialog<QMessageBox>([&] { dialogs.confirm(nullptr, u"<b>よい</b>か"_s, u"はい"_s); },
                              [](QMessageBox &box) {
                                  QCOMPARE(box.windowTitle(), u"施策帖"_s);
                                  QCOMPARE(box.textFormat(), Qt::PlainText);
                              });
        inDialog<QInputDialog>([&] { dialogs.askText(nullptr, u"版として名前を付ける"_s, u"名前"_s, u"令和6年4月改訂"_s); },
                               [](QInputDialog &dialog) {
                                   const QFontMetrics metrics(QApplication::font());
                                   QVERIFY(dialog.width() > metrics.horizontalAdvance(dialog.windowTitle()) + 150);
                               });
        QMessageBox box(QMessageBox::Warning, u"施策帖"_s, u"「<b>名前</b>.pdf」に書けません。"_s);
        box.show();
        for (const QLabel *label : box.findChildren<QLabel *>())
            QVERIFY(label->text().isEmpty() || label->textFormat() == Qt::PlainText);
    }

    void fileDialogsAreJapanese()
    {
        QTranslator texts;
        QVERIFY(texts.load(u"qtbase_ja"_s, QLibraryInfo::path(QLibraryInfo::TranslationsPath)));
        QApplication::installTranslator(&texts);
        QtTexts more;
        QApplication::installTranslator(&more);
        QFileDialog dialog(nullptr, u"計画を開く"_s, m_folder.path());
        dialog.setOption(QFileDialog::DontUseNativeDialog);
        QVERIFY(QDir(m_folder.path()).mkpath(u"控え"_s));
        dialog.show();
        static const QRegularExpression english(u"[A-Za-z]{4,}"_s);
        for (const QLabel *label : dialog.findChildren<QLabel *>())
            QVERIFY2(!label->text().contains(english), qPrintable(label->text()));
        for (const QAbstractButton *button : dialog.findChildren<QAbstractButton *>())
            QVERIFY2(!button->text().contains(english), qPrintable(button->text()));
        const auto *files = dialog.findChild<QFileSystemModel *>();
        const QModelIndex folder = files->index(m_folder.filePath(u"控え"_s));
        QTRY_COMPARE(folder.siblingAtColumn(2).data().toString(), u"フォルダー"_s);
        QApplication::removeTranslator(&more);
        QApplication::removeTranslator(&texts);
    }

    void aFileThatCannotBeReadNamesTheRepair()
    {
        QFile file(m_folder.filePath(u"空.dxplan"_s));
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.close();
        MainWindow window(m_services);
        PlanOpening opening(file.fileName(), m_services.environment);
        const auto opened = window.openPlan(opening);
        QVERIFY(!opened);
        const QString command = window.actions().action(Command::RepairPlan)->text().section(u'(', 0, 0);
        QVERIFY(opened.error().message().contains(command));
    }
};

QTEST_MAIN(FirstSteps)
#include "tst_first_steps.moc"
