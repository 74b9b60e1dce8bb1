// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/file/soundness.h"

#include "models/file/file_check.h"
#include "models/plan/rules.h"

#include <QCoreApplication>

namespace shisaku {

namespace {
struct SoundnessText {
    Q_DECLARE_TR_FUNCTIONS(Soundness)
};

/// Deeper trees than this are no outline of a plan.
constexpr int deepest = 1000;

Error refusal(const QString &file, const Plan &plan, TableId table, RowId row, int field, const QString &problem)
{
    const TableInfo &info = tableInfo(table);
    return {ErrorKind::Unreadable,
            SoundnessText::tr("「%1」の中の%2の「%3」%4")
                .arg(file, rowName(plan, table, row), fieldLabel(info.fields[static_cast<size_t>(field)]), problem),
            remedyForDamage(), QLatin1StringView(info.name) + u' ' + row.toText()};
}
} // namespace

void Soundness::add(const TableInfo &table, RowId row, const FieldValues &values)
{
    for (size_t i = 0; i < values.size(); ++i) {
        if (const auto *target = std::get_if<RowId>(&values[i])) {
            if (table.fields[i].kind == FieldKind::Reference && !target->isNull())
                m_links.push_back({table.id, row, static_cast<int>(i), *target});
        } else if (const auto *text = std::get_if<QString>(&values[i]); text && !text->isEmpty() && !m_badText) {
            if (text->size() > longestText || hasUnusableCharacters(*text, table.fields[i].kind == FieldKind::LongText))
                m_badText = {table.id, row, static_cast<int>(i), {}};
        }
    }
}

void Soundness::add(const Soundness &other)
{
    m_links.insert(m_links.end(), other.m_links.begin(), other.m_links.end());
    if (!m_badText)
        m_badText = other.m_badText;
}

std::optional<Error> Soundness::fault(const Plan &plan, const QString &name) const
{
    if (m_badText)
        return refusal(name, plan, m_badText->table, m_badText->row, m_badText->field,
                       SoundnessText::tr("に、長すぎる文または使えない文字が入っています。"));
    for (const Link &link : m_links) {
        const Field &field = tableInfo(link.table).fields[static_cast<size_t>(link.field)];
        if (!plan.table(field.target).contains(link.target))
            return refusal(name, plan, link.table, link.row, link.field,
                           SoundnessText::tr("が指す%1がありません。").arg(tableLabel(field.target)));
    }
    return circle(plan, name);
}

std::optional<Error> Soundness::circle(const Plan &plan, const QString &name) const
{
    QHash<quint64, int> depths; // of rows that are known to come to an end
    for (const Link &link : m_links) {
        if (tableInfo(link.table).fields[static_cast<size_t>(link.field)].target != link.table)
            continue;
        const AnyRows &rows = plan.table(link.table);
        QList<RowId> way;
        RowId at = link.row;
        while (!at.isNull() && !depths.contains(at.bits) && way.size() <= deepest) {
            way << at;
            at = std::get<RowId>(rows.value(at, link.field));
        }
        int depth = at.isNull() ? 0 : depths.value(at.bits, deepest);
        for (auto row = way.crbegin(); row != way.crend(); ++row)
            depths.insert(row->bits, ++depth);
        if (depth > deepest)
            return refusal(name, plan, link.table, link.row, link.field,
                           SoundnessText::tr("が、たどると自分自身に戻るか、深すぎます。"));
    }
    return std::nullopt;
}

} // namespace shisaku
