// SPDX-License-Identifier: GPL-3.0-or-later
// Where things are in RoadmapView: between the scene and the window, and scrolled.
#include "views/roadmap/roadmap_view.h"

#include <QScrollBar>

#include <cmath>

namespace shisaku {

namespace {
using Kind = RoadmapNode::Kind;
} // namespace

SnapUnit RoadmapView::snap() const
{
    return m_scene ? snapUnit(m_scene->axis().right(1) - m_scene->axis().left(1)) : SnapUnit::FiscalYear;
}

ShownYears RoadmapView::shownYears() const
{
    return {m_scene->axis().firstYear(), m_scene->axis().lastYear()};
}

bool RoadmapView::scrollSideways(int by)
{
    QScrollBar *bar = horizontalScrollBar();
    const int before = bar->value();
    bar->setValue(before + by);
    return bar->value() != before;
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

void RoadmapView::updateGeometries()
{
    QAbstractItemView::updateGeometries();
    if (!m_scene)
        return;
    const int height = viewport()->height() - headerBottom();
    const int width = viewport()->width() - titleRight();
    verticalScrollBar()->setSingleStep(static_cast<int>(m_style->title.pitch() * 2));
    verticalScrollBar()->setPageStep(height);
    verticalScrollBar()->setRange(0, std::max(0, static_cast<int>(std::ceil(m_scene->totalHeight())) + space::large - height));
    horizontalScrollBar()->setSingleStep(static_cast<int>(m_style->title.em() * 3));
    horizontalScrollBar()->setPageStep(width);
    horizontalScrollBar()->setRange(0, std::max(0, static_cast<int>(m_scene->axis().width()) - width));
}

RoadmapView::Anchor RoadmapView::anchor(int y) const
{
    if (!m_scene || m_scene->count() == 0)
        return {};
    const qreal at = toScene({0, y}).y();
    const int line = m_scene->lineAt(at);
    // After a reset the scene's tree has gone; its lines kept their keys.
    return {m_lineKeys.value(line), at - m_scene->top(line)};
}

void RoadmapView::restore(const Anchor &anchor, int y)
{
    if (!m_scene || anchor.key == 0)
        return;
    const auto line = m_lineKeys.indexOf(anchor.key);
    if (line >= 0)
        verticalScrollBar()->setValue(static_cast<int>(m_scene->top(static_cast<int>(line)) + anchor.offset) - y + headerBottom());
}

/// Finds guessed heights of lines; what is seen stays where it is.
bool RoadmapView::relayoutLines(int first, int last)
{
    const int top = m_scene->lineAt(verticalOffset());
    const qreal offset = verticalOffset() - m_scene->top(top);
    if (!m_scene->relayout(first, last, m_heights))
        return false;
    updateGeometries();
    verticalScrollBar()->setValue(static_cast<int>(m_scene->top(top) + offset));
    return true;
}

/// No height is guessed within a window above and below the line.
void RoadmapView::relayoutAround(int line)
{
    const int most = static_cast<int>(viewport()->height() / m_style->title.pitch()) + 1; // that a window can show
    relayoutLines(std::max(0, line - most), std::min(line + most, m_scene->count() - 1));
}

int RoadmapView::headerBottom() const
{
    return m_style ? static_cast<int>(RoadmapPainter::headerHeight(*m_style)) : 0;
}

QPointF RoadmapView::toScene(const QPoint &point) const
{
    return QPointF(point.x() < titleRight() ? point.x() : point.x() - titleRight() + horizontalOffset(),
                   point.y() - headerBottom() + verticalOffset());
}

int RoadmapView::horizontalOffset() const
{
    return horizontalScrollBar()->value();
}
int RoadmapView::verticalOffset() const
{
    return verticalScrollBar()->value();
}

QRectF RoadmapView::sceneRect(int node) const
{
    const int line = m_scene ? m_scene->lineOf(node) : -1;
    const RoadmapTree &tree = m_model->tree();
    if (tree.at(node).kind == Kind::Phase || tree.at(node).kind == Kind::Milestone)
        return barRect(node);
    if (line < 0)
        return {};
    qreal bottom = m_scene->top(line) + m_scene->height(line);
    if (tree.at(node).kind == Kind::Measure) {
        const int last = line + m_scene->line(line).linesOfMeasure - 1;
        bottom = m_scene->top(last) + m_scene->height(last);
    }
    return QRectF(0, m_scene->top(line), viewport()->width(), bottom - m_scene->top(line));
}

QRectF RoadmapView::barRect(int node) const
{
    const int line = lineOfBar(node);
    if (line < 0)
        return {};
    for (const PlacedItem &placed : m_scene->layout(line).items) {
        if (m_scene->items(line)[placed.item].node == node)
            return placed.bounds().translated(titleRight() - horizontalOffset(), m_scene->top(line));
    }
    return {};
}

int RoadmapView::lineOfBar(int node) const
{
    if (!m_scene)
        return -1;
    const RoadmapTree &tree = m_model->tree();
    const int line = m_scene->lineOf(tree.at(node).parent);
    return line >= 0 ? line : m_scene->lineOf(tree.above(node, Kind::Measure));
}

QRect RoadmapView::visualRect(const QModelIndex &index) const
{
    const int node = RoadmapModel::nodeOf(index);
    if (node == 0 || !m_scene)
        return {};
    QRectF rect = sceneRect(node);
    if (rect.isEmpty())
        return {};
    rect.translate(0, headerBottom() - verticalOffset());
    switch (m_model->tree().at(node).kind) {
    case Kind::Measure:
        rect.setWidth(m_shownColumns.measure);
        break;
    case Kind::Initiative:
        rect.setLeft(m_shownColumns.measure);
        break;
    default:
        break;
    }
    return rect.toAlignedRect();
}

void RoadmapView::scrollTo(const QModelIndex &index, ScrollHint hint)
{
    if (!m_seen)
        return; // done when it is painted first
    ensureLaidOut();
    if (!index.isValid() || isIndexHidden(index))
        return;
    const int node = RoadmapModel::nodeOf(index);
    const Kind kind = m_model->tree().at(node).kind;
    const bool bar = kind == Kind::Phase || kind == Kind::Milestone;
    relayoutAround(bar ? lineOfBar(node) : m_scene->lineOf(node));
    const QRect rect = visualRect(index);
    if (rect.isEmpty())
        return;
    const int header = headerBottom();
    const int room = viewport()->height() - header;
    const int top = rect.top() - header;
    QScrollBar *vertical = verticalScrollBar();
    if (hint == PositionAtCenter)
        vertical->setValue(vertical->value() + top - (room - rect.height()) / 2);
    else if (hint == PositionAtTop || top < 0 || rect.height() > room)
        vertical->setValue(vertical->value() + top);
    else if (hint == PositionAtBottom || top + rect.height() > room)
        vertical->setValue(vertical->value() + top + rect.height() - room);
    if (!bar)
        return;
    QScrollBar *horizontal = horizontalScrollBar();
    if (rect.left() < titleRight() || rect.width() > viewport()->width() - titleRight())
        horizontal->setValue(horizontal->value() + rect.left() - titleRight());
    else if (rect.right() > viewport()->width())
        horizontal->setValue(horizontal->value() + rect.right() - viewport()->width());
}

} // namespace shisaku
