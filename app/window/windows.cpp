// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/window/windows.h"

#include "app/recent_plans.h"
#include "app/window/main_window.h"
#include "models/edit/plan_opening.h"
#include "models/file/platform.h"
#include "views/look/screen_room.h"

#include <QApplication>

namespace shisaku {

MainWindow *windowOf(const QString &path)
{
    for (QWidget *widget : QApplication::topLevelWidgets()) {
        auto *window = qobject_cast<MainWindow *>(widget);
        if (window && window->document() && isSameFile(window->document()->path(), path))
            return window;
    }
    return nullptr;
}

Result<MainWindow *> openWindow(const Services &services, const QString &path)
{
    if (MainWindow *known = windowOf(path)) {
        known->setWindowState(known->windowState() & ~Qt::WindowMinimized);
        known->raise();
        known->activateWindow();
        return known;
    }
    MainWindow *empty = nullptr;
    for (QWidget *widget : QApplication::topLevelWidgets()) {
        auto *window = qobject_cast<MainWindow *>(widget);
        if (window && !window->document())
            empty = window;
    }
    std::optional<PlanOpening> opening;
    if (!path.isEmpty())
        opening.emplace(path, services.environment); // the file is read while the window is put together
    MainWindow *window = empty ? empty : new MainWindow(services);
    if (!empty) // the usual size is more than a small screen has
        resizeOnScreen(*window, window->size());
    if (opening) {
        if (const auto opened = window->openPlan(*opening); !opened) {
            if (!empty)
                delete window;
            return opened.error();
        }
        rememberRecent(*services.settings, path);
    }
    window->setAttribute(Qt::WA_DeleteOnClose);
    window->show();
    return window;
}

Result<MainWindow *> reopenForEditing(const Services &services, MainWindow &reader)
{
    if (!reader.agreesToLeave())
        return Error{ErrorKind::Cancelled, {}, {}, {}};
    PlanOpening opening(reader.document()->path(), services.environment, PlanFile::Access::TakeOver);
    auto window = std::make_unique<MainWindow>(services);
    if (const auto opened = window->openPlan(opening); !opened)
        return opened.error();
    window->setAttribute(Qt::WA_DeleteOnClose);
    window->setGeometry(reader.geometry());
    window->show();
    reader.close();
    return window.release();
}

} // namespace shisaku
