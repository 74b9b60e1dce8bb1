// SPDX-License-Identifier: GPL-3.0-or-later
// The history of a plan as steps that can be taken back: derived from the journal, in memory the heads only.
#pragma once

#include "models/file/plan_file.h"

namespace shisaku {

/// One step back or forward: entries of one field visit or one action.
struct HistoryStep {
    qint64 step = 0; ///< Seq of its first entry.
    QString title;
    Person person;
    QDateTime at;
    bool earlierSitting = false; ///< Made before the plan was opened this time; undoing asks first.
};

/// Linear history: something new after an undo drops what could be redone (it stays in the journal). Entries that change
/// nothing, as a take-over leaves them, are no steps.
class History {
public:
    /// Rebuilds from the journal. Steps at or before `floor` can never be taken back.
    void load(const QList<JournalEntry> &journal, qint64 floor);
    /// Takes in an entry that was just written.
    void record(const JournalEntry &entry);

    const HistoryStep *undoable() const { return m_done.isEmpty() ? nullptr : &m_done.last(); }
    const HistoryStep *redoable() const { return m_undone.isEmpty() ? nullptr : &m_undone.last(); }
    /// Steps that could be taken back, oldest first.
    const QList<HistoryStep> &done() const { return m_done; }

private:
    void append(const JournalEntry &entry, bool earlierSitting);

    qint64 m_floor = 0;
    Digest m_digest; // of the content after the last entry
    QList<HistoryStep> m_done;
    QList<HistoryStep> m_undone;
};

} // namespace shisaku
