// SPDX-License-Identifier: GPL-3.0-or-later
// Entry: a command runs without a display, anything else opens a window.
#include "app/cli/command_line.h"
#include "app/crash_report.h"
#include "app/qt_texts.h"
#include "app/window/ending.h"
#include "app/window/main_window.h"
#include "app/window/startup.h"
#include "views/look/look.h"
#include "views/look/window_style.h"

#include <QApplication>
#include <QElapsedTimer>
#include <QLibraryInfo>
#include <QStandardPaths>
#include <QTextStream>
#include <QTranslator>

using namespace shisaku;
using namespace Qt::StringLiterals;

namespace {
/// With SHISAKUCHO_REPORT_PAINT set, says on standard output that the plan is on the screen, and quits; for the benchmark.
void reportFirstPaint(MainWindow *window)
{
    if (!qEnvironmentVariableIsSet("SHISAKUCHO_REPORT_PAINT"))
        return;
    QObject::connect(window, &MainWindow::firstPainted, window, [] {
        QTextStream(stdout) << "painted\n" << Qt::flush;
        QApplication::exit(Done);
    });
}

/// An end in haste leaves windows open; with them go the locks of their plans.
void closeRest()
{
    QList<MainWindow *> windows; // asked for first: menus and dialogs of a window go with it
    for (QWidget *widget : QApplication::topLevelWidgets()) {
        if (auto *window = qobject_cast<MainWindow *>(widget))
            windows << window;
    }
    qDeleteAll(windows);
}

int runWindow(const QStringList &words)
{
    const Services services = Services::ofSystem();
    const QString reports = QStandardPaths::writableLocation(QStandardPaths::AppLocalDataLocation);
    installCrashReport(reports);
    QApplication::setStyle(new WindowStyle);
    QApplication::setFont(textFont(10));
    for (MainWindow *window : openAtStart(services, words, reports))
        reportFirstPaint(window);
    Ending ending(reports, [&services](const QString &question, const QString &yes) {
        return services.dialogs.confirm(QApplication::activeWindow(), question, yes);
    });
    ending.watch();
    const int status = QApplication::exec();
    closeRest();
    return status;
}
} // namespace

int main(int argc, char *argv[])
{
    // Shared out to threads, the small fills of a window take longer than done at once.
    qputenv("QT_NO_GUI_THREADPOOL", "1");
    const bool command = argc > 1 && isCommand(QString::fromLocal8Bit(argv[1]));
    if (command && qEnvironmentVariableIsEmpty("QT_QPA_PLATFORM"))
        qputenv("QT_QPA_PLATFORM", "offscreen");
    QLocale::setDefault(QLocale(QLocale::Japanese, QLocale::Japan));
    QApplication application(argc, argv);
    QApplication::setApplicationName(u"shisakucho"_s);
    QApplication::setApplicationVersion(QStringLiteral(SHISAKUCHO_VERSION));
    QApplication::setOrganizationName(u"shisakucho"_s);

    QTranslator qtTexts; // Qt's own buttons in Japanese
    if (qtTexts.load(u"qtbase_ja"_s, QLibraryInfo::path(QLibraryInfo::TranslationsPath)))
        QApplication::installTranslator(&qtTexts);
    QtTexts moreQtTexts;
    QApplication::installTranslator(&moreQtTexts);

    if (command)
        return runCommand(QApplication::arguments().sliced(1));
    return runWindow(QApplication::arguments().sliced(1));
}
