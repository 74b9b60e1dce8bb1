// SPDX-License-Identifier: GPL-3.0-or-later
// 元に戻す and やり直す: of the field that is typed in, of what was refused, of the plan — in this order.
#pragma once

#include "app/commands/command_set.h"
#include "app/services.h"

#include <QPointer>
#include <QSet>

namespace shisaku {

class TextUndo;

struct UndoContext {
    PlanDocument &document;
    const Services &services;
    QWidget *window;
    QWidget *form; ///< What is edited in it belongs to the current measure.
    std::function<Id<Measure>()> current;
};

/// Whoever takes something back sees it go. While a text field has the keyboard, the command is the field's until it has nothing
/// left to take back. Next comes what is shown in red because the plan did not take it: where the keyboard is, then anywhere in the
/// window. Then it is the plan's; its window goes to the measure that was changed and says what was. From inside the form, a step
/// that touches nothing of the measure shown is taken back only after a question: keys meant for the field change no other page.
/// The texts of the commands say which of these it will be.
class UndoCommands : public CommandSet {
    Q_OBJECT

public:
    /// The window and all it names must outlive this.
    explicit UndoCommands(const UndoContext &context);

    void connectTo(const ActionCatalog &actions, const Flush &flush) override;
    /// Says in the commands' texts what they would do now.
    void offer() const;

private:
    enum class Way { Back, Forth };

    void follow(QWidget *focus);
    void step(Way way);
    /// The newest of what was refused, and where it stands; false if there is nothing.
    bool takeBackRefused();
    void stepInPlan(Way way);
    bool agreed(Way way, const HistoryStep &step) const;
    void noteChange(const ChangeSet &change);
    void noteStep();
    void offer(Way way) const;
    TextUndo *typing() const;
    const HistoryStep *stepOf(Way way) const;

    UndoContext m_context;
    const ActionCatalog *m_actions = nullptr;
    Flush m_flush;
    QPointer<QWidget> m_focus;
    QMetaObject::Connection m_followed;
    QSet<Id<Measure>> m_changed;                       ///< By the last change.
    QHash<qint64, QSet<Id<Measure>>> m_measuresOfStep; ///< Of this sitting.
};

} // namespace shisaku
