// SPDX-License-Identifier: GPL-3.0-or-later
// Menu, preview, book and command line have the papers of the catalogue, no more and no less, and say the same about them.
#include "app/cli/export_command.h"
#include "app/dialogs/book_dialog.h"
#include "models/edit/empty_plan.h"
#include "models/edit/plan_opening.h"
#include "tests/support/warnings.h"
#include "views/pages/print_preview.h"
#include "window_test.h"

#include <QApplication>
#include <QComboBox>
#include <QDialog>
#include <QListWidget>
#include <QMenu>
#include <QMenuBar>
#include <QPushButton>
#include <QSpinBox>
#include <QTest>
#include <QTimer>

using namespace shisaku;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

class PapersTest : public WindowTest {
    Q_OBJECT

    /// A preview as it came up.
    struct Shown {
        QString title;
        int pages = 0;
        int ways = 0;
    };
    QList<Shown> m_shown;
    QStringList m_asked; ///< Titles of the questions before a preview; they are answered with their button to go on.
    QTimer m_watcher;

    void answer(QDialog &dialog)
    {
        if (const auto *preview = qobject_cast<PrintPreview *>(&dialog)) {
            const auto *ways = preview->findChild<QComboBox *>();
            m_shown.append({preview->windowTitle(), preview->findChild<QSpinBox *>()->maximum(), ways ? ways->count() : 0});
            dialog.reject();
            return;
        }
        m_asked << dialog.windowTitle();
        dialog.accept();
    }

public:
    PapersTest() : WindowTest(QDate(2023, 10, 5)) {}

private slots:
    void initTestCase()
    {
        prepare();
        connect(&m_watcher, &QTimer::timeout, this, [this] {
            if (auto *dialog = qobject_cast<QDialog *>(QApplication::activeModalWidget()))
                answer(*dialog);
        });
        m_watcher.start(0ms);
    }
    void init()
    {
        failOnWarnings();
        m_shown.clear();
        m_asked.clear();
    }

    void everyPaperHasItsCommand()
    {
        QSet<Paper> inMenu;
        for (const PaperCommand &command : paperCommands())
            inMenu << command.paper;
        inMenu << Paper::Budget; // printed from its own dialog, which shows more than the paper
        QSet<Paper> alone;
        for (const PaperEntry &entry : allPapers()) {
            if (entry.alone)
                alone << entry.paper;
        }
        QCOMPARE(inMenu, alone);

        const auto window = openSample(makeSample(u"menu"_s));
        const QMenu *file = nullptr;
        for (const QMenu *menu : window->menuBar()->findChildren<QMenu *>()) {
            if (menu->actions().contains(window->actions().action(Command::PrintSheet)))
                file = menu;
        }
        QVERIFY(file);
        for (const PaperCommand &command : paperCommands()) {
            QAction *action = window->actions().action(command.command);
            QVERIFY2(file->actions().contains(action) && action->isVisible() && action->isEnabled(), qPrintable(action->text()));
            QVERIFY2(ActionCatalog::leaving(command.command) == Leaving::Content, qPrintable(action->text()));
        }
    }

    void aCommandOfAPaperWithoutContentSaysWhatItLacks()
    {
        const QString path = m_folder.filePath(u"白紙.dxplan"_s);
        QVERIFY(PlanDocument::create(path, emptyPlan(2026, m_services.environment.ids), m_services.environment));
        MainWindow window(m_services);
        PlanOpening opening(path, m_services.environment);
        QVERIFY(window.openPlan(opening));
        int lacking = 0;
        for (const PaperCommand &command : paperCommands()) {
            if (command.ofMeasure)
                continue;
            const auto missing = paperEntry(command.paper).lacks(window.document()->plan());
            const QAction *action = window.actions().action(command.command);
            QCOMPARE(action->isEnabled(), !missing);
            QCOMPARE(action->statusTip(), missing ? missing->message() : QString());
            lacking += missing ? 1 : 0;
        }
        QVERIFY(lacking > 5);
    }

