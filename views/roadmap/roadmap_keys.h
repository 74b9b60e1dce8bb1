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
enum class RoadmapAction : quint8 { Edit, Rename, Insert, Cut, Copy, Paste, Duplicate, Remove, MoveUp, MoveDown };

/// In the order of the menu.
QList<RoadmapAction> roadmapActions();
QString textOf(RoadmapAction action);
QKeySequence keysOf(RoadmapAction action);
std::optional<RoadmapAction> roadmapActionOf(const QKeyEvent &event);

} // namespace shisaku
