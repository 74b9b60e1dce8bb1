// SPDX-License-Identifier: GPL-3.0-or-later
// What the window writes: the name asked about is the name written, nothing goes unasked, nobody's work goes at all; and what it
// opens: files that are dropped, the last plan, each plan in one window.
#include "app/window/notice_bar.h"
#include "app/window/startup.h"
#include "app/window/windows.h"
#include "app/window/workspace.h"
#include "models/file/backup.h"
#include "tests/support/small_plan.h"
#include "tests/support/warnings.h"
#include "views/effects/chart_panel.h"
#include "views/effects/chart_view.h"
#include "views/effects/effects_page.h"
#include "views/pages/print_preview.h"
#include "views/sheet/sheet_form.h"
#include "window_test.h"

#include <QAbstractItemView>
#include <QApplication>
#include <QDir>
#include <QDropEvent>
#include <QFile>
#include <QFileDialog>
#include <QLineEdit>
#include <QMimeData>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QTabBar>
#include <QTest>
#include <QTimer>
#include <QUrl>
#include <QWindow>

#include <filesystem>

using namespace shisaku;
using namespace Qt::StringLiterals;

namespace {
QByteArray contentOf(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

bool write(const QString &path, const QByteArray &content)
{
    QFile file(path);
    return file.open(QIODevice::WriteOnly) && file.write(content) == content.size();
}
} // namespace

class SaveQuestion : public WindowTest {
    Q_OBJECT

    int m_count = 0;
    QStringList m_names;     ///< What the officer types into one file dialog after the other.
    QStringList m_suggested; ///< What these dialogs came up with.

    QString path(const QString &name) const { return m_folder.filePath(name); }
    QString smallPlanAt(const QString &name)
    {
        const QString made = path(name);
        QFile::remove(made);
        if (!PlanDocument::create(made, smallPlan(randomIds()), m_services.environment))
            qFatal("the plan cannot be made");
        return made;
    }
    std::unique_ptr<MainWindow> openSmall() { return openSample(smallPlanAt(u"小%1.dxplan"_s.arg(++m_count))); }
    static QString toldIn(const MainWindow &window) { return window.findChild<NoticeBar *>()->text(); }
    static QList<MainWindow *> windows()
    {
        QList<MainWindow *> list;
        for (QWidget *widget : QApplication::topLevelWidgets()) {
            if (auto *window = qobject_cast<MainWindow *>(widget))
                list << window;
        }
        return list;
    }
    static void closeOthers(const MainWindow *kept)
    {
        for (MainWindow *window : windows()) {
            if (window != kept)
                window->close();
        }
        QCoreApplication::sendPostedEvents(nullptr, QEvent::DeferredDelete);
    }
    /// Does `act` and answers the dialogs that come up; those that are still there when the answers end are left.
    template <typename Dialog>
    static void inDialog(const std::function<void()> &act, const std::function<void(Dialog &)> &answer)
    {
        bool answered = false;
        QTimer timer;
        connect(&timer, &QTimer::timeout, &timer, [&] {
            auto *dialog = qobject_cast<Dialog *>(QApplication::activeModalWidget());
            if (!dialog || !dialog->isVisible() || answered)
                return;
            answered = true;
            answer(*dialog);
            dialog->close();
        });
        timer.start(20);
        act();
        QVERIFY(answered);
    }
    /// Types the title of a new plan and presses the button as often as there are names left.
    void makeNewPlan(MainWindow &window, const QString &title)
    {
        QString kept;
        window.activateWindow();
        QVERIFY(QTest::qWaitForWindowActive(&window));
        inDialog<QDialog>([&] { QTest::keyClick(&window, Qt::Key_N, Qt::ControlModifier); },
                          [&](QDialog &dialog) {
                              auto *line = dialog.findChild<QLineEdit *>();
                              line->setText(title);
                              for (QPushButton *button : dialog.findChildren<QPushButton *>()) {
                                  if (button->text().startsWith(u"作成する"_s))
                                      QTest::mouseClick(button, Qt::LeftButton);
                              }
                              kept = dialog.isVisible() ? line->text() : title;
                          });
        QCOMPARE(kept, title);
    }
    /// Drops files onto a widget as the system does, by way of its window; true if it took them.
    static bool dropOn(QWidget &widget, const QStringList &files)
    {
        QMimeData data;
        QList<QUrl> urls;
        for (const QString &file : files)
            urls << QUrl::fromLocalFile(file);
        data.setUrls(urls);
        QWindow *window = widget.window()->windowHandle();
        const QPoint at = widget.mapTo(widget.window(), widget.rect().center());
        QDragEnterEvent enter(at, Qt::CopyAction | Qt::MoveAction, &data, Qt::LeftButton, Qt::NoModifier);
        QApplication::sendEvent(window, &enter);
        QDropEvent drop(at, Qt::CopyAction | Qt::MoveAction, &data, Qt::LeftButton, Qt::NoModifier);
        QApplication::sendEvent(window, &drop);
        QCoreApplication::processEvents();
        return enter.isAccepted() && drop.isAccepted();
    }

public:
    SaveQuestion() : WindowTest(QDate(2026, 4, 1)) {}

private slots:
    void initTestCase()
    {
        prepare();
        m_services.dialogs.saveFile = [this](QWidget *, const QString &, const QString &suggested, const QString &) {
            m_suggested << suggested;
            return m_names.isEmpty() ? QString() : m_names.takeFirst();
        };
    }
    void init()
    {
        failOnWarnings();
        m_services.settings->clear();
        m_questions.clear();
        m_suggested.clear();
        m_names.clear();
        m_answer = true;
        m_choice = 0;
    }
    void cleanup() { closeOthers(nullptr); }

