// SPDX-License-Identifier: GPL-3.0-or-later
// A share that dies while people type: nothing typed is lost, whatever is pressed; when it returns, all of it is in the file.
#include "app/window/notice_bar.h"
#include "app/window/unsaved_guide.h"
#include "app/window/workspace.h"
#include "models/edit/unsaved_input.h"
#include "tests/app/window_test.h"
#include "tests/safety/fault.h"
#include "tests/support/sqlite3.h"
#include "views/grid/grid_view.h"
#include "views/roadmap/roadmap_view.h"
#include "views/settings/plan_settings.h"
#include "views/settings/settings_pages.h"
#include "views/sheet/sheet_form.h"

#include <QApplication>
#include <QClipboard>
#include <QLineEdit>
#include <QStatusBar>
#include <QTest>
#include <QTextEdit>
#include <QTimer>

#include <cerrno>

using namespace shisaku;
using namespace Qt::StringLiterals;

class UnsavedWindow : public WindowTest {
    Q_OBJECT

    std::unique_ptr<MainWindow> m_window;
    QString m_path;

    UnsavedInput &unsaved() const { return m_window->document()->unsaved(); }
    UnsavedGuide *guide() const { return m_window->findChild<UnsavedGuide *>(); }
    Workspace *workspace() const { return m_window->findChild<Workspace *>(); }
    SheetForm *form() const { return m_window->findChild<SheetForm *>(); }
    QTextEdit *firstText() const
    {
        for (QTextEdit *text : form()->findChildren<QTextEdit *>()) {
            if (text->isVisible() && !text->isReadOnly())
                return text;
        }
        qFatal("the form has no text");
    }
    GridView *grid() const
    {
        for (GridView *grid : workspace()->page(u"effects"_s)->findChildren<GridView *>()) {
            if (grid->isVisible())
                return grid;
        }
        qFatal("no grid is shown");
    }
    void showNextMeasure() const
    {
        const auto measures = m_window->document()->plan().ordered<Measure>();
        const Id<Measure> other = form()->measure() == measures[0]->id ? measures[1]->id : measures[0]->id;
        emit form()->measureRequested(other);
        QCOMPARE(form()->measure(), other);
    }
    QString inFile(const QString &sql) const { return QString::fromUtf8(sqlite3(m_path, sql)); }
    void typeIntoForm(const QString &text) const
    {
        QTextEdit *field = firstText();
        field->setFocus();
        QTest::keyClicks(field, text);
    }
    /// Types into the number of tasks of the first year of results, and leaves the cell open.
    void typeIntoGrid(const QString &text) const
    {
        workspace()->show(u"effects"_s);
        QCoreApplication::processEvents();
        GridView *cells = grid();
        cells->setFocus();
        cells->setCurrentIndex(cells->grid().index(0, 1));
        for (const QChar key : text)
            QTest::keyClick(QApplication::focusWidget(), key.toLatin1());
    }
    /// Does something in the settings once they are open, and closes them.
    template <typename Deed>
    void inSettings(Deed deed)
    {
        QTimer::singleShot(0, this, [deed] {
            auto *settings = qobject_cast<PlanSettings *>(QApplication::activeModalWidget());
            if (!settings)
                qFatal("no settings are open");
            QCoreApplication::processEvents();
            deed(*settings);
            settings->done(0);
        });
    }
    void typeIntoSettings(const QString &text)
    {
        inSettings([text](PlanSettings &settings) {
            auto *title = qobject_cast<QLineEdit *>(settings.planPage()->input(fieldIndex<&PlanInfo::title>()));
            title->setFocus();
            title->selectAll();
            QTest::keyClicks(title, text);
        });
        m_window->actions().action(Command::PlanSettings)->trigger();
    }

public:
    UnsavedWindow() : WindowTest(QDate(2026, 4, 1)) {}

private slots:
    void initTestCase() { prepare(); }
    void init()
    {
        m_path = makeSample(QString::fromLatin1(QTest::currentTestFunction()));
        m_window = openSample(m_path);
        m_questions.clear();
        m_choice = -1;
        m_answer = false;
    }
    void cleanup()
    {
        fault::disarm();
        m_window.reset();
    }

