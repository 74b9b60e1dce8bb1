// SPDX-License-Identifier: GPL-3.0-or-later
// The input side of RoadmapView: mouse, keys, selection, folding.
#include "models/item/tool_tip.h"
#include "models/plan/measure_address.h"
#include "views/roadmap/roadmap_accessible.h"
#include "views/roadmap/roadmap_editor.h"
#include "views/roadmap/roadmap_view.h"

#include <QContextMenuEvent>
#include <QHelpEvent>
#include <QKeyEvent>
#include <QMouseEvent>
#include <QScrollBar>
#include <QToolTip>
#include <QWheelEvent>

#include <algorithm>

namespace shisaku {

namespace {
using Kind = RoadmapNode::Kind;

constexpr int edgeGrip = 4;

bool isBar(Kind kind)
{
    return kind == Kind::Phase || kind == Kind::Milestone;
}
} // namespace

int RoadmapView::nodeAt(const QPoint &point) const
{
    if (!m_scene || m_scene->count() == 0 || point.y() < headerBottom())
        return -1;
    const QPointF at = toScene(point);
    if (at.y() >= m_scene->totalHeight())
        return -1;
    const int index = m_scene->lineAt(at.y());
    const RoadmapLine &line = m_scene->line(index);
    if (line.measure < 0)
        return line.node;
    if (point.x() < m_shownColumns.measure)
        return line.measure;
    if (point.x() >= titleRight()) {
        const QPointF inLine = at - QPointF(0, m_scene->top(index));
        for (const PlacedItem &placed : m_scene->layout(index).items) {
            if (placed.bounds().contains(inLine))
                return m_scene->items(index)[placed.item].node;
        }
    }
    return line.node;
}

int RoadmapView::signAt(const QPoint &point) const
{
    const int node = nodeAt(point);
    if (node < 0 || point.x() >= m_shownColumns.measure)
        return -1;
    const int line = m_scene->lineOf(node);
    if (line < 0 || !m_scene->line(line).foldable)
        return -1;
    const RoadmapNode &what = m_model->tree().at(node);
    const qreal left = what.kind == Kind::Group ? m_style->indent() * what.level : 0;
    return point.x() >= left && point.x() < left + m_style->indent() + 4 ? node : -1;
}

int RoadmapView::columnEdgeAt(const QPoint &point) const
{
    if (!m_scene)
        return -1;
    if (std::abs(point.x() - titleRight()) <= edgeGrip)
        return 1;
    return std::abs(point.x() - m_shownColumns.measure) <= edgeGrip && point.y() < headerBottom() ? 0 : -1;
}

QModelIndex RoadmapView::indexAt(const QPoint &point) const
{
    const int node = nodeAt(point);
    return node < 0 ? QModelIndex() : m_model->indexOf(node);
}

Id<Measure> RoadmapView::currentMeasure() const
{
    return m_model ? m_model->measureOf(RoadmapModel::nodeOf(currentIndex())) : Id<Measure>();
}

void RoadmapView::setCurrentMeasure(Id<Measure> measure)
{
    if (!m_model || measure.isNull() || measure == currentMeasure())
        return;
    const int node = m_model->homeOf(measure);
    if (node < 0)
        return;
    reveal(node);
    selectionModel()->setCurrentIndex(m_model->indexOf(node), QItemSelectionModel::ClearAndSelect);
    scrollTo(currentIndex());
}

void RoadmapView::setSelectedMeasures(const QList<Id<Measure>> &measures)
{
    QList<int> nodes;
    for (const Id<Measure> measure : m_model ? measures : QList<Id<Measure>>()) {
        if (const int node = m_model->homeOf(measure); node >= 0) {
            reveal(node);
            nodes << node;
        }
    }
    if (!nodes.isEmpty())
        select(nodes);
}

void RoadmapView::currentChanged(const QModelIndex &current, const QModelIndex &previous)
{
    QAbstractItemView::currentChanged(current, previous);
    const int node = RoadmapModel::nodeOf(current);
    m_currentKey = node > 0 ? m_model->tree().at(node).key : 0;
    viewport()->update();
    RoadmapAccessible::announceCurrent(*this);
    if (const Id<Measure> measure = currentMeasure(); measure != m_announced && !measure.isNull()) {
        m_announced = measure;
        emit currentMeasureChanged(measure);
    }
}

bool RoadmapView::isFolded(const QModelIndex &index) const
{
    const int line = m_scene ? m_scene->lineOf(RoadmapModel::nodeOf(index)) : -1;
    return line >= 0 && m_scene->line(line).folded;
}

void RoadmapView::setFolded(const QModelIndex &index, bool folded)
{
    const int node = RoadmapModel::nodeOf(index);
    const int line = m_scene ? m_scene->lineOf(node) : -1;
    if (line >= 0 && m_scene->line(line).foldable && m_scene->line(line).folded != folded)
        toggle(node);
}

void RoadmapView::toggle(int node)
{
    const Anchor kept = anchor(headerBottom());
    const quint64 key = m_model->tree().at(node).key;
    if (!m_toggled.remove(key))
        m_toggled.insert(key);
    layOut();
    restore(kept, headerBottom());
    // The current item may not hide inside what was folded.
    int current = RoadmapModel::nodeOf(currentIndex());
    if (current > 0 && isIndexHidden(currentIndex()))
        selectionModel()->setCurrentIndex(m_model->indexOf(node), QItemSelectionModel::ClearAndSelect);
}

void RoadmapView::reveal(int node)
{
    bool changed = false;
    for (int group = m_model->tree().above(node, Kind::Group); group > 0; group = m_model->tree().at(group).parent)
        changed |= m_toggled.remove(m_model->tree().at(group).key);
    if (changed)
        layOut();
}

QList<int> RoadmapView::barsOf(int line) const
{
    QList<PlacedItem> placed = m_scene->layout(line).items;
    std::stable_sort(placed.begin(), placed.end(), [](const PlacedItem &a, const PlacedItem &b) {
        return std::pair(a.shape.left(), a.shape.top()) < std::pair(b.shape.left(), b.shape.top());
    });
    QList<int> nodes;
    for (const PlacedItem &bar : placed)
        nodes << m_scene->items(line)[bar.item].node;
    return nodes;
}

int RoadmapView::stepped(int node, int lines) const
{
    const Kind kind = m_model->tree().at(node).kind;
    const int from = isBar(kind) ? lineOfBar(node) : m_scene->lineOf(node);
    if (from < 0)
        return node;
    // From a measure to the next measure or heading, otherwise from line to line.
    int to = std::clamp(from + lines, 0, m_scene->count() - 1);
    if (kind == Kind::Measure) {
        if (lines == 1)
            to = std::min(m_scene->count() - 1, from + m_scene->line(from).linesOfMeasure);
        to = m_scene->firstOfMeasure(to);
        return m_scene->line(to).measure < 0 ? m_scene->line(to).node : m_scene->line(to).measure;
    }
    if (kind == Kind::Group && m_scene->line(to).measure >= 0)
        return m_scene->line(m_scene->firstOfMeasure(to)).measure;
    return m_scene->line(to).node;
}

int RoadmapView::sideways(int node, bool right) const
{
    const RoadmapNode &what = m_model->tree().at(node);
    if (isBar(what.kind)) {
        const int line = lineOfBar(node);
        const QList<int> bars = barsOf(line);
        const qsizetype at = bars.indexOf(node) + (right ? 1 : -1);
        return at < 0 ? m_scene->line(line).node : bars.value(at, node);
    }
    const int line = m_scene->lineOf(node);
    if (line < 0)
        return node;
    const RoadmapLine &shown = m_scene->line(line);
    if (what.kind == Kind::Measure && right && shown.node != node)
        return shown.node;
    if (right && what.kind != Kind::Group)
        return barsOf(line).value(0, node);
    if (!right && what.kind != Kind::Group)
        return what.parent > 0 ? what.parent : node;
    return right && what.childCount > 0 ? stepped(node, 1) : what.parent > 0 ? what.parent : node;
}

QModelIndex RoadmapView::moveCursor(CursorAction action, Qt::KeyboardModifiers)
{
    ensureLaidOut();
    if (!m_scene || m_scene->count() == 0)
        return {};
    int node = RoadmapModel::nodeOf(currentIndex());
    if (node == 0)
        return m_model->indexOf(m_scene->line(0).node);
    const int page = std::max(1, m_scene->lineAt(verticalOffset() + viewport()->height() - headerBottom())
                                     - m_scene->lineAt(verticalOffset()) - 1);
    switch (action) {
    case MoveUp:
    case MovePrevious:
        node = stepped(node, -1);
        break;
    case MoveDown:
    case MoveNext:
        node = stepped(node, 1);
        break;
    case MovePageUp:
        node = stepped(node, -page);
        break;
    case MovePageDown:
        node = stepped(node, page);
        break;
    case MoveHome:
        node = m_scene->line(0).node;
        break;
    case MoveEnd:
        node = m_scene->line(m_scene->count() - 1).node;
        break;
    case MoveLeft:
    case MoveRight:
        node = sideways(node, action == MoveRight);
        break;
    }
    return m_model->indexOf(node);
}

bool RoadmapView::isIndexHidden(const QModelIndex &index) const
{
    const int node = RoadmapModel::nodeOf(index);
    if (node == 0 || !m_scene)
        return true;
    return isBar(m_model->tree().at(node).kind) ? lineOfBar(node) < 0 : m_scene->lineOf(node) < 0;
}

void RoadmapView::keyPressEvent(QKeyEvent *event)
{
    const int node = RoadmapModel::nodeOf(currentIndex());
    if (zoomKey(event) || m_editor->key(*event) || cursorKey(*event))
        return;
    switch (event->key()) {
    case Qt::Key_Plus:
    case Qt::Key_Minus:
    case Qt::Key_Asterisk:
        if (node > 0)
            setFolded(m_model->indexOf(foldableOf(node)), event->key() == Qt::Key_Minus);
        return;
    case Qt::Key_Return:
    case Qt::Key_Enter:
        requestEdit(currentIndex());
        return;
    default:
        QAbstractItemView::keyPressEvent(event);
    }
}

void RoadmapView::keyReleaseEvent(QKeyEvent *event)
{
    m_editor->keyReleased(*event);
    QAbstractItemView::keyReleaseEvent(event);
}

void RoadmapView::focusOutEvent(QFocusEvent *event)
{
    m_editor->focusLeft();
    QAbstractItemView::focusOutEvent(event);
}

int RoadmapView::foldableOf(int node) const
{
    const RoadmapTree &tree = m_model->tree();
    const int measure = tree.above(node, Kind::Measure);
    return measure > 0 && tree.at(measure).childCount > 1 ? measure : tree.above(node, Kind::Group);
}

bool RoadmapView::zoomKey(QKeyEvent *event)
{
    if (!(event->modifiers() & Qt::ControlModifier))
        return false;
    switch (event->key()) {
    case Qt::Key_Plus:
    case Qt::Key_Semicolon: // the key of + on a Japanese keyboard
    case Qt::Key_Equal:
        setZoom(m_zoom + 1);
        return true;
    case Qt::Key_Minus:
        setZoom(m_zoom - 1);
        return true;
    case Qt::Key_0:
        setZoom(0);
        return true;
    default:
        return false;
    }
}

void RoadmapView::wheelEvent(QWheelEvent *event)
{
    if (event->modifiers() == Qt::ShiftModifier && event->angleDelta().x() == 0) { // sideways, as in spreadsheets
        const QPoint turned(event->angleDelta().y(), 0);
        QWheelEvent sideways(event->position(), event->globalPosition(), event->pixelDelta().transposed(), turned, event->buttons(),
                             Qt::NoModifier, event->phase(), event->inverted());
        QAbstractItemView::wheelEvent(&sideways);
        event->accept();
        return;
    }
    if (!(event->modifiers() & Qt::ControlModifier)) {
        QAbstractItemView::wheelEvent(event);
        return;
    }
    const int y = static_cast<int>(event->position().y());
    const int offset = y - headerBottom();
    const Anchor kept = anchor(y);
    setZoom(m_zoom + (event->angleDelta().y() > 0 ? 1 : -1));
    restore(kept, headerBottom() + offset);
    event->accept();
}

void RoadmapView::mouseDoubleClickEvent(QMouseEvent *event)
{
    if (event->button() == Qt::LeftButton && signAt(event->pos()) < 0)
        requestEdit(indexAt(event->pos()));
}

bool RoadmapView::event(QEvent *event)
{
    // The keys of the clipboard come here and not to the menu: while something is dragged they mean nothing.
    if (event->type() == QEvent::ShortcutOverride) {
        const auto &key = *static_cast<QKeyEvent *>(event);
        const auto action = roadmapActionOf(key);
        if (key.matches(QKeySequence::SelectAll) || action == RoadmapAction::Cut || action == RoadmapAction::Copy
            || action == RoadmapAction::Paste) {
            event->accept();
            return true;
        }
    }
    return QAbstractItemView::event(event);
}

bool RoadmapView::canPerform(RoadmapAction action) const
{
    return m_editor->canPerform(action);
}

void RoadmapView::perform(RoadmapAction action)
{
    m_editor->perform(action);
}

void RoadmapView::requestEdit(const QModelIndex &index)
{
    const int node = RoadmapModel::nodeOf(index);
    if (node > 0 && !m_model->tree().at(node).row.isNull())
        emit editRequested(m_model->tree().at(node).table, m_model->tree().at(node).row);
}

void RoadmapView::contextMenuEvent(QContextMenuEvent *event)
{
    const bool byKey = event->reason() == QContextMenuEvent::Keyboard;
    const QModelIndex index = byKey ? currentIndex() : indexAt(event->pos());
    const int node = RoadmapModel::nodeOf(index);
    const QPoint at = byKey && index.isValid() ? viewport()->mapToGlobal(visualRect(index).center()) : event->globalPos();
    if (node > 0) {
        const bool among = selectionModel()->isSelected(index);
        selectionModel()->setCurrentIndex(index, among ? QItemSelectionModel::NoUpdate : QItemSelectionModel::ClearAndSelect);
    }
    emit menuRequested(at);
    event->accept();
}

bool RoadmapView::viewportEvent(QEvent *event)
{
    if (event->type() != QEvent::ToolTip)
        return QAbstractItemView::viewportEvent(event);
    const auto *help = static_cast<QHelpEvent *>(event);
    const QModelIndex index = indexAt(help->pos());
    const QString text = toolTipOf(index.data(Qt::ToolTipRole).toString());
    if (text.isEmpty())
        QToolTip::hideText();
    else
        QToolTip::showText(help->globalPos(), text, viewport(), visualRect(index));
    return true;
}

} // namespace shisaku
