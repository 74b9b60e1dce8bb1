// SPDX-License-Identifier: GPL-3.0-or-later
// Nothing goes out of a window as long as the content of its plan is not proved, and nothing of a damaged plan ever does.
#include "app/commands/papers.h"
#include "app/dialogs/leaving.h"
#include "app/window/notice_bar.h"
#include "app/window/workspace.h"
#include "models/exchange/plan_csv.h"
#include "models/file/plan_file.h"
#include "tests/support/generated_plan.h"
#include "tests/support/small_plan.h"
#include "tests/support/warnings.h"
#include "views/effects/chart_panel.h"
#include "views/effects/effects_page.h"
#include "views/present/presentation.h"
#include "window_test.h"

#include <QApplication>
#include <QClipboard>
#include <QDialog>
#include <QProgressDialog>
#include <QPushButton>
#include <QTest>
#include <QTimer>

using namespace shisaku;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

class LeavingWindow : public WindowTest {
    Q_OBJECT

    QString m_copied = u"前からあるもの"_s;
    QStringList m_shown; ///< Titles of dialogs that came up, and were left at once.
    QTimer m_watcher;

    bool somethingLeft(const MainWindow &window) const
    {
        return !m_shown.isEmpty() || window.findChild<Presentation *>() || QFile::exists(m_fileToSave)
               || QGuiApplication::clipboard()->text() != m_copied;
    }
    static QString told(const MainWindow &window) { return window.findChild<NoticeBar *>()->text(); }
    QString makeDamaged(const QString &name)
    {
        const QString path = makeSample(name);
        // As a flipped bit does it: SQLite notices nothing.
        if (!changedBySqlite3(path, u"update measure set title='改ざん' where number='2'"_s))
            qFatal("sqlite3 is missing");
        return path;
    }

public:
    LeavingWindow() : WindowTest(QDate(2023, 10, 5)) {}

private slots:
    void initTestCase()
    {
        prepare();
        connect(&m_watcher, &QTimer::timeout, this, [this] {
            if (auto *dialog = qobject_cast<QDialog *>(QApplication::activeModalWidget())) {
                m_shown << dialog->windowTitle();
                dialog->reject();
            }
        });
        m_watcher.start(0ms);
    }
    void init()
    {
        failOnWarnings();
        m_shown.clear();
        QGuiApplication::clipboard()->setText(m_copied);
        m_fileToSave = m_folder.filePath(u"出たもの.dxplan"_s);
        QFile::remove(m_fileToSave);
    }

    void noCommandLetsADamagedPlanOut_data()
    {
        QTest::addColumn<Command>("command");
        for (const auto &[name, command] :
             {std::pair("F12", Command::SaveCopy), std::pair("submission", Command::SubmissionCopy),
              std::pair("sheet", Command::PrintSheet), std::pair("sheets", Command::PrintAllSheets),
              std::pair("roadmap", Command::PrintRoadmap), std::pair("list", Command::PrintList),
              std::pair("effects", Command::PrintEffects), std::pair("indicators", Command::PrintIndicators),
              std::pair("bodies", Command::PrintBodies), std::pair("progress", Command::PrintProgress),
              std::pair("tree", Command::PrintTree), std::pair("glossary", Command::PrintGlossary),
              std::pair("book", Command::PrintBook), std::pair("guide", Command::PrintGuide),
              std::pair("measures", Command::CopyMeasures), std::pair("picture", Command::CopyPicture),
              std::pair("F5", Command::Present)})
            QTest::newRow(name) << command;
    }
    void noCommandLetsADamagedPlanOut()
    {
        QFETCH(Command, command);
        const auto sound = openSample(makeSample(u"無事"_s));
        sound->actions().action(command)->trigger();
        QTRY_VERIFY(somethingLeft(*sound)); // the command does something at all
        if (auto *presentation = sound->findChild<Presentation *>())
            QTest::keyClick(presentation, Qt::Key_Escape);
        init();

        const auto window = openSample(makeDamaged(u"壊れた"_s));
        window->actions().action(command)->trigger();
        QApplication::processEvents();
        QVERIFY2(!somethingLeft(*window), qPrintable(m_shown.join(u'、')));
        QVERIFY2(told(*window).contains(u"合いません"_s), qPrintable(told(*window)));
    }

    void aChartOfADamagedPlanStaysInTheWindow()
    {
        const auto window = openSample(makeDamaged(u"壊れた図"_s));
        auto *workspace = window->findChild<Workspace *>();
        workspace->show(u"effects"_s);
        auto *charts = static_cast<EffectsPage *>(workspace->page(u"effects"_s))->findChild<ChartPanel *>();
        charts->view()->copyPicture();
        charts->view()->copyFigures();
        for (const QString &suffix : {u"pdf"_s, u"png"_s, u"svg"_s}) {
            m_fileToSave = m_folder.filePath(u"図."_s + suffix);
            for (QAction *action : charts->view()->actions()) {
                if (action->text() == u"図を%1に保存…"_s.arg(suffix.toUpper()))
                    action->trigger();
            }
            QVERIFY(!QFile::exists(m_fileToSave));
        }
        QVERIFY(!somethingLeft(*window));
    }

