// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/item/chart_data.h"

#include "models/item/effect_figures.h"

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

/// Rows by basis, and by year within it.
QList<const Effect *> inGroups(const QList<const Effect *> &rows)
{
    QStringList bases;
    for (const Effect *row : rows) {
        if (!bases.contains(basisOf(*row)))
            bases << basisOf(*row);
    }
    QList<const Effect *> sorted = rows;
    std::stable_sort(sorted.begin(), sorted.end(), [&](const Effect *a, const Effect *b) {
        const auto key = [&](const Effect *row) {
            return std::pair(bases.indexOf(basisOf(*row)), row->as_of.isDated() ? row->as_of.firstMonth() : 0);
        };
        return key(a) < key(b);
    });
    return sorted;
}

ChartBar bar(const std::optional<Decimal> &value, int places = -1)
{
    return {value, value ? value->toJapanese(places) : QString(), false};
}

ChartBar countBar(qint64 count)
{
    return count > 0 ? bar(Decimal::of(count)) : ChartBar();
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
    bool anyPrinted = false;
    for (const Effect *row : inGroups(yearRows(plan, tool))) {
        const HourFigures hours = hoursOf(*row);
        ChartBar saved = bar(hours.saved);
        if (!saved.value) {
            saved = bar(Decimal::fromText(row->printed_saved));
            saved.printed = saved.value.has_value();
            anyPrinted |= saved.printed;
        }
        if (!hours.before && !hours.after && !saved.value)
            continue;
        chart.categories.append({yearLabel(*row), basisOf(*row), row->id.row});
        chart.series[0].bars << bar(hours.before);
        chart.series[1].bars << bar(hours.after);
        chart.series[2].bars << saved;
        rates.texts << (hours.rate ? hours.rate->toJapanese(1) + u'%' : u"－"_s);
    }
    chart.strips = {rates};
    sayBases(chart);
    if (anyPrinted)
        chart.notes << Texts::tr("※導入前・導入後の時間が示されていない年度の削減は、原典の値による。");
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
    for (const Effect *row : inGroups(yearRows(plan, tool))) {
        const HourFigures hours = hoursOf(*row);
        if (basisOf(*row) != u"年度実績" || !hours.saved) {
            left << (row->as_of.isDated() ? row->as_of.toJapanese() : yearLabel(*row));
            continue;
        }
        chart.categories.append({yearLabel(*row), basisOf(*row), row->id.row});
        chart.series[0].bars << (sum.isZero() ? ChartBar() : bar(sum));
        chart.series[1].bars << bar(hours.saved);
        sum = sum + *hours.saved;
        chart.totals << sum.toJapanese();
    }
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
    const QList<OfficeNovelty> years = officeNovelty(plan, inGroups(yearRows(plan, tool)));
    for (const OfficeNovelty &year : years) {
        named |= year.first > 0;
        unnamed |= year.unnamed.has_value();
        chart.categories.append({yearLabel(*year.row), basisOf(*year.row), year.row->id.row});
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
