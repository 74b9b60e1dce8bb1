// SPDX-License-Identifier: GPL-3.0-or-later
// A plan's tables as CSV files: one file per table, named after it, with the field names as header.
#pragma once

#include "models/change/change_set.h"
#include "models/plan/result.h"

#include <QStringList>

namespace shisaku {

/// What an import does with rows of the plan that the files do not hold.
enum class ImportMode {
    Merge,   ///< They stay. Of a plan that holds nothing yet but what a new one is given, form, lists and classifications give way.
    Replace, ///< They go, with everything that belongs to them; tables without a file stay as they are.
};

/// What spreadsheets would cut off without a word: cells longer than Excel can hold, a sentence each that names file, line and
/// column. The files hold them whole.
QStringList cellsTooLongForSpreadsheets(const Plan &plan);

/// Writes every content table that carried() lets into CSV into `folder`, which is made if need be: id and fields, rows in the
/// order of `position`, a header alone where a table is empty. Returns the paths written; on an error no file has been touched.
Result<QStringList> exportTables(const Plan &plan, const QString &folder);

/// Reads a folder of such files, or a single one, and returns the change that brings them into `current`.
///
/// Rows are known by id: known ones are updated, others added; a row without an id gets one from `ids`, a new row without a
/// position comes last. Columns may be missing and stand in any order. The only row of the `plan` table always updates the
/// one the plan has, so that the plan keeps its identity. The first unknown file or column, malformed value, repeated id,
/// link that leads nowhere, or row against the rules is an error that names file, line and column. A single file may have
/// any name if its header fits one table only.
Result<ChangeSet> importTables(const Plan &current, const QString &path, ImportMode mode, const IdSource &ids);

} // namespace shisaku