    void aPlanOfThatNameIsAskedAboutAndKept_data()
    {
        QTest::addColumn<QString>("work");
        QTest::addColumn<bool>("replaced");
        for (const char *work : {"new", "copy", "submission", "next"}) {
            QTest::addRow("%s, no", work) << QString::fromLatin1(work) << false;
            QTest::addRow("%s, yes", work) << QString::fromLatin1(work) << true;
        }
    }
    void aPlanOfThatNameIsAskedAboutAndKept()
    {
        QFETCH(QString, work);
        QFETCH(bool, replaced);
        const QString there = smallPlanAt(u"先%1.dxplan"_s.arg(++m_count));
        const QByteArray before = contentOf(there);
        const auto window = openSmall();
        m_names = {there.chopped(7)}; // as it is typed, without its ending
        m_answer = replaced;
        if (work == u"new") {
            makeNewPlan(*window, u"新しい計画"_s);
        } else if (work == u"next") {
            inDialog<QDialog>([&] { window->actions().action(Command::NextPlan)->trigger(); },
                              [&](QDialog &dialog) {
                                  auto *line = dialog.findChild<QLineEdit *>();
                                  line->setText(u"次の計画"_s);
                                  for (QPushButton *button : dialog.findChildren<QPushButton *>()) {
                                      if (button->text().startsWith(u"作成する"_s))
                                          QTest::mouseClick(button, Qt::LeftButton);
                                  }
                                  QCOMPARE(dialog.isVisible(), !replaced); // what was typed is still there
                                  QCOMPARE(line->text(), u"次の計画"_s);
                              });
        } else {
            window->actions().action(work == u"copy" ? Command::SaveCopy : Command::SubmissionCopy)->trigger();
        }
        const qsizetype asked = m_questions.filter(QDir::toNativeSeparators(there)).size();
        QCOMPARE(asked, 1);
        QTRY_VERIFY(window->document()->isSettled()); // a copy is made behind what is on its way
        QCOMPARE(contentOf(there) == before, !replaced);
        const QList<Backup> backups = backupsOf(there);
        QCOMPARE(backups.size(), replaced ? 1 : 0);
        if (replaced)
            QVERIFY(contentOf(backups.first().path) == before);
    }

    void thePlanThatIsOpenIsNeverWrittenOver_data()
    {
        QTest::addColumn<Command>("command");
        QTest::newRow("copy") << Command::SaveCopy;
        QTest::newRow("submission") << Command::SubmissionCopy;
    }
    void thePlanThatIsOpenIsNeverWrittenOver()
    {
        QFETCH(Command, command);
        const auto other = openSmall();
        const auto window = openSmall();
        const QString own = window->document()->path();
        const QString link = path(u"近道%1.dxplan"_s.arg(++m_count));
        QVERIFY(QFile::link(own, link));
        QVERIFY(window->document()->apply(retitle(firstMeasure(*window->document()), u"入力した名"_s)));
        for (const QString &target : {own, link, other->document()->path()}) {
            const QByteArray before = contentOf(target);
            m_questions.clear();
            m_names = {target, path(u"別%1"_s.arg(++m_count))};
            window->actions().action(command)->trigger();
            QTRY_VERIFY(window->document()->isSettled());
            QVERIFY2(contentOf(target) == before, qPrintable(target));
            QVERIFY(m_questions.first().contains(u"置き換えません"_s));
            QCOMPARE(m_suggested.last(), target); // the dialog came back with what was typed
            QVERIFY(QFile::exists(path(u"別%1.dxplan"_s.arg(m_count))));
        }
        QCOMPARE(sqlite3(own, u"select count(*) from journal"_s), QByteArray("2"));
    }

