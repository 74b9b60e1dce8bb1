// SPDX-License-Identifier: GPL-3.0-or-later
// The registry of tables: every table's name and fields, for the code that treats all tables alike.
#pragma once

#include "models/plan/case_study.h"
#include "models/plan/category.h"
#include "models/plan/department.h"
#include "models/plan/document_parts.h"
#include "models/plan/effects.h"
#include "models/plan/indicator.h"
#include "models/plan/measure.h"
#include "models/plan/presentation.h"
#include "models/plan/project.h"
#include "models/plan/schedule.h"
#include "models/plan/survey.h"

namespace shisaku {

/// What the generic code knows of a table.
struct TableInfo {
    TableId id;
    const char *name;  ///< In files and CSV.
    const char *label; ///< Japanese, translation context "Table".
    std::span<const Field> fields;
};

const TableInfo &tableInfo(TableId table);
std::optional<TableId> tableByName(QStringView name);
QString tableLabel(TableId table);

/// All tables, in the order of TableId.
std::span<const TableInfo, tableCount> allTables();

/// Index of a field in its table by name; -1 if there is none.
int fieldIndex(TableId table, QStringView name);

/// Index of the field that reads so; -1 if there is none.
int fieldIndex(TableId table, Value (*read)(const void *row));

/// Index of the field that is stored in a member: fieldIndex<&Measure::title>().
template <auto Member>
int fieldIndex()
{
    // Looked up at run time: at compile time every source would hold the list of fields with all that reads and writes them.
    static const int index = fieldIndex(tableOf<typename fields::MemberOf<decltype(Member)>::Row>, &fields::read<Member>);
    return index;
}

/// The field that is stored in a member.
template <auto Member>
const Field &fieldOf()
{
    return tableInfo(tableOf<typename fields::MemberOf<decltype(Member)>::Row>).fields[static_cast<size_t>(fieldIndex<Member>())];
}

} // namespace shisaku
