// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/edit/history.h"

namespace shisaku {

void History::load(const QList<JournalEntry> &journal, qint64 floor)
{
    m_floor = floor;
    m_digest = {};
    m_done.clear();
    m_undone.clear();
    for (const JournalEntry &entry : journal)
        append(entry, true);
}

void History::record(const JournalEntry &entry)
{
    append(entry, false);
}

void History::append(const JournalEntry &entry, bool earlierSitting)
{
    const bool changesNothing = std::exchange(m_digest, entry.digest) == entry.digest;
    switch (entry.kind) {
    case JournalEntry::Kind::Do:
        if (entry.seq <= m_floor || changesNothing)
            return;
        m_undone.clear();
        if (m_done.isEmpty() || m_done.last().step != entry.step)
            m_done.append({entry.step, entry.title, entry.person, entry.at, earlierSitting});
        else
            m_done.last().title = entry.title;
        return;
    case JournalEntry::Kind::Undo:
        if (!m_done.isEmpty() && m_done.last().step == entry.undoes)
            m_undone.append(m_done.takeLast());
        return;
    case JournalEntry::Kind::Redo:
        if (!m_undone.isEmpty() && m_undone.last().step == entry.undoes)
            m_done.append(m_undone.takeLast());
        return;
    }
}

} // namespace shisaku
