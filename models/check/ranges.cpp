// SPDX-License-Identifier: GPL-3.0-or-later
// Values outside the ranges of their fields, which entry refuses today: files of earlier versions may hold them.
#include "models/plan/ranges.h"

#include "models/check/rules.h"

namespace shisaku {

namespace {
/// So much of a value as a list of findings can bear.
QString brief(const QString &text)
{
    constexpr qsizetype longest = 40;
    return text.size() > longest ? text.first(longest) + u'…' : text;
}

bool isRanged(const Field &field)
{
    return field.longest > 0 || field.kind == FieldKind::Integer || field.kind == FieldKind::Decimal;
}

/// Names the row with which a tree first grows too deep on a way down.
void checkDepth(const AnyRows &rows, TableId table, int parent, Findings &findings)
{
    const auto above = [&](RowId row) { return std::get<RowId>(rows.value(row, parent)); };
    for (qsizetype i = 0; i < rows.size(); ++i) {
        if (const RowId row = rows.idAt(i); storeyOf(row, above) == deepestLevel + 1)
            findings.add("out-of-range", table, row, parent,
                         CheckText::tr("%1階層より深くなっています。図では%1階層目にまとめて示します。").arg(deepestLevel));
    }
}
} // namespace

void checkRanges(const Plan &plan, Findings &findings)
{
    for (const TableInfo &table : allTables()) {
        const AnyRows &rows = plan.table(table.id);
        for (qsizetype i = 0; i < rows.size(); ++i) {
            const RowId row = rows.idAt(i);
            for (size_t f = 0; f < table.fields.size(); ++f) {
                const Field &field = table.fields[f];
                if (!isRanged(field))
                    continue;
                const Value value = rows.value(row, static_cast<int>(f));
                if (isWithinRange(field, value))
                    continue;
                Finding &finding = findings.add(
                    "out-of-range", table.id, row, static_cast<int>(f),
                    CheckText::tr("「%1」が、入力できる範囲（%2）の外です。図や集計では範囲の中の値として扱います。")
                        .arg(fieldLabel(field), rangeInWords(field)));
                finding.printed = brief(valueToText(value));
            }
        }
    }
    for (const TableInfo &table : allTables()) {
        for (size_t f = 0; f < table.fields.size(); ++f) {
            if (table.fields[f].kind == FieldKind::Reference && table.fields[f].target == table.id)
                checkDepth(plan.table(table.id), table.id, static_cast<int>(f), findings);
        }
    }
    const PlanInfo &info = plan.info();
    if (showsTooManyYears(info.first_year, info.last_year))
        findings.add<&PlanInfo::last_year>("out-of-range", info.id,
                                           CheckText::tr("示す年度が多すぎます。最初の%1年だけを示します。").arg(mostShownYears));
}

} // namespace shisaku
