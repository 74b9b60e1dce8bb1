// SPDX-License-Identifier: GPL-3.0-or-later
// Charts of indicators: values of one definition over time, and the way to the target.
#include "models/document/note_numbers.h"
#include "models/plan/indicator_words.h"
#include "models/plan/search_form.h"
#include "models/results/chart_data.h"

#include <QCoreApplication>

namespace shisaku {

using namespace Qt::StringLiterals;

namespace {
struct Texts {
    Q_DECLARE_TR_FUNCTIONS(ChartData)
};

ChartPoint::Role roleOf(const IndicatorValue &value)
{
    if (value.role == "target"_L1)
        return ChartPoint::Role::Target;
    if (value.role == "baseline"_L1)
        return ChartPoint::Role::Baseline;
    return value.role == "estimate"_L1 ? ChartPoint::Role::Estimate : ChartPoint::Role::Actual;
}

ChartLine lineOf(const Plan &plan, const Indicator &indicator)
{
    ChartLine line{indicator.name, {}};
    for (const IndicatorValue *value : valuesInTime(plan, indicator.id)) {
        const auto number = Decimal::fromText(value->value);
        if (number)
            line.points.append({value->as_of, *number, withoutAnchors(valueInWords(indicator, *value, UnitShown::InHead)),
                                roleOf(*value), value->id.row});
    }
    return line;
}

/// 「目標：全ての窓口で実施」: a target in words has no place on the scale.
QString targetInWords(const Plan &plan, const Indicator &indicator)
{
    QStringList words;
    for (const IndicatorValue *value : valuesInTime(plan, indicator.id)) {
        if (value->role == "target"_L1 && value->value.isEmpty() && !value->printed.isEmpty())
            words << value->printed;
    }
    return words.join(Texts::tr("、"));
}

void setPlanEnd(const Plan &plan, ChartData &chart)
{
    if (plan.info().ends.isDated())
        chart.planEnd = plan.info().ends.endMonth();
}

/// Other indicators of the same measure whose values have the same unit but another definition.
QStringList othersOfUnit(const Plan &plan, const Indicator &indicator)
{
    QStringList names;
    if (indicator.measure.isNull() || plainForm(indicator.unit) != u"%")
        return names;
    for (const Indicator *other : plan.parts<&Indicator::measure>(indicator.measure)) {
        if (other->id != indicator.id && plainForm(other->unit) == plainForm(indicator.unit))
            names << other->name;
    }
    return names;
}
} // namespace

ChartData indicatorChart(const Plan &plan, Id<Indicator> id)
{
    ChartData chart;
    chart.kind = ChartData::Kind::Time;
    const Indicator *indicator = plan.find(id);
    if (!indicator)
        return chart;
    chart.title = indicator->name;
    chart.unit = indicator->unit;
    chart.lines = {lineOf(plan, *indicator)};
    setPlanEnd(plan, chart);
    if (!indicator->state.isEmpty())
        chart.badge = Texts::tr("目標：%1").arg(keywordLabel(fieldOf<&Indicator::state>(), indicator->state));
    else if (const QString words = targetInWords(plan, *indicator); !words.isEmpty())
        chart.badge = Texts::tr("目標：%1").arg(words);
    if (!indicator->definition.isEmpty())
        chart.notes << Texts::tr("定義：%1").arg(indicator->definition);
    if (const QStringList others = othersOfUnit(plan, *indicator); !others.isEmpty())
        chart.notes << Texts::tr("※%1は定義が異なるため、一つの系列にしない。").arg(others.join(Texts::tr("、")));
    return chart;
}

ChartData indicatorGroupChart(const Plan &plan, const QString &group)
{
    ChartData chart;
    chart.kind = ChartData::Kind::Time;
    chart.title = group;
    setPlanEnd(plan, chart);
    QSet<QString> others;
    for (const Indicator *indicator : plan.ordered<Indicator>()) {
        if (indicator->group != group)
            continue;
        if (chart.lines.isEmpty())
            chart.unit = indicator->unit;
        if (indicator->unit == chart.unit)
            chart.lines << lineOf(plan, *indicator);
        else
            others.insert(indicator->name);
        if (!indicator->source.isEmpty() && !chart.notes.contains(Texts::tr("出典：%1").arg(indicator->source)))
            chart.notes << Texts::tr("出典：%1").arg(indicator->source);
    }
    if (!others.isEmpty()) {
        QStringList names(others.begin(), others.end());
        names.sort();
        chart.notes << Texts::tr("※%1は単位が異なるため、別に示す。").arg(names.join(Texts::tr("、")));
    }
    return chart;
}

ChartData chartFor(const Plan &plan, Id<Indicator> id)
{
    const Indicator *indicator = plan.find(id);
    if (!indicator || indicator->group.isEmpty())
        return indicatorChart(plan, id);
    const ChartData together = indicatorGroupChart(plan, indicator->group);
    return together.unit == indicator->unit && together.lines.size() > 1 ? together : indicatorChart(plan, id);
}

} // namespace shisaku
