// SPDX-License-Identifier: GPL-3.0-or-later
// What the hand does with keys: dates, order, clipboard, names.
#include "views/roadmap/roadmap_editor.h"

#include "views/roadmap/roadmap_clipboard.h"
#include "views/roadmap/roadmap_name_edit.h"
#include "views/roadmap/roadmap_view.h"

#include <QKeyEvent>
#include <QScrollBar>

#include <utility>

namespace shisaku {

namespace {
using Kind = RoadmapNode::Kind;

/// Milliseconds without a key after which what was moved by keys is let go.
constexpr int keyPause = 700;
/// A name is typed in at least this many pixels.
constexpr int minimumNameWidth = 180;

bool isBar(Kind kind)
{
    return kind == Kind::Phase || kind == Kind::Milestone;
}

Qt::KeyboardModifiers heldWith(const QKeyEvent &event)
{
    return event.modifiers() & (Qt::ShiftModifier | Qt::ControlModifier | Qt::AltModifier);
}

bool isModifier(int key)
{
    return key == Qt::Key_Shift || key == Qt::Key_Control || key == Qt::Key_Alt;
}
} // namespace

bool RoadmapEditor::key(const QKeyEvent &event)
{
    if (event.key() == Qt::Key_Escape && (m_doing != Doing::Nothing || m_name)) {
        drop();
        return true;
    }
    if (m_doing == Doing::Dragging || m_doing == Doing::Drawing)
        return true; // with the button down nothing else goes on
    const Qt::KeyboardModifiers held = heldWith(event);
    const bool sideways = event.key() == Qt::Key_Left || event.key() == Qt::Key_Right;
    if (m_view.m_editable && m_view.m_scene && sideways && dateKey(held, event.key() == Qt::Key_Left ? -1 : 1))
        return true;
    const auto action = roadmapActionOf(event);
    if (action && action != RoadmapAction::Edit) { // Enter means the same in every list
        perform(*action);
        return true;
    }
    if (!isModifier(event.key()))
        letGo();
    return false;
}

bool RoadmapEditor::canPerform(RoadmapAction action) const
{
    const int current = RoadmapModel::nodeOf(m_view.currentIndex());
    if (!m_view.m_scene || current <= 0 || (!m_view.m_editable && action != RoadmapAction::Copy && action != RoadmapAction::Edit))
        return false;
    switch (action) {
    case RoadmapAction::Edit:
    case RoadmapAction::Rename:
        return isBar(m_view.m_model->tree().at(current).kind) && (action == RoadmapAction::Edit || m_view.lineOfBar(current) >= 0);
    case RoadmapAction::Copy:
    case RoadmapAction::Duplicate:
        return !m_view.selectedRows().isEmpty();
    case RoadmapAction::Cut:
    case RoadmapAction::Remove:
        return !m_view.selectedBars().isEmpty();
    case RoadmapAction::Paste:
        return hasCopiedSchedule() && !m_view.m_model->measureOf(current).isNull();
    case RoadmapAction::Insert:
    case RoadmapAction::MoveUp:
    case RoadmapAction::MoveDown:
        return currentRow() > 0;
    }
    return false;
}

void RoadmapEditor::perform(RoadmapAction action)
{
    if (action != RoadmapAction::MoveUp && action != RoadmapAction::MoveDown)
        letGo();
    if (!canPerform(action))
        return;
    switch (action) {
    case RoadmapAction::Edit:
        return m_view.requestEdit(m_view.currentIndex());
    case RoadmapAction::Rename:
        return rename();
    case RoadmapAction::Insert:
        return insertBar();
    case RoadmapAction::Cut:
        copy();
        return remove();
    case RoadmapAction::Copy:
        return copy();
    case RoadmapAction::Paste:
        return paste();
    case RoadmapAction::Duplicate:
        return duplicate();
    case RoadmapAction::Remove:
        return remove();
    case RoadmapAction::MoveUp:
        return reorder(-1);
    case RoadmapAction::MoveDown:
        return reorder(1);
    }
}

int RoadmapEditor::currentRow() const
{
    const RoadmapTree &tree = m_view.m_model->tree();
    const int current = RoadmapModel::nodeOf(m_view.currentIndex());
    return current > 0 ? std::max(tree.above(current, Kind::Initiative), tree.above(current, Kind::Measure)) : -1;
}

void RoadmapEditor::keyReleased(const QKeyEvent &event)
{
    if (isModifier(event.key()) && !event.isAutoRepeat() && (m_doing == Doing::Keys || m_reordering.group != 0))
        letGo();
}

void RoadmapEditor::focusLeft()
{
    if (m_doing == Doing::Keys)
        letGo();
}

bool RoadmapEditor::dateKey(Qt::KeyboardModifiers held, int direction)
{
    if (m_view.selectedBars().isEmpty())
        return false;
    if (held == Qt::AltModifier)
        nudge(PeriodEdge::Whole, direction);
    else if (held == Qt::ShiftModifier)
        nudge(PeriodEdge::End, direction);
    else if (held == (Qt::ShiftModifier | Qt::ControlModifier))
        nudge(PeriodEdge::Start, direction);
    else
        return false;
    return true;
}

void RoadmapEditor::nudge(PeriodEdge part, int direction)
{
    if (m_doing != Doing::Keys || m_part != part) {
        letGo();
        if (!pickUp(part))
            return;
        m_doing = Doing::Keys;
    }
    m_moving = true;
    const SnapUnit unit = m_view.snap();
    const ShownYears years = m_view.shownYears();
    m_months += direction * monthsOf(unit);
    for (Held &held : m_held) {
        const bool milestone = held.what.table == TableId::Milestone;
        if (part != PeriodEdge::Whole) {
            const MonthNumber to = edgeMonth(held.now, part, unit, years) + direction * monthsOf(unit);
            held.now = stretched(held.now, part, to, unit, years);
        } else if (held.before.isUnknown()) {
            // The first step puts it into the first year, or from the other side into the last.
            const int steps = m_months / monthsOf(unit);
            const MonthNumber at = steps > 0 ? years.begin() + (steps - 1) * monthsOf(unit) : years.end() + steps * monthsOf(unit);
            held.now = steps == 0  ? held.before
                       : milestone ? Period{timeAround(at, unit, years), PlanTime()}
                                   : swept(at, at, unit, years);
        } else if (milestone) {
            held.now = {movedMilestone(held.before.starts, m_months, years), PlanTime()};
        } else {
            held.now = movedBar(held.before, m_months, years);
        }
    }
    m_pause.start(keyPause, this);
    m_view.viewport()->update();
}

void RoadmapEditor::reorder(int direction)
{
    const RoadmapTree &tree = m_view.m_model->tree();
    const int row = currentRow();
    if (m_doing == Doing::Keys)
        letGo();
    if (row <= 0)
        return;
    if (m_reordering.key != tree.at(row).key)
        m_reordering = {tree.at(row).key, 0, newUndoGroup(), false};
    m_reordering.over = false;
    m_reordering.places += direction;
    m_pause.start(keyPause, this);
    continueReordering();
}

void RoadmapEditor::continueReordering()
{
    // One at a time: where it goes next depends on where it stands then.
    if (m_waiting || m_reordering.places == 0)
        return;
    const RoadmapTree &tree = m_view.m_model->tree();
    const auto found = std::find_if(tree.nodes.begin(), tree.nodes.end(),
                                    [this](const RoadmapNode &node) { return node.key == m_reordering.key; });
    const int places = std::exchange(m_reordering.places, 0);
    const quint64 group = m_reordering.group;
    if (m_reordering.over)
        m_reordering = {};
    if (found == tree.nodes.end())
        return;
    const int node = static_cast<int>(found - tree.nodes.begin());
    const Plan &plan = *m_view.m_model->plan();
    if (found->kind == Kind::Initiative)
        return request(initiativeMove(plan, Id<Initiative>(found->row), places), group);
    const RoadmapNode &above = tree.at(found->parent);
    const int last = above.firstChild + above.childCount - 1;
    const int to = std::clamp(node + places, above.firstChild, last);
    if (to != node && tree.at(to).kind == Kind::Measure)
        request(measureMove(plan, Id<Measure>(found->row), Id<Measure>(tree.at(to).row), places > 0), group);
}

void RoadmapEditor::remove()
{
    QList<ScheduleRow> rows;
    const QList<int> bars = m_view.selectedBars();
    for (int node : bars)
        rows << ScheduleRow{m_view.m_model->tree().at(node).table, m_view.m_model->tree().at(node).row};
    if (bars.isEmpty())
        return;
    // The keyboard stays on the row the first bar stood on.
    if (const int line = m_view.lineOfBar(bars.first()); line >= 0)
        m_view.setCurrentIndex(m_view.m_model->indexOf(m_view.m_scene->line(line).node));
    request(scheduleRemoval(*m_view.m_model->plan(), rows));
}

void RoadmapEditor::copy()
{
    copySchedule(clipOf(*m_view.m_model->plan(), m_view.selectedRows()));
}

void RoadmapEditor::paste()
{
    const auto clip = copiedSchedule();
    if (!clip)
        emit m_view.refused(clip.error());
    if (!clip || clip->isEmpty())
        return;
    const int node = RoadmapModel::nodeOf(m_view.currentIndex());
    const RoadmapTree &tree = m_view.m_model->tree();
    const int row = tree.above(node, Kind::Initiative);
    const Pasting pasting = pasted(*m_view.m_model->plan(), *clip, m_view.m_model->measureOf(node),
                                   row > 0 ? Id<Initiative>(tree.at(row).row) : Id<Initiative>(), m_ids);
    m_view.m_toSelect = pasting.added;
    request(pasting.change);
}

void RoadmapEditor::duplicate()
{
    const Pasting pasting = duplicated(*m_view.m_model->plan(), m_view.selectedRows(), m_ids);
    m_view.m_toSelect = pasting.added;
    request(pasting.change);
}

void RoadmapEditor::insertBar()
{
    const RoadmapTree &tree = m_view.m_model->tree();
    const int current = RoadmapModel::nodeOf(m_view.currentIndex());
    int node = tree.above(current, Kind::Initiative);
    if (node <= 0)
        node = tree.above(current, Kind::Measure);
    const int line = node > 0 ? m_view.m_scene->lineOf(node) : -1;
    if (line < 0 || m_view.m_scene->line(line).node != node || !canDrawOn(node))
        return;
    // The year after what is there, as the next step usually follows.
    const ShownYears years = m_view.shownYears();
    int year = years.first;
    for (int child = tree.at(node).firstChild; child < tree.at(node).firstChild + tree.at(node).childCount; ++child) {
        const Period period = periodNow({tree.at(child).table, tree.at(child).row});
        const PlanTime &end = period.ends.isDated() ? period.ends : period.starts;
        if (end.isDated())
            year = std::max(year, fiscalYearOf(end.endMonth() - 1) + 1);
    }
    year = std::min(year, years.last);
    setDraft(node, m_view.m_scene->height(line) / 2);
    m_draft->period = {PlanTime::fiscalYear(year), PlanTime::fiscalYear(year)};
    openName({});
}

void RoadmapEditor::rename()
{
    const int node = RoadmapModel::nodeOf(m_view.currentIndex());
    const RoadmapNode &bar = m_view.m_model->tree().at(node);
    m_renamed = {bar.table, bar.row};
    m_draft = Draft{bar.key, node, 0, Period()};
    const Plan &plan = *m_view.m_model->plan();
    openName(bar.kind == Kind::Phase ? plan.find(Id<Phase>(bar.row))->label : plan.find(Id<Milestone>(bar.row))->label);
}

void RoadmapEditor::openName(const QString &text)
{
    m_doing = Doing::Nothing;
    m_moving = false;
    m_name = new RoadmapNameEdit(text, m_view.viewport());
    m_name->setFont(m_view.m_style->label.font());
    connect(m_name, &RoadmapNameEdit::finished, this, &RoadmapEditor::closeName);
    connect(m_name, &QLineEdit::textEdited, &m_view, [this, edit = m_name] { emit m_view.labelTyping(edit); });
    placeName();
    m_name->show();
    m_name->setFocus();
    m_view.viewport()->update();
}

void RoadmapEditor::placeName()
{
    if (!m_name || !m_draft)
        return;
    QRectF shape = draftShape();
    shape.translate(m_view.titleRight() - m_view.horizontalOffset(), m_view.headerBottom() - m_view.verticalOffset());
    QRect place = shape.toAlignedRect();
    place.setWidth(std::max(place.width(), minimumNameWidth));
    place.setHeight(std::max(m_name->sizeHint().height(), place.height()));
    place.moveCenter({place.center().x(), static_cast<int>(shape.center().y())});
    place.setWidth(std::min(place.width(), m_view.viewport()->width() - m_view.titleRight()));
    place.moveLeft(std::clamp(place.left(), m_view.titleRight(), m_view.viewport()->width() - place.width()));
    m_name->setGeometry(place);
}

void RoadmapEditor::closeName(bool keep)
{
    RoadmapNameEdit *edit = std::exchange(m_name, nullptr);
    if (!edit)
        return;
    const QString text = edit->text().trimmed();
    const bool focused = edit->hasFocus();
    edit->disconnect(this);
    edit->hide();
    edit->deleteLater();
    if (focused)
        m_view.setFocus();
    const std::optional<Draft> draft = std::exchange(m_draft, std::nullopt);
    const ScheduleRow renamed = std::exchange(m_renamed, ScheduleRow());
    m_view.viewport()->update();
    if (!keep || !draft)
        return;
    if (!renamed.row.isNull()) {
        const InputPlace place{{renamed.table, renamed.row},
                               renamed.table == TableId::Phase ? fieldIndex<&Phase::label>() : fieldIndex<&Milestone::label>(),
                               {}};
        return requestLabel(place, text, [renamed, text](const Plan &plan) { return scheduleNaming(plan, renamed, text); });
    }
    const RoadmapNode &row = m_view.m_model->tree().at(draft->node);
    NewBar bar;
    if (row.kind == Kind::Initiative)
        bar.initiative = Id<Initiative>(row.row);
    else
        bar.measure = Id<Measure>(row.row);
    bar.period = draft->period;
    bar.label = text;
    bar.id = Id<Phase>(m_ids());
    m_view.m_toSelect = {{TableId::Phase, bar.id.row}};
    const Owner owner = bar.initiative.isNull() ? Owner(bar.measure) : Owner(bar.initiative);
    requestLabel({owner, -1, bar.id.row.toText()}, text, [bar, ids = m_ids](const Plan &plan) { return addedBar(plan, bar, ids); });
}

void RoadmapEditor::requestLabel(const InputPlace &place, const QString &label, const Recipe &recipe)
{
    const auto change = recipe(*m_view.m_model->plan());
    if (change && change->isEmpty())
        return;
    m_waiting = true;
    emit m_view.labelTyped(place, label, recipe);
}

} // namespace shisaku