    void aPlanThatIsHeldElsewhereIsNeverWrittenOver()
    {
        const QString held = smallPlanAt(u"他課.dxplan"_s);
        const auto lock = FileLock::acquire(held, {u"総務 太郎"_s, u"SOUMU02"_s}, QDateTime::currentDateTime());
        QVERIFY(lock);
        const QByteArray before = contentOf(held);
        const auto window = openSmall();
        for (const Command command : {Command::SaveCopy, Command::SubmissionCopy}) {
            m_names = {held};
            window->actions().action(command)->trigger();
            QTRY_VERIFY(window->document()->isSettled());
            QVERIFY(contentOf(held) == before);
            QVERIFY2(toldIn(*window).contains(u"総務 太郎"_s), qPrintable(toldIn(*window)));
        }
    }

    void aCopyRefusedAsItsWindowEndsIsToldToNobody()
    {
        const QString held = smallPlanAt(u"他課の計画.dxplan"_s);
        const auto lock = FileLock::acquire(held, {u"総務 太郎"_s, u"SOUMU02"_s}, QDateTime::currentDateTime());
        QVERIFY(lock);
        const QByteArray before = contentOf(held);
        auto window = openSmall();
        m_names = {held};
        window->actions().action(Command::SaveCopy)->trigger();
        QVERIFY(!window->document()->isSettled());
        window.reset();
        QVERIFY(contentOf(held) == before);
    }

    void aNewPlanIsNotWrittenOverTheOneWhoseShapeItTakes()
    {
        const QString model = smallPlanAt(u"手本.dxplan"_s);
        const QByteArray before = contentOf(model);
        const auto window = openSmall();
        m_fileToOpen = model;
        m_names = {model};
        inDialog<QDialog>([&] { window->actions().action(Command::NewPlan)->trigger(); },
                          [&](QDialog &dialog) {
                              dialog.findChild<QLineEdit *>()->setText(u"新しい計画"_s);
                              for (const QString &text : {u"ほかの計画"_s, u"作成する"_s}) {
                                  for (QPushButton *button : dialog.findChildren<QPushButton *>()) {
                                      if (button->text().startsWith(text))
                                          QTest::mouseClick(button, Qt::LeftButton);
                                  }
                              }
                          });
        QCOMPARE(m_questions.size(), 1);
        QVERIFY(contentOf(model) == before);
        QVERIFY(backupsOf(model).isEmpty());
    }

    void aTitleThatIsNoNameStaysInTheDialogAndGivesOne()
    {
        const auto window = openSmall();
        m_names = {path(QString(90, u'長')), {}};
        makeNewPlan(*window, u"情報/通信:計画"_s);
        QCOMPARE(m_suggested.first(), u"情報_通信_計画.dxplan"_s);
        QCOMPARE(m_questions.size(), 1);
        QVERIFY(m_questions.first().contains(u"長すぎます"_s));
        QVERIFY(m_suggested.last().startsWith(path(QString(90, u'長'))));
        m_names = {path(u"情報:通信?"_s)};
        makeNewPlan(*window, u"情報/通信:計画"_s);
        QVERIFY(windowOf(path(u"情報:通信?.dxplan"_s)));
    }

    void aChartIsAskedAboutByTheNameItGets()
    {
        const auto window = openSample(makeSample(u"図"_s));
        auto *workspace = window->findChild<Workspace *>();
        workspace->show(u"effects"_s);
        auto *charts = static_cast<EffectsPage *>(workspace->page(u"effects"_s))->findChild<ChartPanel *>();
        charts->tabs()->setCurrentIndex(1);
        for (const QString &suffix : {u"pdf"_s, u"png"_s, u"svg"_s}) {
            const auto save = [&] {
                m_questions.clear();
                m_names = {path(u"図"_s)};
                for (QAction *action : charts->view()->actions()) {
                    if (action->text() == u"図を%1に保存…"_s.arg(suffix.toUpper()))
                        action->trigger();
                }
            };
            const QString file = path(u"図."_s + suffix);
            save();
            QVERIFY(m_questions.isEmpty());
            const QByteArray before = contentOf(file);
            QVERIFY(!before.isEmpty());
            const QByteArray marked = before + "earlier";
            QVERIFY(write(file, marked));
            m_answer = false;
            save();
            QCOMPARE(m_questions.size(), 1);
            QVERIFY(m_questions.first().contains(QDir::toNativeSeparators(file)));
            QVERIFY(contentOf(file) == marked);
            m_answer = true;
            save();
            QCOMPARE(m_questions.size(), 1);
            QVERIFY(contentOf(file) != marked);
            QVERIFY(write(file, "a letter"));
            save();
            QCOMPARE(contentOf(file), QByteArray("a letter"));
        }
    }

