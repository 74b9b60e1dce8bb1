// SPDX-License-Identifier: GPL-3.0-or-later
// One table as a CSV file, taken on its own: rows into records and back, without regard to what rows refer to.
#pragma once

#include "models/exchange/csv.h"
#include "models/plan/plan.h"

namespace shisaku {

/// A row as its file states it.
struct ImportedRow {
    int line = 0;
    RowId id;                                 ///< Null: the file gives none.
    std::vector<std::optional<Value>> values; ///< In the order of the field list; nothing where the file has no such column.
};

struct ImportedTable {
    TableId table = TableId::PlanInfo;
    QString name; ///< The file, as errors call it.
    std::vector<ImportedRow> rows;
};

/// Header and rows of a table, in the order of `position`.
QList<QStringList> tableRecords(const Plan &plan, TableId table);

/// tableRecords() as the file of the table; the same rows always give the same bytes.
QByteArray tableCsv(const Plan &plan, TableId table);

/// The table whose fields cover the header of a file, if it is only one.
std::optional<TableId> tableByHeader(const QList<CsvRecord> &records);

/// The units of indicators, for figures that are written with theirs (1,200人).
using IndicatorUnits = QHash<RowId, QString>;
IndicatorUnits indicatorUnits(const Plan &plan);
/// With the units that a file states.
void addUnits(const ImportedTable &table, IndicatorUnits &units);

/// Reads the records of a table's file; errors name file, line and column.
Result<ImportedTable> readTable(TableId table, const QString &name, const QList<CsvRecord> &records, const IndicatorUnits &units);

/// An error at a place in a file: 「「phase.csv」の3行目、列「starts」：」 and the problem.
Error errorAt(const QString &name, int line, const QString &column, const QString &problem, const QString &remedy);

} // namespace shisaku
