// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/grid/grid_changes.h"

#include "models/grid/grid_places.h"
#include "models/grid/grid_refusal.h"
#include "models/grid/grid_step.h"
#include "models/grid/pasted_heading.h"
#include "models/plan/decimal.h"
#include "models/plan/rank.h"
#include "models/plan/rules.h"
#include "models/plan/usable_text.h"

#include <QCoreApplication>

#include <algorithm>

namespace shisaku {

namespace {
struct Texts {
    Q_DECLARE_TR_FUNCTIONS(GridChanges)
};

bool isThere(const Plan &plan, const GridShape &shape, const GridRow &row)
{
    return plan.table(shape.kind(row.kind).table).contains(row.id);
}

Result<void> write(const Plan &plan, const GridShape &shape, const GridAddress &cell, const QString &typed, const IdSource &ids,
                   ChangeBuilder &change)
{
    const GridCell &shown = shape.cell(cell.row.kind, cell.column);
    if (shown.write)
        return shown.write(plan, cell.row.id, usableText(typed, TextLines::Several), ids, change);
    const TableId table = shape.kind(cell.row.kind).table;
    const auto value = readField(plan, Owner(table, cell.row.id), shown.field, typed);
    if (!value)
        return value.error();
    if (*value == plan.table(table).value(cell.row.id, shown.field))
        return {}; // as it was, perhaps in other words
    change.set(table, cell.row.id, shown.field, *value);
    return shown.rule ? shown.rule(plan, cell.row.id, *value, change) : Result<void>();
}

Result<void> takeText(GridStep &step, const GridShape &shape, const GridAddress &cell, const QString &typed, const IdSource &ids)
{
    return step.take([&](const Plan &now, ChangeBuilder &change) { return write(now, shape, cell, typed, ids, change); });
}

QString titleOf(const Plan &plan, const GridShape &shape, const GridAddress &cell)
{
    const Field *field = shape.parts.isEmpty() ? nullptr : shape.field(cell.row.kind, cell.column); // a head may stand for several
    return Texts::tr("%1の%2を変更")
        .arg(rowName(plan, shape.kind(cell.row.kind).table, cell.row.id),
             field ? fieldLabel(*field) : shape.columns.at(cell.column).header);
}

/// Adds rows behind all others, one after the other.
class Appending {
public:
    /// Of at most `count` rows.
    Appending(const Plan &plan, const GridShape &shape, qsizetype count) : m_shape(shape)
    {
        const GridPlaces places(shape.rows(plan));
        const qsizetype last = places.upTo(places.rows().size() - 1, 0);
        m_last = places.idAt(last);
        m_whole = ownerAt(shape, places, last < 0 ? -1 : places.wholeOf(last));
        // Halving what is left behind the last one would make longer ranks with every row.
        const QString behind = rankBetween(last < 0 ? QString() : std::get<QString>(plan.table(shape.table).value(m_last, 0)), {});
        for (const QString &rank : evenRanks(count))
            m_ranks << behind + rank;
    }

