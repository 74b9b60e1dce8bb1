// SPDX-License-Identifier: GPL-3.0-or-later
// The mouse in RoadmapView, and what it and the keys select.
#include "views/roadmap/roadmap_accessible.h"
#include "views/roadmap/roadmap_editor.h"
#include "views/roadmap/roadmap_view.h"

#include <QKeyEvent>
#include <QMouseEvent>

#include <algorithm>
#include <utility>

namespace shisaku {

namespace {
using Kind = RoadmapNode::Kind;

bool isBar(Kind kind)
{
    return kind == Kind::Phase || kind == Kind::Milestone;
}
} // namespace

void RoadmapView::mousePressEvent(QMouseEvent *event)
{
    m_editor->letGo();
    m_rubber.reset();
    if (event->button() != Qt::LeftButton) {
        QAbstractItemView::mousePressEvent(event);
        return;
    }
    m_draggedEdge = columnEdgeAt(event->pos());
    if (m_draggedEdge >= 0)
        return;
    const int sign = signAt(event->pos());
    if (sign > 0)
        toggle(sign);
    if (sign > 0 || !m_scene)
        return;
    setAutoScroll(false); // nothing moves under the pointer
    pressLeft(event->pos(), event->modifiers() & (Qt::ControlModifier | Qt::ShiftModifier));
    setAutoScroll(true);
}

void RoadmapView::pressLeft(const QPoint &point, Qt::KeyboardModifiers held)
{
    const int node = nodeAt(point);
    const bool bar = node > 0 && isBar(m_model->tree().at(node).kind);
    m_pressedNode = -1;
    if (held == Qt::NoModifier) {
        // Of several selected ones all are taken along; which one was meant shows when the button goes up.
        if (bar && selectionModel()->isSelected(m_model->indexOf(node))) {
            m_pressedNode = node;
            selectionModel()->setCurrentIndex(m_model->indexOf(node), QItemSelectionModel::NoUpdate);
        } else if (node > 0) {
            selectionModel()->setCurrentIndex(m_model->indexOf(node), QItemSelectionModel::ClearAndSelect);
        }
        m_rangeStart = node;
        if (m_editor->press(point) || m_editable)
            return;
    } else if (bar && held.testFlag(Qt::ShiftModifier)) {
        const int start = m_rangeStart > 0 ? m_rangeStart : RoadmapModel::nodeOf(currentIndex());
        m_rangeStart = start;
        select(between(start, node) + (held.testFlag(Qt::ControlModifier) ? selectedNodes() : QList<int>()));
        selectionModel()->setCurrentIndex(m_model->indexOf(node), QItemSelectionModel::NoUpdate);
        return;
    } else if (bar) {
        selectionModel()->setCurrentIndex(m_model->indexOf(node), QItemSelectionModel::Toggle);
        m_rangeStart = node;
        return;
    }
    if (!bar && point.x() >= titleRight() && point.y() >= headerBottom())
        m_rubber = RoadmapRubber{toScene(point), toScene(point), held == Qt::NoModifier ? QList<int>() : selectedBars(), false};
}

void RoadmapView::mouseMoveEvent(QMouseEvent *event)
{
    if (m_rubber) {
        stretchRubber(event->pos());
        return;
    }
    if (event->buttons().testFlag(Qt::LeftButton) && m_draggedEdge < 0) {
        m_editor->moveTo(event->pos());
        return;
    }
    if (m_draggedEdge < 0) {
        const bool edge = columnEdgeAt(event->pos()) >= 0;
        viewport()->setCursor(edge ? Qt::SplitHCursor : m_editor->cursorAt(event->pos()));
        return;
    }
    const qreal scale = m_shownColumns.measure / m_columns.measure;
    if (m_draggedEdge == 0)
        setTitleWidths({event->pos().x() / scale, m_columns.initiative});
    else
        setTitleWidths({m_columns.measure, (event->pos().x() - m_shownColumns.measure - m_shownColumns.progress) / scale});
}

void RoadmapView::mouseReleaseEvent(QMouseEvent *event)
{
    if (event->button() != Qt::LeftButton) {
        QAbstractItemView::mouseReleaseEvent(event);
        return;
    }
    if (std::exchange(m_draggedEdge, -1) >= 0)
        return;
    const bool dragged = m_editor->release();
    const int pressed = std::exchange(m_pressedNode, -1);
    if (!dragged && pressed > 0 && nodeAt(event->pos()) == pressed)
        select({pressed});
    if (const auto rubber = std::exchange(m_rubber, std::nullopt)) {
        viewport()->update();
        const int node = nodeAt(event->pos());
        if (!rubber->stretched && node > 0 && event->modifiers() != Qt::NoModifier)
            selectionModel()->setCurrentIndex(m_model->indexOf(node), QItemSelectionModel::Toggle);
    }
}

void RoadmapView::stretchRubber(const QPoint &point)
{
    m_rubber->stretchTo(toScene(point));
    if (!m_rubber->stretched)
        return;
    const QList<int> hit = barsIn(m_rubber->rect());
    select(m_rubber->kept + hit);
    setAutoScroll(false);
    if (!hit.isEmpty())
        selectionModel()->setCurrentIndex(m_model->indexOf(hit.last()), QItemSelectionModel::NoUpdate);
    setAutoScroll(true);
    viewport()->update();
}

void RoadmapView::select(const QList<int> &nodes)
{
    QItemSelection selection;
    for (int node : nodes) {
        const QModelIndex index = m_model->indexOf(node);
        selection.select(index, index);
    }
    selectionModel()->select(selection, QItemSelectionModel::ClearAndSelect);
}

void RoadmapView::setSelection(const QRect &rect, QItemSelectionModel::SelectionFlags flags)
{
    selectionModel()->select(indexAt(rect.topLeft()), flags);
}

void RoadmapView::selectionChanged(const QItemSelection &selected, const QItemSelection &deselected)
{
    QAbstractItemView::selectionChanged(selected, deselected);
    m_selectedKeys.clear();
    for (int node : selectedNodes())
        m_selectedKeys.insert(m_model->tree().at(node).key);
    RoadmapAccessible::announceSelection(*this);
    viewport()->update();
}

QRegion RoadmapView::visualRegionForSelection(const QItemSelection &) const
{
    return viewport()->rect();
}

QList<int> RoadmapView::selectedNodes() const
{
    QList<int> nodes;
    if (selectionModel()) {
        for (const QModelIndex &index : selectionModel()->selectedIndexes())
            nodes << RoadmapModel::nodeOf(index);
    }
    // In the tree's order, which is that of the lines; on a line as the plan has them.
    std::sort(nodes.begin(), nodes.end(), [this](int a, int b) {
        const auto place = [this](int node) {
            return std::pair(isBar(m_model->tree().at(node).kind) ? lineOfBar(node) : m_scene ? m_scene->lineOf(node) : 0, node);
        };
        return place(a) < place(b);
    });
    return nodes;
}

QList<int> RoadmapView::selectedBars() const
{
    QList<int> bars = selectedNodes();
    bars.removeIf([this](int node) { return !isBar(m_model->tree().at(node).kind); });
    return bars;
}

QList<ScheduleRow> RoadmapView::selectedRows() const
{
    QList<ScheduleRow> rows;
    for (int node : selectedNodes()) {
        const RoadmapNode &what = m_model->tree().at(node);
        if (isBar(what.kind) || what.kind == Kind::Initiative)
            rows << ScheduleRow{what.table, what.row};
    }
    return rows;
}

QList<int> RoadmapView::barsIn(const QRectF &times) const
{
    QList<int> bars;
    if (m_scene->count() == 0)
        return bars;
    for (int line = m_scene->lineAt(times.top()); line <= m_scene->lineAt(times.bottom()); ++line) {
        for (const PlacedItem &placed : m_scene->layout(line).items) {
            const QRectF shape = placed.shape.translated(0, m_scene->top(line));
            if (shape.left() < times.right() && shape.right() > times.left() && shape.top() < times.bottom()
                && shape.bottom() > times.top())
                bars << m_scene->items(line)[placed.item].node;
        }
    }
    return bars;
}

QList<int> RoadmapView::between(int from, int to) const
{
    if (from <= 0 || isIndexHidden(m_model->indexOf(from)) || !isBar(m_model->tree().at(from).kind))
        return {to};
    const auto shape = [this](int node) {
        const PlacedItem *placed = placedBar(node);
        return placed->shape.translated(0, m_scene->top(lineOfBar(node)));
    };
    return barsIn(shape(from).united(shape(to)).adjusted(1, 1, -1, -1));
}

int RoadmapView::nearestBar(int from, int lines) const
{
    const PlacedItem *placed = placedBar(from);
    if (!placed)
        return from;
    const qreal middle = placed->shape.center().x();
    for (int line = lineOfBar(from) + lines; line >= 0 && line < m_scene->count(); line += lines) {
        int best = -1;
        qreal least = 0;
        for (const PlacedItem &other : m_scene->layout(line).items) {
            const qreal distance = std::max({0.0, other.shape.left() - middle, middle - other.shape.right()});
            if (best < 0 || distance < least) {
                best = m_scene->items(line)[other.item].node;
                least = distance;
            }
        }
        if (best > 0)
            return best;
    }
    return from;
}

bool RoadmapView::selectRow()
{
    const int current = RoadmapModel::nodeOf(currentIndex());
    if (current <= 0)
        return false;
    const RoadmapTree &tree = m_model->tree();
    const int line = isBar(tree.at(current).kind) ? lineOfBar(current) : m_scene->lineOf(current);
    if (line < 0 || m_scene->line(line).measure < 0)
        return true;
    QList<int> bars = barsOf(line);
    // All bars of the row; when they are, all of the measure.
    if (tree.at(current).kind == Kind::Measure || bars.isEmpty() || selectedBars().size() == bars.size()) {
        bars.clear();
        const int first = m_scene->firstOfMeasure(line);
        for (int i = first; i < first + m_scene->line(first).linesOfMeasure; ++i)
            bars += barsOf(i);
    }
    if (bars.isEmpty())
        return true;
    select(bars);
    if (!isBar(tree.at(current).kind))
        selectionModel()->setCurrentIndex(m_model->indexOf(bars.first()), QItemSelectionModel::NoUpdate);
    return true;
}

namespace {
std::optional<RoadmapAction> actionOf(ClipboardAction action)
{
    switch (action) {
    case ClipboardAction::Cut:
        return RoadmapAction::Cut;
    case ClipboardAction::Copy:
        return RoadmapAction::Copy;
    case ClipboardAction::Paste:
        return RoadmapAction::Paste;
    case ClipboardAction::SelectAll:
        break; // the bars of the row
    }
    return {};
}
} // namespace

bool RoadmapView::canPerform(ClipboardAction action) const
{
    const auto does = actionOf(action);
    return does ? canPerform(*does) : m_scene && !currentMeasure().isNull();
}

void RoadmapView::perform(ClipboardAction action)
{
    if (const auto does = actionOf(action))
        perform(*does);
    else if (m_scene)
        selectRow();
}

bool RoadmapView::cursorKey(const QKeyEvent &event)
{
    if (event.matches(QKeySequence::SelectAll))
        return m_scene && selectRow();
    const QHash<int, CursorAction> actions{{Qt::Key_Up, MoveUp},         {Qt::Key_Down, MoveDown},        {Qt::Key_Left, MoveLeft},
                                           {Qt::Key_Right, MoveRight},   {Qt::Key_Home, MoveHome},        {Qt::Key_End, MoveEnd},
                                           {Qt::Key_PageUp, MovePageUp}, {Qt::Key_PageDown, MovePageDown}};
    const QModelIndex current = currentIndex();
    const Qt::KeyboardModifiers held = event.modifiers() & (Qt::ShiftModifier | Qt::ControlModifier | Qt::AltModifier);
    if (event.key() == Qt::Key_Space && held == Qt::ControlModifier && current.isValid()) {
        selectionModel()->select(current, QItemSelectionModel::Toggle);
        m_rangeStart = RoadmapModel::nodeOf(current);
        return true;
    }
    const auto action = actions.constFind(event.key());
    if (action == actions.constEnd() || held.testFlag(Qt::AltModifier))
        return false;
    if (held == Qt::ShiftModifier && m_scene && current.isValid() && isBar(nodeOf(current).kind)
        && (*action == MoveUp || *action == MoveDown)) {
        const int from = m_rangeStart > 0 ? m_rangeStart : RoadmapModel::nodeOf(current);
        const int to = nearestBar(RoadmapModel::nodeOf(current), *action == MoveUp ? -1 : 1);
        m_rangeStart = from;
        select(between(from, to));
        selectionModel()->setCurrentIndex(m_model->indexOf(to), QItemSelectionModel::NoUpdate);
        return true;
    }
    const QModelIndex next = moveCursor(*action, held);
    if (!next.isValid())
        return true;
    m_rangeStart = 0;
    selectionModel()->setCurrentIndex(next, held.testFlag(Qt::ControlModifier) ? QItemSelectionModel::NoUpdate
                                                                               : QItemSelectionModel::ClearAndSelect);
    return true;
}

} // namespace shisaku