    void everyPageThatGoesIsNamedInOneQuestion()
    {
        const auto window = openSample(makeSample(u"頁"_s));
        const QStringList there{u"票-02.png"_s, u"票-03.png"_s, u"票-61.png"_s};
        for (const QString &name : there)
            QVERIFY(write(path(name), "\x89PNG\r\n\x1a\n"));
        m_names = {path(u"票.png"_s)};
        m_answer = false;
        inDialog<PrintPreview>([&] { window->actions().action(Command::PrintAllSheets)->trigger(); },
                               [&](PrintPreview &preview) {
                                   for (QPushButton *button : preview.findChildren<QPushButton *>()) {
                                       if (button->text().startsWith(u"ファイルに保存"_s))
                                           QTest::mouseClick(button, Qt::LeftButton);
                                   }
                               });
        QCOMPARE(m_questions.size(), 1);
        for (const QString &name : there)
            QVERIFY2(m_questions.first().contains(name), qPrintable(m_questions.first()));
        QVERIFY(!m_questions.first().contains(u"票-01.png"_s));
        for (const QString &name : there)
            QCOMPARE(contentOf(path(name)).size(), 8);
        QVERIFY(!QFile::exists(path(u"票-01.png"_s)));
    }

    void theDialogOfTheSystemAsksNothingItself()
    {
        QVERIFY(write(path(u"議案.pdf"_s), "%PDF-"));
        const Dialogs dialogs = Dialogs::ofSystem();
        QApplication::setAttribute(Qt::AA_DontUseNativeDialogs);
        for (const QString &typed : {u"議案"_s, u"議案.pdf"_s}) {
            QString given;
            inDialog<QFileDialog>(
                [&] { given = dialogs.saveFile(nullptr, u"保存"_s, path(u"前.pdf"_s), u"PDF (*.pdf);;PNG画像 (*.png)"_s); },
                [&](QFileDialog &dialog) {
                    auto *line = dialog.findChild<QLineEdit *>();
                    line->setText(typed);
                    QTest::keyClick(line, Qt::Key_Return);
                    QVERIFY(!dialog.isVisible()); // no second dialog stands before it
                });
            QCOMPARE(given, path(u"議案.pdf"_s));
        }
        QApplication::setAttribute(Qt::AA_DontUseNativeDialogs, false);
    }

    void afterACopyOneGoesOnWithEither()
    {
        auto *window = *openWindow(m_services, smallPlanAt(u"元.dxplan"_s));
        m_names = {path(u"写し"_s)};
        window->actions().action(Command::SaveCopy)->trigger();
        QTRY_COMPARE(m_questions.size(), 1);
        QVERIFY(m_questions.first().contains(u"写し.dxplan"_s));
        QCOMPARE(windows().size(), 1);
        QCOMPARE(windows().first()->document()->path(), path(u"元.dxplan"_s));

        m_choice = 1;
        m_names = {path(u"写し2"_s)};
        window->actions().action(Command::SaveCopy)->trigger();
        QTRY_VERIFY(windows().size() == 1 && windows().first()->document()->path() == path(u"写し2.dxplan"_s));
        QVERIFY(!windows().first()->document()->isReadOnly());
    }

