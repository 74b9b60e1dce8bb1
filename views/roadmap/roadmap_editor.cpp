// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/roadmap/roadmap_editor.h"

#include "views/roadmap/roadmap_name_edit.h"
#include "views/roadmap/roadmap_surface.h"

#include <QApplication>
#include <QMouseEvent>
#include <QTimerEvent>

#include <algorithm>
#include <cmath>
#include <utility>

namespace shisaku {

namespace {
using Kind = RoadmapNode::Kind;

/// How near to a bar's edge the pointer stretches it; on a short bar a quarter of it.
constexpr qreal stretchGrip = 6;
/// While a drag waits beyond the window's edge, in milliseconds and pixels.
constexpr int scrollPause = 30;
constexpr int scrollStep = 12;

bool isBar(Kind kind)
{
    return kind == Kind::Phase || kind == Kind::Milestone;
}
} // namespace

RoadmapEditor::RoadmapEditor(RoadmapSurface &surface) : m_surface(surface) {}

void RoadmapEditor::request(const Recipe &recipe, UndoGroup group)
{
    m_surface.ask(recipe, group);
}

void RoadmapEditor::Held::set(std::function<Period(const Period &)> wanted)
{
    step = std::move(wanted);
    now = step(before);
}

std::function<Period(const Period &)> RoadmapEditor::movedBy(int months, bool milestone, const ShownYears &years)
{
    return [=](const Period &period) {
        return milestone ? Period{movedMilestone(period.starts, months, years), PlanTime()} : movedBar(period, months, years);
    };
}

bool RoadmapEditor::holds(const ScheduleRow &what) const
{
    return std::any_of(m_held.cbegin(), m_held.cend(), [&](const Held &held) { return held.what == what; });
}

Period RoadmapEditor::periodNow(const ScheduleRow &what) const
{
    for (const Held &asked : m_asked) {
        if (asked.what == what)
            return asked.now;
    }
    return periodOf(*m_surface.roadmap().plan(), what).value_or(Period());
}

PeriodEdge RoadmapEditor::partAt(const QPoint &point, int node) const
{
    const PlacedItem *placed = m_surface.placedBar(node);
    if (!placed || placed->undated || m_surface.roadmap().tree().at(node).kind == Kind::Milestone)
        return PeriodEdge::Whole;
    const qreal x = m_surface.toScene(point).x();
    const qreal grip = std::min(stretchGrip, placed->shape.width() / 4);
    if (std::abs(x - placed->shape.left()) <= grip)
        return PeriodEdge::Start;
    return std::abs(x - placed->shape.right()) <= grip ? PeriodEdge::End : PeriodEdge::Whole;
}

int RoadmapEditor::rowAt(const QPoint &point) const
{
    if (point.x() < m_surface.origin().x())
        return -1;
    const int node = m_surface.nodeAt(point);
    return node > 0 && canDrawOn(node) ? node : -1;
}

bool RoadmapEditor::canDrawOn(int node) const
{
    const RoadmapNode &what = m_surface.roadmap().tree().at(node);
    return what.kind == Kind::Initiative || (what.kind == Kind::Measure && what.childCount == 0);
}

MonthNumber RoadmapEditor::monthAt(int x) const
{
    const TimeAxis &axis = m_surface.scene()->axis();
    const qreal year = axis.right(1) - axis.left(1);
    const ShownYears years{axis.firstYear(), axis.lastYear()};
    const qreal months = std::floor((x - m_surface.origin().x() - axis.left(1)) / year * 12);
    return std::clamp(years.begin() + static_cast<int>(months), years.begin() - 1, years.end());
}

Qt::CursorShape RoadmapEditor::cursorAt(const QPoint &point) const
{
    const int node = m_surface.isEditable() ? m_surface.nodeAt(point) : -1;
    if (node > 0 && isBar(m_surface.roadmap().tree().at(node).kind))
        return partAt(point, node) == PeriodEdge::Whole ? Qt::ArrowCursor : Qt::SizeHorCursor;
    return node > 0 && rowAt(point) > 0 ? Qt::CrossCursor : Qt::ArrowCursor;
}

bool RoadmapEditor::pickUp(PeriodEdge part)
{
    m_held.clear();
    for (int node : m_surface.selectedBars()) {
        const RoadmapNode &bar = m_surface.roadmap().tree().at(node);
        const ScheduleRow what{bar.table, bar.row};
        // A measure under several aims shows its bars several times.
        if (holds(what) || (part != PeriodEdge::Whole && bar.kind == Kind::Milestone))
            continue;
        const Period period = periodNow(what);
        m_held << Held{bar.key, node, what, period, period, [](const Period &same) { return same; }};
    }
    m_part = part;
    m_moving = false;
    m_months = 0;
    return !m_held.isEmpty();
}

bool RoadmapEditor::press(const QPoint &point)
{
    if (!m_surface.isEditable() || !m_surface.scene())
        return false;
    m_at = point;
    m_pressedX = point.x() + m_surface.scrolled().x();
    m_moving = false;
    const int node = m_surface.nodeAt(point);
    if (node > 0 && isBar(m_surface.roadmap().tree().at(node).kind)) {
        if (!pickUp(partAt(point, node)))
            return false;
        const auto pressed = std::find_if(m_held.begin(), m_held.end(), [node](const Held &held) { return held.node == node; });
        if (pressed == m_held.end())
            return false;
        std::rotate(m_held.begin(), pressed, pressed + 1);
        m_doing = Doing::Dragging;
        return true;
    }
    const int row = rowAt(point);
    if (row <= 0)
        return false;
    setDraft(row, m_surface.toScene(point).y() - m_surface.scene()->top(m_surface.scene()->lineOf(row)));
    m_doing = Doing::Drawing;
    return true;
}

void RoadmapEditor::setDraft(int node, qreal y)
{
    m_draft = Draft{m_surface.roadmap().tree().at(node).key, node, y, Period()};
}

void RoadmapEditor::moveTo(const QPoint &point)
{
    if (m_doing != Doing::Dragging && m_doing != Doing::Drawing)
        return;
    m_at = point;
    const int x = point.x() + m_surface.scrolled().x();
    m_moving = m_moving || std::abs(x - m_pressedX) >= QApplication::startDragDistance();
    if (!m_moving)
        return;
    if (m_doing == Doing::Drawing)
        m_draft->period = swept(monthAt(m_pressedX), monthAt(x), m_surface.snap(), m_surface.shownYears());
    else
        dragTo(x);
    scrollAtEdge(point);
    m_surface.canvas()->update();
}

void RoadmapEditor::dragTo(int x)
{
    const SnapUnit unit = m_surface.snap();
    const ShownYears years = m_surface.shownYears();
    if (m_part != PeriodEdge::Whole)
        return stretchTo(m_held.first(), x);
    const TimeAxis &axis = m_surface.scene()->axis();
    const qreal step = (axis.right(1) - axis.left(1)) * monthsOf(unit) / 12;
    const int by = static_cast<int>(std::lround((x - m_pressedX) / step)) * monthsOf(unit);
    for (Held &held : m_held) {
        const bool milestone = held.what.table == TableId::Milestone;
        if (held.before.isUnknown()) { // what has no date gets the one under the pointer
            const Period under = milestone ? Period{timeAround(monthAt(x), unit, years), PlanTime()}
                                           : swept(monthAt(m_pressedX), monthAt(x), unit, years);
            held.set([under](const Period &) { return under; });
        } else {
            held.set(movedBy(by, milestone, years));
        }
    }
}

void RoadmapEditor::stretchTo(const Held &pressed, int x)
{
    const PlacedItem *placed = m_surface.placedBar(pressed.node);
    if (!placed)
        return;
    const SnapUnit unit = m_surface.snap();
    const ShownYears years = m_surface.shownYears();
    const TimeAxis &axis = m_surface.scene()->axis();
    const qreal step = (axis.right(1) - axis.left(1)) * monthsOf(unit) / 12;
    const qreal edge = (m_part == PeriodEdge::Start ? placed->shape.left() : placed->shape.right()) + x - m_pressedX;
    const int steps = static_cast<int>(std::lround((edge - axis.left(1)) / step));
    const MonthNumber to = years.begin() + steps * monthsOf(unit);
    const int by = to - edgeMonth(pressed.before, m_part, unit, years);
    for (Held &held : m_held) {
        if (held.node == pressed.node)
            held.set([=, part = m_part](const Period &period) { return stretched(period, part, to, unit, years); });
        else
            held.set([=, part = m_part](const Period &period) {
                return by == 0 ? period : stretched(period, part, edgeMonth(period, part, unit, years) + by, unit, years);
            });
    }
}

bool RoadmapEditor::release()
{
    m_scrolling.stop();
    if (m_doing != Doing::Dragging && m_doing != Doing::Drawing)
        return false;
    const bool moved = m_moving;
    if (!moved)
        drop();
    else if (m_doing == Doing::Drawing)
        openName({});
    else
        letGo();
    return moved;
}

void RoadmapEditor::sendHeld()
{
    QList<Held> wanted = m_held;
    wanted.removeIf([](const Held &held) { return held.now == held.before; });
    if (wanted.isEmpty())
        return;
    m_asked.removeIf([this](const Held &asked) { return holds(asked.what); });
    m_asked += m_held;
    request([wanted](const Plan &plan) {
        QList<Redating> dates;
        for (const Held &held : wanted) {
            if (const auto before = periodOf(plan, held.what))
                dates << Redating{held.what, *before, held.step(*before)};
        }
        return redated(plan, dates);
    });
}

void RoadmapEditor::letGo()
{
    if (m_name)
        closeName(!m_name->text().trimmed().isEmpty());
    if (m_moving && (m_doing == Doing::Dragging || m_doing == Doing::Keys))
        sendHeld();
    m_reordering = {};
    drop();
}

void RoadmapEditor::drop()
{
    m_pause.stop();
    m_scrolling.stop();
    m_doing = Doing::Nothing;
    m_held.clear();
    m_moving = false;
    m_draft.reset();
    if (m_name)
        closeName(false);
    m_surface.canvas()->update();
}

void RoadmapEditor::changesAnswered()
{
    m_asked.clear();
    m_drawn.clear();
    m_surface.canvas()->update();
}

void RoadmapEditor::follow()
{
    const RoadmapTree &tree = m_surface.roadmap().tree();
    QMultiHash<quint64, int *> wanted;
    for (Held &asked : m_asked)
        wanted.insert(asked.key, &asked.node);
    for (Held &held : m_held)
        wanted.insert(held.key, &held.node);
    if (m_draft)
        wanted.insert(m_draft->key, &m_draft->node);
    for (size_t i = 1; i < tree.nodes.size() && !wanted.isEmpty(); ++i) {
        for (int *node : wanted.values(tree.nodes[i].key))
            *node = static_cast<int>(i);
        wanted.remove(tree.nodes[i].key);
    }
    m_asked.removeIf([&](const Held &asked) { return wanted.contains(asked.key); });
    // The plan may change under the hand, say by the form that was just left: it goes on if its bars are as they were.
    const bool changed = std::any_of(m_held.cbegin(), m_held.cend(), [&](const Held &held) {
        return wanted.contains(held.key) || periodNow(held.what) != held.before;
    });
    if (changed || (m_draft && wanted.contains(m_draft->key)))
        drop();
    placeName();
}

void RoadmapEditor::scrollAtEdge(const QPoint &point)
{
    const bool outside = point.x() < m_surface.origin().x() || point.x() >= m_surface.canvas()->width();
    if (!outside)
        m_scrolling.stop();
    else if (!m_scrolling.isActive())
        m_scrolling.start(scrollPause, this);
}

void RoadmapEditor::timerEvent(QTimerEvent *event)
{
    if (event->timerId() == m_pause.timerId()) {
        letGo();
    } else if (event->timerId() == m_scrolling.timerId()) {
        if (m_surface.scrollSideways(m_at.x() < m_surface.origin().x() ? -scrollStep : scrollStep))
            moveTo(m_at);
        else
            m_scrolling.stop();
    }
}

} // namespace shisaku
