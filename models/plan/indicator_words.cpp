// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/plan/indicator_words.h"

#include "models/plan/field_text.h"
#include "models/plan/search_form.h"
#include "models/plan/time_order.h"

#include <QCoreApplication>
#include <QRegularExpression>

namespace shisaku {

using namespace Qt::StringLiterals;

namespace {
struct Texts {
    Q_DECLARE_TR_FUNCTIONS(IndicatorWords)
};

/// 「20件以上」「1,000人／年」; everything else stands before the figure: 「約20件」「延べ20件」.
bool standsBehind(const QString &qualifier)
{
    static const QStringList behind{u"以上"_s, u"以下"_s, u"未満"_s, u"超"_s,   u"程度"_s, u"以内"_s, u"前後"_s, u"弱"_s,
                                    u"強"_s,   u"余り"_s, u"増"_s,   u"増加"_s, u"減"_s,   u"減少"_s, u"削減"_s, u"ずつ"_s};
    return behind.contains(qualifier) || qualifier.startsWith(u'／') || qualifier.startsWith(u'/');
}

/// A text as it is compared: widths, separators and brackets aside.
QString folded(const QString &text)
{
    static const QRegularExpression aside(u"[\\s,()]"_s);
    return plainForm(text).replace(u"パーセント"_s, u"%"_s).replace(u'▲', u'△').remove(aside);
}

bool isNumber(const QString &folded)
{
    return std::all_of(folded.begin(), folded.end(), [](QChar c) { return c.isDigit() || c == u'.' || c == u'△' || c == u'-'; });
}

/// Whether a printed form is the figure in the document's words, not a sentence it stands in: 「24,672平方メートル［※1］」, but not
/// 「令和3年4月1日現在 見直し対象手続数 2,240件」.
bool beginsWithFigure(const QString &printed)
{
    static const QRegularExpression figure(u"^[（(]?(約|延べ|のべ|最大|累計|[△▲−-])?\\s*[0-9０-９]"_s);
    return figure.match(printed).hasMatch();
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

QString qualified(const QString &figure, const QString &qualifier)
{
    return standsBehind(qualifier) ? figure + qualifier : qualifier + figure;
}

QString valueInWords(const Indicator &indicator, const IndicatorValue &value, UnitShown unit)
{
    if (value.value.isEmpty())
        return value.printed;
    QString digits = fieldText(Plan(), fieldOf<&IndicatorValue::value>(), value.value);
    if (digits.startsWith(u'-'))
        digits.replace(0, 1, u'△');
    const bool withUnit = unit == UnitShown::WithFigure;
    const QString printed = folded(value.printed);
    QStringList same{folded(digits + indicator.unit)}; // printed forms that tell no more
    if (!withUnit)
        same << folded(qualified(digits + indicator.unit, value.qualifier));
    const bool tellsMore = beginsWithFigure(value.printed) && !isNumber(printed) && !same.contains(printed);
    const QString figure = tellsMore ? value.printed : withUnit ? digits + indicator.unit : digits;
    return tellsMore && printed.contains(folded(value.qualifier)) ? figure : qualified(figure, value.qualifier);
}

QList<const IndicatorValue *> valuesInTime(const Plan &plan, Id<Indicator> indicator)
{
    QList<const IndicatorValue *> values = plan.parts<&IndicatorValue::indicator>(indicator);
    const auto key = [](const IndicatorValue &value) { // 0 before all times, 2 behind them
        return value.as_of.isDated() ? 1 : value.role == "target"_L1 ? 2 : 0;
    };
    std::stable_sort(values.begin(), values.end(), [&](const IndicatorValue *a, const IndicatorValue *b) {
        return key(*a) == key(*b) ? isEarlier(a->as_of, b->as_of) : key(*a) < key(*b);
    });
    return values;
}

bool hasTarget(const Plan &plan, Id<Indicator> indicator)
{
    const auto values = plan.parts<&IndicatorValue::indicator>(indicator);
    return std::any_of(values.begin(), values.end(), [](const IndicatorValue *value) {
        return value->role == "target"_L1 && !(value->value.isEmpty() && value->printed.isEmpty());
    });
}

QString indicatorInWords(const Plan &plan, const Indicator &indicator)
{
    const Field &roles = fieldOf<&IndicatorValue::role>();
    const auto all = valuesInTime(plan, indicator.id);
    QStringList values;
    for (const IndicatorValue *value : all) {
        const QString words = valueInWords(indicator, *value);
        if (words.isEmpty() || isOlderActual(all, *value))
            continue;
        const QString named = Texts::tr("%1 %2").arg(keywordLabel(roles, value->role), words);
        values << (value->as_of.isDated() ? Texts::tr("%1（%2）").arg(named, value->as_of.toJapanese()) : named);
    }
    // A target that is not stated is not for that unset: only the plan can say so.
    if (!hasTarget(plan, indicator.id) && !indicator.state.isEmpty())
        values << keywordLabel(fieldOf<&Indicator::state>(), indicator.state);
    return values.isEmpty() ? Texts::tr("・%1").arg(indicator.name)
                            : Texts::tr("・%1：%2").arg(indicator.name, values.join(Texts::tr("、")));
}

} // namespace shisaku
