// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/commands/undo_commands.h"

#include "models/edit/unsaved_input.h"
#include "models/plan/belonging.h"
#include "models/plan/era.h"
#include "views/look/menu_text.h"
#include "views/look/text_undo.h"

#include <QApplication>
#include <QMenuBar>

namespace shisaku {

using namespace Qt::StringLiterals;

UndoCommands::UndoCommands(const UndoContext &context) : CommandSet(context.window), m_context(context)
{
    connect(&context.document, &PlanDocument::changed, this, &UndoCommands::noteChange);
    connect(&context.document, &PlanDocument::historyChanged, this, &UndoCommands::noteStep);
    connect(&context.document.unsaved(), &UnsavedInput::counted, this, qOverload<>(&UndoCommands::offer));
}

void UndoCommands::connectTo(const ActionCatalog &actions, const Flush &flush)
{
    m_actions = &actions;
    m_flush = flush;
    connect(qApp, &QApplication::focusChanged, this, [this](QWidget *, QWidget *now) { follow(now); });
    follow(QApplication::focusWidget());
    actions.on(Command::Undo, this, [this] { step(Way::Back); });
    actions.on(Command::Redo, this, [this] { step(Way::Forth); });
}

void UndoCommands::follow(QWidget *focus)
{
    TextUndo *text = TextUndo::of(focus); // in dialogs, too, the keys mean the same
    if (!focus || focus->window() != m_context.window || qobject_cast<QMenuBar *>(focus))
        return;
    disconnect(m_followed);
    m_focus = focus;
    if (text)
        m_followed = connect(text, &TextUndo::offerChanged, this, qOverload<>(&UndoCommands::offer));
    offer();
}

TextUndo *UndoCommands::typing() const
{
    return m_focus && m_focus->isVisible() ? TextUndo::of(m_focus) : nullptr;
}

const HistoryStep *UndoCommands::stepOf(Way way) const
{
    const History &history = m_context.document.history();
    return way == Way::Back ? history.undoable() : history.redoable();
}

void UndoCommands::noteChange(const ChangeSet &change)
{
    m_changed.clear();
    for (const RowChange &row : change.rows) {
        if (row.table == TableId::Measure)
            m_changed.insert(Id<Measure>(row.row)); // removed ones, too
        else if (const Id<Measure> measure = measureOf(m_context.document.plan(), row.table, row.row); !measure.isNull())
            m_changed.insert(measure);
    }
}

void UndoCommands::noteStep()
{
    const HistoryStep *step = stepOf(Way::Back);
    if (step && !stepOf(Way::Forth)) // done or done again; what is taken back was noted when it was done
        m_measuresOfStep[step->step].unite(m_changed);
}

void UndoCommands::step(Way way)
{
    TextUndo *text = typing();
    if (text && (way == Way::Back ? text->canUndo() : text->canRedo()))
        return way == Way::Back ? text->undo() : text->redo();
    if (way == Way::Back && takeBackRefused())
        return offer();
    if (m_flush())
        stepInPlan(way);
}

bool UndoCommands::takeBackRefused()
{
    UnsavedInput &unsaved = m_context.document.unsaved();
    const QList<UnsavedInput::Entry> refused = unsaved.refused();
    if (refused.isEmpty())
        return false;
    const UnsavedInput::Entry &last = refused.last();
    const Id<Measure> measure = measureOf(m_context.document.plan(), last.place.row.table, last.place.row.row);
    unsaved.lead(last.place);
    if (!measure.isNull() && measure != m_context.current()) {
        emit told(tr("保存できていない入力があります。もう一度押すと、その入力を取り消します。"));
        return true; // what is not in view is shown first
    }
    unsaved.drop(last.place);
    emit told(tr("保存できなかった入力を取り消しました。"));
    return true;
}

bool UndoCommands::agreed(Way way, const HistoryStep &step) const
{
    const auto ask = [&](const QString &question) {
        return m_context.services.dialogs.confirm(m_context.window, question, way == Way::Back ? tr("元に戻す") : tr("やり直す"));
    };
    if (step.earlierSitting && way == Way::Back) {
        const QString who = step.person.name.isEmpty() ? tr("記録なし") : step.person.name;
        return ask(
            tr("今回開く前の変更を元に戻します。\n\n%1\n%2　%3").arg(step.title, eraMoment(step.at), who));
    }
    const TextUndo *text = typing();
    const bool inForm = text && !text->isSearch() && m_context.form->isAncestorOf(m_focus);
    if (!inForm || m_measuresOfStep.value(step.step).contains(m_context.current()))
        return true;
    return ask(way == Way::Back
                   ? tr("この欄で元に戻せる入力は、もうありません。\n\nほかの所の変更を元に戻します。\n%1").arg(step.title)
                   : tr("この欄でやり直せる入力は、もうありません。\n\nほかの所の変更をやり直します。\n%1").arg(step.title));
}

void UndoCommands::stepInPlan(Way way)
{
    const HistoryStep *step = stepOf(way);
    if (!step || !agreed(way, *step))
        return;
    const auto done = [this, way, title = step->title](const Result<void> &result) {
        if (!result) {
            emit failed(result.error());
            return;
        }
        emit told(way == Way::Back ? tr("元に戻しました：%1").arg(title) : tr("やり直しました：%1").arg(title));
        const auto changed = std::find_if(m_changed.cbegin(), m_changed.cend(),
                                          [this](Id<Measure> id) { return m_context.document.plan().find(id) != nullptr; });
        if (changed != m_changed.cend() && !m_changed.contains(m_context.current()))
            emit measureRequested(*changed);
    };
    m_changed.clear(); // a step whose entries cancel each other changes nothing
    const auto told = m_context.document.toldTo(this, done);
    way == Way::Back ? m_context.document.undo(told) : m_context.document.redo(told);
}

void UndoCommands::offer() const
{
    offer(Way::Back);
    offer(Way::Forth);
}

void UndoCommands::offer(Way way) const
{
    const bool back = way == Way::Back;
    const Command command = back ? Command::Undo : Command::Redo;
    const TextUndo *text = typing();
    const HistoryStep *step = stepOf(way);
    QString what;
    if (text && (back ? text->canUndo() : text->canRedo()))
        what = tr("この欄の入力");
    else if (back && !m_context.document.unsaved().refused().isEmpty())
        what = tr("保存できなかった入力");
    else if (step && !m_context.document.isReadOnly())
        what = step->title;
    const QString name = back ? tr("元に戻す(&U)") : tr("やり直す(&R)");
    m_actions->action(command)->setText(what.isEmpty() ? name : name + withoutKey(tr("：%1").arg(what)));
    const bool onItsWay = !m_context.document.isSettled(); // step() waits for it
    if (!what.isEmpty() || onItsWay)
        m_actions->allow(command, {});
    else if (!m_context.document.isReadOnly())
        m_actions->allow(command, back ? tr("元に戻す変更はありません。") : tr("やり直す変更はありません。"));
}

} // namespace shisaku
