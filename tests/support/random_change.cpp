// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/random_change.h"

#include "models/plan/rank.h"

namespace shisaku {

using namespace Qt::StringLiterals;

ChangeSet RandomChanges::change(const Plan &plan)
{
    ChangeBuilder builder(u"無作為の変更"_s);
    for (int i = below(3); i >= 0; --i)
        addTo(builder, plan);
    return std::move(builder).build();
}

QString RandomChanges::text()
{
    static const QStringList words{u"電子申請"_s, u"ＤＸ"_s, u"が\u3099"_s, u"𠮷野"_s, u"改\n行"_s,
                                   u"\"引用\""_s, u"運用"_s, u"A B"_s,      u""_s};
    return words[below(static_cast<int>(words.size()))] + (below(2) ? QString::number(below(50)) : QString());
}

RowId RandomChanges::anyRow(const Plan &plan, TableId table)
{
    const AnyRows &rows = plan.table(table);
    return rows.size() == 0 ? RowId() : rows.idAt(below(static_cast<int>(rows.size())));
}

Value RandomChanges::valueFor(const Plan &plan, const Field &field)
{
    switch (field.kind) {
    case FieldKind::Integer:
        return below(4) ? Value(qint64(below(100))) : Value();
    case FieldKind::Flag:
        return qint64(below(2));
    case FieldKind::Reference:
        return below(5) ? anyRow(plan, field.target) : RowId();
    case FieldKind::AnyRow:
        return anyRow(plan, TableId::Measure);
    case FieldKind::Owner: {
        const RowId measure = anyRow(plan, TableId::Measure);
        return below(2) && !measure.isNull() ? Owner(TableId::Measure, measure).toText() : QString();
    }
    case FieldKind::Time: {
        static const QStringList times{u""_s, u".."_s, u"FY2021"_s, u"2022-05"_s, u"2023H1"_s, u"2024"_s, u"2025-01-31"_s};
        return times[below(static_cast<int>(times.size()))];
    }
    case FieldKind::Keyword:
        return QString::fromUtf8(field.keywords[static_cast<size_t>(below(static_cast<int>(field.keywords.size())))].key);
    case FieldKind::Decimal:
        return below(3) ? QString::number(below(10000)) + (below(2) ? u".5"_s : QString()) : QString();
    case FieldKind::Image:
        return QByteArray("\x89PNG").append(char(below(100)));
    default:
        return field.kind == FieldKind::LongText ? text() : text().remove(u'\n');
    }
}

void RandomChanges::addTo(ChangeBuilder &builder, const Plan &plan)
{
    const TableInfo &table = allTables()[static_cast<size_t>(below(tableCount))];
    const RowId row = anyRow(plan, table.id);
    const int action = below(10);
    if (table.id == TableId::PlanInfo && (row.isNull() || action < 5)) // there is one, and it stays
        return;
    if (action < 4 || row.isNull()) {
        FieldValues values;
        for (const Field &field : table.fields)
            values.push_back(valueFor(plan, field));
        values[0] = rankBetween({}, {}) + QString::number(1 + below(9));
        if (table.id == TableId::Annotation)
            values[fieldIndex<&Annotation::table>()] = u"measure"_s;
        builder.insert(table.id, m_ids(), values);
    } else if (action < 5) {
        builder.remove(table.id, row);
    } else {
        const int field = 1 + below(static_cast<int>(table.fields.size()) - 1);
        builder.set(table.id, row, field, valueFor(plan, table.fields[static_cast<size_t>(field)]));
    }
}

} // namespace shisaku
