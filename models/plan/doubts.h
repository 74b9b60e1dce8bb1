// SPDX-License-Identifier: GPL-3.0-or-later
// What is 要原典確認 about several rows or fields at once, as one text; see doubtText().
#pragma once

#include "models/plan/field_text.h"

namespace shisaku {

/// What is noted about a row and about a field of it.
QString doubtsOf(const Plan &plan, TableId table, RowId row, int field);
/// Each once, without empty ones.
QString joinedDoubts(QStringList doubts);

} // namespace shisaku
