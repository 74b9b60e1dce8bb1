// SPDX-License-Identifier: GPL-3.0-or-later
// Counts of a case (活用事例) against their printed sum, and their printed shares.
#include "models/check/rules.h"
#include "models/plan/tables.h"
#include "models/results/rates.h"

namespace shisaku {

using namespace Qt::StringLiterals;

namespace {
/// A plain count: a figure that stands alone, per nothing.
bool isCount(const CaseValue &value, const CaseValue &total)
{
    return !value.total && value.before.isEmpty() && !value.after.isEmpty() && value.unit == total.unit && value.per == total.per;
}

/// The counts that a printed sum adds up; none if one of them cannot be read.
QList<Decimal> countsOf(const QList<const CaseValue *> &values, const CaseValue &total)
{
    QList<Decimal> counts;
    for (const CaseValue *value : values) {
        if (!isCount(*value, total))
            continue;
        const auto count = Decimal::fromText(value->after);
        if (!count)
            return {};
        counts << *count;
    }
    return counts;
}

void checkTotal(const QList<const CaseValue *> &values, const CaseValue &total, Findings &findings)
{
    const auto printed = Decimal::fromText(total.after);
    const QList<Decimal> counts = countsOf(values, total);
    if (!printed || counts.isEmpty())
        return;
    Decimal sum;
    for (const Decimal &count : counts)
        sum = sum + count;
    if (sum == *printed)
        return;
    Finding &finding = findings.add<&CaseValue::after>("case-total", total.id,
                                                       CheckText::tr("内訳の合計は%1%2です。").arg(sum.toJapanese(), total.unit));
    finding.printed = printed->toJapanese() + total.unit;
    finding.computed = sum.toJapanese() + total.unit;
}

void checkShare(const CaseValue &value, Decimal whole, Findings &findings)
{
    const auto part = Decimal::fromText(value.after);
    const auto printed = PrintedAmount::fromText(value.printed_share);
    if (!part || !printed || printed->isPercentOf(*part, whole))
        return;
    const QString computed = shownPercent(*part, whole, *printed);
    Finding &finding = findings.add<&CaseValue::printed_share>(
        "case-share", value.id,
        CheckText::tr("「%1」%2%3は、%4%3の%5％です。")
                .arg(value.label, part->toJapanese(), value.unit, whole.toJapanese(), computed)
            + explainedShare(*printed, *part, whole));
    finding.printed = printed->shown() + u'％';
    finding.computed = computed + u'％';
}
} // namespace

void checkCases(const Plan &plan, Findings &findings)
{
    for (const CaseStudy *study : plan.ordered<CaseStudy>()) {
        const auto values = plan.parts<&CaseValue::case_study>(study->id);
        for (const CaseValue *total : values) {
            if (!total->total)
                continue;
            checkTotal(values, *total, findings);
            const auto whole = Decimal::fromText(total->after);
            for (const CaseValue *value : values) {
                if (whole && isCount(*value, *total))
                    checkShare(*value, *whole, findings);
            }
        }
    }
}

} // namespace shisaku
