// SPDX-License-Identifier: GPL-3.0-or-later
// Hatching of what belongs to no year, told from a bar in a copy without colours too.
#pragma once

#include <QLineF>
#include <QList>
#include <QPainter>

#include <algorithm>

namespace shisaku {

/// Strokes over a box from its lower left to its upper right, `step` apart, with the painter's pen.
inline void hatch(QPainter &painter, const QRectF &box, qreal step)
{
    QList<QLineF> strokes;
    for (qreal x = box.left() - box.height() + step; x < box.right(); x += step) {
        const qreal below = std::max(0.0, box.left() - x);
        const qreal above = std::max(0.0, x + box.height() - box.right());
        strokes << QLineF(x + below, box.bottom() - below, x + box.height() - above, box.top() + above);
    }
    painter.drawLines(strokes);
}

} // namespace shisaku
