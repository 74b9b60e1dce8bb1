// SPDX-License-Identifier: GPL-3.0-or-later
// The grids of results: a tool's years, what measures state of it, cases with their values and steps, projects.
#pragma once

#include "models/item/record_table.h"

namespace shisaku {

/// A tool's years with computed savings and one total for each basis. `printed` adds the columns and total rows in which the
/// document's own figures are edited.
RecordTable effectTable(const QString &tool, bool printed);
/// What measures state: 現状 and 目標 of a tool on their sheets.
RecordTable measureEffectTable();

RecordTable caseTable();
RecordTable caseValueTable(Id<CaseStudy> of);
RecordTable caseStepTable(Id<CaseStudy> of);
RecordTable projectTable();

} // namespace shisaku
