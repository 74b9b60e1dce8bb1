// SPDX-License-Identifier: GPL-3.0-or-later
// The whole window: texts are shown as texts, a plan is taken over, a crash leaves a report, and long work leaves no mess.
#include "app/crash_report.h"
#include "app/recent_plans.h"
#include "app/window/main_window.h"
#include "app/window/notice_bar.h"
#include "app/window/startup.h"
#include "app/window/windows.h"
#include "app/window/workspace.h"
#include "models/edit/plan_opening.h"
#include "models/file/backup.h"
#include "tests/support/random_change.h"
#include "tests/support/samples.h"
#include "tests/support/warnings.h"
#include "views/check/check_page.h"
#include "views/look/window_style.h"
#include "views/sheet/sheet_form.h"

#include <QAbstractItemView>
#include <QApplication>
#include <QElapsedTimer>
#include <QLabel>
#include <QTemporaryDir>
#include <QTest>
#include <QTextDocument>
#include <QTextDocumentFragment>

#ifdef Q_OS_UNIX
#include <csignal>
#endif

using namespace shisaku;
using namespace Qt::StringLiterals;

namespace {
const QString markup = u"<b>太字</b><img src='file:///etc/passwd'>&amp;"_s;

/// A tool tip that shows markup as it was typed: neither interpreted nor with signs that are escaped before the eyes.
bool isShownAsText(const QString &toolTip)
{
    const QString shown = Qt::mightBeRichText(toolTip) ? QTextDocumentFragment::fromHtml(toolTip).toPlainText() : toolTip;
    return !toolTip.contains(u"太字"_s) || shown.contains(markup);
}

/// Whether a field holds words for people, rather than a key that the plan refers to.
bool isForPeople(const Field &field)
{
    static const QStringList keys{u"position"_s, u"key"_s,    u"list"_s,      u"table"_s,
                                  u"field"_s,    u"levels"_s, u"numbering"_s, u"view"_s};
    return (field.kind == FieldKind::Text || field.kind == FieldKind::LongText) && !keys.contains(QLatin1StringView(field.name));
}

void eachIndex(const QAbstractItemModel &model, const QModelIndex &parent, const std::function<void(const QModelIndex &)> &visit)
{
    for (int row = 0; row < model.rowCount(parent); ++row) {
        for (int column = 0; column < model.columnCount(parent); ++column)
            visit(model.index(row, column, parent));
        eachIndex(model, model.index(row, 0, parent), visit);
    }
}

/// Resident memory in kilobytes; 0 where the system does not say.
qint64 memory()
{
    QFile file(u"/proc/self/statm"_s);
    return file.open(QIODevice::ReadOnly) ? file.readAll().split(' ').value(1).toLongLong() * 4 : 0;
}
} // namespace

class SafeWindow : public QObject {
    Q_OBJECT

    QTemporaryDir m_folder;
    Services m_services;
    QStringList m_questions;

    QString makeSample(const QString &name)
    {
        return planFileOf(sampleContent(), m_folder.filePath(name + u".dxplan"_s), m_services.environment);
    }

    std::unique_ptr<MainWindow> openWindowOf(const QString &path)
    {
        auto window = std::make_unique<MainWindow>(m_services);
        PlanOpening opening(path, m_services.environment);
        const auto opened = window->openPlan(opening);
        Q_ASSERT(opened);
        window->resize(1400, 860);
        window->show();
        return window;
    }

private slots:
    void initTestCase()
    {
        QApplication::setStyle(new WindowStyle);
        m_services.environment = testEnvironment();
        m_services.settings = std::make_shared<QSettings>(m_folder.filePath(u"settings.ini"_s), QSettings::IniFormat);
        m_services.today = [] { return QDate(2026, 4, 1); };
        m_services.dialogs = Dialogs::ofSystem();
        m_services.dialogs.confirm = [this](QWidget *, const QString &question, const QString &) {
            m_questions << question;
            return true;
        };
    }
    void init() { failOnWarnings(); }

