// SPDX-License-Identifier: GPL-3.0-or-later
// A rubber band around what is to be selected, in the times of the scene.
#pragma once

#include <QList>
#include <QRectF>

namespace shisaku {

struct RoadmapRubber {
    QPointF from;
    QPointF to;
    QList<int> kept; ///< Selected before, as nodes.
    bool stretched = false;

    QRectF rect() const { return QRectF(from, to).normalized(); }
};

} // namespace shisaku
