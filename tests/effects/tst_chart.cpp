// SPDX-License-Identifier: GPL-3.0-or-later
// Statements about charts: what they show of the plan, how they answer the mouse, and that paper gets text and vectors.
#include "models/results/chart_data.h"
#include "models/results/effect_amounts.h"
#include "tests/check/check_plan.h"
#include "tests/roadmap/text_recorder.h"
#include "tests/support/effects_plan.h"
#include "tests/support/pictures.h"
#include "tests/support/some.h"
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

QList<ChartData> chartsOf(const Plan &plan)
{
    QList<ChartData> charts{hoursChart(plan, u"RPA"_s), accumulatedChart(plan, u"RPA"_s), officesChart(plan, u"RPA"_s),
                            officesChart(plan, u"AI-OCR"_s)};
    charts << caseCharts(plan) << targetCharts(plan);
    for (const Indicator *indicator : plan.ordered<Indicator>())
        charts << chartFor(plan, indicator->id);
    return charts;
}

QList<DrawnText> textsOf(Chart &chart, const QSize &size)
{
    chart.layOut(size);
    TextRecorder recorder(size);
    QPainter painter(&recorder);
    chart.paint(painter, QRectF(QPointF(), QSizeF(size)));
    painter.end();
    return recorder.texts();
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
        QVERIFY(chart.notes.join(QString()).contains(u"令和5年度"_s));
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

    void countsOfDifferentUnitsAreNeverOneWhole()
    {
        CheckPlan maker;
        CaseStudy study;
        study.title = u"窓口"_s;
        CaseValue value;
        value.case_study = maker.add(study);
        const auto add = [&](const QString &label, const QString &count, const QString &unit, const QString &per) {
            value.label = label;
            value.after = count;
            value.unit = unit;
            value.per = per;
            maker.add(value);
        };
        add(u"窓口申請"_s, u"30"_s, u"件"_s, u""_s);
        add(u"電子申請"_s, u"10"_s, u"件"_s, u""_s);
        add(u"対象者"_s, u"1500"_s, u"人"_s, u""_s); // alone in its unit: no whole
        add(u"処理件数"_s, u"50"_s, u"件"_s, u"月"_s);
        study.title = u"講座"_s;
        value.case_study = maker.add(study);
        add(u"来場"_s, u"3"_s, u"人"_s, u""_s);
        add(u"配信"_s, u"1"_s, u"人"_s, u""_s);
        const auto charts = caseCharts(std::move(maker).plan());
        QCOMPARE(charts.size(), 2);
        QCOMPARE(charts[0].unit, u"件"_s);
        QCOMPARE(charts[0].totals, QStringList{u"40"_s});
        QCOMPARE(labels(charts[0].series[0]), QStringList{u"30（75.0%）"_s});
        QCOMPARE(charts[1].unit, u"人"_s);
        QCOMPARE(charts[1].categories.first().label, u"講座"_s);
        QCOMPARE(labels(charts[1].series[1]), QStringList{u"1（25.0%）"_s});
    }

    void whatWasReachedByATimeStandsApartFromTheYears()
    {
        const ChartData chart = hoursChart(samplePlan(), u"RPA"_s);
        QStringList places;
        for (const ChartCategory &category : chart.categories)
            places << category.group + u' ' + category.label;
        QCOMPARE(places, (QStringList{u"年度実績 R1"_s, u"年度実績 R2"_s, u"年度実績 R3"_s, u"年度実績 R4"_s, u"年間 R6.3.31"_s}));
        QCOMPARE(labels(chart.series[2]).last(), u"6,841"_s);
        QVERIFY(chart.series[2].bars.last().printed && labels(chart.series[0]).last().isEmpty());
        QVERIFY(chart.notes.join(QString()).contains(u"比較も合算もできない"_s));
    }

    void theScaleGoesBelowZeroWhereValuesDo()
    {
        CheckPlan maker;
        Indicator indicator;
        indicator.name = u"人口の増減"_s;
        indicator.unit = u"人"_s;
        IndicatorValue value;
        value.indicator = maker.add(indicator);
        value.role = u"actual"_s;
        for (const auto &[year, digits] : {std::pair(2021, u"-437"_s), {2022, u"120"_s}}) {
            value.as_of = PlanTime::fiscalYear(year);
            value.value = digits;
            maker.add(value);
        }
        const Plan plan = std::move(maker).plan();
        const ChartData data = indicatorChart(plan, value.indicator);
        Chart chart(data, {});
        QHash<QString, double> heights;
        for (const DrawnText &text : textsOf(chart, {600, 300}))
            heights.insert(text.text, text.rect.center().y());
        const double zero = heights.value(u"0"_s);
        const double lowest = heights.value(u"△500"_s);
        const double negative = heights.value(u"△437"_s);
        QVERIFY2(zero > 0 && lowest > zero, "the scale ends at zero");
        QVERIFY(negative > zero && negative < lowest);
    }

    void theSheetsOfMeasuresStandBesideWhatWasReported()
    {
        const auto charts = targetCharts(samplePlan());
        QCOMPARE(charts.size(), 4); // three tools of 13, RPA of 46
        const ChartData &rpa = charts.last();
        QCOMPARE(rpa.title, u"施策46 RPA：現状・目標と実績"_s);
        QStringList places;
        for (const ChartCategory &category : rpa.categories)
            places << category.group + u' ' + category.label;
        QCOMPARE(places, (QStringList{u"施策46の票（年間） 現状（R2）"_s, u"施策46の票（年間） 目標（R7.3）"_s,
                                      u"実績（年度実績） 実績（R4）"_s, u"実績（年間） 実績（R6.3.31）"_s}));
        QCOMPARE(labels(rpa.series[2]), (QStringList{u"1,044"_s, u"1,869"_s, u"3,851"_s, u"6,841"_s}));
        QCOMPARE(rpa.strips.first().texts, (QStringList{u"44.7%"_s, u"40.0%"_s, u"64.9%"_s, u"－"_s}));
        QVERIFY(rpa.notes.join(QString()).contains(u"そのまま比べられない"_s));
        QVERIFY(charts.first().notes.isEmpty()); // nothing was reported of AI-OCR's hours
    }

    void aPartTooLowForItsFigureHasItAtTheSide()
    {
        const auto charts = caseCharts(samplePlan());
        Chart chart(charts.last(), {});
        QStringList texts;
        for (const DrawnText &drawn : textsOf(chart, {860, 340}))
            texts << drawn.text;
        for (const QString &text : {u"窓口申請 194（67.1%）"_s, u"電子申請 95（32.9%）"_s, u"3,384（76.8%）"_s})
            QVERIFY2(texts.contains(text), qPrintable(texts.join(u' ')));
    }

    void noTextLiesOnAnother_data()
    {
        QTest::addColumn<QSize>("size");
        QTest::newRow("small window") << QSize(504, 330);
        QTest::newRow("slide") << QSize(900, 400);
    }

    void noTextLiesOnAnother()
    {
        QFETCH(QSize, size);
        for (const ChartData &data : some(chartsOf(samplePlan()))) {
            Chart chart(data, {});
            const QStringList found = collisions(textsOf(chart, size));
            QVERIFY2(found.isEmpty(), qPrintable(data.title + u": "_s + found.join(u'\n')));
        }
    }

    void differentDefinitionsAreNeverOneSeries()
    {
        const Plan plan = planWithEffects();
        const ChartData taken = chartFor(plan, indicatorNamed(plan, u"マイナンバーカード取得率"_s));
        QCOMPARE(taken.lines.size(), 1);
        QCOMPARE(taken.lines.first().points.size(), 2);
        QVERIFY(taken.notes.join(QString()).contains(u"保有率は定義が異なる"_s));
        QVERIFY(taken.badge.isEmpty());
        QVERIFY(chartFor(plan, indicatorNamed(plan, u"マイナンバーカード保有率"_s)).badge.isEmpty()); // no word of a target
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
        const QList<ChartData> charts = chartsOf(planWithEffects()) + targetCharts(samplePlan());
        QVERIFY(charts.size() > 5);
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
                keepPicture(image, u"chart-%1-%2"_s.arg(int(medium)).arg(i, 2, 10, QChar(u'0')));
            }
        }
    }
};

QTEST_MAIN(TestChart)
#include "tst_chart.moc"
