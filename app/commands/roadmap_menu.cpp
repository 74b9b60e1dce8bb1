// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/commands/roadmap_menu.h"

#include "app/commands/action_catalog.h"
#include "views/roadmap/roadmap_view.h"

#include <QMenu>

namespace shisaku {

void showRoadmapMenu(RoadmapView &view, const ActionCatalog &actions, const QPoint &globalPosition)
{
    QMenu menu(&view);
    for (const RoadmapAction action : roadmapActions()) {
        if (action == RoadmapAction::Cut || action == RoadmapAction::MoveUp)
            menu.addSeparator();
        QAction *entry = menu.addAction(textOf(action), &view, [&view, action] { view.perform(action); });
        entry->setEnabled(view.canPerform(action));
        entry->setShortcut(keysOf(action)); // told only: the view hears its keys itself
        entry->setShortcutContext(Qt::WidgetShortcut);
        entry->setShortcutVisibleInContextMenu(true);
    }
    menu.addSeparator();
    for (const Command command : {Command::AddMeasure, Command::RemoveMeasure, Command::PrintSheet, Command::CopyPicture})
        menu.addAction(actions.action(command));
    menu.exec(globalPosition);
}

} // namespace shisaku
