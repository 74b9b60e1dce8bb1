// SPDX-License-Identifier: GPL-3.0-or-later
// The one register of what people have typed and the file does not have: refused, not written, or still being typed.
#pragma once

#include "models/edit/plan_document.h"

#include <QSet>

namespace shisaku {

/// Where an input belongs in the plan.
struct InputPlace {
    Owner row;      ///< Leads there; what was typed for a row goes with it.
    int field = -1; ///< -1 where an input is no single field.
    QString part;   ///< Tells apart what `row` and `field` do not: the text of a block, the cell of a year.
    int more = 0;   ///< Into how many further cells the input goes; it stays at this one, whatever is entered here next.

    friend bool operator==(const InputPlace &a, const InputPlace &b)
    {
        return a.row == b.row && a.field == b.field && a.part == b.part;
    }
};

/// Every editor hands what was typed to submit() and shows what find() still has; it keeps no text of its own that the plan does
/// not have. So nothing depends on an editor, its page or its window still being there when a change is refused.
///
/// What could not be written is tried again as soon as another change has been written, and by retry().
class UnsavedInput : public QObject {
    Q_OBJECT

public:
    struct Entry {
        InputPlace place;
        QString typed;
        std::optional<Error> error; ///< Why the file does not have it; none while it is written for the first time.
        bool writing = false;
        Recipe recipe;
        UndoGroup group = 0;
        quint64 submission = 0; ///< Which submission the outcome is awaited of.
    };

    /// The document owns the register.
    explicit UnsavedInput(PlanDocument *document);

    /// Asks the plan to take what was typed; it is here until the file has it. Later text of the same place replaces it.
    /// `recipe` must not refer to the editor. `done` is told the first outcome, unless later text came in between.
    void submit(const InputPlace &place, const QString &typed, Recipe recipe, UndoGroup group = 0, PlanDocument::Done done = {});
    /// What was typed at a place and is not in the file; null if there is nothing. Valid until control returns to the event loop.
    const Entry *find(const InputPlace &place) const;
    /// The same, of what was refused or could not be written only.
    const Entry *refused(const InputPlace &place) const;
    /// Everything that was refused or could not be written, oldest first.
    QList<Entry> refused() const;
    int count() const;

    /// Whether `input` holds keys that nobody has taken yet; it no longer does when it is destroyed.
    void setTyping(QObject *input, bool typing);
    bool isTyping() const { return !m_typing.isEmpty(); }
    /// Nothing is refused and nothing is being typed.
    bool isEmpty() const { return m_entries.isEmpty() && m_typing.isEmpty(); }

    /// The officer gives up what was refused at a place. What is on its way is not called back.
    void drop(const InputPlace &place);
    void dropAll();
    /// Asks again for everything that is refused.
    void retry();
    /// Leads the officer to an input: its window shows the place, then the editor takes the keyboard.
    void lead(const InputPlace &place);

signals:
    /// What find() says of a place has changed, other than that it is being written.
    void changed(const shisaku::InputPlace &place);
    /// count() or isTyping() has changed.
    void counted();
    /// To be brought into view.
    void placeAsked(const shisaku::InputPlace &place);
    /// In view by now: to be edited.
    void placeShown(const shisaku::InputPlace &place);

private:
    Entry *entryAt(const InputPlace &place);
    void send(Entry &entry, const PlanDocument::Done &done = {});
    void remove(const InputPlace &place);
    void finish(const InputPlace &place, quint64 submission, const Result<void> &result);
    void follow(const ChangeSet &change);
    void retryUnwritten();

    PlanDocument *m_document;
    QList<Entry> m_entries;
    QSet<QObject *> m_typing;
    quint64 m_submissions = 0;
    bool m_retrying = false;
};

} // namespace shisaku
