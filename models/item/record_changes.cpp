// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/item/record_changes.h"

#include "models/change/row_order.h"
#include "models/plan/field_text.h"
#include "models/plan/rank.h"
#include "models/plan/rules.h"
#include "models/plan/usable_text.h"
#include "models/plan/written_number.h"

namespace shisaku {

namespace {
FieldValues newValues(const RecordTable &table)
{
    FieldValues values;
    for (const Field &field : tableInfo(table.table).fields)
        values.push_back(emptyValue(field.kind));
    for (const FieldChange &field : table.initial)
        values[static_cast<size_t>(field.field)] = field.value;
    return values;
}

/// The record may be one that `change` itself adds.
Result<void> write(const Plan &plan, const RecordTable &table, const RecordCell &cell, const QString &typed, const IdSource &ids,
                   ChangeBuilder &change)
{
    const RecordColumn &column = table.columns.at(cell.column);
    if (column.write)
        return column.write(plan, cell.record, usableText(typed, TextLines::Several), ids, change);
    const Field &field = tableInfo(table.table).fields[static_cast<size_t>(column.field)];
    const AnyRows &rows = plan.table(table.table);
    const FieldValues row = rows.contains(cell.record) ? rows.values(cell.record) : newValues(table);
    const auto value = readField(plan, field, typed, unitOfRow(plan, table.table, row));
    if (!value)
        return value.error();
    change.set(table.table, cell.record, column.field, *value);
    return {};
}

QString titleOf(const Plan &plan, const RecordTable &table, const RecordCell &cell)
{
    return RecordModel::tr("%1の%2を変更").arg(rowName(plan, table.table, cell.record), table.columns.at(cell.column).header);
}

/// Adds a row behind all others, and behind those that were appended before.
RowId append(const Plan &plan, const RecordTable &table, QString &lastRank, const IdSource &ids, ChangeBuilder &change)
{
    if (lastRank.isEmpty()) {
        const QList<RowId> all = table.rows(plan);
        if (!all.isEmpty())
            lastRank = std::get<QString>(plan.table(table.table).value(all.last(), 0));
    }
    const RowId id = ids();
    FieldValues values = newValues(table);
    lastRank = rankBetween(lastRank, {});
    values[0] = lastRank;
    change.insert(table.table, id, values);
    return id;
}
} // namespace

QString cellInput(const Plan &plan, const RecordTable &table, RowId record, int column)
{
    const RecordColumn &shown = table.columns.at(column);
    const AnyRows &rows = plan.table(table.table);
    if (shown.field >= 0)
        return fieldInput(tableInfo(table.table).fields[static_cast<size_t>(shown.field)], rows.value(record, shown.field));
    return shown.text ? shown.text(plan, record) : QString();
}

Result<ChangeSet> typedInto(const Plan &plan, const RecordTable &table, const RecordCell &cell, const QString &typed,
                            const IdSource &ids)
{
    ChangeBuilder change(titleOf(plan, table, cell));
    if (const auto written = write(plan, table, cell, typed, ids, change); !written)
        return written.error();
    return std::move(change).build();
}

ChangeSet recordAdded(const Plan &plan, const RecordTable &table, RowId id, RowId after)
{
    ChangeBuilder change(RecordModel::tr("%1を追加").arg(tableLabel(table.table)));
    FieldValues values = newValues(table);
    values[0] = placeBehind(plan.table(table.table), table.rows(plan), after, id, change);
    change.insert(table.table, id, values);
    return std::move(change).build();
}

ChangeSet recordsRemoved(const Plan &plan, const RecordTable &table, const QList<RowId> &records)
{
    QList<RowId> known = records;
    known.removeIf([&](RowId record) { return !plan.table(table.table).contains(record); });
    if (known.isEmpty())
        return {};
    ChangeBuilder change(known.size() == 1 ? RecordModel::tr("%1を削除").arg(rowName(plan, table.table, known.first()))
                                           : RecordModel::tr("%1を%2行削除").arg(tableLabel(table.table)).arg(known.size()));
    for (const RowId record : std::as_const(known))
        change.remove(table.table, record);
    return std::move(change).build();
}

ChangeSet recordMoved(const Plan &plan, const RecordTable &table, RowId record, int places)
{
    ChangeBuilder change(RecordModel::tr("%1を移動").arg(rowName(plan, table.table, record)));
    return moveInOrder(plan.table(table.table), table.rows(plan), record, places, change) ? std::move(change).build() : ChangeSet();
}

Result<ChangeSet> blockPasted(const Plan &plan, const RecordTable &table, const PastedBlock &block, const IdSource &ids)
{
    QList<RowId> shown = block.shown.value_or(table.rows(plan));
    shown.removeIf([&](RowId record) { return !plan.table(table.table).contains(record); });
    const qsizetype from = block.from.isNull() ? shown.size() : shown.indexOf(block.from);
    if (from < 0)
        return ChangeSet(); // it has gone, and with it the place that was meant
    ChangeBuilder change(block.cells.size() == 1 && block.cells.first().size() == 1
                             ? titleOf(plan, table, {block.from, block.columns.first()})
                             : RecordModel::tr("%1に貼り付け").arg(tableLabel(table.table)));
    const auto isEditable = [&](int column) { return table.columns.at(column).write || table.columns.at(column).field >= 0; };
    QString lastRank;
    for (qsizetype line = 0; line < block.cells.size(); ++line) {
        const QStringList &cells = block.cells[line];
        const qsizetype count = std::min(cells.size(), block.columns.size());
        RowId record = shown.value(from + line);
        if (record.isNull()) {
            bool filled = false;
            for (qsizetype i = 0; i < count; ++i)
                filled = filled || (isEditable(block.columns[i]) && !cells[i].trimmed().isEmpty());
            if (!filled)
                continue; // spreadsheets copy empty lines along; they are no records
            if (!table.canAdd || block.shown)
                return Error{ErrorKind::Invalid,
                             RecordModel::tr("貼り付ける行が%1行あり、ここから下の%2行より多くあります。")
                                 .arg(block.cells.size())
                                 .arg(shown.size() - from),
                             block.shown ? RecordModel::tr("絞り込みを解いてから貼り付けてください。")
                                         : RecordModel::tr("先頭の行を確かめてください。"),
                             {}};
            record = append(plan, table, lastRank, ids, change);
        }
        for (qsizetype i = 0; i < count; ++i) {
            if (!isEditable(block.columns[i]))
                continue; // computed cells of a copied block are passed over
            if (const auto written = write(plan, table, {record, block.columns[i]}, cells[i], ids, change); !written) {
                Error error = written.error();
                error.what = RecordModel::tr("貼り付けの%1行目「%2」：%3")
                                 .arg(line + 1)
                                 .arg(table.columns.at(block.columns[i]).header, error.what);
                return error;
            }
        }
    }
    return std::move(change).build();
}

Result<ChangeSet> filledDown(const Plan &plan, const RecordTable &table, const QList<CellCopy> &copies, const IdSource &ids)
{
    const AnyRows &rows = plan.table(table.table);
    ChangeBuilder change(RecordModel::tr("%1を下へ複写").arg(tableLabel(table.table)));
    for (const CellCopy &copy : copies) {
        if (!rows.contains(copy.source.record) || !rows.contains(copy.target.record))
            continue;
        const QString content = copy.typed ? *copy.typed : cellInput(plan, table, copy.source.record, copy.source.column);
        if (const auto written = write(plan, table, copy.target, content, ids, change); !written)
            return written.error();
    }
    return std::move(change).build();
}

Result<ChangeSet> cellsCleared(const Plan &plan, const RecordTable &table, const QList<RecordCell> &cells, const IdSource &ids)
{
    ChangeBuilder change(RecordModel::tr("%1の値を消去").arg(tableLabel(table.table)));
    for (const RecordCell &cell : cells) {
        if (!plan.table(table.table).contains(cell.record))
            continue;
        if (const auto written = write(plan, table, cell, {}, ids, change); !written)
            return written.error();
    }
    return std::move(change).build();
}

} // namespace shisaku
