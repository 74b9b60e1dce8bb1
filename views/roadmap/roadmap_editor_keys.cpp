// SPDX-License-Identifier: GPL-3.0-or-later
// What the hand does with keys: dates, order, clipboard, names.
#include "views/roadmap/roadmap_editor.h"

#include "views/roadmap/roadmap_clipboard.h"
#include "views/roadmap/roadmap_name_edit.h"
#include "views/roadmap/roadmap_surface.h"

#include <QKeyEvent>

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
    if (m_surface.isEditable() && m_surface.scene() && sideways && dateKey(held, event.key() == Qt::Key_Left ? -1 : 1))
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
    const int current = m_surface.currentNode();
    if (!m_surface.scene() || current <= 0
        || (!m_surface.isEditable() && action != RoadmapAction::Copy && action != RoadmapAction::Edit))
        return false;
    switch (action) {
    case RoadmapAction::Edit:
    case RoadmapAction::Rename:
        return isBar(m_surface.roadmap().tree().at(current).kind)
               && (action == RoadmapAction::Edit || m_surface.lineOfBar(current) >= 0);
    case RoadmapAction::Copy:
    case RoadmapAction::Duplicate:
        return !m_surface.selectedRows().isEmpty();
    case RoadmapAction::Cut:
    case RoadmapAction::Remove:
        return !m_surface.selectedBars().isEmpty();
    case RoadmapAction::Paste:
        return hasCopiedSchedule() && !m_surface.roadmap().measureOf(current).isNull();
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
        return m_surface.askForEditor();
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
    const RoadmapTree &tree = m_surface.roadmap().tree();
    const int current = m_surface.currentNode();
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
    if (m_surface.selectedBars().isEmpty())
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
    const SnapUnit unit = m_surface.snap();
    const ShownYears years = m_surface.shownYears();
    const int by = direction * monthsOf(unit);
    m_months += by;
    for (Held &held : m_held) {
        const bool milestone = held.what.table == TableId::Milestone;
        if (part != PeriodEdge::Whole) {
            held.set([=, earlier = held.step](const Period &period) {
                const Period now = earlier(period);
                return stretched(now, part, edgeMonth(now, part, unit, years) + by, unit, years);
            });
        } else if (held.before.isUnknown()) {
            // The first step puts it into the first year, or from the other side into the last.
            const int steps = m_months / monthsOf(unit);
            const MonthNumber at = steps > 0 ? years.begin() + (steps - 1) * monthsOf(unit) : years.end() + steps * monthsOf(unit);
            const Period first = steps == 0  ? held.before
                                 : milestone ? Period{timeAround(at, unit, years), PlanTime()}
                                             : swept(at, at, unit, years);
            held.set([first](const Period &) { return first; });
        } else {
            held.set(movedBy(m_months, milestone, years));
        }
    }
    m_pause.start(keyPause, this);
    m_surface.canvas()->update();
}

void RoadmapEditor::reorder(int direction)
{
    const RoadmapTree &tree = m_surface.roadmap().tree();
    const int row = currentRow();
    if (m_doing == Doing::Keys)
        letGo();
    if (row <= 0)
        return;
    const RoadmapNode &moved = tree.at(row);
    if (m_reordering.key != moved.key)
        m_reordering = {moved.key, newUndoGroup()};
    m_pause.start(keyPause, this);
    if (moved.kind == Kind::Initiative)
        return request(
            [id = Id<Initiative>(moved.row), direction](const Plan &plan) { return initiativeMove(plan, id, direction); },
            m_reordering.group);
    const RoadmapNode &above = tree.at(moved.parent);
    QList<ShownMeasure> shown;
    for (int node = above.firstChild; node < above.firstChild + above.childCount; ++node) {
        const RoadmapNode &one = tree.at(node);
        const bool isMeasure = one.kind == Kind::Measure;
        // In a category the measures that are at home elsewhere stand as they are listed.
        shown << ShownMeasure{isMeasure ? Id<Measure>(one.row) : Id<Measure>(), one.repeat && above.table == TableId::Category};
    }
    request([id = Id<Measure>(moved.row), shown, direction](const Plan &plan) { return measureMove(plan, id, shown, direction); },
            m_reordering.group);
}

void RoadmapEditor::remove()
{
    QList<ScheduleRow> rows;
    const QList<int> bars = m_surface.selectedBars();
    for (int node : bars)
        rows << ScheduleRow{m_surface.roadmap().tree().at(node).table, m_surface.roadmap().tree().at(node).row};
    if (bars.isEmpty())
        return;
    // The keyboard stays on the row the first bar stood on.
    if (const int line = m_surface.lineOfBar(bars.first()); line >= 0)
        m_surface.setCurrentNode(m_surface.scene()->line(line).node);
    request([rows](const Plan &plan) { return scheduleRemoval(plan, rows); });
}

void RoadmapEditor::copy()
{
    copySchedule(clipOf(*m_surface.roadmap().plan(), m_surface.selectedRows()));
}

void RoadmapEditor::paste()
{
    const auto clip = copiedSchedule();
    if (!clip)
        m_surface.refuse(clip.error());
    if (!clip || clip->isEmpty())
        return;
    const int node = m_surface.currentNode();
    const RoadmapTree &tree = m_surface.roadmap().tree();
    const int row = tree.above(node, Kind::Initiative);
    requestRows([clip = *clip, measure = m_surface.roadmap().measureOf(node),
                 initiative = row > 0 ? Id<Initiative>(tree.at(row).row) : Id<Initiative>()](
                    const Plan &plan, const IdSource &ids) { return pasted(plan, clip, measure, initiative, ids); });
}

