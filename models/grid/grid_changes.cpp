// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/grid/grid_changes.h"

#include "models/change/row_order.h"
#include "models/plan/rank.h"
#include "models/plan/rules.h"
#include "models/plan/usable_text.h"

#include <QCoreApplication>
#include <QLocale>

#include <algorithm>

namespace shisaku {

namespace {
struct Texts {
    Q_DECLARE_TR_FUNCTIONS(GridChanges)
};

/// A plan that takes each part of a step at once, so that the next part knows of it.
class Step {
public:
    explicit Step(const Plan &plan) : m_plan(plan) {}

    const Plan &plan() const { return m_plan; }
    Result<void> take(const std::function<Result<void>(const Plan &, ChangeBuilder &)> &make)
    {
        ChangeBuilder change({});
        if (const auto made = make(m_plan, change); !made)
            return made.error();
        const ChangeSet part = std::move(change).build();
        if (part.isEmpty())
            return {};
        m_parts << part;
        applyTo(m_plan, part);
        return {};
    }
    ChangeSet build(const QString &title) const
    {
        ChangeSet whole = merged(m_parts);
        whole.title = title;
        return whole;
    }

private:
    Plan m_plan;
    QList<ChangeSet> m_parts;
};

/// Where rows stand among each other.
class Places {
public:
    explicit Places(QList<GridRow> rows) : m_rows(std::move(rows)) {}

    const QList<GridRow> &rows() const { return m_rows; }
    qsizetype indexOf(RowId id) const
    {
        const auto found = std::find_if(m_rows.begin(), m_rows.end(), [id](const GridRow &row) { return row.id == id; });
        return found == m_rows.end() ? -1 : found - m_rows.begin();
    }
    /// The row above in the order of wholes and parts; -1 at the top.
    qsizetype wholeOf(qsizetype index) const
    {
        for (qsizetype above = index - 1; index >= 0 && above >= 0; --above) {
            if (m_rows[above].level < m_rows[index].level)
                return above;
        }
        return -1;
    }
    /// The row itself or the nearest above it that is of a kind; -1 if there is none.
    qsizetype upTo(qsizetype index, int kind) const
    {
        while (index >= 0 && m_rows[index].kind != kind)
            index = wholeOf(index);
        return index;
    }
    /// The rows of a kind just below another (-1: at the top), in order.
    QList<RowId> below(qsizetype whole, int kind) const
    {
        const int level = whole < 0 ? 0 : m_rows[whole].level + 1;
        QList<RowId> ids;
        for (qsizetype i = whole + 1; i < m_rows.size() && m_rows[i].level >= level; ++i) {
            if (m_rows[i].level == level && m_rows[i].kind == kind)
                ids << m_rows[i].id;
        }
        return ids;
    }
    QList<RowId> beside(qsizetype index) const { return below(wholeOf(index), m_rows[index].kind); }
    RowId idAt(qsizetype index) const { return index < 0 ? RowId() : m_rows[index].id; }

private:
    QList<GridRow> m_rows;
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

QString titleOf(const Plan &plan, const GridShape &shape, const GridAddress &cell)
{
    return Texts::tr("%1の%2を変更")
        .arg(rowName(plan, shape.kind(cell.row.kind).table, cell.row.id), shape.columns.at(cell.column).header);
}

FieldValues newValues(const Plan &plan, const GridKind &kind, const Owner &whole)
{
    const auto fields = tableInfo(kind.table).fields;
    FieldValues values;
    for (const Field &field : fields)
        values.push_back(emptyValue(field.kind));
    for (const FieldChange &field : kind.initial)
        values[static_cast<size_t>(field.field)] = field.value;
    if (kind.whole >= 0 && !whole.isNull())
        values[static_cast<size_t>(kind.whole)] = fields[static_cast<size_t>(kind.whole)].kind == FieldKind::Owner
                                                      ? Value(whole.toText())
                                                      : Value(whole.row);
    if (kind.begin)
        kind.begin(plan, whole.row, values);
    return values;
}

Owner wholeOfRow(const GridShape &shape, const Places &places, qsizetype whole)
{
    return whole < 0 ? Owner() : Owner(shape.kind(places.rows()[whole].kind).table, places.idAt(whole));
}

/// Adds rows behind all others, one after the other.
class Appending {
public:
    Appending(const Plan &plan, const GridShape &shape) : m_shape(shape)
    {
        const Places places(shape.rows(plan));
        const qsizetype last = places.upTo(places.rows().size() - 1, 0);
        m_last = places.idAt(last);
        m_whole = wholeOfRow(shape, places, last < 0 ? -1 : places.wholeOf(last));
        if (last >= 0)
            m_rank = std::get<QString>(plan.table(shape.table).value(m_last, 0));
    }

