// SPDX-License-Identifier: GPL-3.0-or-later
// Rows of content tables in and out of the file. Everything here throws FileFailure.
#pragma once

#include "models/change/change_set.h"
#include "models/plan/result.h"

namespace shisaku {

class Database;

[[noreturn]] void fail(ErrorKind kind, const QString &what, const QString &remedy, const QString &detail = {});
/// `place` is for the person who helps.
[[noreturn]] void failDamaged(const QString &path, const QString &place);
/// The file says something else than we remember.
[[noreturn]] void failForeign(const QString &path);

/// All fields of a row that a change adds.
FieldValues rowValues(const TableInfo &table, const QList<FieldChange> &fields);
/// The row as it stands in the file.
FieldValues storedRow(Database &database, const TableInfo &table, RowId row);

void insertRow(Database &database, const TableInfo &table, RowId row, const FieldValues &values);
void updateRow(Database &database, const TableInfo &table, RowId row, const QList<FieldChange> &fields);
void removeRow(Database &database, const TableInfo &table, RowId row);

} // namespace shisaku
