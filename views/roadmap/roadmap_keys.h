// SPDX-License-Identifier: GPL-3.0-or-later
// What keys and the mouse do in the roadmap, in words; for the sheet of shortcuts and the menu of a right click.
#pragma once

#include <QKeySequence>
#include <QList>
#include <QString>

#include <optional>

class QKeyEvent;

namespace shisaku {

struct RoadmapKey {
    QString does;
    QString keys;
};

/// In the order in which they are explained.
QList<RoadmapKey> roadmapKeys();

/// What one key does to the bar, the row or the selected bars; the menu of a right click offers the same.
enum class RoadmapDeed : quint8 { Edit, Rename, Insert, Cut, Copy, Paste, Duplicate, Remove, MoveUp, MoveDown };

/// In the order of the menu.
QList<RoadmapDeed> roadmapDeeds();
QString textOf(RoadmapDeed deed);
QKeySequence keysOf(RoadmapDeed deed);
std::optional<RoadmapDeed> roadmapDeedOf(const QKeyEvent &event);

} // namespace shisaku