void RoadmapEditor::duplicate()
{
    requestRows([rows = m_surface.selectedRows()](const Plan &plan, const IdSource &ids) { return duplicated(plan, rows, ids); });
}

void RoadmapEditor::requestRows(const std::function<Pasting(const Plan &, const IdSource &)> &make)
{
    const auto added = std::make_shared<QList<ScheduleRow>>();
    m_surface.selectWhenThere(added);
    request(recipeWithIds(m_ids, [make, added](const Plan &plan, const IdSource &ids) {
        const Pasting pasting = make(plan, ids);
        *added = pasting.added;
        return pasting.change;
    }));
}

void RoadmapEditor::insertBar()
{
    const RoadmapTree &tree = m_surface.roadmap().tree();
    const int current = m_surface.currentNode();
    int node = tree.above(current, Kind::Initiative);
    if (node <= 0)
        node = tree.above(current, Kind::Measure);
    const int line = node > 0 ? m_surface.scene()->lineOf(node) : -1;
    if (line < 0 || m_surface.scene()->line(line).node != node || !canDrawOn(node))
        return;
    // The year after what is there, as the next step usually follows.
    const ShownYears years = m_surface.shownYears();
    int year = years.first;
    for (int child = tree.at(node).firstChild; child < tree.at(node).firstChild + tree.at(node).childCount; ++child) {
        const Period period = periodNow({tree.at(child).table, tree.at(child).row});
        const PlanTime &end = period.ends.isDated() ? period.ends : period.starts;
        if (end.isDated())
            year = std::max(year, fiscalYearOf(end.endMonth() - 1) + 1);
    }
    for (const Draft &drawn : std::as_const(m_drawn)) {
        if (drawn.key == tree.at(node).key && drawn.period.ends.isDated())
            year = std::max(year, fiscalYearOf(drawn.period.ends.endMonth() - 1) + 1);
    }
    year = std::min(year, years.last);
    setDraft(node, m_surface.scene()->height(line) / 2);
    m_draft->period = {PlanTime::fiscalYear(year), PlanTime::fiscalYear(year)};
    openName({});
}

void RoadmapEditor::rename()
{
    const int node = m_surface.currentNode();
    const RoadmapNode &bar = m_surface.roadmap().tree().at(node);
    m_renamed = {bar.table, bar.row};
    m_draft = Draft{bar.key, node, 0, Period()};
    const Plan &plan = *m_surface.roadmap().plan();
    openName(bar.kind == Kind::Phase ? plan.find(Id<Phase>(bar.row))->label : plan.find(Id<Milestone>(bar.row))->label);
}

void RoadmapEditor::openName(const QString &text)
{
    m_doing = Doing::Nothing;
    m_moving = false;
    m_name = new RoadmapNameEdit(text, m_surface.canvas());
    m_name->setFont(m_surface.roadmapStyle().label.font());
    connect(m_name, &RoadmapNameEdit::finished, this, &RoadmapEditor::closeName);
    connect(m_name, &QLineEdit::textEdited, this, [this, edit = m_name] { m_surface.tellTyping(edit); });
    placeName();
    m_name->show();
    m_name->setFocus();
    m_surface.canvas()->update();
}

void RoadmapEditor::placeName()
{
    if (!m_name || !m_draft)
        return;
    QRectF shape = draftShape();
    shape.translate(m_surface.origin().x() - m_surface.scrolled().x(), m_surface.origin().y() - m_surface.scrolled().y());
    QRect place = shape.toAlignedRect();
    place.setWidth(std::max(place.width(), minimumNameWidth));
    place.setHeight(std::max(m_name->sizeHint().height(), place.height()));
    place.moveCenter({place.center().x(), static_cast<int>(shape.center().y())});
    place.setWidth(std::min(place.width(), m_surface.canvas()->width() - m_surface.origin().x()));
    place.moveLeft(std::clamp(place.left(), m_surface.origin().x(), m_surface.canvas()->width() - place.width()));
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
        m_surface.takeKeyboard();
    const std::optional<Draft> draft = std::exchange(m_draft, std::nullopt);
    const ScheduleRow renamed = std::exchange(m_renamed, ScheduleRow());
    m_surface.canvas()->update();
    if (!keep || !draft)
        return;
    if (!renamed.row.isNull()) {
        const InputPlace place{{renamed.table, renamed.row},
                               renamed.table == TableId::Phase ? fieldIndex<&Phase::label>() : fieldIndex<&Milestone::label>(),
                               {}};
        return requestLabel(place, text, [renamed, text](const Plan &plan) { return scheduleNaming(plan, renamed, text); });
    }
    const RoadmapNode &row = m_surface.roadmap().tree().at(draft->node);
    NewBar bar;
    if (row.kind == Kind::Initiative)
        bar.initiative = Id<Initiative>(row.row);
    else
        bar.measure = Id<Measure>(row.row);
    bar.period = draft->period;
    bar.label = text;
    bar.id = Id<Phase>(m_ids());
    m_surface.selectWhenThere(std::make_shared<QList<ScheduleRow>>(QList<ScheduleRow>{{TableId::Phase, bar.id.row}}));
    m_drawn << *draft;
    const Owner owner = bar.initiative.isNull() ? Owner(bar.measure) : Owner(bar.initiative);
    requestLabel({owner, -1, bar.id.row.toText()}, text,
                 recipeWithIds(m_ids, [bar](const Plan &plan, const IdSource &ids) { return addedBar(plan, bar, ids); }));
}

void RoadmapEditor::requestLabel(const InputPlace &place, const QString &label, const Recipe &recipe)
{
    m_surface.askTyped(place, label, recipe);
}

} // namespace shisaku