    void everyCommandShowsItsPaper_data()
    {
        QTest::addColumn<int>("index");
        for (size_t i = 0; i < paperCommands().size(); ++i)
            QTest::addRow("%s%s", paperEntry(paperCommands()[i].paper).key, paperCommands()[i].ofMeasure ? " of a measure" : "")
                << static_cast<int>(i);
    }
    void everyCommandShowsItsPaper()
    {
        QFETCH(int, index);
        const PaperCommand &command = paperCommands()[static_cast<size_t>(index)];
        const PaperEntry &entry = paperEntry(command.paper);
        const auto window = openSample(makeSample(u"print"_s));
        const Plan &plan = window->document()->plan();
        window->actions().action(command.command)->trigger();
        QCOMPARE(m_shown.size(), 1);
        const bool asks = entry.asksHead || entry.honours.testFlag(PaperOption::Parts);
        QCOMPARE(m_asked.size(), asks ? 1 : 0);

        PaperOptions options;
        options.head = entry.usualHead(plan);
        options.grouping = Grouping::offered(plan).first();
        if (command.ofMeasure)
            options.measures = QList{plan.ordered<Measure>().first()->id};
        const QList<PaperWay> ways = entry.ways ? entry.ways(plan, options) : QList<PaperWay>();
        const auto job = makePaper(command.paper, plan, ways.isEmpty() ? options : ways.first().options);
        QVERIFY(job);
        QVERIFY2(m_shown.first().title.endsWith(job->title), qPrintable(m_shown.first().title));
        QCOMPARE(m_shown.first().pages, job->pageCount);
        QCOMPARE(m_shown.first().ways, ways.size());
    }

    void theBookOffersWhatThePlanHas()
    {
        const auto window = openSample(makeSample(u"book"_s));
        const BookDialog dialog(window->document()->plan());
        const auto *parts = dialog.findChild<QListWidget *>();
        QStringList offered;
        for (int i = 0; i < parts->count(); ++i)
            offered << parts->item(i)->text();
        QStringList expected;
        for (const Paper part : bookParts(window->document()->plan()))
            expected << paperEntry(part).shownTitle();
        QCOMPARE(offered, expected);
        QCOMPARE(dialog.options().parts, bookParts(window->document()->plan()));
    }

    void theCommandLineTakesEveryPaper()
    {
        const CliCommand command = exportCommand();
        const QString kinds = command.usage.section(u"--as "_s, 1).section(u' ', 0, 0);
        const QString parts = command.usage.section(u"--parts "_s, 1).section(u']', 0, 0);
        QStringList alone;
        QStringList inBook;
        for (const PaperEntry &entry : allPapers()) {
            if (entry.alone)
                alone << QString::fromLatin1(entry.key);
            if (entry.inBook)
                inBook << QString::fromLatin1(entry.key);
        }
        QCOMPARE(kinds.split(u'|'), alone + QStringList{u"data"_s});
        QCOMPARE(parts.split(u','), inBook);
    }

    void theListOfRequestsPrintsThePaperOfTheCatalogue()
    {
        const auto window = openSample(makeSample(u"requests"_s));
        window->actions().action(Command::BudgetRequests)->trigger();
        for (QPushButton *button : window->findChildren<QPushButton *>()) {
            if (button->isVisible() && button->text().contains(u"印刷"_s))
                QTest::mouseClick(button, Qt::LeftButton);
        }
        QCOMPARE(m_shown.size(), 1);
        const auto job = makePaper(Paper::Budget, window->document()->plan());
        QVERIFY(job);
        QCOMPARE(m_shown.first().pages, job->pageCount);
        QVERIFY(m_shown.first().title.endsWith(job->title));
    }
};

QTEST_MAIN(PapersTest)
#include "tst_papers.moc"
