// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/roadmap/roadmap_rubber.h"

#include "views/look/look.h"

#include <QApplication>
#include <QPainter>

namespace shisaku {

void RoadmapRubber::stretchTo(const QPointF &point)
{
    to = point;
    stretched |= (to - from).manhattanLength() >= QApplication::startDragDistance();
}

void RoadmapRubber::paint(QPainter &painter, const Look &look) const
{
    if (!stretched)
        return;
    QColor fill = look.accent;
    fill.setAlpha(32);
    painter.setPen(QPen(look.accent, 1));
    painter.setBrush(fill);
    painter.drawRect(rect());
}

} // namespace shisaku
