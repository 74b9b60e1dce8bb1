// SPDX-License-Identifier: GPL-3.0-or-later
// The tasks of the plan's year and of its papers through their dialogs: opened from the menu, filled by key and mouse, done as one
// step, taken back.
#include "app/main_window.h"
#include "app/workspace.h"
#include "models/exchange/plan_csv.h"
#include "tests/support/warnings.h"
#include "views/pages/body_view.h"
#include "views/settings/chapter_page.h"
#include "views/sheet/sheet_form.h"

#include <QApplication>
#include <QDialog>
#include <QInputMethodEvent>
#include <QMenu>
#include <QMenuBar>
#include <QStandardPaths>
#include <QStyleFactory>
#include <QTemporaryDir>
#include <QTest>
#include <QTimer>

using namespace shisaku;
using namespace Qt::StringLiterals;

namespace {
/// Types as an input method does: a whole word at once.
[[maybe_unused]] void commit(QWidget *widget, const QString &text)
{
    QInputMethodEvent event;
    event.setCommitString(text);
    QApplication::sendEvent(widget, &event);
}
} // namespace

class DialogTasks : public QObject {
    Q_OBJECT

    QTemporaryDir m_folder;
    Services m_services;
    QString m_fileToSave;
    int m_count = 0;

    std::unique_ptr<MainWindow> openSample(const QString &city = u"izumo"_s)
    {
        const QString path = m_folder.filePath(u"%1%2.dxplan"_s.arg(city).arg(++m_count));
        const auto content = importTables(Plan(), QStringLiteral(SOURCE_DIR "/data/") + city, ImportMode::Merge,
                                          m_services.environment.ids);
        Q_ASSERT(content);
        const auto created = PlanDocument::create(path, *content, m_services.environment);
        Q_ASSERT(created);
        auto window = std::make_unique<MainWindow>(m_services);
        const auto opened = window->openPlan(path);
        Q_ASSERT(opened);
        window->resize(1366, 768);
        window->show();
        window->activateWindow();
        const bool ready = QTest::qWaitForWindowActive(window.get())
                           && QTest::qWaitFor([&] { return window->findChild<SheetForm *>() != nullptr; });
        Q_ASSERT(ready);
        Q_UNUSED(ready)
        return window;
    }
    /// For looking at, where SHISAKUCHO_PICTURES names a folder.
    static void keepPicture(QWidget &widget, const QString &name)
    {
        if (const QString folder = qEnvironmentVariable("SHISAKUCHO_PICTURES"); !folder.isEmpty())
            widget.grab().save(folder + u'/' + name + u".png"_s);
    }

private slots:
    void initTestCase()
    {
        QStandardPaths::setTestModeEnabled(true);
        QApplication::setStyle(QStyleFactory::create(u"Fusion"_s));
        QApplication::setFont(textFont(10));
        m_services.environment = {
            [] { return QDateTime(QDate(2026, 4, 1), QTime(9, 0)); }, {u"企画 花子"_s, u"KIKAKU01"_s}, randomIds()};
        m_services.settings = std::make_shared<QSettings>(m_folder.filePath(u"settings.ini"_s), QSettings::IniFormat);
        m_services.today = [] { return QDate(2025, 3, 20); };
        m_services.dialogs.confirm = [](QWidget *, const QString &, const QString &) { return true; };
        m_services.dialogs.saveFile = [this](QWidget *, const QString &, const QString &, const QString &) { return m_fileToSave; };
        m_services.dialogs.askText = [](QWidget *, const QString &, const QString &, const QString &text) { return text; };
        m_services.dialogs.openPlan = [](QWidget *) { return QString(); };
    }
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
};

QTEST_MAIN(DialogTasks)
#include "tst_dialogs.moc"
