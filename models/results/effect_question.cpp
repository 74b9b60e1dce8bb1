// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/results/effect_question.h"

#include "models/results/effect_amounts.h"

#include <QCoreApplication>

#include <algorithm>

namespace shisaku {

using namespace Qt::StringLiterals;

namespace {
struct Texts {
    Q_DECLARE_TR_FUNCTIONS(EffectQuestion)
};
} // namespace

QString askAboutSavings(const Plan &plan, const ChangeSet &change)
{
    static constexpr QString Effect::*hours[] = {&Effect::hours_before, &Effect::hours_after, &Effect::printed_saved};
    for (const RowChange &row : change.rows) {
        if (row.table != TableId::Effect || !row.after)
            continue;
        const Effect *stored = plan.find(Id<Effect>(row.row));
        Effect wanted = stored ? *stored : Effect();
        for (const FieldChange &field : *row.after)
            tableInfo(TableId::Effect).fields[static_cast<size_t>(field.field)].write(&wanted, field.value);
        const auto isSame = [&](QString Effect::*member) { return stored && wanted.*member == stored->*member; };
        if (std::all_of(std::begin(hours), std::end(hours), isSame))
            continue;
        const HourAmounts amounts = hoursOf(wanted);
        const auto printed = Decimal::fromText(wanted.printed_saved);
        const QString when = wanted.as_of.toShortJapanese();
        if (amounts.isComputed() && (amounts.before->isNegative() || amounts.after->isNegative()))
            continue; // outside of the range: refused, not asked about
        if (amounts.isComputed() && amounts.saved->isNegative())
            return Texts::tr("%1の導入後（%2時間）が導入前（%3時間）より多く、削減が%4時間になります。")
                .arg(when, hoursText(*amounts.after), hoursText(*amounts.before), hoursText(*amounts.saved));
        if (printed && printed->isNegative())
            return Texts::tr("%1の原典の削減が%2時間です。").arg(when, hoursText(*printed));
    }
    return {};
}

} // namespace shisaku