    void droppedFilesAreOpenedAndNeverTyped()
    {
        const QString one = smallPlanAt(u"一.dxplan"_s);
        const QString two = smallPlanAt(u"二.dxplan"_s);
        auto *window = *openWindow(m_services, makeSample(u"落とす先"_s));
        QVERIFY(QTest::qWaitForWindowExposed(window));
        const QString own = window->document()->path();
        QTRY_VERIFY(window->findChild<SheetForm *>());
        QList<QWidget *> targets{window};
        for (QPlainTextEdit *field : window->findChildren<QPlainTextEdit *>()) {
            if (field->isVisible() && targets.size() < 4)
                targets << field->viewport();
        }
        for (QLineEdit *field : window->findChildren<QLineEdit *>()) {
            if (field->isVisible() && targets.size() < 7)
                targets << field;
        }
        for (QAbstractItemView *grid : window->findChildren<QAbstractItemView *>()) {
            if (grid->isVisible())
                targets << grid->viewport();
        }
        QVERIFY(targets.size() > 4);
        const QByteArray entries = sqlite3(own, u"select count(*) from journal"_s);
        for (QWidget *target : std::as_const(targets)) {
            QVERIFY2(dropOn(*target, {one, two}), target->metaObject()->className());
            QTRY_VERIFY(windowOf(one) && windowOf(two));
            closeOthers(window);
            QVERIFY(!windowOf(one));
        }
        for (QLineEdit *field : window->findChildren<QLineEdit *>())
            QVERIFY(!field->text().contains(u"dxplan"_s));
        for (QPlainTextEdit *field : window->findChildren<QPlainTextEdit *>())
            QVERIFY(!field->toPlainText().contains(u"dxplan"_s));
        QVERIFY(window->document()->flush());
        QCOMPARE(sqlite3(own, u"select count(*) from journal"_s), entries);

        QVERIFY(write(path(u"名簿.xlsx"_s), "PK"));
        QVERIFY(dropOn(*window, {path(u"名簿.xlsx"_s)}));
        QTRY_VERIFY(toldIn(*window).contains(u"名簿.xlsx"_s));
    }

    void filesAreNotTypedIntoADialogEither()
    {
        const QString one = smallPlanAt(u"一.dxplan"_s);
        const auto window = openSmall();
        inDialog<QDialog>([&] { window->actions().action(Command::NewPlan)->trigger(); },
                          [&](QDialog &dialog) {
                              auto *line = dialog.findChild<QLineEdit *>();
                              QVERIFY(!dropOn(*line, {one}));
                              QCOMPARE(line->text(), QString());
                          });
        QVERIFY(!windowOf(one));
    }

    void aPlanHasOneWindowByWhateverPathItIsOpened()
    {
        const QString plan = smallPlanAt(u"一つ.dxplan"_s);
        const QString link = path(u"記号.dxplan"_s);
        const QString hard = path(u"固い.dxplan"_s);
        QVERIFY(QFile::link(plan, link));
        std::filesystem::create_hard_link(plan.toStdU16String(), hard.toStdU16String());
        QVERIFY(QDir().mkpath(path(u"棚"_s)));
        MainWindow *window = *openWindow(m_services, plan);
        window->showMinimized();
        for (const QString &spelled : {plan, link, hard, path(u"棚/../一つ.dxplan"_s), QDir::current().relativeFilePath(plan)}) {
            const auto again = openWindow(m_services, spelled);
            QVERIFY(again);
            QCOMPARE(*again, window);
            QVERIFY(!window->isMinimized());
        }
        QCOMPARE(windows().size(), 1);
        // Two paths where nothing is are not one plan.
        QVERIFY(QFile::rename(plan, path(u"移した.dxplan"_s)));
        QVERIFY(!openWindow(m_services, path(u"どこにもない.dxplan"_s)));
        QCOMPARE(windows().size(), 1);
    }

    void aStartWithoutNamesOpensTheLastPlanOrSaysWhereItWas()
    {
        const QString earlier = smallPlanAt(u"前々回.dxplan"_s);
        const QString last = smallPlanAt(u"前回.dxplan"_s);
        for (const QString &plan : {earlier, last})
            QVERIFY(openWindow(m_services, plan));
        MainWindow *window = windowOf(last);
        QVERIFY(window->document()->apply(retitle(firstMeasure(*window->document()), u"新しい名"_s)));
        QVERIFY(openWindow(m_services, backupsOf(last).first().path)); // to look at it
        closeOthers(nullptr);

        QCOMPARE(openAtStart(m_services, {}, path(u"reports"_s)).size(), 1);
        QCOMPARE(windows().first()->document()->path(), last);
        closeOthers(nullptr);

        QVERIFY(QFile::remove(last));
        QCOMPARE(openAtStart(m_services, {}, path(u"reports"_s)).size(), 0);
        QCOMPARE(windows().size(), 1);
        QVERIFY(!windows().first()->document());
        QVERIFY2(toldIn(*windows().first()).contains(last), qPrintable(toldIn(*windows().first())));
    }
};

QTEST_MAIN(SaveQuestion)
#include "tst_save_question.moc"
