// SPDX-License-Identifier: GPL-3.0-or-later
// What the commands of the window do to the roadmap: its detail, its zoom, and what is copied of it.
#pragma once

namespace shisaku {

class ActionCatalog;
class RoadmapModel;
class RoadmapView;

/// Lets the commands, and the right-click menu, act on the view; the model is the view's.
void connectRoadmapCommands(const ActionCatalog &actions, RoadmapView &view, const RoadmapModel &model);

} // namespace shisaku
