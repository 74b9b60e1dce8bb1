// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/window/startup.h"

#include "app/crash_report.h"
#include "app/recent_plans.h"
#include "app/window/ending.h"
#include "app/window/main_window.h"
#include "app/window/windows.h"

namespace shisaku {

QList<MainWindow *> openAtStart(const Services &services, QStringList paths, const QString &reports)
{
    const auto report = takeCrashReport(reports);
    const auto note = takeEndingNote(reports);
    if (paths.isEmpty())
        paths << lastPlan(*services.settings);
    QList<MainWindow *> windows;
    for (const QString &path : std::as_const(paths)) {
        const auto opened = openWindow(services, path);
        if (!opened) {
            if (const auto empty = openWindow(services, {}))
                (*empty)->tell(opened.error());
            continue;
        }
        windows << *opened;
        QStringList sentences;
        if (note)
            sentences << *note;
        if (report && (*opened)->document())
            sentences << sentenceAfterCrash(*(*opened)->document(), *report);
        if (!sentences.isEmpty())
            (*opened)->tell({ErrorKind::Failed, sentences.join(u'\n'), {}, {}});
    }
    return windows;
}

} // namespace shisaku
