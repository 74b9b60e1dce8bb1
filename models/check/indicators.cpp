// SPDX-License-Identifier: GPL-3.0-or-later
// Indicators without what an indicator needs, and values that are not what was printed.
#include "models/check/rules.h"
#include "models/plan/decimal.h"
#include "models/plan/note_mark.h"
#include "models/plan/search_form.h"
#include "models/plan/tables.h"

#include <QRegularExpression>

#include <algorithm>

namespace shisaku {

using namespace Qt::StringLiterals;

namespace {
/// What 万 and 億 behind a number make of it, as digits to append.
int zerosOf(QChar scale)
{
    return scale == u'千' ? 3 : scale == u'万' ? 4 : scale == u'億' ? 8 : 0;
}

/// The number with the point moved to the right by some digits.
std::optional<Decimal> scaled(QString number, int zeros)
{
    const qsizetype point = number.indexOf(u'.');
    const qsizetype fraction = point < 0 ? 0 : number.size() - point - 1;
    if (point >= 0)
        number.remove(point, 1);
    if (zeros >= fraction)
        number += QString(zeros - fraction, u'0');
    else
        number.insert(number.size() - (fraction - zeros), u'.');
    return Decimal::fromText(number);
}

/// Whether one of the numbers in a text is the value: as written, or times its 千, 万 or 億.
bool names(const QString &printed, Decimal value)
{
    static const QRegularExpression number(u"([0-9][0-9,]*(?:\\.[0-9]+)?)([千万億]?)"_s);
    const QString text = plainForm(withoutAnchors(printed)); // the number of a note is no figure
    bool any = false;
    for (auto match = number.globalMatch(text); match.hasNext();) {
        const auto found = match.next();
        const QString digits = found.captured(1).remove(u',');
        const QString scale = found.captured(2);
        any = true;
        if (Decimal::fromText(digits) == value || (!scale.isEmpty() && scaled(digits, zerosOf(scale[0])) == value))
            return true;
    }
    return !any; // printed in words: nothing to compare
}

void checkValue(const Indicator &indicator, const IndicatorValue &value, Findings &findings)
{
    const auto number = Decimal::fromText(value.value);
    if (!number || value.printed.isEmpty() || names(value.printed, *number))
        return;
    Finding &finding = findings.add<&IndicatorValue::value>(
        "value-as-printed", value.id, CheckText::tr("指標「%1」の値が、原典の表記にありません。").arg(indicator.name));
    finding.printed = value.printed;
    finding.computed = number->toJapanese() + indicator.unit;
}

/// An amount or a count (百万円, 件, 人) is a target by itself; a rate says nothing without where it stands now.
bool isAmount(const QString &unit)
{
    static const QStringList rates{u"%"_s, u"パーセント"_s, u"ポイント"_s, u"割"_s, u"倍"_s, u"点"_s};
    const QString folded = plainForm(unit);
    return !folded.isEmpty() && !rates.contains(folded);
}

void checkRoles(const Indicator &indicator, const QList<const IndicatorValue *> &values, Findings &findings)
{
    const auto has = [&values](QLatin1StringView role) {
        return std::any_of(values.begin(), values.end(), [role](const IndicatorValue *value) {
            return value->role == role && !(value->value.isEmpty() && value->printed.isEmpty()); // a target may be in words
        });
    };
    if (indicator.measure.isNull() || !indicator.state.isEmpty())
        return; // statistics of the plan have no target; 今後設定する says so itself
    const bool target = has("target"_L1);
    if (!target && has("baseline"_L1))
        findings.add("indicator-without-target", indicator.id,
                     CheckText::tr("指標「%1」に目標値がありません。").arg(indicator.name));
    if (target && !isAmount(indicator.unit) && !has("baseline"_L1) && !has("actual"_L1))
        findings.add("indicator-without-baseline", indicator.id,
                     CheckText::tr("指標「%1」に現状値がありません。").arg(indicator.name));
}
} // namespace

void checkIndicators(const Plan &plan, Findings &findings)
{
    for (const Indicator *indicator : plan.ordered<Indicator>()) {
        const auto values = plan.parts<&IndicatorValue::indicator>(indicator->id);
        if (values.isEmpty()) {
            if (indicator->state.isEmpty())
                findings.add("indicator-without-value", indicator->id,
                             CheckText::tr("指標「%1」に値がありません。").arg(indicator->name));
            continue;
        }
        for (const IndicatorValue *value : values)
            checkValue(*indicator, *value, findings);
        checkRoles(*indicator, values, findings);
    }
}

} // namespace shisaku
