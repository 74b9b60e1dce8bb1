// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/file/soundness.h"

#include "models/file/file_check.h"
#include "models/plan/rules.h"

#include <QCoreApplication>

#include <algorithm>
#include <iterator>

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

Soundness::Targets &Soundness::targetsOf(TableId table, int field)
{
    const auto known = std::find_if(m_targets.begin(), m_targets.end(),
                                    [&](const Targets &targets) { return targets.table == table && targets.field == field; });
    return known != m_targets.end() ? *known : m_targets.emplace_back(Targets{table, field, {}});
}

void Soundness::add(const TableInfo &table, RowId row, const FieldValues &values)
{
    for (size_t i = 0; i < values.size(); ++i) {
        if (const auto *target = std::get_if<RowId>(&values[i])) {
            if (table.fields[i].kind == FieldKind::Reference && !target->isNull())
                targetsOf(table.id, static_cast<int>(i)).rows.push_back(*target);
        } else if (const auto *text = std::get_if<QString>(&values[i]); text && !text->isEmpty() && !m_badText) {
            if (text->size() > longestText || hasUnusableCharacters(*text, table.fields[i].kind == FieldKind::LongText))
                m_badText = {table.id, row, static_cast<int>(i)};
        }
    }
}

void Soundness::add(Soundness &&other)
{
    std::move(other.m_targets.begin(), other.m_targets.end(), std::back_inserter(m_targets));
    if (!m_badText)
        m_badText = other.m_badText;
}

std::optional<Error> Soundness::fault(const Plan &plan, const QString &name) const
{
    if (m_badText)
        return refusal(name, plan, m_badText->table, m_badText->row, m_badText->field,
                       SoundnessText::tr("に、長すぎる文または使えない文字が入っています。"));
    for (const Targets &targets : m_targets) {
        const TableId leadsTo = tableInfo(targets.table).fields[static_cast<size_t>(targets.field)].target;
        const AnyRows &rows = plan.table(leadsTo);
        for (RowId target : targets.rows) {
            if (!rows.contains(target))
                return refusal(name, plan, targets.table, plan.table(targets.table).referring(targets.field, target).first(),
                               targets.field, SoundnessText::tr("が指す%1がありません。").arg(tableLabel(leadsTo)));
        }
    }
    for (const Targets &targets : m_targets) {
        if (tableInfo(targets.table).fields[static_cast<size_t>(targets.field)].target == targets.table) {
            if (auto found = circle(plan, targets, name))
                return found;
        }
    }
    return std::nullopt;
}

std::optional<Error> Soundness::circle(const Plan &plan, const Targets &targets, const QString &name)
{
    QHash<quint64, int> depths; // of rows that are known to come to an end
    const AnyRows &rows = plan.table(targets.table);
    for (RowId from : targets.rows) { // what nothing leads to is in no circle, and one deeper than what it leads to
        QList<RowId> way;
        RowId at = from;
        while (!at.isNull() && !depths.contains(at.bits) && way.size() <= deepest) {
            way << at;
            at = std::get<RowId>(rows.value(at, targets.field));
        }
        int depth = at.isNull() ? 0 : depths.value(at.bits, deepest);
        for (auto row = way.crbegin(); row != way.crend(); ++row)
            depths.insert(row->bits, ++depth);
        if (depth >= deepest)
            return refusal(name, plan, targets.table, rows.referring(targets.field, from).first(), targets.field,
                           SoundnessText::tr("が、たどると自分自身に戻るか、深すぎます。"));
    }
    return std::nullopt;
}

} // namespace shisaku
