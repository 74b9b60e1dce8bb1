// SPDX-License-Identifier: GPL-3.0-or-later
// The schema of a plan file: one STRICT table per content table, made from the field lists, and the journal beside them.
#pragma once

#include "models/plan/tables.h"

#include <QStringList>

namespace shisaku {

/// "Shis" in ASCII: tells a plan from any other SQLite file.
inline constexpr quint32 applicationId = 0x53686973;
/// Goes up by one with every change of the schema; see README "File format".
inline constexpr int schemaVersion = 1;

/// The first release that reads what this one writes; every file states it, so that an older program can name it.
inline constexpr char oldestReader[] = "0.1.0";

/// The statements that make an empty plan file, in order.
QStringList schemaStatements();

/// A name quoted for SQL.
QString quoted(const char *name);
/// The column names of a table, id first, quoted and separated by commas.
QString columnList(const TableInfo &table);

} // namespace shisaku