    void whatWasTypedWhileTheShareWasDeadIsInTheFileWhenItReturns()
    {
        const Id<Measure> typedFor = form()->measure();
        fault::arm(1, EIO, fault::Lasting::Always);
        typeIntoForm(u"form"_s);
        const QString formText = firstText()->toPlainText();
        QTRY_COMPARE(unsaved().count(), 1);
        typeIntoGrid(u"7531"_s);
        QTest::keyClick(QApplication::focusWidget(), Qt::Key_Return);
        QTRY_COMPARE(unsaved().count(), 2);
        typeIntoSettings(u"settings"_s);
        m_window->activateWindow(); // no window manager gives the keyboard back after a dialog
        QVERIFY(QTest::qWaitForWindowActive(m_window.get()));
        QTRY_COMPARE(unsaved().count(), 3);
        QCOMPARE(guide()->text(), u"未保存 3件"_s);

        // Another page, another measure: it stays.
        workspace()->show(u"roadmap"_s);
        showNextMeasure();
        QCOMPARE(unsaved().count(), 3);

        // Ctrl+S does not say that it is saved; it leads to the first.
        QTest::keyClick(m_window.get(), Qt::Key_S, Qt::ControlModifier);
        QVERIFY(!m_window->statusBar()->currentMessage().contains(u"保存済み"_s));
        const QString told = m_window->findChild<NoticeBar *>()->text();
        QVERIFY2(told.contains(u"3件"_s), qPrintable(told));
        QTRY_VERIFY(firstText()->hasFocus());
        QCOMPARE(form()->measure(), typedFor);
        QCOMPARE(firstText()->toPlainText(), formText);

        // Closing asks; the window stays.
        QVERIFY(!m_window->close());
        QVERIFY(m_window->isVisible());
        QVERIFY(m_questions.last().contains(u"3件"_s));

        // Each in turn, from where the first is.
        showNextMeasure();
        guide()->click();
        QTRY_VERIFY(firstText()->hasFocus());
        QCOMPARE(firstText()->toPlainText(), formText);
        guide()->click();
        QCOMPARE(workspace()->current(), u"effects"_s);
        QTRY_VERIFY(grid()->hasFocus());
        QCOMPARE(grid()->currentIndex().data().toString(), u"7531"_s);
        QVERIFY(!grid()->currentIndex().data(GridModel::RefusedRole).toString().isEmpty());
        QString shown;
        inSettings([&shown](PlanSettings &settings) {
            auto *title = qobject_cast<QLineEdit *>(settings.planPage()->input(fieldIndex<&PlanInfo::title>()));
            QTRY_VERIFY(title->hasFocus());
            shown = title->text();
        });
        guide()->click();
        QCOMPARE(shown, u"settings"_s);
        QCOMPARE(unsaved().count(), 3);

        // The share is back: the first thing that is written brings the rest along.
        fault::disarm();
        QVERIFY(m_window->document()->apply([this] {
            ChangeBuilder change(u"別の変更"_s);
            change.set<&Measure::short_title>(form()->measure(), u"短"_s);
            return std::move(change).build();
        }()));
        QTRY_COMPARE(unsaved().count(), 0);
        QTRY_COMPARE(guide()->text(), u"保存済み"_s);
        QCOMPARE(inFile(u"select title from plan"_s), u"settings"_s);
        QCOMPARE(inFile(u"select count(*) from effect where task_count=7531"_s), u"1"_s);
        QCOMPARE(inFile(u"select count(*) from measure_text where text like '%form%'"_s), u"1"_s);
        QVERIFY(m_window->close());
    }

