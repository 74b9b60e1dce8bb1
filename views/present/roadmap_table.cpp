// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/present/roadmap_table.h"

#include <QPainter>

namespace shisaku {

namespace {
qreal heightAbove(const RoadmapScene &scene, const QList<int> &carried)
{
    qreal height = RoadmapPainter::headerHeight(scene.style());
    for (const int heading : carried)
        height += scene.height(heading);
    return height;
}

qreal linesHeight(const RoadmapScene &scene, int first, int last)
{
    return last < first ? 0 : scene.top(last) + scene.height(last) - scene.top(first);
}

qreal tableWidth(const RoadmapScene &scene)
{
    return scene.columns().total() + scene.axis().width();
}
} // namespace

qreal roadmapTableHeight(const RoadmapScene &scene, const QList<int> &carried, int first, int last)
{
    return heightAbove(scene, carried) + linesHeight(scene, first, last);
}

void paintRoadmapTable(QPainter &painter, const RoadmapScene &scene, const QList<int> &carried, int first, int last)
{
    const RoadmapStyle &style = scene.style();
    const qreal titles = scene.columns().total();
    const qreal width = tableWidth(scene);
    RoadmapPainter table(painter, scene);
    painter.save();
    table.titleHeader();
    painter.translate(titles, 0);
    table.timeHeader();
    painter.translate(-titles, RoadmapPainter::headerHeight(style));
    for (const int heading : carried) {
        painter.translate(0, -scene.top(heading));
        table.headings(heading, heading, width, true);
        painter.translate(0, scene.top(heading) + scene.height(heading));
    }
    if (last >= first) {
        const qreal top = scene.top(first);
        const qreal bottom = scene.top(last) + scene.height(last);
        painter.translate(0, -top);
        painter.setClipRect(QRectF(0, top, width, bottom - top), Qt::IntersectClip);
        painter.translate(titles, 0);
        table.times(first, last);
        painter.translate(-titles, 0);
        table.headings(first, last, width);
        table.titles(first, last, top, bottom);
    }
    painter.restore();
    painter.setBrush(Qt::NoBrush);
    painter.setPen(QPen(style.look->strongLine, style.rule, Qt::SolidLine, Qt::FlatCap, Qt::MiterJoin));
    painter.drawRect(QRectF(0, 0, width, roadmapTableHeight(scene, carried, first, last)));
}

Id<Measure> measureInTable(const RoadmapScene &scene, const QList<int> &carried, int first, int last, const QPointF &point)
{
    const qreal y = point.y() - heightAbove(scene, carried);
    if (last < first || point.x() < 0 || point.x() > tableWidth(scene) || y < 0 || y >= linesHeight(scene, first, last))
        return {};
    const int line = scene.lineAt(scene.top(first) + y);
    return scene.line(line).measure < 0 ? Id<Measure>() : scene.measure(line)->id;
}

} // namespace shisaku
