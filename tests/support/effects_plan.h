// SPDX-License-Identifier: GPL-3.0-or-later
// A plan with the results a council paper of 2023 states, for tests of figures, grids, charts and papers.
#pragma once

#include "models/edit/plan_document.h"

namespace shisaku {

/// Two measures, 24 offices, RPA in four years with offices by name and a printed total, one year of another basis, AI-OCR with
/// bare counts, three cases and three projects, and indicators with and without targets.
ChangeSet effectsPlan(const IdSource &ids);

/// effectsPlan() as it is in memory.
Plan planWithEffects();

} // namespace shisaku
