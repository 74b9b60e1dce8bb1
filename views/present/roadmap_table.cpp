// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/present/roadmap_table.h"

#include <QCoreApplication>
#include <QPainter>

namespace shisaku {

namespace {
struct Texts {
    Q_DECLARE_TR_FUNCTIONS(RoadmapTable)
};

qreal heightAbove(const RoadmapScene &scene, const QList<int> &carried)
{
    return RoadmapPainter::headerHeight(scene.style()) + (carried.isEmpty() ? 0 : scene.height(carried.first()));
}

/// Where the lines shown begin and end in the scene.
qreal topOf(const RoadmapScene &scene, const RoadmapSlide &lines)
{
    return lines.last < lines.first ? 0 : scene.top(lines.first) + lines.skipped;
}

qreal bottomOf(const RoadmapScene &scene, const RoadmapSlide &lines)
{
    return lines.last < lines.first ? 0 : scene.top(lines.last) + scene.height(lines.last) - lines.cut;
}

qreal tableWidth(const RoadmapScene &scene)
{
    return scene.columns().total() + scene.axis().width();
}

/// 「安心・快適　欲しい情報を得ることができる（つづき）」: the top group and the innermost one.
void paintContinued(QPainter &painter, const RoadmapScene &scene, const QList<int> &carried)
{
    const RoadmapStyle &style = scene.style();
    const QRectF row(0, 0, tableWidth(scene), scene.height(carried.first()));
    painter.fillRect(row, style.look->head);
    const QString continued = Texts::tr("（つづき）");
    qreal x = style.indent() + style.cellPadding() / 2;
    const auto write = [&](const QString &text, const TextMeasure &measure, const QColor &colour) {
        painter.setFont(measure.font());
        painter.setPen(colour);
        painter.drawText(QPointF(x, row.center().y() + measure.baselineDrop()), text);
        x += measure.width(text);
    };
    bool cut = false;
    qreal room = row.width() - 2 * x - style.note.width(continued);
    const QString topGroup = style.head.elided(titleOf(scene.plan(), scene.tree(), scene.line(carried.first()).node), room, 1, &cut)
                                 .value(0);
    write(topGroup, style.head, style.look->ink);
    if (carried.size() > 1) {
        room -= style.head.width(topGroup) + style.head.em();
        x += style.head.em();
        const QString inner = titleOf(scene.plan(), scene.tree(), scene.line(carried.last()).node);
        write(style.title.elided(inner, room, 1, &cut).value(0), style.title, style.look->ink);
    }
    write(continued, style.note, style.look->mutedInk);
}
} // namespace

qreal roadmapTableHeight(const RoadmapScene &scene, const RoadmapSlide &lines)
{
    return heightAbove(scene, lines.carried) + bottomOf(scene, lines) - topOf(scene, lines);
}

void paintRoadmapTable(QPainter &painter, const RoadmapScene &scene, const RoadmapSlide &lines)
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
    if (!lines.carried.isEmpty()) {
        paintContinued(painter, scene, lines.carried);
        painter.translate(0, scene.height(lines.carried.first()));
    }
    if (lines.last >= lines.first) {
        const qreal top = topOf(scene, lines);
        const qreal bottom = bottomOf(scene, lines);
        painter.translate(0, -top);
        painter.setClipRect(QRectF(0, top, width, bottom - top), Qt::IntersectClip);
        painter.translate(titles, 0);
        table.times(lines.first, lines.last);
        painter.translate(-titles, 0);
        table.headings(lines.first, lines.last, width);
        table.titles(lines.first, lines.last, top, bottom);
    }
    painter.restore();
    painter.setBrush(Qt::NoBrush);
    painter.setPen(QPen(style.look->strongLine, style.rule, Qt::SolidLine, Qt::FlatCap, Qt::MiterJoin));
    painter.drawRect(QRectF(0, 0, width, roadmapTableHeight(scene, lines)));
}

Id<Measure> measureInTable(const RoadmapScene &scene, const RoadmapSlide &lines, const QPointF &point)
{
    const qreal y = point.y() - heightAbove(scene, lines.carried) + topOf(scene, lines);
    if (point.x() < 0 || point.x() > tableWidth(scene) || y < topOf(scene, lines) || y >= bottomOf(scene, lines))
        return {};
    const int line = scene.lineAt(y);
    return scene.line(line).measure < 0 ? Id<Measure>() : scene.measure(line)->id;
}

} // namespace shisaku
