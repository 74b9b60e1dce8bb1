// SPDX-License-Identifier: GPL-3.0-or-later
// Making dated copies of an open plan and thinning them.
#pragma once

#include "models/plan/result.h"

#include <QDateTime>

namespace shisaku {

class PlanFile;

/// Makes a dated copy of the file as it stands.
Result<void> keepBackup(PlanFile &file, const QString &planPath, const QDateTime &now);

/// Removes what superfluousBackups() names, newest by journal position, and remains of copies that were never finished. Only
/// a copy that is proved to hold exactly what the journal of the plan says of its position goes; so one that is open, that
/// somebody worked in, that belongs to another plan or cannot be read stays, and takes no other one's place. Nothing goes
/// unless a good copy is found, and the newest good one never.
void thinBackups(PlanFile &file, const QString &planPath);

} // namespace shisaku