    Result<GridRow> append(Step &step, const IdSource &ids)
    {
        const RowId id = ids();
        const auto added = step.take([&](const Plan &plan, ChangeBuilder &change) -> Result<void> {
            FieldValues values = newValues(plan, m_shape, m_whole);
            if (m_shape.insert) {
                m_shape.insert(plan, id, m_last, std::move(values), ids, change);
                return {};
            }
            m_rank = rankBetween(m_rank, {});
            values[0] = m_rank;
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
    QString m_rank;
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
        return std::holds_alternative<qint64>(value) ? QLocale(QLocale::Japanese).toString(std::get<qint64>(value)) : QString();
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

Result<ChangeSet> rowAdded(const Plan &plan, const GridShape &shape, int kind, RowId id, RowId beside, const IdSource &ids)
{
    const Places places(shape.rows(plan));
    const GridKind &like = shape.kind(kind);
    const qsizetype at = places.indexOf(beside);
    const qsizetype same = places.upTo(at, kind);
    const qsizetype whole = same >= 0 ? places.wholeOf(same) : kind == 0 ? -1 : places.upTo(at, 0);
    if (kind > 0 && whole < 0)
        return Error{ErrorKind::Invalid,
                     Texts::tr("%1を加える行が選ばれていません。").arg(tableLabel(like.table)),
                     Texts::tr("%1の行を選んでから、追加してください。").arg(tableLabel(shape.table)),
                     {}};
    FieldValues values = newValues(plan, like, wholeOfRow(shape, places, whole));
    ChangeBuilder change(Texts::tr("%1を追加").arg(rowName(like.table, values)));
    if (kind == 0 && shape.insert) {
        shape.insert(plan, id, places.idAt(same), std::move(values), ids, change);
        return std::move(change).build();
    }
    values[0] = placeBehind(plan.table(like.table), places.below(whole, kind), places.idAt(same), id, change);
    change.insert(like.table, id, values);
    return std::move(change).build();
}

ChangeSet rowsRemoved(const Plan &plan, const GridShape &shape, const QList<GridRow> &rows)
{
    QList<GridRow> known = rows;
    known.removeIf([&](const GridRow &row) { return !isThere(plan, shape, row); });
    if (known.isEmpty())
        return {};
    Step step(plan); // of several notes in one text, each takes its mark out of what the others have left
    for (const GridRow &row : std::as_const(known)) {
        (void)step.take([&](const Plan &now, ChangeBuilder &change) -> Result<void> {
            const GridKind &kind = shape.kind(row.kind);
            change.remove(kind.table, row.id);
            if (kind.alsoRemoved)
                kind.alsoRemoved(now, row.id, change);
            return {};
        });
    }
    const TableId table = shape.kind(known.first().kind).table;
    return step.build(known.size() == 1 ? Texts::tr("%1を削除").arg(rowName(plan, table, known.first().id))
                                        : Texts::tr("%1を%2行削除").arg(tableLabel(table)).arg(known.size()));
}

ChangeSet rowMoved(const Plan &plan, const GridShape &shape, const GridRow &row, int places)
{
    const Places all(shape.rows(plan));
    const qsizetype at = all.indexOf(row.id);
    if (at < 0)
        return {};
    const TableId table = shape.kind(row.kind).table;
    ChangeBuilder change(Texts::tr("%1を%2へ移動").arg(rowName(plan, table, row.id), places < 0 ? Texts::tr("上") : Texts::tr("下")));
    return moveInOrder(plan.table(table), all.beside(at), row.id, places, change) ? std::move(change).build() : ChangeSet();
}

ChangeSet rowNested(const Plan &plan, const GridShape &shape, const GridRow &row, int steps)
{
    const Places all(shape.rows(plan));
    const qsizetype at = all.indexOf(row.id);
    if (at < 0 || !shape.nests)
        return {};
    const qsizetype whole = all.wholeOf(at);
    const QList<RowId> beside = all.beside(at);
    const auto place = beside.indexOf(row.id);
    if (steps < 0 ? whole < 0 : place < 1)
        return {};
    const qsizetype to = steps < 0 ? all.wholeOf(whole) : all.indexOf(beside.at(place - 1));
    QList<RowId> order = all.below(to, row.kind);
    order.insert(steps < 0 ? order.indexOf(all.idAt(whole)) + 1 : order.size(), row.id);
    ChangeBuilder change(Texts::tr("%1の階層を変更").arg(rowName(plan, shape.table, row.id)));
    change.set(shape.table, row.id, shape.whole, all.idAt(to));
    change.set(shape.table, row.id, 0, placeInOrder(plan.table(shape.table), order, row.id, change));
    return std::move(change).build();
}

Result<ChangeSet> blockPasted(const Plan &plan, const GridShape &shape, const PastedBlock &block, const IdSource &ids)
{
    if (shape.pasteRows) {
        if (auto made = shape.pasteRows(plan, block, ids))
            return *std::move(made);
    }
    const QList<GridRow> all = shape.rows(plan);
    QList<GridRow> rows = all;
    if (block.shown) {
        QHash<RowId, GridRow> known;
        for (const GridRow &row : all)
            known.insert(row.id, row);
        rows.clear();
        for (const RowId id : *block.shown) {
            if (const auto row = known.constFind(id); row != known.constEnd())
                rows << *row;
        }
    }
    const auto first = std::find_if(rows.begin(), rows.end(), [&](const GridRow &row) { return row.id == block.from; });
    if (!block.from.isNull() && first == rows.end())
        return ChangeSet(); // it has gone, and with it the place that was meant
    const qsizetype from = block.from.isNull() ? rows.size() : first - rows.begin();

    Step step(plan);
    std::optional<Appending> appending;
    const auto refused = [&](qsizetype line, int column, const QString &reason, const QString &advice) {
        return Error{ErrorKind::Invalid,
                     Texts::tr("貼り付けの%1行目「%2」：%3").arg(line + 1).arg(shape.columns.at(column).header, reason),
                     advice,
                     {}};
    };
    qsizetype at = from;
    for (qsizetype line = 0; line < block.cells.size(); ++line, ++at) {
        const QStringList &cells = block.cells[line];
        const qsizetype count = std::min(cells.size(), block.columns.size());
        if (at >= rows.size()) {
            bool filled = false;
            for (qsizetype i = 0; i < count; ++i)
                filled = filled || (shape.columns.at(block.columns[i]).isEditable() && !cells[i].trimmed().isEmpty());
            if (!filled) {
                --at; // spreadsheets copy empty lines along; they are no rows
                continue;
            }
            if (!shape.canAdd || !block.addsRows)
                return Error{ErrorKind::Invalid,
                             Texts::tr("貼り付ける行が%1行あり、ここから下の%2行より多くあります。")
                                 .arg(block.cells.size())
                                 .arg(rows.size() - from),
                             block.addsRows ? Texts::tr("先頭の行を確かめて、貼り付け直してください。")
                                            : Texts::tr("絞り込みを解いてから貼り付けてください。"),
                             {}};
            if (!appending)
                appending.emplace(plan, shape);
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
                return refused(line, cell.column, Texts::tr("%1の行に、この欄はありません。").arg(tableLabel(shape.kind(row.kind).table)),
                               Texts::tr("貼り付ける行と列を確かめてください。"));
            if (!shown.isEditable() || cells[i] == cellText(step.plan(), shape, cell))
                continue; // computed, or as it was
            const auto written = step.take(
                [&](const Plan &now, ChangeBuilder &change) { return write(now, shape, cell, cells[i], ids, change); });
            if (!written)
                return refused(line, cell.column, written.error().what, written.error().remedy);
        }
    }
    const bool single = block.cells.size() == 1 && block.cells.first().size() == 1 && !block.from.isNull();
    return step.build(single ? titleOf(plan, shape, {rows[from], block.columns.first()})
                             : Texts::tr("%1に貼り付け").arg(tableLabel(shape.table)));
}

Result<ChangeSet> cellsFilled(const Plan &plan, const GridShape &shape, const QList<CellCopy> &copies, const IdSource &ids)
{
    Step step(plan);
    for (const CellCopy &copy : copies) {
        if (!isThere(plan, shape, copy.source.row) || !isThere(plan, shape, copy.target.row))
            continue;
        const QString content = copy.typed ? *copy.typed : cellInput(plan, shape, copy.source);
        const auto written = step.take(
            [&](const Plan &now, ChangeBuilder &change) { return write(now, shape, copy.target, content, ids, change); });
        if (!written)
            return written.error();
    }
    return step.build(Texts::tr("%1を複写").arg(tableLabel(shape.table)));
}

Result<ChangeSet> typedIntoAll(const Plan &plan, const GridShape &shape, const QList<GridAddress> &cells, const QString &typed,
                               const IdSource &ids)
{
    Step step(plan);
    for (const GridAddress &cell : cells) {
        if (!isThere(plan, shape, cell.row))
            continue;
        const auto written = step.take(
            [&](const Plan &now, ChangeBuilder &change) { return write(now, shape, cell, typed, ids, change); });
        if (!written)
            return written.error();
    }
    if (cells.size() == 1)
        return step.build(titleOf(plan, shape, cells.first()));
    return step.build(typed.isEmpty() ? Texts::tr("%1の値を消去").arg(tableLabel(shape.table))
                                      : Texts::tr("%1の%2か所に入力").arg(tableLabel(shape.table)).arg(cells.size()));
}

} // namespace shisaku
