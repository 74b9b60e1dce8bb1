// SPDX-License-Identifier: GPL-3.0-or-later
// What keys and the mouse do in the roadmap, in words; for the sheet of shortcuts.
#pragma once

#include <QList>
#include <QString>

namespace shisaku {

struct RoadmapKey {
    QString does;
    QString keys;
};

/// In the order in which they are explained.
QList<RoadmapKey> roadmapKeys();

} // namespace shisaku
