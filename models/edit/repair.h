// SPDX-License-Identifier: GPL-3.0-or-later
// Rebuilding a damaged plan into a new file: from its own journal, or from the good copy that is furthest in it.
#pragma once

#include "models/edit/plan_document.h"
#include "models/file/rebuild.h"

namespace shisaku {

/// What a repair found.
struct Repair {
    enum class Source { Journal, Backup };

    Source source = Source::Journal;
    QDateTime backupAt;         ///< When the copy was made; for Source::Backup.
    Plan plan;                  ///< The content that is proved by its digest.
    QList<JournalPart> journal; ///< Where the journal that led to it stands, from its first entry on.
    QStringList differences;    ///< Where the damaged file says something else, as far as it can be read; Japanese.
};

/// Reads a damaged plan as far as it goes and finds the newest content whose digest is right: what the journal says, replayed
/// from nothing or from a good copy, else the good copy of the same plan that is furthest in the journal, whatever the clock
/// said when it was made. Changes nothing.
Result<Repair> findRepair(const QString &path, const Environment &environment);

/// Writes the content of a repair into a new plan file, with its journal and editions.
Result<void> writeRepair(const Repair &repair, const QString &target);

/// The plan as its journal says, from `base`, which holds the state of entry `after`, to the last entry; fails when the
/// journal itself is damaged.
Result<Plan> replayJournal(PlanFile &file, const Digest &expected, const Plan &base = {}, qint64 after = 0);

/// The rows in which two states of a plan differ, as the officer calls them: 「施策2：施策名」.
QStringList differingPlaces(const Plan &found, const Plan &proved);

} // namespace shisaku
