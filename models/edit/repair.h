// SPDX-License-Identifier: GPL-3.0-or-later
// Rebuilding a damaged plan into a new file: from its own journal, or from its newest good copy.
#pragma once

#include "models/edit/plan_document.h"

namespace shisaku {

/// What a repair found.
struct Repair {
    enum class Source { Journal, Backup };

    Source source = Source::Journal;
    QDateTime backupAt;      ///< When the copy was made; for Source::Backup.
    Plan plan;               ///< The content that is proved by its digest.
    QStringList differences; ///< Where the damaged file says something else, as far as it can be read; Japanese.
};

/// Reads a damaged plan as far as it goes and finds content whose digest is right. Changes nothing.
Result<Repair> findRepair(const QString &path, const Environment &environment);

/// Writes the content of a repair into a new plan file.
Result<void> writeRepair(const Repair &repair, const QString &target, const Environment &environment);

/// The plan as its journal says, from nothing to the last entry; fails when the journal itself is damaged.
Result<Plan> replayJournal(PlanFile &file, const Digest &expected);

/// The rows in which two states of a plan differ, as the officer calls them: 「施策2：施策名」.
QStringList differingPlaces(const Plan &found, const Plan &proved);

} // namespace shisaku
