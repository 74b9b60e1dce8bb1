// SPDX-License-Identifier: GPL-3.0-or-later
// What a character costs the window's thread when it is typed in the form: the key, the change of the plan, and all that follows it.
#include "tests/bench/bench.h"

#include "app/window/main_window.h"
#include "app/window/workspace.h"
#include "models/edit/plan_opening.h"
#include "views/look/look.h"
#include "views/look/window_style.h"
#include "views/sheet/sheet_form.h"

#include <QApplication>
#include <QInputMethodEvent>
#include <QSettings>
#include <QTabBar>
#include <QTextEdit>
#include <QTimer>

#ifdef Q_OS_UNIX
#include <time.h>
#endif

namespace shisaku {

using namespace Qt::StringLiterals;

namespace {
constexpr int keys = 60;
constexpr int restMs = 40; ///< What is put off to the next turns of the event loop belongs to the key, too.

void wait(int ms)
{
    QEventLoop loop;
    QTimer::singleShot(ms, &loop, &QEventLoop::quit);
    loop.exec();
}

/// Milliseconds this thread has worked; nothing where the system does not tell. Waiting for the disk and for others is no work.
std::optional<double> worked()
{
#if defined(Q_OS_UNIX) && defined(CLOCK_THREAD_CPUTIME_ID)
    timespec time{};
    if (clock_gettime(CLOCK_THREAD_CPUTIME_ID, &time) == 0)
        return static_cast<double>(time.tv_sec) * 1e3 + static_cast<double>(time.tv_nsec) / 1e6;
#endif
    return {};
}

Services services(Bench &bench)
{
    Services made = Services::ofSystem();
    made.settings = std::make_shared<QSettings>(bench.scratch(u"form.ini"_s), QSettings::IniFormat);
    return made;
}

/// Opens every page and every tab on it, as an officer does in the course of a day, and comes back to the first page.
void openEverything(MainWindow &window)
{
    const QString first = window.findChild<Workspace *>()->current();
    const QList<QTabBar *> pages = window.findChild<Workspace *>()->findChildren<QTabBar *>(Qt::FindDirectChildrenOnly);
    for (int page = 0; page < pages.first()->count(); ++page) {
        pages.first()->setCurrentIndex(page);
        wait(restMs);
        for (QTabBar *tabs : window.findChild<Workspace *>()->findChildren<QTabBar *>()) {
            for (int tab = 0; tabs != pages.first() && tabs->isVisible() && tab < tabs->count(); ++tab) {
                tabs->setCurrentIndex(tab);
                wait(restMs);
            }
        }
    }
    window.findChild<Workspace *>()->show(first);
    wait(10 * restMs); // the check goes on in another thread
}

/// Commits one character after the other as an input method does.
Times type(MainWindow &window, int count)
{
    const QList<QTextEdit *> texts = window.findChild<SheetForm *>()->findChildren<QTextEdit *>();
    if (texts.isEmpty())
        qFatal("the form has no text");
    texts.first()->setFocus();
    Times times;
    for (int i = 0; i < count; ++i) {
        QInputMethodEvent key;
        key.setCommitString(u"字"_s);
        const double before = *worked();
        QApplication::sendEvent(texts.first(), &key);
        wait(restMs);
        while (!window.document()->isSaved())
            wait(1);
        times << *worked() - before;
    }
    return times;
}
} // namespace

void formFigures(Bench &bench)
{
    const QString what = u"a character typed in the form, %1 measures"_s;
    if (!worked())
        return bench.skipped(what.arg(u"61"_s), u"the system does not tell the work of a thread"_s);
    QApplication::setStyle(new WindowStyle);
    QApplication::setFont(textFont(10));
    for (const auto &[plan, size, bar] :
         {std::tuple(bench.samplePlan(), u"61"_s, 4.0), std::tuple(bench.bigPlan(), u"10,000"_s, 10.0)}) {
        MainWindow window(services(bench));
        PlanOpening opening(bench.copyOf(plan), Environment::ofSystem());
        if (!window.openPlan(opening))
            qFatal("the plan cannot be opened");
        window.show();
        while (!window.findChild<SheetForm *>())
            wait(1);
        wait(restMs);
        const double before = median(type(window, bench.runs(keys)));
        openEverything(window);
        const double after = median(type(window, bench.runs(keys)));
        bench.row(what.arg(size), milliseconds(after), u"before other pages were opened "_s + milliseconds(before),
                  limitVerdict(after, bar, u"ms"_s));
    }
}

} // namespace shisaku