    void aNameTypedOnTheRoadmapWhileTheShareWasDeadIsKeptToo()
    {
        workspace()->show(u"roadmap"_s);
        auto *roadmap = m_window->findChild<RoadmapView *>();
        const auto *model = qobject_cast<RoadmapModel *>(roadmap->model());
        roadmap->grab();
        for (size_t node = 1; node < model->tree().nodes.size() && !roadmap->canPerform(RoadmapAction::Rename); ++node)
            roadmap->setCurrentIndex(model->indexOf(static_cast<int>(node)));
        QVERIFY(roadmap->canPerform(RoadmapAction::Rename));
        fault::arm(1, EIO, fault::Lasting::Always);
        roadmap->setFocus();
        QTest::keyClick(roadmap, Qt::Key_F2);
        auto *name = roadmap->findChild<QLineEdit *>(u"name"_s);
        QVERIFY(name);
        const QString typed = u"長い名前"_s.repeated(60); // of 240 characters, and none is cut off
        QApplication::clipboard()->setText(typed);
        QTest::keyClick(name, Qt::Key_V, Qt::ControlModifier);
        QCOMPARE(guide()->text(), u"入力中…"_s);
        QTest::keyClick(name, Qt::Key_Return);
        QTRY_COMPARE(unsaved().count(), 1);
        QCOMPARE(unsaved().refused().first().typed, typed);
        QVERIFY(!m_window->close());
        fault::disarm();
        QTest::keyClick(m_window.get(), Qt::Key_S, Qt::ControlModifier);
        QTRY_COMPARE(unsaved().count(), 0);
        QCOMPARE(inFile(u"select count(*) from phase where label='%1'"_s.arg(typed)), u"1"_s);
    }

    void whatIsGivenUpIsGivenUpOnlyWhenAskedFor()
    {
        fault::arm(1, ENOSPC, fault::Lasting::Always);
        typeIntoForm(u"x"_s);
        m_choice = -1; // thought better of
        QVERIFY(!m_window->close());
        QCOMPARE(unsaved().count(), 1);
        m_choice = 1; // give up
        QVERIFY(m_window->close());
        QCOMPARE(m_questions.size(), 2);
    }

    void theSaveKeyTriesAgain()
    {
        fault::arm(1, EIO, fault::Lasting::Always);
        typeIntoForm(u"abc"_s);
        QTRY_COMPARE(unsaved().count(), 1);
        fault::disarm();
        QTest::keyClick(m_window.get(), Qt::Key_S, Qt::ControlModifier);
        QVERIFY(m_window->statusBar()->currentMessage().contains(u"保存済み"_s));
        QCOMPARE(unsaved().count(), 0);
        QCOMPARE(inFile(u"select count(*) from measure_text where text like '%abc%'"_s), u"1"_s);
    }

    void whatIsBeingTypedIsNotCalledSaved()
    {
        QTRY_COMPARE(guide()->text(), u"保存済み"_s);
        QTextEdit *field = firstText();
        field->setFocus();
        QTest::keyClick(field, Qt::Key_A);
        QCOMPARE(guide()->text(), u"入力中…"_s);
        QTRY_COMPARE(guide()->text(), u"保存済み"_s);
        typeIntoGrid(u"12"_s);
        QCOMPARE(guide()->text(), u"入力中…"_s);
        QTest::keyClick(m_window.get(), Qt::Key_S, Qt::ControlModifier); // takes what is in the open cell
        QCOMPARE(inFile(u"select count(*) from effect where task_count=12"_s), u"1"_s);
    }

    void aCopyIsMadeWithoutUnsavedInputOnlyAfterAQuestion()
    {
        typeIntoForm(u"x"_s);
        fault::arm(1, EIO, fault::Lasting::Always);
        m_fileToSave = m_folder.filePath(u"複製.dxplan"_s);
        m_window->actions().action(Command::SaveCopy)->trigger();
        QCOMPARE(m_questions.size(), 1);
        QVERIFY(m_questions.first().contains(u"1件"_s));
        QVERIFY(!QFile::exists(m_fileToSave)); // the answer was no
        fault::disarm();
        m_window->actions().action(Command::SaveCopy)->trigger();
        QTRY_VERIFY(QFile::exists(m_fileToSave));
        QTRY_COMPARE(m_questions.size(), 2);
        QVERIFY2(m_questions.last().contains(u"どちらに入力しますか"_s), qPrintable(m_questions.last()));
    }
};

QTEST_MAIN(UnsavedWindow)
#include "tst_unsaved_window.moc"
