// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/results/chart_data.h"

#include "models/plan/time_order.h"
#include "models/results/effect_amounts.h"

#include <QCoreApplication>

namespace shisaku {

using namespace Qt::StringLiterals;

namespace {
struct Texts {
    Q_DECLARE_TR_FUNCTIONS(ChartData)
};

QString yearLabel(const Effect &row)
{
    return row.as_of.isDated() ? row.as_of.toShortJapanese() : Texts::tr("年度不明");
}

/// Rows of one year are told apart by their works.
ChartCategory categoryOf(const Plan &plan, const Effect &row, const QList<const Effect *> &rows)
{
    const auto alike = [&](const Effect *other) {
        return other != &row && other->as_of == row.as_of && basisOf(*other) == basisOf(row);
    };
    const QString works = std::any_of(rows.begin(), rows.end(), alike) ? worksOf(plan, row) : QString();
    return {works.isEmpty() ? yearLabel(row) : Texts::tr("%1 %2").arg(yearLabel(row), works), basisOf(row), row.id.row};
}

/// Rows by basis, and by year within it.
QList<const Effect *> inGroups(const QList<const Effect *> &rows)
{
    QStringList bases;
    for (const Effect *row : rows) {
        if (!bases.contains(basisOf(*row)))
            bases << basisOf(*row);
    }
    QList<const Effect *> sorted = inTime(rows);
    std::stable_sort(sorted.begin(), sorted.end(),
                     [&](const Effect *a, const Effect *b) { return bases.indexOf(basisOf(*a)) < bases.indexOf(basisOf(*b)); });
    return sorted;
}

ChartBar hourBar(const std::optional<Decimal> &hours)
{
    return {hours, hours ? hoursText(*hours) : QString(), false};
}

/// What was saved; where it is published alone it is drawn as the document's own.
ChartBar savedBar(const HourAmounts &hours)
{
    ChartBar saved = hourBar(hours.saved);
    saved.printed = saved.value && !hours.isComputed();
    return saved;
}

ChartBar countBar(qint64 count)
{
    return count > 0 ? ChartBar{Decimal::of(count), Decimal::of(count).toJapanese(), false} : ChartBar();
}

void sayBases(ChartData &chart)
{
    QStringList bases;
    for (const ChartCategory &category : chart.categories) {
        if (!bases.contains(category.group))
            bases << category.group;
    }
    if (bases.size() > 1)
        chart.notes << Texts::tr("※集計の基準（%1）が異なる年度は、比較も合算もできないため、分けて示す。")
                           .arg(bases.join(Texts::tr("、")));
}

void sayPublished(ChartData &chart)
{
    chart.notes << Texts::tr("※導入前・導入後の時間が示されていない年度の削減は、原典の値による。");
}
} // namespace

bool ChartData::isEmpty() const
{
    const bool bars = std::any_of(series.begin(), series.end(), [](const ChartSeries &one) {
        return std::any_of(one.bars.begin(), one.bars.end(), [](const ChartBar &bar) { return bar.value.has_value(); });
    });
    const bool points = std::any_of(lines.begin(), lines.end(), [](const ChartLine &line) { return !line.points.isEmpty(); });
    return !bars && !points;
}

QString ChartData::toText() const
{
    QStringList rows;
    if (kind == Kind::Time) {
        for (const ChartLine &line : lines) {
            for (const ChartPoint &point : line.points)
                rows << QStringList{line.name, point.at.toJapanese(), point.label}.join(u'\t');
        }
        return rows.join(u'\n');
    }
    QStringList head{unit};
    for (const ChartCategory &category : categories)
        head << category.label;
    rows << head.join(u'\t');
    for (const ChartSeries &one : series) {
        QStringList row{one.name};
        for (const ChartBar &bar : one.bars)
            row << bar.label;
        rows << row.join(u'\t');
    }
    for (const ChartStrip &strip : strips)
        rows << (QStringList{strip.name} + strip.texts).join(u'\t');
    return rows.join(u'\n');
}

ChartData hoursChart(const Plan &plan, const QString &tool)
{
    ChartData chart;
    chart.title = Texts::tr("%1による業務時間の削減").arg(plan.choiceLabel(u"tool", tool));
    chart.unit = Texts::tr("時間");
    chart.series = {{Texts::tr("導入前"), ChartTone::Pale, {}},
                    {Texts::tr("導入後"), ChartTone::Middle, {}},
                    {Texts::tr("削減"), ChartTone::Strong, {}}};
    ChartStrip rates{Texts::tr("削減率"), {}};
    bool anyPublished = false;
    const auto rows = inGroups(yearRows(plan, tool));
    for (const Effect *row : rows) {
        const HourAmounts hours = hoursOf(*row);
        const ChartBar saved = savedBar(hours);
        if (!hours.before && !hours.after && !saved.value)
            continue;
        anyPublished |= saved.printed;
        chart.categories.append(categoryOf(plan, *row, rows));
        chart.series[0].bars << hourBar(hours.before);
        chart.series[1].bars << hourBar(hours.after);
        chart.series[2].bars << saved;
        rates.texts << (hours.rate ? hours.rate->toJapanese(1) + u'%' : u"－"_s);
    }
    chart.strips = {rates};
    sayBases(chart);
    if (anyPublished)
        sayPublished(chart);
    return chart;
}

ChartData accumulatedChart(const Plan &plan, const QString &tool)
{
    ChartData chart;
    chart.kind = ChartData::Kind::Stacked;
    chart.title = Texts::tr("%1による削減時間の累計").arg(plan.choiceLabel(u"tool", tool));
    chart.unit = Texts::tr("時間");
    chart.series = {{Texts::tr("前年度まで"), ChartTone::Middle, {}}, {Texts::tr("当年度"), ChartTone::Strong, {}}};
    Decimal sum;
    QStringList left;
    bool anyPublished = false;
    const auto rows = inGroups(yearRows(plan, tool));
    for (const Effect *row : rows) {
        const HourAmounts hours = hoursOf(*row);
        if (basisOf(*row) != u"年度実績" || !hours.saved) {
            left << (row->as_of.isDated() ? row->as_of.toJapanese() : yearLabel(*row));
            continue;
        }
        chart.categories.append(categoryOf(plan, *row, rows));
        chart.series[0].bars << (sum.isZero() ? ChartBar() : hourBar(sum));
        chart.series[1].bars << savedBar(hours);
        anyPublished |= chart.series[1].bars.last().printed;
        sum = sum + *hours.saved;
        chart.totals << hoursText(sum);
    }
    if (anyPublished)
        sayPublished(chart);
    if (!left.isEmpty())
        chart.notes << Texts::tr("※%1は、年度ごとの削減時間が分からないため含まない。").arg(left.join(Texts::tr("、")));
    return chart;
}

ChartData officesChart(const Plan &plan, const QString &tool)
{
    ChartData chart;
    chart.kind = ChartData::Kind::Stacked;
    chart.title = Texts::tr("%1を活用した部署数").arg(plan.choiceLabel(u"tool", tool));
    chart.unit = Texts::tr("部署");
    chart.series = {{Texts::tr("2回目以降"), ChartTone::Middle, {}},
                    {Texts::tr("初めて"), ChartTone::Strong, {}},
                    {Texts::tr("部署数のみ公表"), ChartTone::Open, {}}};
    bool named = false;
    bool unnamed = false;
    const auto rows = inGroups(yearRows(plan, tool));
    const QList<OfficeNovelty> years = officeNovelty(plan, rows);
    for (const OfficeNovelty &year : years) {
        named |= year.first > 0;
        unnamed |= year.unnamed.has_value();
        chart.categories.append(categoryOf(plan, *year.row, rows));
        chart.series[0].bars << countBar(year.repeated);
        chart.series[1].bars << countBar(year.first);
        chart.series[2].bars << (year.unnamed ? countBar(*year.unnamed) : ChartBar());
        chart.totals << QString::number(year.first + year.repeated + year.unnamed.value_or(0));
    }
    if (!unnamed)
        chart.series.removeLast();
    if (!named)
        chart.series.remove(0, 2);
    if (named && !chart.categories.isEmpty())
        chart.notes << Texts::tr("※「初めて」は、記録のある最初の年度（%1）から数える。").arg(chart.categories.first().label);
    sayBases(chart);
    return chart;
}

} // namespace shisaku
