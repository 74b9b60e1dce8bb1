// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/exchange/table_csv.h"

#include "models/plan/time_reading.h"
#include "models/plan/usable_text.h"
#include "models/plan/written_number.h"

#include <QCoreApplication>
#include <QSet>

#include <algorithm>

namespace shisaku {

using namespace Qt::StringLiterals;

namespace {
struct TableCsv {
    Q_DECLARE_TR_FUNCTIONS(TableCsv)
};

constexpr int idColumn = -1;
constexpr int noColumn = -2;

/// So much of a cell as a sentence can bear; a broken file may hold megabytes.
QString brief(const QString &cell)
{
    constexpr qsizetype longest = 60;
    return cell.size() <= longest ? cell : cell.first(longest) + u'…';
}

QStringList headerOf(TableId table)
{
    QStringList header{u"id"_s};
    for (const Field &field : tableInfo(table).fields)
        header << QString::fromLatin1(field.name);
    return header;
}

/// For each column its index in the field list, idColumn, or noColumn for a column without a heading.
Result<QList<int>> columnsOf(TableId table, const QString &name, const CsvRecord &header)
{
    QList<int> columns;
    for (const QString &cell : header.cells) {
        const QString heading = cell.trimmed();
        const int column = heading.isEmpty() ? noColumn : heading == "id"_L1 ? idColumn : fieldIndex(table, heading);
        if (column == -1 && heading != "id"_L1)
            return errorAt(name, header.line, heading, TableCsv::tr("%1の表にない列です。").arg(tableLabel(table)),
                           TableCsv::tr("使える列は %1 です。").arg(headerOf(table).join(u"、")));
        if (column != noColumn && columns.contains(column))
            return errorAt(name, header.line, heading, TableCsv::tr("同じ列が二つあります。"),
                           TableCsv::tr("一つにしてください。"));
        columns << column;
    }
    return columns;
}

QString formHint(const Field &field)
{
    switch (field.kind) {
    case FieldKind::Flag:
        return TableCsv::tr("1（はい）か 0（いいえ）を入力してください。");
    case FieldKind::Reference:
    case FieldKind::AnyRow:
        return TableCsv::tr("指す行のid（12文字）を入力してください。");
    case FieldKind::Owner:
        return TableCsv::tr("「measure:id」のように、表の名前とidで指定してください。");
    default:
        return TableCsv::tr("内容を確かめてください。");
    }
}

/// A cell as its field takes it: of anything but a text, spaces around it are none of its own.
QString contentOf(const Field &field, const QString &cell)
{
    if (field.kind == FieldKind::LongText)
        return usableText(cell, TextLines::Several);
    const QString line = usableText(cell, TextLines::One);
    return field.kind == FieldKind::Text ? line : line.trimmed();
}

/// The value of a cell, or why it has none.
Result<Value> valueOf(const Field &field, const QString &written)
{
    const QString cell = contentOf(field, written);
    if (field.kind == FieldKind::Time) {
        const auto time = readTime(cell);
        return time ? Result<Value>(time->toText()) : time.error();
    }
    const auto value = valueFromText(field, cell);
    if (!value || (field.kind == FieldKind::Flag && *value != Value(qint64(0)) && *value != Value(qint64(1))))
        return Error{ErrorKind::Invalid,
                     TableCsv::tr("「%1」は%2として読めません。").arg(brief(written), fieldLabel(field)),
                     formHint(field),
                     {}};
    return *value;
}

Result<ImportedRow> rowOf(TableId table, const QString &name, const QList<int> &columns, const CsvRecord &record,
                          const IndicatorUnits &units)
{
    const auto fields = tableInfo(table).fields;
    ImportedRow row{record.line, {}, std::vector<std::optional<Value>>(fields.size())};
    QList<std::pair<int, QString>> figures; // read last, with the unit that the row states
    for (qsizetype i = 0; i < record.cells.size() || i < columns.size(); ++i) {
        const QString cell = record.cells.value(i);
        const int column = columns.value(i, noColumn);
        if (column == noColumn) {
            if (!cell.isEmpty())
                return errorAt(name, record.line, QString::number(i + 1),
                               TableCsv::tr("見出しのない列に「%1」があります。").arg(brief(cell)),
                               TableCsv::tr("見出しを付けるか、その値を消してください。"));
        } else if (column == idColumn) {
            const auto id = RowId::fromText(cell.trimmed());
            if (!id)
                return errorAt(name, record.line, u"id"_s, TableCsv::tr("「%1」はidとして読めません。").arg(brief(cell)),
                               TableCsv::tr("元のidに戻すか、新しい行なら空にしてください。"));
            row.id = *id;
        } else {
            const Field &field = fields[static_cast<size_t>(column)];
            if (field.kind == FieldKind::Integer || field.kind == FieldKind::Decimal) {
                figures.append({column, contentOf(field, cell)});
                continue;
            }
            const auto value = valueOf(field, cell);
            if (!value)
                return errorAt(name, record.line, QString::fromLatin1(field.name), value.error().what, value.error().remedy);
            row.values[static_cast<size_t>(column)] = *value;
        }
    }
    const auto unit = unitOfRow(
        table, [&row](int field) { return row.values[static_cast<size_t>(field)]; },
        [&units](RowId indicator) {
            const auto known = units.constFind(indicator);
            return known == units.constEnd() ? std::nullopt : std::optional(*known);
        });
    for (const auto &[column, cell] : std::as_const(figures)) {
        const Field &field = fields[static_cast<size_t>(column)];
        const auto number = readNumber(field, cell, unit);
        if (!number)
            return errorAt(name, record.line, QString::fromLatin1(field.name), number.error().what, number.error().remedy);
        row.values[static_cast<size_t>(column)] = *number;
    }
    return row;
}
} // namespace

IndicatorUnits indicatorUnits(const Plan &plan)
{
    IndicatorUnits units;
    for (const Indicator *indicator : plan.ordered<Indicator>())
        units.insert(indicator->id.row, indicator->unit);
    return units;
}

void addUnits(const ImportedTable &table, IndicatorUnits &units)
{
    if (table.table != TableId::Indicator)
        return;
    for (const ImportedRow &row : table.rows) {
        if (const auto &unit = row.values[static_cast<size_t>(fieldIndex<&Indicator::unit>())])
            units.insert(row.id, std::get<QString>(*unit));
    }
}

Error errorAt(const QString &name, int line, const QString &column, const QString &problem, const QString &remedy)
{
    const QString place = column.isEmpty() ? TableCsv::tr("「%1」の%2行目：").arg(name).arg(line)
                                           : TableCsv::tr("「%1」の%2行目、列「%3」：").arg(name).arg(line).arg(brief(column));
    return {ErrorKind::Invalid, place + problem, remedy, {}};
}

QList<QStringList> tableRecords(const Plan &plan, TableId table)
{
    const AnyRows &rows = plan.table(table);
    QList<RowId> order;
    for (qsizetype i = 0; i < rows.size(); ++i)
        order << rows.idAt(i);
    std::sort(order.begin(), order.end(), [&rows](RowId a, RowId b) {
        const Value left = rows.value(a, 0);
        const Value right = rows.value(b, 0);
        return left != right ? left < right : a < b;
    });
    QList<QStringList> records{headerOf(table)};
    for (RowId id : order) {
        QStringList record{id.toText()};
        for (const Value &value : rows.values(id))
            record << valueToText(value);
        records << record;
    }
    return records;
}

QByteArray tableCsv(const Plan &plan, TableId table)
{
    QSet<qsizetype> numberColumns;
    const auto fields = tableInfo(table).fields;
    for (size_t i = 0; i < fields.size(); ++i) {
        if (fields[i].kind == FieldKind::Integer || fields[i].kind == FieldKind::Decimal || fields[i].kind == FieldKind::Flag)
            numberColumns << static_cast<qsizetype>(i) + 1; // behind the id
    }
    return writeCsv(tableRecords(plan, table), numberColumns);
}

std::optional<TableId> tableByHeader(const QList<CsvRecord> &records)
{
    std::optional<TableId> found;
    for (const TableInfo &table : allTables()) {
        const QStringList header = headerOf(table.id);
        const bool covers = !records.isEmpty()
                            && std::all_of(
                                records.first().cells.cbegin(), records.first().cells.cend(),
                                [&header](const QString &cell) { return cell.isEmpty() || header.contains(cell.trimmed()); });
        if (covers && found)
            return std::nullopt;
        if (covers)
            found = table.id;
    }
    return found;
}

Result<ImportedTable> readTable(TableId table, const QString &name, const QList<CsvRecord> &records, const IndicatorUnits &units)
{
    if (records.isEmpty())
        return errorAt(name, 1, {}, TableCsv::tr("見出しの行がありません。"), TableCsv::tr("1行目に列の名前を入れてください。"));
    const auto columns = columnsOf(table, name, records.first());
    if (!columns)
        return columns.error();

    ImportedTable result{table, name, {}};
    QHash<quint64, int> lines;
    for (qsizetype i = 1; i < records.size(); ++i) {
        const auto row = rowOf(table, name, *columns, records[i], units);
        if (!row)
            return row.error();
        if (!row->id.isNull()) {
            if (const auto known = lines.constFind(row->id.bits); known != lines.constEnd())
                return errorAt(name, row->line, u"id"_s,
                               TableCsv::tr("「%1」は%2行目にもあります。").arg(row->id.toText()).arg(*known),
                               TableCsv::tr("写した行を新しい行にするには、idを空にしてください。"));
            lines.insert(row->id.bits, row->line);
        }
        result.rows.push_back(*row);
    }
    return result;
}

} // namespace shisaku
