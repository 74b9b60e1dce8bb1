// SPDX-License-Identifier: GPL-3.0-or-later
// Charts of the hours that a measure's sheet states, present and target, with what was reported since.
#include "models/plan/rules.h"
#include "models/plan/time_order.h"
#include "models/results/chart_data.h"
#include "models/results/effect_amounts.h"

#include <QCoreApplication>

namespace shisaku {

using namespace Qt::StringLiterals;

namespace {
struct Texts {
    Q_DECLARE_TR_FUNCTIONS(ChartData)
};

/// The tools of a measure's stated hours, in order: (measure, tool).
QList<std::pair<Id<Measure>, QString>> statedTools(const Plan &plan)
{
    QList<std::pair<Id<Measure>, QString>> list;
    for (const Effect *row : plan.ordered<Effect>()) {
        const std::pair key(row->measure, row->tool);
        if (!row->measure.isNull() && !list.contains(key))
            list << key;
    }
    return list;
}

QString labelled(const QString &role, const Effect &row)
{
    return row.as_of.isDated() ? Texts::tr("%1（%2）").arg(role, row.as_of.toShortJapanese()) : role;
}

void addRow(ChartData &chart, const QString &group, const QString &role, const Effect &row)
{
    const HourAmounts hours = hoursOf(row);
    if (!hours.before && !hours.after && !hours.saved)
        return;
    const std::optional<Decimal> amounts[] = {hours.before, hours.after, hours.saved};
    for (qsizetype i = 0; i < chart.series.size(); ++i)
        chart.series[i].bars.append({amounts[i], amounts[i] ? hoursText(*amounts[i]) : QString(), i == 2 && !hours.isComputed()});
    chart.categories.append({labelled(role, row), group, row.id.row});
    chart.strips.first().texts << (hours.rate ? hours.rate->toJapanese(1) + u'%' : u"－"_s);
}

/// The newest report of each basis.
QList<const Effect *> newestReports(const Plan &plan, const QString &tool)
{
    QList<const Effect *> newest;
    for (const Effect *row : inTime(yearRows(plan, tool))) {
        const auto replaces = [row](const Effect *other) { return basisOf(*other) == basisOf(*row); };
        const bool known = std::any_of(newest.begin(), newest.end(), replaces);
        if (!hoursOf(*row).saved || (known && !row->as_of.isDated()))
            continue;
        newest.removeIf(replaces);
        newest << row;
    }
    return newest;
}

ChartData targetChart(const Plan &plan, Id<Measure> measure, const QString &tool)
{
    ChartData chart;
    const QString name = rowName(plan, TableId::Measure, measure.row);
    chart.title = Texts::tr("%1 %2：現状・目標と実績").arg(name, plan.choiceLabel(u"tool", tool));
    chart.unit = Texts::tr("時間");
    chart.series = {{Texts::tr("導入前"), ChartTone::Pale, {}},
                    {Texts::tr("導入後"), ChartTone::Middle, {}},
                    {Texts::tr("削減"), ChartTone::Strong, {}}};
    chart.strips = {{Texts::tr("削減率"), {}}};
    for (const Effect *row : plan.ordered<Effect>()) {
        if (row->measure == measure && row->tool == tool)
            addRow(chart, Texts::tr("%1の票（%2）").arg(name, basisOf(*row)), keywordLabel(fieldOf<&Effect::role>(), row->role),
                   *row);
    }
    const qsizetype stated = chart.categories.size();
    for (const Effect *row : newestReports(plan, tool))
        addRow(chart, Texts::tr("実績（%1）").arg(basisOf(*row)), Texts::tr("実績"), *row);
    if (stated > 0 && chart.categories.size() > stated)
        chart.notes << Texts::tr("※票の現状・目標と公表された実績とは、集計の基準や対象が異なるため、そのまま比べられない。");
    return chart;
}
} // namespace

QList<ChartData> targetCharts(const Plan &plan)
{
    QList<ChartData> charts;
    for (const auto &[measure, tool] : statedTools(plan)) {
        if (const ChartData chart = targetChart(plan, measure, tool); !chart.isEmpty())
            charts << chart;
    }
    return charts;
}

} // namespace shisaku