    Result<GridRow> append(GridStep &step, const IdSource &ids)
    {
        const RowId id = ids();
        const auto added = step.take([&](const Plan &plan, ChangeBuilder &change) -> Result<void> {
            FieldValues values = newValues(plan, m_shape, m_whole);
            values[0] = m_ranks.takeFirst();
            if (m_shape.insert)
                m_shape.insert(plan, id, m_last, std::move(values), ids, change);
            else
                change.insert(m_shape.table, id, values);
            return {};
        });
        if (!added)
            return added.error();
        m_last = id;
        return GridRow{id};
    }

private:
    const GridShape &m_shape;
    RowId m_last;
    Owner m_whole;
    QStringList m_ranks;
};
} // namespace

QString cellText(const Plan &plan, const GridShape &shape, const GridAddress &cell)
{
    const GridCell &shown = shape.cell(cell.row.kind, cell.column);
    if (shown.text)
        return shown.text(plan, cell.row.id);
    const Field *field = shape.field(cell.row.kind, cell.column);
    if (!field)
        return {};
    const Value value = plan.table(shape.kind(cell.row.kind).table).value(cell.row.id, shown.field);
    if (field->kind == FieldKind::Integer)
        return std::holds_alternative<qint64>(value) ? Decimal::of(std::get<qint64>(value)).toJapanese() : QString();
    return fieldText(plan, *field, value);
}

QString cellInput(const Plan &plan, const GridShape &shape, const GridAddress &cell)
{
    const GridCell &shown = shape.cell(cell.row.kind, cell.column);
    if (shown.input)
        return shown.input(plan, cell.row.id);
    if (const Field *field = shape.field(cell.row.kind, cell.column))
        return fieldInput(*field, plan.table(shape.kind(cell.row.kind).table).value(cell.row.id, shown.field));
    return shown.text ? shown.text(plan, cell.row.id) : QString();
}

QList<Option> cellOptions(const Plan &plan, const GridShape &shape, int kind, int column)
{
    const GridCell &shown = shape.cell(kind, column);
    if (shown.options)
        return shown.options(plan);
    const Field *field = shown.isEditable() ? shape.field(kind, column) : nullptr;
    return field && hasOptions(*field) ? fieldOptions(plan, *field) : QList<Option>();
}

Result<ChangeSet> typedInto(const Plan &plan, const GridShape &shape, const GridAddress &cell, const QString &typed,
                            const IdSource &ids)
{
    if (!isThere(plan, shape, cell.row))
        return ChangeSet();
    ChangeBuilder change(titleOf(plan, shape, cell));
    if (const auto written = write(plan, shape, cell, typed, ids, change); !written)
        return written.error();
    return std::move(change).build();
}

namespace {
/// The rows that take a block's lines, in the order in which they are seen.
QList<GridRow> rowsSeen(const Plan &plan, const GridShape &shape, const PastedBlock &block)
{
    const QList<GridRow> all = shape.rows(plan);
    if (!block.shown)
        return all;
    QHash<RowId, GridRow> known;
    for (const GridRow &row : all)
        known.insert(row.id, row);
    QList<GridRow> rows;
    for (const RowId id : *block.shown) {
        if (const auto row = known.constFind(id); row != known.constEnd())
            rows << *row;
    }
    return rows;
}

/// Whether a line would put anything into a new row; spreadsheets copy empty lines along, which are no rows.
bool fillsARow(const GridShape &shape, const PastedBlock &block, const QStringList &line)
{
    for (qsizetype i = 0; i < std::min(line.size(), block.columns.size()); ++i) {
        if (shape.columns.at(block.columns[i]).isEditable() && !line[i].trimmed().isEmpty())
            return true;
    }
    return false;
}
} // namespace

Result<ChangeSet> blockPasted(const Plan &plan, const GridShape &shape, const PastedBlock &given, const IdSource &ids)
{
    const PastedBlock block = withoutHeading(shape, given);
    if (shape.pasteRows) {
        if (auto made = shape.pasteRows(plan, block, ids))
            return *std::move(made);
    }
    QList<GridRow> rows = rowsSeen(plan, shape, block);
    const auto first = std::find_if(rows.begin(), rows.end(), [&](const GridRow &row) { return row.id == block.from; });
    if (!block.from.isNull() && first == rows.end())
        return ChangeSet(); // it has gone, and with it the place that was meant
    const qsizetype from = block.from.isNull() ? rows.size() : first - rows.begin();

    GridStep step(plan);
    std::optional<Appending> appending;
    const auto refused = [&](qsizetype line, int column, const QString &reason, const QString &advice) {
        return refusal(
            Texts::tr("貼り付けの%1行目「%2」：%3").arg(line + block.headings + 1).arg(shape.columns.at(column).header, reason),
            advice);
    };
    qsizetype at = from;
    for (qsizetype line = 0; line < block.cells.size(); ++line, ++at) {
        const QStringList &cells = block.cells[line];
        const qsizetype count = std::min(cells.size(), block.columns.size());
        if (std::any_of(cells.begin() + count, cells.end(), [](const QString &cell) { return !cell.trimmed().isEmpty(); }))
            return refusal(Texts::tr("貼り付けの%1行目：列が%2個あり、ここから右の%3列より多くあります。")
                               .arg(line + block.headings + 1)
                               .arg(cells.size())
                               .arg(block.columns.size()),
                           Texts::tr("先頭の列を確かめて、貼り付け直してください。"));
        if (at >= rows.size()) {
            if (!fillsARow(shape, block, cells)) {
                --at;
                continue;
            }
            if (!shape.canAdd || !block.addsRows)
                return refusal(Texts::tr("貼り付ける行が%1行あり、ここから下の%2行より多くあります。")
                                   .arg(block.cells.size())
                                   .arg(rows.size() - from),
                               block.addsRows ? Texts::tr("先頭の行を確かめて、貼り付け直してください。")
                                              : Texts::tr("絞り込みを解いてから貼り付けてください。"));
            if (!appending)
                appending.emplace(plan, shape, block.cells.size() - line);
            const auto added = appending->append(step, ids);
            if (!added)
                return added.error();
            rows << *added;
        }
        const GridRow row = rows[at];
        for (qsizetype i = 0; i < count; ++i) {
            const GridAddress cell{row, block.columns[i]};
            const GridCell &shown = shape.cell(row.kind, cell.column);
            if (!shown.isThere() && !cells[i].trimmed().isEmpty())
                return refused(line, cell.column,
                               Texts::tr("%1の行に、この欄はありません。").arg(tableLabel(shape.kind(row.kind).table)),
                               Texts::tr("貼り付ける行と列を確かめてください。"));
            if (!shown.isEditable() || cells[i] == cellText(step.plan(), shape, cell))
                continue; // computed, or as it was
            if (const auto written = takeText(step, shape, cell, cells[i], ids); !written)
                return refused(line, cell.column, written.error().what, written.error().remedy);
        }
    }
    const bool single = block.cells.size() == 1 && block.cells.first().size() == 1 && !block.from.isNull();
    return step.build(single ? titleOf(plan, shape, {rows[from], block.columns.first()})
                             : Texts::tr("%1に貼り付け").arg(tableLabel(shape.table)));
}

Result<ChangeSet> cellsFilled(const Plan &plan, const GridShape &shape, const QList<CellCopy> &copies, const IdSource &ids)
{
    GridStep step(plan);
    for (const CellCopy &copy : copies) {
        if (!isThere(plan, shape, copy.source.row) || !isThere(plan, shape, copy.target.row))
            continue;
        // A key means something in its own column only.
        const bool sameColumn = copy.source.column == copy.target.column && copy.source.row.kind == copy.target.row.kind;
        const QString content = copy.typed   ? *copy.typed
                                : sameColumn ? cellInput(plan, shape, copy.source)
                                             : cellText(plan, shape, copy.source);
        if (const auto written = takeText(step, shape, copy.target, content, ids); !written)
            return written.error();
    }
    return step.build(Texts::tr("%1を複写").arg(tableLabel(shape.table)));
}

Result<ChangeSet> typedIntoAll(const Plan &plan, const GridShape &shape, const QList<GridAddress> &cells, const QString &typed,
                               const IdSource &ids)
{
    if (cells.size() == 1)
        return typedInto(plan, shape, cells.first(), typed, ids);
    GridStep step(plan);
    for (const GridAddress &cell : cells) {
        if (!isThere(plan, shape, cell.row))
            continue;
        if (const auto written = takeText(step, shape, cell, typed, ids); !written)
            return written.error();
    }
    return step.build(typed.isEmpty() ? Texts::tr("%1の値を消去").arg(tableLabel(shape.table))
                                      : Texts::tr("%1の%2か所に入力").arg(tableLabel(shape.table)).arg(cells.size()));
}

} // namespace shisaku
