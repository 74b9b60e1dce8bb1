// SPDX-License-Identifier: GPL-3.0-or-later
// The menu of a right click in the roadmap.
#pragma once

class QPoint;

namespace shisaku {

class ActionCatalog;
class RoadmapView;

/// Offers what the keys of the roadmap do to what is selected, then the commands for its measure; returns when it is closed.
void showRoadmapMenu(RoadmapView &view, const ActionCatalog &actions, const QPoint &globalPosition);

} // namespace shisaku
