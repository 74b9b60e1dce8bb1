// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/commands/roadmap_commands.h"

#include "app/commands/action_catalog.h"
#include "app/commands/roadmap_menu.h"
#include "models/item/roadmap_model.h"
#include "views/present/picture.h"
#include "views/roadmap/roadmap_view.h"
#include "views/roadmap/roadmap_zoom.h"

#include <QActionGroup>
#include <QClipboard>
#include <QGuiApplication>

namespace shisaku {

void connectRoadmapCommands(const ActionCatalog &actions, RoadmapView &view, const RoadmapModel &model)
{
    const auto on = [&](Command command, auto slot) { actions.on(command, &view, slot); };
    auto *details = new QActionGroup(&view);
    details->addAction(actions.action(Command::DetailMeasures));
    details->addAction(actions.action(Command::DetailInitiatives));
    actions.action(Command::DetailInitiatives)->setChecked(true);
    on(Command::DetailMeasures, [&view] { view.setDetail(RoadmapDetail::Measures); });
    on(Command::DetailInitiatives, [&view] { view.setDetail(RoadmapDetail::Initiatives); });
    on(Command::ZoomIn, [&view] { view.setZoom(view.zoom() + 1); });
    on(Command::ZoomOut, [&view] { view.setZoom(view.zoom() - 1); });
    on(Command::ZoomReset, [&view] { view.setZoom(0); });
    on(Command::CopyPicture, [&view, &model] {
        auto picture = roadmapPicture(*model.plan(), model.tree(), detailAt(view.zoom(), view.detail()), view.toggled());
        QGuiApplication::clipboard()->setMimeData(picture.release()); // the clipboard owns it from here
    });
    QObject::connect(&view, &RoadmapView::menuRequested, &view,
                     [&view, &actions](const QPoint &at) { showRoadmapMenu(view, actions, at); });
}

} // namespace shisaku
