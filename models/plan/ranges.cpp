// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/plan/ranges.h"

#include "models/plan/decimal.h"
#include "models/plan/rules.h"

#include <QCoreApplication>
#include <QLocale>

namespace shisaku {

namespace {
struct Ranges {
    Q_DECLARE_TR_FUNCTIONS(Ranges)
};

/// So much of a text as a sentence can bear.
constexpr qsizetype longestQuoted = 40;

QString grouped(qint64 number)
{
    return QLocale(QLocale::Japanese, QLocale::Japan).toString(number);
}

/// The name of a row, which may be as long as a file can hold.
QString quoted(const QString &name)
{
    return name.size() > longestQuoted ? name.first(longestQuoted) + u'…' : name;
}

QString givenInWords(const Field &field, const Value &value)
{
    const QString text = valueToText(value);
    if (field.longest > 0)
        return Ranges::tr("%1文字").arg(grouped(text.size()));
    const auto *number = std::get_if<qint64>(&value);
    return number ? grouped(*number) : text.left(longestQuoted);
}
} // namespace

int storeyOf(RowId row, const std::function<RowId(RowId)> &above)
{
    int storey = 1;
    for (RowId at = above(row); !at.isNull() && storey < deepestLevel + 2; at = above(at))
        ++storey;
    return storey;
}

bool isWithinRange(const Field &field, const Value &value)
{
    if (field.longest > 0) {
        const auto *text = std::get_if<QString>(&value);
        return !text || text->size() <= field.longest;
    }
    const NumberRange &range = field.range;
    if (field.kind == FieldKind::Integer) {
        const auto *number = std::get_if<qint64>(&value);
        return !number || (*number >= range.minimum && *number <= range.maximum);
    }
    if (field.kind == FieldKind::Decimal) {
        const auto *text = std::get_if<QString>(&value);
        if (!text || !isDecimalDigits(*text))
            return true; // empty, or not a number at all
        const auto number = Decimal::fromText(*text);
        return number && *number >= Decimal::of(range.minimum) && *number <= Decimal::of(range.maximum);
    }
    return true;
}

QString rangeInWords(const Field &field)
{
    if (field.longest > 0)
        return Ranges::tr("%1文字まで").arg(grouped(field.longest));
    return (field.kind == FieldKind::Decimal ? Ranges::tr("%1～%2の数") : Ranges::tr("%1～%2の整数"))
        .arg(grouped(field.range.minimum), grouped(field.range.maximum));
}

Error outOfRange(const QString &row, const Field &field, const Value &value)
{
    const QString what = Ranges::tr("「%1」に入力できるのは、%2です（入力は%3）。")
                             .arg(fieldLabel(field), rangeInWords(field), givenInWords(field, value));
    return {ErrorKind::Invalid,
            row.isEmpty() ? what : Ranges::tr("%1の%2").arg(quoted(row), what),
            field.longest > 0 ? Ranges::tr("短くして、もう一度入力してください。")
                              : Ranges::tr("この範囲の値に直して、もう一度入力してください。"),
            {}};
}

Result<void> checkEntered(TableId table, const FieldValues &values, int field)
{
    const Field &info = tableInfo(table).fields[static_cast<size_t>(field)];
    const Value &value = values[static_cast<size_t>(field)];
    if (!isWithinRange(info, value))
        return outOfRange(rowName(table, values), info, value);
    const int first = fieldIndex<&PlanInfo::first_year>();
    const int last = fieldIndex<&PlanInfo::last_year>();
    if (table != TableId::PlanInfo || (field != first && field != last))
        return {};
    const auto from = PlanTime::fromText(std::get<QString>(values[first]));
    const auto to = PlanTime::fromText(std::get<QString>(values[last]));
    if (!from || !to || !showsTooManyYears(*from, *to))
        return {};
    return Error{ErrorKind::Invalid,
                 Ranges::tr("「%1」から「%2」までに示せるのは、%3年までです。")
                     .arg(fieldLabel(fieldOf<&PlanInfo::first_year>()), fieldLabel(fieldOf<&PlanInfo::last_year>()))
                     .arg(mostShownYears),
                 Ranges::tr("どちらかの年度を直して、もう一度入力してください。"),
                 {}};
}

Result<void> checkPrintable(const Plan &plan)
{
    for (const TableInfo &table : allTables()) {
        const AnyRows &rows = plan.table(table.id);
        for (size_t f = 0; f < table.fields.size(); ++f) {
            const Field &field = table.fields[f];
            for (qsizetype row = 0; field.longest > 0 && row < rows.size(); ++row) {
                const Value value = rows.value(rows.idAt(row), static_cast<int>(f));
                if (isWithinRange(field, value))
                    continue;
                return Error{ErrorKind::Invalid,
                             Ranges::tr("%1の「%2」が長すぎて、紙に収められません（%3。入力できるのは%4です）。")
                                 .arg(quoted(rowName(table.id, rows.values(rows.idAt(row)))), fieldLabel(field),
                                      givenInWords(field, value), rangeInWords(field)),
                             Ranges::tr("短くしてから、もう一度出力してください。"),
                             {}};
            }
        }
    }
    return {};
}

QString drawnLine(const QString &text)
{
    return text.size() > longestLine ? text.first(longestLine - 1) + u'…' : text;
}

bool showsTooManyYears(const PlanTime &first, const PlanTime &last)
{
    return first.isDated() && last.isDated()
           && fiscalYearOf(last.firstMonth()) - fiscalYearOf(first.firstMonth()) >= mostShownYears;
}

} // namespace shisaku
