// SPDX-License-Identifier: GPL-3.0-or-later
// Statements about charts: what they show of the plan, how they answer the mouse, and that paper gets text and vectors.
#include "models/item/chart_data.h"
#include "models/item/effect_figures.h"
#include "tests/support/effects_plan.h"
#include "tests/support/warnings.h"
#include "views/effects/chart.h"

#include <QImage>
#include <QPainter>
#include <QTest>

using namespace shisaku;
using namespace Qt::StringLiterals;

namespace {
QStringList labels(const ChartSeries &series)
{
    QStringList list;
    for (const ChartBar &bar : series.bars)
        list << bar.label;
    return list;
}

Id<Indicator> indicatorNamed(const Plan &plan, const QString &name)
{
    for (const Indicator &indicator : plan.rows<Indicator>()) {
        if (indicator.name == name)
            return indicator.id;
    }
    return {};
}

} // namespace

class TestChart : public QObject {
    Q_OBJECT

private slots:
    void init() { failOnWarnings(); }

    void anotherBasisStandsApartAndHasNoInventedHours()
    {
        const ChartData chart = hoursChart(planWithEffects(), u"RPA"_s);
        QCOMPARE(chart.categories.size(), 5);
        QCOMPARE(chart.categories.last().label, u"R5"_s);
        QCOMPARE(chart.categories.last().group, u"年間"_s);
        QCOMPARE(labels(chart.series[0]), (QStringList{u"1,410"_s, u"2,337"_s, u"454"_s, u"5,936"_s, QString()}));
        QCOMPARE(labels(chart.series[2]).last(), u"6,841"_s);
        QVERIFY(chart.series[2].bars.last().printed);
        QCOMPARE(chart.strips.first().texts, (QStringList{u"79.4%"_s, u"44.7%"_s, u"44.7%"_s, u"64.9%"_s, u"－"_s}));
    }

    void savedHoursAccumulateWithoutTheOtherBasis()
    {
        const ChartData chart = accumulatedChart(planWithEffects(), u"RPA"_s);
        QCOMPARE(chart.totals, (QStringList{u"1,120"_s, u"2,164"_s, u"2,367"_s, u"6,218"_s}));
        QVERIFY(chart.notes.join(QString()).contains(u"R5"_s));
    }

    void bareCountsOfOfficesAreOneSeries()
    {
        const ChartData chart = officesChart(planWithEffects(), u"AI-OCR"_s);
        QCOMPARE(chart.series.size(), 1);
        QCOMPARE(labels(chart.series.first()), (QStringList{u"11"_s, u"19"_s, u"37"_s}));
    }

    void casesAreComparedOverAYearAndCountsHaveShares()
    {
        const auto charts = caseCharts(planWithEffects());
        QCOMPARE(charts.size(), 2);
        QCOMPARE(labels(charts[0].series[0]), (QStringList{u"252"_s, u"528"_s, u"120"_s}));
        QVERIFY(charts[0].notes.join(QString()).contains(u"12倍"_s));
        QCOMPARE(labels(charts[1].series[0]), QStringList{u"3,384（76.8%）"_s});
    }

    void differentDefinitionsAreNeverOneSeries()
    {
        const Plan plan = planWithEffects();
        const ChartData taken = chartFor(plan, indicatorNamed(plan, u"マイナンバーカード取得率"_s));
        QCOMPARE(taken.lines.size(), 1);
        QCOMPARE(taken.lines.first().points.size(), 2);
        QVERIFY(taken.notes.join(QString()).contains(u"保有率は定義が異なる"_s));
        QVERIFY(taken.badge.isEmpty());
        QCOMPARE(chartFor(plan, indicatorNamed(plan, u"マイナンバーカード保有率"_s)).badge, u"目標値未設定"_s);
        QCOMPARE(chartFor(plan, indicatorNamed(plan, u"利用者数"_s)).badge, u"目標：今後設定する"_s);
        QCOMPARE(chartFor(plan, indicatorNamed(plan, u"年少人口"_s)).lines.size(), 2);
    }

    void theMouseFindsBarsAndLegend()
    {
        Chart chart(hoursChart(planWithEffects(), u"RPA"_s), {});
        chart.layOut({900, 360});
        QCOMPARE(chart.marks().size(), 13);
        const Chart::Mark &first = chart.marks().first();
        QCOMPARE(chart.markAt(first.place.center()), &first);
        QVERIFY(first.text.contains(u"導入前 1,410時間"_s));
        int series = -1;
        for (int x = 0; x < 900 && series < 0; ++x)
            series = chart.legendAt({double(x), 34});
        QCOMPARE(series, 0);
        chart.setHidden({0});
        chart.layOut({900, 360});
        QCOMPARE(chart.marks().size(), 9);
    }

    void everyChartPaintsInEveryLook()
    {
        const Plan plan = planWithEffects();
        QList<ChartData> charts{hoursChart(plan, u"RPA"_s), accumulatedChart(plan, u"RPA"_s), officesChart(plan, u"RPA"_s),
                                officesChart(plan, u"AI-OCR"_s)};
        charts << caseCharts(plan);
        for (const Indicator *indicator : plan.ordered<Indicator>())
            charts << chartFor(plan, indicator->id);
        const QString folder = qEnvironmentVariable("SHISAKU_PICTURES");
        for (const auto medium : {Look::Medium::Light, Look::Medium::Dark, Look::Medium::Paper, Look::Medium::GreyPaper}) {
            for (qsizetype i = 0; i < charts.size(); ++i) {
                const Look &look = Look::of(medium);
                Chart::Style style;
                style.look = &look;
                Chart chart(charts[i], style);
                chart.layOut({860, 340});
                QImage image(860, 340, QImage::Format_RGB32);
                image.fill(look.ground);
                QPainter painter(&image);
                chart.paint(painter, image.rect());
                painter.end();
                QVERIFY(image.pixelColor(2, 338) == look.ground);
                if (!folder.isEmpty())
                    image.save(u"%1/%2-%3.png"_s.arg(folder).arg(int(medium)).arg(i, 2, 10, QChar(u'0')));
            }
        }
    }
};

QTEST_MAIN(TestChart)
#include "tst_chart.moc"