    void aDatedCopySaysThatItIsOneAndIsOnlyRead_data()
    {
        QTest::addColumn<bool>("atStart");
        QTest::newRow("from the command line or by a double click") << true;
        QTest::newRow("from the dialog or the list of plans") << false;
    }
    void aDatedCopySaysThatItIsOneAndIsOnlyRead()
    {
        QFETCH(bool, atStart);
        const QString name = atStart ? u"控えのある計画"_s : u"控えもある計画"_s;
        const QString path = makeSample(name);
        {
            auto document = std::move(*PlanDocument::open(path, m_services.environment));
            QVERIFY(document->apply(retitle(firstMeasure(*document), u"改めた名"_s)));
        }
        const QString copy = backupsOf(path).first().path;
        MainWindow *window = atStart ? openAtStart(m_services, {copy}, m_folder.path()).value(0) : *openWindow(m_services, copy);
        QVERIFY(window);
        QVERIFY(window->windowTitle().startsWith(u"控え 令和8年4月1日 9:00 ― %1（閲覧のみ）"_s.arg(name)));
        QVERIFY(window->document()->isReadOnly());
        QVERIFY(!window->actions().action(Command::AddMeasure)->isEnabled());
        QVERIFY(!window->actions().action(Command::TakeOver)->isEnabled());
        QVERIFY(!recentPlans(*m_services.settings).contains(copy)); // the next start is for the plan
        delete window;
    }

    void markupInAPlanIsShownAsItWasTyped()
    {
        const QString path = makeSample(u"印付き"_s);
        {
            auto document = std::move(*PlanDocument::open(path, m_services.environment));
            ChangeBuilder change(u"印を付ける"_s);
            for (const TableInfo &table : allTables()) {
                const AnyRows &rows = document->plan().table(table.id);
                for (qsizetype i = 0; i < std::min<qsizetype>(rows.size(), 20); ++i) {
                    for (size_t field = 1; field < table.fields.size(); ++field) {
                        const QString old = valueToText(rows.value(rows.idAt(i), static_cast<int>(field)));
                        if (!old.isEmpty() && isForPeople(table.fields[field]))
                            change.set(table.id, rows.idAt(i), static_cast<int>(field), markup + old);
                    }
                }
            }
            QVERIFY(document->apply(std::move(change).build()));
        }
        auto window = openWindowOf(path);
        QVERIFY(QTest::qWaitForWindowExposed(window.get()));
        QTRY_VERIFY(window->findChild<SheetForm *>()); // it comes after the first picture
        auto *workspace = window->findChild<Workspace *>();
        for (const QString &page :
             {u"tree"_s, u"chapters"_s, u"bodies"_s, u"effects"_s, u"indicators"_s, u"survey"_s, u"check"_s, u"roadmap"_s}) {
            workspace->show(page);
            QTRY_VERIFY(workspace->page(page)->isVisible());
            if (page == u"check")
                QTRY_VERIFY(window->findChild<CheckPage *>()->model().rowCount() > 0);
        }
        int shown = 0;
        for (const QWidget *widget : window->findChildren<QWidget *>()) {
            QVERIFY2(isShownAsText(widget->toolTip()), qPrintable(widget->toolTip()));
            if (const auto *label = qobject_cast<const QLabel *>(widget); label && label->text().contains(u"<b>太字"_s)) {
                ++shown;
                QVERIFY2(label->textFormat() == Qt::PlainText || !Qt::mightBeRichText(label->text()), qPrintable(label->text()));
            }
            const auto *view = qobject_cast<const QAbstractItemView *>(widget);
            if (!view || !view->model() || view->inherits("shisaku::RoadmapView")) // it escapes it itself
                continue;
            eachIndex(*view->model(), {}, [&](const QModelIndex &index) {
                shown += index.data().toString().contains(u"<b>太字"_s) ? 1 : 0;
                const QString toolTip = index.data(Qt::ToolTipRole).toString();
                QVERIFY2(isShownAsText(toolTip), qPrintable(QLatin1StringView(view->metaObject()->className()) + toolTip));
            });
        }
        QVERIFY(shown > 0);
    }

