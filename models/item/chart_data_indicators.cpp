// SPDX-License-Identifier: GPL-3.0-or-later
// Charts of indicators: values of one definition over time, and the way to the target.
#include "models/item/chart_data.h"

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

QString labelOf(const IndicatorValue &value, Decimal number)
{
    // 以上 and 以下 stand behind a figure, 約 and 延べ before it.
    const bool behind = value.qualifier == u"以上" || value.qualifier == u"以下" || value.qualifier == u"未満";
    return behind ? number.toJapanese() + value.qualifier : value.qualifier + number.toJapanese();
}

ChartLine lineOf(const Plan &plan, const Indicator &indicator)
{
    ChartLine line{indicator.name, {}};
    for (const IndicatorValue *value : plan.parts<&IndicatorValue::indicator>(indicator.id)) {
        const auto number = Decimal::fromText(value->value);
        if (number)
            line.points.append({value->as_of, *number, labelOf(*value, *number), roleOf(*value), value->id.row});
    }
    std::stable_sort(line.points.begin(), line.points.end(), [](const ChartPoint &a, const ChartPoint &b) {
        const auto month = [](const ChartPoint &point) { return point.at.isDated() ? point.at.endMonth() : 0; };
        return month(a) < month(b);
    });
    return line;
}

void setPlanEnd(const Plan &plan, ChartData &chart)
{
    if (plan.info().ends.isDated())
        chart.planEnd = plan.info().ends.endMonth();
}

QString unitFold(const QString &unit)
{
    return unit.normalized(QString::NormalizationForm_KC);
}

/// Other indicators of the same measure whose values have the same unit but another definition.
QStringList othersOfUnit(const Plan &plan, const Indicator &indicator)
{
    QStringList names;
    if (indicator.measure.isNull() || unitFold(indicator.unit) != u"%")
        return names;
    for (const Indicator *other : plan.parts<&Indicator::measure>(indicator.measure)) {
        if (other->id != indicator.id && unitFold(other->unit) == unitFold(indicator.unit))
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
