// SPDX-License-Identifier: GPL-3.0-or-later
// Tables that were read, brought into a plan: the change that this comes to, or why it cannot be.
#pragma once

#include "models/exchange/plan_csv.h"
#include "models/exchange/table_csv.h"

namespace shisaku {

/// The change, without a title, that brings tables into `current`; see importTables() for what becomes of ids, positions and absent
/// rows. `tables` are in the order of TableId, one of a kind, and at least one. The first row that does not fit is an error that
/// names file, line and column.
Result<ChangeSet> importChange(const Plan &current, std::vector<ImportedTable> tables, ImportMode mode, const IdSource &ids);

} // namespace shisaku
