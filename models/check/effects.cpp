// SPDX-License-Identifier: GPL-3.0-or-later
// Hours saved, their rates and the offices: each printed figure against what its own row, or the rows it sums up, give.
#include "models/check/rules.h"
#include "models/plan/tables.h"
#include "models/results/effect_amounts.h"

#include <algorithm>

namespace shisaku {

using namespace Qt::StringLiterals;

namespace {
std::optional<Decimal> tasksOf(const Effect &effect)
{
    return effect.task_count ? std::optional(Decimal::of(*effect.task_count)) : std::nullopt;
}

class EffectCheck {
public:
    EffectCheck(const Plan &plan, Findings &findings) : m_plan(plan), m_findings(findings), m_effects(plan.ordered<Effect>()) {}

    void run()
    {
        for (const Effect *effect : m_effects) {
            hours(*effect);
            if (effect->scope == "total"_L1)
                total(*effect);
            else
                offices(*effect);
        }
    }

private:
    void hours(const Effect &effect)
    {
        const HourAmounts hours = hoursOf(effect);
        if (!hours.isComputed())
            return;
        const std::optional<Decimal> &before = hours.before;
        const std::optional<Decimal> &after = hours.after;
        const Decimal saved = *hours.saved;
        if (const auto printed = PrintedAmount::fromText(effect.printed_saved); printed && !printed->is(saved))
            figure<&Effect::printed_saved>(
                "saved-hours", effect, printed->value, saved, CheckText::tr("時間"),
                CheckText::tr("%1−%2は%3時間です。").arg(hoursText(*before), hoursText(*after), hoursText(saved))
                    + explainedHours(*printed, *before, *after));
        const auto printed = PrintedAmount::fromText(effect.printed_rate);
        if (printed && !printed->isPercentOf(saved, *before)) {
            const QString rate = shownPercent(saved, *before, *printed);
            Finding &finding = m_findings.add<&Effect::printed_rate>(
                "saved-rate", effect.id,
                CheckText::tr("%1時間→%2時間の削減率は%3％です。").arg(hoursText(*before), hoursText(*after), rate)
                    + explained(effect, *printed, *before, *after));
            finding.printed = printed->shown() + u'％';
            finding.computed = rate + u'％';
        }
    }

    QString explained(const Effect &effect, const PrintedAmount &printed, Decimal before, Decimal after) const
    {
        const QString sentence = explainedRate(printed, before, after);
        return sentence.isEmpty() && effect.scope == "total"_L1 ? meanRate(printed, yearsSummedBy(m_plan, effect)) : sentence;
    }

    /// A rate of a total that is the mean of the years' rates.
    static QString meanRate(const PrintedAmount &printed, const QList<const Effect *> &years)
    {
        Decimal sum;
        for (const Effect *year : years) {
            const HourAmounts hours = hoursOf(*year);
            const auto rate = hours.isComputed() ? Decimal::percent(*hours.saved, *hours.before, Decimal::places) : std::nullopt;
            if (!rate)
                return {};
            sum = sum + *rate;
        }
        return !years.isEmpty() && printed.isPercentOf(sum, Decimal::of(100 * years.size()))
                   ? CheckText::tr("合計から計算した率ではなく、各年度の削減率の平均に当たります。")
                   : QString();
    }

    void offices(const Effect &effect)
    {
        const OfficeTally tally(m_plan, {&effect});
        if (!effect.printed_departments || !tally.isComplete())
            return; // a bare count stays a count
        const Decimal printed = Decimal::of(*effect.printed_departments);
        const Decimal counted = Decimal::of(tally.distinct());
        if (printed == counted)
            return;
        QString message = CheckText::tr("部署名は%1部署分あります。").arg(tally.distinct());
        if (tally.written() != tally.distinct() && printed == Decimal::of(tally.written()))
            message += CheckText::tr("同じ部署を重ねて数えた値に当たります。");
        figure<&Effect::printed_departments>("office-count", effect, printed, counted, CheckText::tr("部署"), message);
    }

    void total(const Effect &effect)
    {
        const QList<const Effect *> years = yearsSummedBy(m_plan, effect);
        if (years.isEmpty())
            return;
        const auto tasks = tasksOf(effect);
        sum<&Effect::task_count>(effect, tasks ? std::optional(PrintedAmount{*tasks, 0}) : std::nullopt,
                                 sumOf<Decimal>(years, tasksOf), CheckText::tr("業務"));
        hourSum<&Effect::hours_before>(effect, sumOf<Decimal>(years, [](const Effect &year) { return hoursOf(year).before; }));
        hourSum<&Effect::hours_after>(effect, sumOf<Decimal>(years, [](const Effect &year) { return hoursOf(year).after; }));
        hourSum<&Effect::printed_saved>(effect, sumOf<Decimal>(years, [](const Effect &year) { return hoursOf(year).saved; }));
        const OfficeTally tally(m_plan, years);
        if (!effect.printed_departments || !tally.isComplete() || *effect.printed_departments == tally.distinct())
            return;
        QString message = tally.told() + CheckText::tr("。");
        if (*effect.printed_departments == tally.mentions())
            message += CheckText::tr("同じ部署を年度ごとに数えた延べ数に当たります。");
        figure<&Effect::printed_departments>("effect-total", effect, Decimal::of(*effect.printed_departments),
                                             Decimal::of(tally.distinct()), CheckText::tr("部署"), message);
    }

    template <auto Member>
    void hourSum(const Effect &effect, const std::optional<Decimal> &computed)
    {
        sum<Member>(effect, PrintedAmount::fromText(effect.*Member), computed, CheckText::tr("時間"));
    }

    template <auto Member>
    void sum(const Effect &effect, const std::optional<PrintedAmount> &printed, const std::optional<Decimal> &computed,
             const QString &unit)
    {
        if (printed && computed && !printed->is(*computed))
            figure<Member>("effect-total", effect, printed->value, *computed, unit,
                           CheckText::tr("各年度の%1の合計は%2%3です。")
                               .arg(fieldLabel(fieldOf<Member>()).section(u'(', 0, 0), hoursText(*computed), unit));
    }

    template <auto Member>
    void figure(const char *rule, const Effect &effect, Decimal printed, Decimal computed, const QString &unit,
                const QString &message)
    {
        Finding &finding = m_findings.add<Member>(rule, effect.id, message);
        finding.printed = printed.toJapanese() + unit;
        finding.computed = hoursText(computed) + unit;
    }

    const Plan &m_plan;
    Findings &m_findings;
    QList<const Effect *> m_effects;
};
} // namespace

void checkEffects(const Plan &plan, Findings &findings)
{
    EffectCheck(plan, findings).run();
}

} // namespace shisaku
