// SPDX-License-Identifier: GPL-3.0-or-later
// Charts of cases: hours over a year, other units as stated, counts with their shares.
#include "models/plan/indicator_words.h"
#include "models/results/chart_data.h"
#include "models/results/effect_amounts.h"

#include <QCoreApplication>

namespace shisaku {

using namespace Qt::StringLiterals;

namespace {
struct Texts {
    Q_DECLARE_TR_FUNCTIONS(ChartData)
};

struct Pair {
    QString name;
    QString unit;
    Decimal before;
    Decimal after;
    QString qualifier;
    RowId row;
    bool computed = false;

    /// Of a side: 「最大90」; hours as hours are printed.
    ChartBar bar(Decimal value) const
    {
        return {value, qualified(unit == u"時間" ? hoursText(value) : value.toJapanese(), qualifier), false};
    }
};

QString nameOf(const Plan &plan, const CaseStudy &study, const CaseValue &value)
{
    const auto values = plan.parts<&CaseValue::case_study>(study.id);
    return values.size() == 1 || value.label.isEmpty() ? study.title : Texts::tr("%1（%2）").arg(study.title, value.label);
}

/// Values with both sides: over a year (`yearly`), or as stated for those that have no year.
QList<Pair> pairs(const Plan &plan, bool yearly)
{
    QList<Pair> list;
    for (const CaseStudy *study : plan.ordered<CaseStudy>()) {
        for (const CaseValue *value : plan.parts<&CaseValue::case_study>(study->id)) {
            const YearlyValue year = yearlyValue(*value);
            const bool overYear = year.before && year.after;
            const auto before = yearly ? year.before : Decimal::fromText(value->before);
            const auto after = yearly ? year.after : Decimal::fromText(value->after);
            if (overYear == yearly && before && after)
                list.append(
                    {nameOf(plan, *study, *value), value->unit, *before, *after, value->qualifier, study->id.row, year.computed});
        }
    }
    return list;
}

ChartData pairChart(const QList<Pair> &all, const QString &unit, bool yearly)
{
    ChartData chart;
    chart.title = yearly ? Texts::tr("活用事例の導入前後（年間）") : Texts::tr("活用事例の導入前後（%1）").arg(unit);
    chart.unit = yearly ? Texts::tr("%1／年").arg(unit) : unit;
    chart.series = {{Texts::tr("導入前"), ChartTone::Pale, {}}, {Texts::tr("導入後"), ChartTone::Strong, {}}};
    ChartStrip rates{Texts::tr("削減率"), {}};
    QStringList computed;
    for (const Pair &pair : all) {
        if (pair.unit != unit)
            continue;
        chart.categories.append({pair.name, {}, pair.row});
        chart.series[0].bars << pair.bar(pair.before);
        chart.series[1].bars << pair.bar(pair.after);
        const auto rate = Decimal::percent(pair.before - pair.after, pair.before);
        rates.texts << (rate ? rate->toJapanese(1) + u'%' : u"－"_s);
        if (pair.computed)
            computed << pair.name;
    }
    chart.strips = {rates};
    if (!computed.isEmpty())
        chart.notes << Texts::tr("※%1は、1か月あたりの値を12倍した年間換算。").arg(computed.join(Texts::tr("、")));
    return chart;
}

/// The counts of a case that share unit and period, and so divide a whole; none where there is but one.
QList<QList<const CaseValue *>> dividedCounts(const Plan &plan, const CaseStudy &study)
{
    QList<QList<const CaseValue *>> groups;
    for (const CaseValue *value : plan.parts<&CaseValue::case_study>(study.id)) {
        if (value->total || !value->before.isEmpty() || !Decimal::fromText(value->after))
            continue;
        const auto same = std::find_if(groups.begin(), groups.end(), [value](const QList<const CaseValue *> &group) {
            return group.first()->unit == value->unit && group.first()->per == value->per;
        });
        if (same == groups.end())
            groups.append(QList<const CaseValue *>{value});
        else
            same->append(value);
    }
    groups.removeIf([](const QList<const CaseValue *> &group) { return group.size() < 2; });
    return groups;
}

/// Adds a case to a chart: its counts, each with its share.
void addCounts(ChartData &chart, const CaseStudy &study, const QList<const CaseValue *> &counts)
{
    const ChartTone tones[] = {ChartTone::Middle, ChartTone::Strong, ChartTone::Pale, ChartTone::Open};
    Decimal sum;
    for (const CaseValue *count : counts)
        sum = sum + *Decimal::fromText(count->after);
    chart.categories.append({study.title, {}, study.id.row});
    chart.totals << sum.toJapanese();
    for (const CaseValue *count : counts) {
        auto series = std::find_if(chart.series.begin(), chart.series.end(),
                                   [count](const ChartSeries &one) { return one.name == count->label; });
        if (series == chart.series.end())
            series = chart.series.insert(series, {count->label, tones[chart.series.size() % std::size(tones)], {}});
        const Decimal value = *Decimal::fromText(count->after);
        const auto share = Decimal::percent(value, sum);
        series->bars.resize(chart.categories.size() - 1);
        series->bars.append(
            {value, Texts::tr("%1（%2%）").arg(value.toJapanese(), share ? share->toJapanese(1) : QString()), false});
    }
}

/// Counts of cases without a before: how they divide, one chart for each unit.
QList<ChartData> countCharts(const Plan &plan)
{
    QList<ChartData> charts;
    for (const CaseStudy *study : plan.ordered<CaseStudy>()) {
        for (const QList<const CaseValue *> &counts : dividedCounts(plan, *study)) {
            const CaseValue &first = *counts.first();
            const QString unit = first.per.isEmpty() ? first.unit : Texts::tr("%1／%2").arg(first.unit, first.per);
            auto chart = std::find_if(charts.begin(), charts.end(), [&unit](const ChartData &one) { return one.unit == unit; });
            if (chart == charts.end()) {
                chart = charts.insert(chart, ChartData());
                chart->kind = ChartData::Kind::Stacked;
                chart->title = unit == u"件" ? Texts::tr("活用事例の件数の内訳") : Texts::tr("活用事例の内訳（%1）").arg(unit);
                chart->unit = unit;
            }
            addCounts(*chart, *study, counts);
        }
    }
    for (ChartData &chart : charts) {
        for (ChartSeries &series : chart.series)
            series.bars.resize(chart.categories.size());
    }
    return charts;
}
} // namespace

QList<ChartData> caseCharts(const Plan &plan)
{
    QList<ChartData> charts;
    for (const bool yearly : {true, false}) {
        const QList<Pair> all = pairs(plan, yearly);
        QStringList units;
        for (const Pair &pair : all) {
            if (!units.contains(pair.unit))
                units << pair.unit;
        }
        for (const QString &unit : units)
            charts << pairChart(all, unit, yearly);
    }
    return charts + countCharts(plan);
}

} // namespace shisaku