    void aListOfADamagedPlanStaysInTheWindow()
    {
        const auto window = openSample(makeDamaged(u"壊れた要求"_s));
        window->actions().action(Command::BudgetRequests)->trigger();
        const auto press = [&](const QString &text) {
            for (QDialog *dialog : window->findChildren<QDialog *>()) {
                for (QPushButton *button : dialog->findChildren<QPushButton *>()) {
                    if (button->isVisible() && button->text().contains(text))
                        QTest::mouseClick(button, Qt::LeftButton);
                }
            }
        };
        press(u"CSV"_s);
        press(u"印刷"_s);
        QVERIFY2(!somethingLeft(*window), qPrintable(m_shown.join(u'、')));
    }

    /// As an earlier version took it: nothing that has to be drawn can hold it whole.
    void aTextTooLongForAnyPageStaysInTheWindow()
    {
        auto content = importTables(Plan(), QStringLiteral(SOURCE_DIR "/data/izumo"), ImportMode::Merge,
                                    m_services.environment.ids);
        QVERIFY(content);
        const auto row = std::find_if(content->rows.begin(), content->rows.end(),
                                      [](const RowChange &change) { return change.table == TableId::Project; });
        QVERIFY(row != content->rows.end());
        for (FieldChange &field : *row->after) {
            if (field.field == fieldIndex<&Project::title>())
                field.value = QString(2000, u'長');
        }
        const QString path = m_folder.filePath(u"長すぎる.dxplan"_s);
        JournalEntry entry;
        entry.at = m_services.environment.now();
        entry.title = u"最初"_s;
        QVERIFY(PlanFile::create(path, *content, entry));
        const auto window = openSample(path);

        const auto stays = [&](const std::function<void()> &give) {
            window->findChild<NoticeBar *>()->hide();
            m_shown.clear();
            give();
            QApplication::processEvents();
            const bool said = window->findChild<NoticeBar *>()->isVisible() && told(*window).contains(u"長すぎて"_s);
            return said && !somethingLeft(*window);
        };
        for (const PaperCommand &command : paperCommands()) {
            QVERIFY2(stays([&] { window->actions().action(command.command)->trigger(); }), paperEntry(command.paper).key);
        }
        QVERIFY(stays([&] { window->actions().action(Command::Present)->trigger(); }));
        QVERIFY(stays([&] { window->actions().action(Command::CopyPicture)->trigger(); }));
        auto *workspace = window->findChild<Workspace *>();
        workspace->show(u"effects"_s);
        const ChartView *chart = static_cast<EffectsPage *>(workspace->page(u"effects"_s))->findChild<ChartPanel *>()->view();
        QVERIFY(stays([&] { chart->copyPicture(); }));
        m_fileToSave = m_folder.filePath(u"図.pdf"_s);
        QVERIFY(stays([&] {
            for (QAction *action : chart->actions()) {
                if (action->text() == u"図をPDFに保存…"_s)
                    action->trigger();
            }
        }));
        window->actions().action(Command::BudgetRequests)->trigger();
        QVERIFY(stays([&] {
            for (QPushButton *button : window->findChildren<QPushButton *>()) {
                if (button->isVisible() && button->text().contains(u"印刷"_s))
                    QTest::mouseClick(button, Qt::LeftButton);
            }
        }));
    }

    void aLongWaitIsShown()
    {
        m_watcher.stop();
        QStringList told;
        QTimer watcher;
        connect(&watcher, &QTimer::timeout, this, [&] {
            if (const auto *shown = qobject_cast<QProgressDialog *>(QApplication::activeModalWidget()))
                told << shown->labelText();
        });
        watcher.start(0ms);
        QWidget window;
        const QString path = m_folder.filePath(u"大きな計画.dxplan"_s); // so large that looking through it takes its time
        QVERIFY(PlanDocument::create(path, generatedPlan(5000), m_services.environment));
        const auto document = std::move(*PlanDocument::open(path, m_services.environment));
        const auto plan = planToLeave(*document, &window, Leaving::Content, 0ms);
        m_watcher.start(0ms);
        QVERIFY(plan && *plan == &document->plan());
        QVERIFY(document->isVerifiedWithin(0ms));
        QVERIFY(!told.isEmpty());
        QVERIFY2(told.last().contains(u"確かめています"_s), qPrintable(told.last()));
        QVERIFY(!QApplication::activeModalWidget());
    }
};

QTEST_MAIN(LeavingWindow)
#include "tst_leaving_window.moc"
