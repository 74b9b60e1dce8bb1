// SPDX-License-Identifier: GPL-3.0-or-later
// The picture of what the hand holds: ghosts of bars where they will be, guides up to the years, the date in a tip.
#include "views/roadmap/roadmap_editor.h"
#include "views/roadmap/roadmap_surface.h"

#include <QPainter>
#include <QPainterPath>

namespace shisaku {

namespace {
/// How much the ground covers a bar that is being moved away.
constexpr int fading = 150;

QColor withAlpha(QColor colour, int alpha)
{
    colour.setAlpha(alpha);
    return colour;
}

QPainterPath outline(const QRectF &shape, const Period &period, const RoadmapStyle &style)
{
    const bool arrow = !period.ends.isUnknown();
    const qreal head = arrow ? std::min(style.metrics.headDepth(), shape.width() / 2) : 0;
    QPainterPath path(shape.topLeft());
    path.lineTo(shape.right() - head, shape.top());
    if (arrow)
        path.lineTo(shape.right(), shape.center().y());
    path.lineTo(shape.right() - head, shape.bottom());
    path.lineTo(shape.bottomLeft());
    // An open side stays without an edge, as it will be drawn.
    if (!period.starts.isOpen())
        path.closeSubpath();
    return path;
}
} // namespace

QRectF RoadmapEditor::shapeOf(const ScheduleItem &item, const QRectF &around) const
{
    QRectF shape = placeInTime(item, m_surface.scene()->axis(), m_surface.roadmapStyle().metrics).shape;
    if (item.isMilestone() && !item.isUndated()) {
        shape.moveCenter({shape.center().x(), around.center().y()});
        return shape;
    }
    shape.moveTop(around.top());
    shape.setHeight(around.height());
    return shape;
}

QRectF RoadmapEditor::ghostShape(const Held &held) const
{
    const PlacedItem *placed = m_surface.placedBar(held.node);
    if (!placed)
        return {};
    ScheduleItem item;
    item.table = held.what.table;
    item.starts = held.now.starts;
    item.ends = held.now.ends;
    return shapeOf(item, placed->shape.translated(0, m_surface.scene()->top(m_surface.lineOfBar(held.node))));
}

QRectF RoadmapEditor::draftShape() const
{
    const int line = m_surface.scene()
                         ? m_renamed.row.isNull() ? m_surface.scene()->lineOf(m_draft->node) : m_surface.lineOfBar(m_draft->node)
                         : -1;
    if (line < 0)
        return {};
    const qreal top = m_surface.scene()->top(line);
    if (!m_renamed.row.isNull()) {
        const PlacedItem *placed = m_surface.placedBar(m_draft->node);
        return placed ? placed->bounds().translated(0, top) : QRectF();
    }
    const RoadmapStyle &style = m_surface.roadmapStyle();
    ScheduleItem item;
    item.starts = m_draft->period.starts;
    item.ends = m_draft->period.ends;
    const qreal height = style.label.pitch() + 2 * style.metrics.lanePadding();
    const qreal first = style.metrics.linePadding();
    const qreal last = std::max(first, m_surface.scene()->height(line) - first - height);
    return shapeOf(item, QRectF(0, top + std::clamp(m_draft->y - height / 2, first, last), 0, height));
}

QString RoadmapEditor::tip() const
{
    if (m_doing == Doing::Drawing)
        return periodInBrief(m_draft->period);
    const Held &first = m_held.first();
    QString text = first.what.table == TableId::Milestone ? timeInBrief(first.now.starts) : periodInBrief(first.now);
    if (m_held.size() > 1)
        text += tr("　ほか%1件").arg(m_held.size() - 1);
    return text;
}

void RoadmapEditor::paintGhost(QPainter &painter, const QRectF &shape, const Period &period, const QString &label) const
{
    const RoadmapStyle &style = m_surface.roadmapStyle();
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(QPen(m_surface.look().accent, 2 * style.metrics.unit, Qt::SolidLine, Qt::FlatCap, Qt::MiterJoin));
    painter.setBrush(m_draft ? m_surface.look().ground : m_surface.look().accentFill); // its row is selected
    painter.drawPath(outline(shape, period, style));
    painter.setRenderHint(QPainter::Antialiasing, false);
    const qreal side = style.metrics.sidePadding();
    bool cut = false;
    const qreal room = shape.width() - 2 * side - style.metrics.headDepth() / 2;
    const QStringList text = style.label.elided(label, room, 1, &cut);
    if (label.isEmpty() || text.isEmpty() || room < 2 * style.label.em())
        return;
    painter.setPen(m_surface.look().ink);
    painter.setFont(style.label.font());
    painter.drawText(QPointF(shape.left() + side, shape.center().y() + style.label.baselineDrop()), text.first());
}

void RoadmapEditor::paintMark(QPainter &painter, const QRectF &shape, const QString &symbol) const
{
    const TextMeasure &text = m_surface.roadmapStyle().label;
    painter.setFont(text.font());
    painter.setPen(m_surface.look().accent);
    painter.drawText(QPointF(shape.center().x() - text.width(symbol) / 2, shape.center().y() + text.baselineDrop()), symbol);
}

void RoadmapEditor::paintGuides(QPainter &painter, const QRectF &shape, const Period &period, bool milestone) const
{
    const TimeAxis &axis = m_surface.scene()->axis();
    const qreal top = m_surface.scrolled().y();
    painter.setPen(QPen(m_surface.look().accent, 1, Qt::DotLine));
    const auto guide = [&](qreal x) { painter.drawLine(QPointF(x, top), QPointF(x, shape.top())); };
    if (milestone)
        return guide(shape.center().x());
    if (period.starts.isDated())
        guide(axis.x(period.starts.firstMonth()));
    if (period.ends.isDated())
        guide(axis.x(period.ends.endMonth()));
}

void RoadmapEditor::paintTip(QPainter &painter, const QRectF &shape) const
{
    const RoadmapStyle &style = m_surface.roadmapStyle();
    const TextMeasure &text = style.head;
    const QString words = tip();
    const qreal padding = style.metrics.sidePadding() * 1.4;
    QRectF box(0, 0, text.width(words) + 2 * padding, text.pitch() + 2 * style.metrics.lanePadding());
    const qreal gap = 5 * style.metrics.unit;
    box.moveCenter(shape.center());
    if (m_part == PeriodEdge::Start && m_doing != Doing::Drawing)
        box.moveLeft(shape.left());
    else if (m_part == PeriodEdge::End && m_doing != Doing::Drawing)
        box.moveRight(shape.right());
    // Above the bar, so that neither it nor the pointer is covered; below where the years would be.
    const qreal visibleTop = m_surface.scrolled().y() + 2;
    box.moveBottom(shape.top() - gap);
    if (box.top() < visibleTop)
        box.moveTop(shape.bottom() + gap);
    const qreal visibleLeft = m_surface.scrolled().x() + 2;
    box.moveRight(std::min(box.right(), visibleLeft + m_surface.canvas()->width() - m_surface.origin().x() - 4));
    box.moveLeft(std::max(box.left(), visibleLeft));
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(Qt::NoPen);
    painter.setBrush(m_surface.look().ink);
    painter.drawRoundedRect(box, 4 * style.metrics.unit, 4 * style.metrics.unit);
    painter.setRenderHint(QPainter::Antialiasing, false);
    painter.setFont(text.font());
    painter.setPen(m_surface.look().ground);
    painter.drawText(QPointF(box.left() + padding, box.center().y() + text.baselineDrop()), words);
}

void RoadmapEditor::paintHeld(QPainter &painter, const Held &held) const
{
    const PlacedItem *placed = m_surface.placedBar(held.node);
    if (!placed)
        return;
    const int line = m_surface.lineOfBar(held.node);
    const QRectF shape = ghostShape(held);
    const bool milestone = held.what.table == TableId::Milestone;
    const ScheduleItem &item = m_surface.scene()->items(line)[placed->item];
    const qreal out = 3 * m_surface.roadmapStyle().metrics.unit;
    painter.fillRect(placed->bounds().translated(0, m_surface.scene()->top(line)).adjusted(-out, -out, out, out),
                     withAlpha(m_surface.look().ground, fading));
    if (m_moving)
        paintGuides(painter, shape, held.now, milestone);
    if (milestone)
        paintMark(painter, shape, item.symbol);
    else
        paintGhost(painter, shape, held.now, item.label);
}

void RoadmapEditor::paint(QPainter &painter) const
{
    for (const Held &asked : m_asked) {
        if (periodOf(*m_surface.roadmap().plan(), asked.what) != asked.now && !holds(asked.what))
            paintHeld(painter, asked);
    }
    if (m_draft && m_renamed.row.isNull() && (m_moving || m_name)) {
        const QRectF shape = draftShape();
        paintGuides(painter, shape, m_draft->period, false);
        paintGhost(painter, shape, m_draft->period, {});
        if (m_doing == Doing::Drawing)
            paintTip(painter, shape);
    }
    if (!m_moving || m_held.isEmpty())
        return;
    for (const Held &held : m_held)
        paintHeld(painter, held);
    paintTip(painter, ghostShape(m_held.first()));
}

} // namespace shisaku
