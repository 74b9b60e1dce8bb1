// SPDX-License-Identifier: GPL-3.0-or-later
// A rubber band around what is to be selected, in the times of the scene.
#pragma once

#include <QList>
#include <QRectF>

class QPainter;

namespace shisaku {

struct Look;

struct RoadmapRubber {
    QPointF from;
    QPointF to;
    QList<int> kept;        ///< Selected before, as nodes.
    bool stretched = false; ///< Farther than a click trembles.

    QRectF rect() const { return QRectF(from, to).normalized(); }
    void stretchTo(const QPointF &point);
    void paint(QPainter &painter, const Look &look) const;
};

} // namespace shisaku