    void aPlanThatIsOnlyReadIsTakenOverAfterAQuestion()
    {
        const QString path = makeSample(u"共有"_s);
        auto former = std::move(*PlanDocument::open(path, testEnvironment(u"財政 太郎"_s, u"ZAISEI07"_s)));
        auto reader = openWindowOf(path);
        QAction *action = reader->actions().action(Command::TakeOver);
        QVERIFY(action->isEnabled());
        reader.release(); // it deletes itself when it is closed
        action->trigger();
        QCOMPARE(m_questions.size(), 1);
        QVERIFY(m_questions.first().contains(u"財政 太郎さん（PC名 ZAISEI07）"_s));
        MainWindow *editor = nullptr;
        for (QWidget *widget : QApplication::topLevelWidgets()) {
            auto *window = qobject_cast<MainWindow *>(widget);
            if (window && window->isVisible())
                editor = window;
        }
        QVERIFY(editor && !editor->document()->isReadOnly());
        QVERIFY(!editor->actions().action(Command::TakeOver)->isEnabled());
        QVERIFY(editor->document()->apply(retitle(firstMeasure(*editor->document()), u"引き継いで変更"_s)));
        QVERIFY(!former->apply(retitle(firstMeasure(*former), u"上書き"_s)));
        editor->close();
        QCoreApplication::sendPostedEvents(nullptr, QEvent::DeferredDelete);
    }

    void copiesThatDivergedAreToldByName()
    {
        const QString path = makeSample(u"原本"_s);
        const QString copy = m_folder.filePath(u"原本 (競合コピー).dxplan"_s);
        {
            auto document = std::move(*PlanDocument::open(path, m_services.environment));
            QVERIFY(document->saveCopy(copy));
            auto other = std::move(*PlanDocument::open(copy, m_services.environment));
            QVERIFY(other->apply(retitle(firstMeasure(*other), u"よその変更"_s)));
        }
        auto window = openWindowOf(path);
        auto *notice = window->findChild<NoticeBar *>();
        QTRY_VERIFY(notice->text().contains(u"「原本 (競合コピー).dxplan」"_s));
    }

