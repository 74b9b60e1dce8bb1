// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/item/indicator_words.h"

#include "models/item/field_text.h"

#include <QCoreApplication>

namespace shisaku {

using namespace Qt::StringLiterals;

namespace {
struct Texts {
    Q_DECLARE_TR_FUNCTIONS(IndicatorWords)
};

/// Stands behind the number: 「20件以上」; everything else stands before it: 「約20件」「延べ20件」.
bool standsBehind(const QString &qualifier)
{
    static const QStringList behind{u"以上"_s, u"以下"_s, u"未満"_s, u"超"_s, u"程度"_s, u"以内"_s};
    return behind.contains(qualifier);
}

/// Of several values in the role of the last one given, only the newest is named.
bool isOlderActual(const QList<const IndicatorValue *> &values, const IndicatorValue &value)
{
    return value.role == u"actual" && std::any_of(values.begin(), values.end(), [&](const IndicatorValue *other) {
               return other->role == value.role && other->as_of.isDated() && value.as_of.isDated()
                      && other->as_of.endMonth() > value.as_of.endMonth();
           });
}
} // namespace

QString valueInWords(const Indicator &indicator, const IndicatorValue &value)
{
    if (value.value.isEmpty())
        return value.printed;
    const QString number = fieldText(Plan(), fieldOf<&IndicatorValue::value>(), value.value) + indicator.unit;
    return standsBehind(value.qualifier) ? number + value.qualifier : value.qualifier + number;
}

QString indicatorInWords(const Plan &plan, const Indicator &indicator)
{
    const Field &roles = fieldOf<&IndicatorValue::role>();
    const auto all = plan.parts<&IndicatorValue::indicator>(indicator.id);
    QStringList values;
    bool hasTarget = false;
    for (const IndicatorValue *value : all) {
        const QString words = valueInWords(indicator, *value);
        if (words.isEmpty() || isOlderActual(all, *value))
            continue;
        hasTarget |= value->role == u"target";
        const QString named = Texts::tr("%1 %2").arg(keywordLabel(roles, value->role), words);
        values << (value->as_of.isDated() ? Texts::tr("%1（%2）").arg(named, value->as_of.toJapanese()) : named);
    }
    // A target that is not stated is not for that unset: only the plan can say so.
    if (!hasTarget && !indicator.state.isEmpty())
        values << keywordLabel(fieldOf<&Indicator::state>(), indicator.state);
    return values.isEmpty() ? Texts::tr("・%1").arg(indicator.name)
                            : Texts::tr("・%1：%2").arg(indicator.name, values.join(Texts::tr("、")));
}

} // namespace shisaku
