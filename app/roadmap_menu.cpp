// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/roadmap_menu.h"

#include "app/action_catalog.h"
#include "views/roadmap/roadmap_view.h"

#include <QMenu>

namespace shisaku {

void showRoadmapMenu(RoadmapView &view, const ActionCatalog &actions, const QPoint &globalPosition)
{
    QMenu menu(&view);
    for (const RoadmapDeed deed : roadmapDeeds()) {
        if (deed == RoadmapDeed::Cut || deed == RoadmapDeed::MoveUp)
            menu.addSeparator();
        QAction *action = menu.addAction(textOf(deed), &view, [&view, deed] { view.perform(deed); });
        action->setEnabled(view.offers(deed));
        action->setShortcut(keysOf(deed)); // told only: the view hears its keys itself
        action->setShortcutContext(Qt::WidgetShortcut);
        action->setShortcutVisibleInContextMenu(true);
    }
    menu.addSeparator();
    for (const Command command : {Command::AddMeasure, Command::RemoveMeasure, Command::PrintSheet, Command::CopyPicture})
        menu.addAction(actions.action(command));
    menu.exec(globalPosition);
}

} // namespace shisaku