    void whoCameWhileTheOfficerThoughtItOverIsAskedAboutToo()
    {
        const QString path = makeSample(u"交代"_s);
        auto former = std::move(*PlanDocument::open(path, testEnvironment(u"財政 太郎"_s, u"ZAISEI07"_s)));
        std::unique_ptr<PlanDocument> next;
        QStringList questions;
        const auto usual = m_services.dialogs.confirm;
        m_services.dialogs.confirm = [&](QWidget *, const QString &question, const QString &) {
            questions << question;
            if (next)
                return false;
            former.reset();
            next = std::move(*PlanDocument::open(path, testEnvironment(u"総務 二郎"_s, u"SOUMU02"_s)));
            return true;
        };
        const auto reader = openWindowOf(path);
        m_services.dialogs.confirm = usual;
        reader->actions().action(Command::TakeOver)->trigger();
        QCOMPARE(questions.size(), 2);
        QVERIFY(questions.first().contains(u"財政 太郎さん"_s) && questions.last().contains(u"総務 二郎さん"_s));
        QVERIFY(reader->document()->isReadOnly());
        QVERIFY(next->apply(retitle(firstMeasure(*next), u"続ける"_s)));
    }

#if defined(Q_OS_UNIX) && defined(SHISAKUCHO_PROGRAM)
    void aCrashLeavesAReportWithoutAnyTextOfThePlan()
    {
        const QString path = makeSample(u"秘密の計画"_s);
        QProcess program;
        QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
        environment.insert(u"XDG_DATA_HOME"_s, m_folder.filePath(u"data"_s));
        environment.insert(u"XDG_CONFIG_HOME"_s, m_folder.filePath(u"config"_s));
        environment.insert(u"XDG_RUNTIME_DIR"_s, m_folder.path());
        program.setProcessEnvironment(environment);
        program.start(QStringLiteral(SHISAKUCHO_PROGRAM), {path});
        QVERIFY(program.waitForStarted());
        QTRY_VERIFY_WITH_TIMEOUT(QFile::exists(FileLock::lockPath(path)), 20'000);
        QCOMPARE(::kill(static_cast<pid_t>(program.processId()), SIGSEGV), 0);
        QVERIFY(program.waitForFinished());
        QCOMPARE(program.exitStatus(), QProcess::CrashExit);

        const QString reports = m_folder.filePath(u"data/shisakucho/shisakucho"_s);
        const auto report = takeCrashReport(reports);
        QVERIFY(report);
        QFile file(*report);
        QVERIFY(file.open(QIODevice::ReadOnly));
        const QByteArray text = file.readAll();
        QVERIFY(text.startsWith("shisakucho " SHISAKUCHO_VERSION "\nsignal 11\n"));
        QVERIFY(text.count('\n') > 5);
        QVERIFY(!text.contains("秘密") && !text.contains("出雲"));
        QVERIFY(!takeCrashReport(reports)); // told once

        const QString told = m_folder.filePath(u"told"_s); // the report as it was found, for a start of its own
        QVERIFY(QDir().mkpath(told));
        QVERIFY(file.copy(told + u"/crash.txt"_s));
        const QList<MainWindow *> windows = openAtStart(m_services, {path}, told);
        QCOMPARE(windows.size(), 1);
        QVERIFY(windows.first()->findChild<NoticeBar *>()->text().contains(u"残っていないことがあります"_s));
        windows.first()->close();
        QCoreApplication::sendPostedEvents(nullptr, QEvent::DeferredDelete);

        auto document = std::move(*PlanDocument::open(path, Environment::ofSystem()));
        QVERIFY(!document->isReadOnly()); // the lock of the dead process is no hindrance
        QVERIFY(document->apply(retitle(firstMeasure(*document), u"続き"_s)));
        const QString sentence = sentenceAfterCrash(*document, *report);
        QVERIFY(sentence.contains(u"残っていないことがあります"_s) && sentence.contains(u"施策名を変更"_s));
    }
#endif

    void longWorkLeavesMemoryFlatAndTheDigestRight()
    {
        const qint64 milliseconds = qEnvironmentVariableIsSet("SHISAKUCHO_LONG") ? 600'000 : 12'000;
        auto window = openWindowOf(makeSample(u"長い一日"_s));
        QVERIFY(QTest::qWaitForWindowExposed(window.get()));
        PlanDocument &document = *window->document();
        RandomChanges changes(7);
        QElapsedTimer timer;
        timer.start();
        int steps = 0;
        qint64 warm = 0;
        while (timer.elapsed() < milliseconds) {
            // As many steps back as forth, so that the plan itself does not grow.
            if (steps % 2 == 0)
                document.submit([change = changes.change(document.plan())](const Plan &) { return change; }, 0,
                                [](const Result<void> &) {});
            else
                document.undo([](const Result<void> &) {});
            static constexpr Qt::Key keys[] = {Qt::Key_Down, Qt::Key_Up,    Qt::Key_PageDown,
                                               Qt::Key_Home, Qt::Key_Right, Qt::Key_Left};
            if (QWidget *focus = window->focusWidget())
                QTest::keyClick(focus, keys[changes.below(std::size(keys))]);
            if (steps % 5 == 0) {
                const auto views = window->findChildren<QAbstractItemView *>();
                QTest::keyClick(views[changes.below(static_cast<int>(views.size()))], keys[changes.below(std::size(keys))]);
            }
            QApplication::processEvents();
            ++steps;
            if (warm == 0 && timer.elapsed() > milliseconds / 3)
                warm = memory();
        }
        (void)document.flush(); // refusals of changes against the rules are part of the day
        QCOMPARE(Digest::ofPlan(document.plan()), document.digest());
        const QString path = document.path();
        const Digest digest = document.digest();
        const qint64 growth = memory() - warm;
        window.reset();
        const auto again = PlanDocument::open(path, m_services.environment);
        QVERIFY(again && (*again)->waitForVerification());
        QCOMPARE((*again)->digest(), digest);
        qInfo("%d steps, memory grew by %lld kB after the first third", steps, static_cast<long long>(growth));
        QVERIFY2(growth < 32 * 1024, "memory grows");
    }
};

QTEST_MAIN(SafeWindow)
#include "tst_window.moc"
