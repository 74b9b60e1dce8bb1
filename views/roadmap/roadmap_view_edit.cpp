// SPDX-License-Identifier: GPL-3.0-or-later
// Working in the roadmap: bars and milestones moved, stretched and removed by mouse and keys.
#include "views/roadmap/roadmap_view.h"

#include <QApplication>
#include <QKeyEvent>
#include <QMouseEvent>
#include <QPainter>

#include <algorithm>
#include <cmath>
#include <utility>

namespace shisaku {

namespace {
using Kind = RoadmapNode::Kind;

/// How near to a bar's edge the pointer stretches it; on a short bar a quarter of it.
constexpr qreal stretchGrip = 6;

bool isBar(Kind kind)
{
    return kind == Kind::Phase || kind == Kind::Milestone;
}
} // namespace

SnapUnit RoadmapView::snap() const
{
    return m_scene ? snapUnit(m_scene->axis().right(1) - m_scene->axis().left(1)) : SnapUnit::FiscalYear;
}

ShownYears RoadmapView::shownYears() const
{
    return {m_scene->axis().firstYear(), m_scene->axis().lastYear()};
}

const PlacedItem *RoadmapView::placedBar(int node) const
{
    const int line = lineOfBar(node);
    if (line < 0)
        return nullptr;
    for (const PlacedItem &placed : m_scene->layout(line).items) {
        if (m_scene->items(line)[placed.item].node == node)
            return &placed;
    }
    return nullptr;
}

PeriodPart RoadmapView::partAt(const QPoint &point, int node) const
{
    const PlacedItem *placed = placedBar(node);
    if (!placed || m_model->tree().at(node).kind == Kind::Milestone)
        return PeriodPart::Whole;
    const qreal x = toScene(point).x();
    const qreal grip = std::min(stretchGrip, placed->shape.width() / 4);
    if (std::abs(x - placed->shape.left()) <= grip)
        return PeriodPart::Start;
    return std::abs(x - placed->shape.right()) <= grip ? PeriodPart::End : PeriodPart::Whole;
}

void RoadmapView::mousePressEvent(QMouseEvent *event)
{
    if (event->button() == Qt::LeftButton) {
        m_draggedEdge = columnEdgeAt(event->pos());
        if (m_draggedEdge >= 0)
            return;
        if (const int sign = signAt(event->pos()); sign > 0) {
            toggle(sign);
            return;
        }
    } else {
        cancelDrag();
    }
    QAbstractItemView::mousePressEvent(event);
    if (event->button() == Qt::LeftButton && event->modifiers() == Qt::NoModifier)
        startDrag(event->pos());
}

void RoadmapView::startDrag(const QPoint &point)
{
    const int node = nodeAt(point);
    if (!m_editable || node <= 0 || !isBar(m_model->tree().at(node).kind))
        return;
    const RoadmapNode &what = m_model->tree().at(node);
    const auto period = periodOf(*m_model->plan(), what.table, what.row);
    if (!period)
        return;
    m_drag = Drag{what.key, node, partAt(point, node), point.x() + horizontalOffset(), *period, *period, false};
}

void RoadmapView::mouseMoveEvent(QMouseEvent *event)
{
    if (m_drag) {
        const int x = event->pos().x() + horizontalOffset();
        m_drag->moving = m_drag->moving || std::abs(x - m_drag->pressedX) >= QApplication::startDragDistance();
        if (!m_drag->moving)
            return;
        m_drag->now = dragged(*m_drag, x);
        viewport()->update();
        return;
    }
    if (m_draggedEdge < 0) {
        showCursor(event->pos());
        return;
    }
    const qreal scale = m_shownColumns.measure / m_columns.measure;
    if (m_draggedEdge == 0)
        setTitleWidths({event->pos().x() / scale, m_columns.initiative});
    else
        setTitleWidths({m_columns.measure, (event->pos().x() - m_shownColumns.measure) / scale});
}

void RoadmapView::mouseReleaseEvent(QMouseEvent *event)
{
    const std::optional<Drag> drag = std::exchange(m_drag, std::nullopt);
    if (std::exchange(m_draggedEdge, -1) < 0)
        QAbstractItemView::mouseReleaseEvent(event);
    if (!drag || !drag->moving)
        return;
    viewport()->update();
    const RoadmapNode &what = m_model->tree().at(drag->node);
    request(periodChange(*m_model->plan(), what.table, what.row, drag->now));
}

Period RoadmapView::dragged(const Drag &drag, int x) const
{
    const TimeAxis &axis = m_scene->axis();
    const PlacedItem *placed = placedBar(drag.node);
    if (!placed)
        return drag.before;
    const SnapUnit unit = snap();
    const int months = monthsOf(unit);
    const qreal step = (axis.right(1) - axis.left(1)) * months / 12;
    const qreal distance = x - drag.pressedX;
    if (drag.part == PeriodPart::Whole) {
        const int by = static_cast<int>(std::lround(distance / step)) * months;
        if (m_model->tree().at(drag.node).kind == Kind::Milestone)
            return {movedMilestone(drag.before.starts, by, shownYears()), PlanTime()};
        return movedBar(drag.before, by, shownYears());
    }
    const qreal edge = (drag.part == PeriodPart::Start ? placed->shape.left() : placed->shape.right()) + distance;
    const int steps = static_cast<int>(std::lround((edge - axis.left(1)) / step));
    return stretched(drag.before, drag.part, shownYears().begin() + steps * months, unit, shownYears());
}

void RoadmapView::keepDrag()
{
    if (!m_drag)
        return;
    // The plan may change under the hand, say by the form that was just left: the drag goes on if its bar is as it was.
    const auto &nodes = m_model->tree().nodes;
    const auto found = std::find_if(nodes.begin(), nodes.end(),
                                    [this](const RoadmapNode &node) { return node.key == m_drag->key; });
    if (found == nodes.end() || periodOf(*m_model->plan(), found->table, found->row) != m_drag->before)
        m_drag.reset();
    else
        m_drag->node = static_cast<int>(found - nodes.begin());
}

void RoadmapView::cancelDrag()
{
    m_drag.reset();
    viewport()->update();
}

void RoadmapView::showCursor(const QPoint &point)
{
    if (columnEdgeAt(point) >= 0) {
        viewport()->setCursor(Qt::SplitHCursor);
        return;
    }
    const int node = m_editable ? nodeAt(point) : -1;
    const bool bar = node > 0 && isBar(m_model->tree().at(node).kind);
    viewport()->setCursor(bar && partAt(point, node) != PeriodPart::Whole ? Qt::SizeHorCursor : Qt::ArrowCursor);
}

void RoadmapView::paintDrag(QPainter &painter) const
{
    const PlacedItem *placed = m_drag && m_drag->moving ? placedBar(m_drag->node) : nullptr;
    if (!placed)
        return;
    const int line = lineOfBar(m_drag->node);
    ScheduleItem item = m_scene->items(line)[placed->item];
    item.starts = m_drag->now.starts;
    item.ends = m_drag->now.ends;
    QRectF shape = placeInTime(item, m_scene->axis(), m_style->metrics).shape;
    shape.moveTop(placed->shape.top());
    shape.setHeight(placed->shape.height());
    shape.translate(0, m_scene->top(line));
    painter.setPen(QPen(m_look->accent, 2 * m_style->metrics.unit));
    painter.setBrush(m_look->accentFill);
    painter.drawRect(shape);

    // The new period stands in the bar, or runs on beside it; always inside the window.
    const QString words = periodInWords(item.isMilestone() ? Period{item.starts, item.starts} : m_drag->now);
    const TextMeasure &text = m_style->label;
    QRectF tag(0, 0, text.width(words) + 2 * m_style->metrics.sidePadding(), text.pitch() + 2 * m_style->metrics.lanePadding());
    tag.moveCenter(shape.center());
    if (item.isMilestone())
        tag.moveLeft(shape.right() + m_style->metrics.sidePadding());
    const qreal visibleLeft = horizontalOffset();
    tag.moveRight(std::min(tag.right(), visibleLeft + viewport()->width() - titleRight() - 2));
    tag.moveLeft(std::max(tag.left(), visibleLeft + 2));
    painter.fillRect(tag, m_look->accentFill);
    painter.setPen(m_look->ink);
    painter.setFont(text.font());
    painter.drawText(QPointF(tag.left() + m_style->metrics.sidePadding(), tag.center().y() + text.baselineDrop()), words);
}

bool RoadmapView::editKey(const QKeyEvent &event)
{
    if (m_drag && event.key() == Qt::Key_Escape) {
        cancelDrag();
        return true;
    }
    const int node = RoadmapModel::nodeOf(currentIndex());
    if (!m_editable || m_drag || node <= 0 || !m_scene)
        return false;
    const RoadmapTree &tree = m_model->tree();
    const Qt::KeyboardModifiers held = event.modifiers() & (Qt::ShiftModifier | Qt::ControlModifier | Qt::AltModifier);
    switch (event.key()) {
    case Qt::Key_Left:
    case Qt::Key_Right:
        return isBar(tree.at(node).kind) && dateKey(node, held, event.key() == Qt::Key_Left ? -1 : 1);
    case Qt::Key_Up:
    case Qt::Key_Down:
        if (held != Qt::AltModifier)
            return false;
        if (const int row = tree.above(node, Kind::Initiative); row > 0)
            request(initiativeMove(*m_model->plan(), Id<Initiative>(tree.at(row).row), event.key() == Qt::Key_Up ? -1 : 1));
        return true;
    case Qt::Key_Delete:
        if (held != Qt::NoModifier || !isBar(tree.at(node).kind))
            return false;
        removeBar(node);
        return true;
    default:
        return false;
    }
}

bool RoadmapView::dateKey(int node, Qt::KeyboardModifiers held, int direction)
{
    const RoadmapNode &what = m_model->tree().at(node);
    const auto period = periodOf(*m_model->plan(), what.table, what.row);
    if (!period)
        return false;
    const SnapUnit unit = snap();
    const int months = direction * monthsOf(unit);
    Period wanted = *period;
    if (held == Qt::AltModifier && what.kind == Kind::Milestone)
        wanted.starts = movedMilestone(period->starts, months, shownYears());
    else if (held == Qt::AltModifier)
        wanted = movedBar(*period, months, shownYears());
    else if (held != Qt::ShiftModifier && held != (Qt::ShiftModifier | Qt::ControlModifier))
        return false;
    else if (what.kind == Kind::Phase) {
        const PeriodPart edge = held == Qt::ShiftModifier ? PeriodPart::End : PeriodPart::Start;
        wanted = stretched(*period, edge, edgeMonth(*period, edge, unit, shownYears()) + months, unit, shownYears());
    }
    request(periodChange(*m_model->plan(), what.table, what.row, wanted));
    return true;
}

void RoadmapView::removeBar(int node)
{
    const RoadmapNode what = m_model->tree().at(node);
    // The keyboard stays on the row the bar stood on.
    if (const int line = lineOfBar(node); line >= 0)
        setCurrentIndex(m_model->indexOf(m_scene->line(line).node));
    request(scheduleRemoval(*m_model->plan(), what.table, what.row));
}

void RoadmapView::request(const ChangeSet &change)
{
    if (!change.isEmpty())
        emit changeRequested(change);
}

} // namespace shisaku
