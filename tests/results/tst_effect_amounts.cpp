// SPDX-License-Identifier: GPL-3.0-or-later
// Statements about results: what is saved, what adds up, how offices are counted.
#include "models/results/chart_data.h"
#include "models/results/effect_amounts.h"
#include "models/results/effect_question.h"
#include "tests/check/check_plan.h"
#include "tests/support/effects_plan.h"
#include "tests/support/warnings.h"

#include <QTest>

using namespace shisaku;
using namespace Qt::StringLiterals;

namespace {
QString text(const std::optional<Decimal> &number)
{
    return number ? number->toText() : u"none"_s;
}

/// A row of RPA of a year: 「5|100|40|」 are works, before, after and what is published as saved; each may be empty.
Id<Effect> addYear(CheckPlan &maker, int year, const QString &figures)
{
    const QStringList parts = figures.split(u'|');
    Effect row;
    row.tool = u"RPA"_s;
    row.basis = u"年度実績"_s;
    row.as_of = PlanTime::fiscalYear(year);
    if (!parts[0].isEmpty())
        row.task_count = parts[0].toLongLong();
    row.hours_before = parts[1];
    row.hours_after = parts[2];
    row.printed_saved = parts[3];
    return maker.add(row);
}

EffectTotal totalOfYears(CheckPlan maker)
{
    static Plan plan; // rows of the total point into it
    plan = std::move(maker).plan();
    return totalsByBasis(plan, yearRows(plan, u"RPA"_s)).first();
}

QString missingOf(const QStringList &years)
{
    CheckPlan maker;
    int year = 2021;
    for (const QString &figures : years)
        addYear(maker, year++, figures);
    const Plan plan = std::move(maker).plan();
    return missingFrom(plan, totalsByBasis(plan, yearRows(plan, u"RPA"_s)).first()).join(u'\n');
}
} // namespace

class TestEffectAmounts : public QObject {
    Q_OBJECT

private slots:
    void init() { failOnWarnings(); }

    void aPublishedSavingBelowNothingIsAskedAboutWithoutHours()
    {
        CheckPlan maker;
        const Id<Effect> row = addYear(maker, 2021, u"5|||"_s);
        const Plan plan = std::move(maker).plan();
        ChangeBuilder change(u"削減"_s);
        change.set<&Effect::printed_saved>(row, u"-5"_s);
        QCOMPARE(askAboutSavings(plan, std::move(change).build()), u"R3の原典の削減が△5時間です。"_s);
    }

    void decimalsAreReadAndWrittenDigitForDigit()
    {
        for (const QString &digits : {u"0"_s, u"43.5"_s, u"-2.25"_s, u"999999999999.000001"_s})
            QCOMPARE(text(Decimal::fromText(digits)), digits);
        QCOMPARE(text(Decimal::fromText(u"1.50")), u"1.5"_s);
        for (const QString &wrong : {u""_s, u"."_s, u"1."_s, u"-"_s, u"1,410"_s, u"1.0000001"_s, u"１"_s})
            QVERIFY2(!Decimal::fromText(wrong), qPrintable(wrong));
    }

    void roundingIsHalfUp()
    {
        QCOMPARE(Decimal::fromText(u"78.25")->rounded(1).toText(), u"78.3"_s);
        QCOMPARE(Decimal::fromText(u"78.2499")->rounded(1).toText(), u"78.2"_s);
        QCOMPARE(Decimal::fromText(u"-0.05")->rounded(1).toText(), u"-0.1"_s);
        QCOMPARE(Decimal::fromText(u"78.29")->truncated(1).toText(), u"78.2"_s);
        QCOMPARE(text(Decimal::percent(Decimal::of(1), Decimal::of(3))), u"33.3"_s);
        QCOMPARE(text(Decimal::percent(Decimal::of(2), Decimal::of(3))), u"66.7"_s);
        QCOMPARE(text(Decimal::percent(Decimal::of(1), Decimal::of(2000))), u"0.1"_s);
        QCOMPARE(text(Decimal::percent(Decimal::of(-1), Decimal::of(3))), u"-33.3"_s);
        QVERIFY(!Decimal::percent(Decimal::of(1), Decimal()));
    }

    void papersPrintThousandsAndTriangles()
    {
        QCOMPARE(Decimal::of(1234567).toJapanese(), u"1,234,567"_s);
        QCOMPARE(Decimal::of(-1044).toJapanese(), u"△1,044"_s);
        QCOMPARE(Decimal::fromText(u"100")->toJapanese(1), u"100.0"_s);
    }

    void everyYearOfThePaperIsRight()
    {
        const Plan plan = planWithEffects();
        int years = 0;
        for (const Effect *row : yearRows(plan, u"RPA"_s)) {
            const HourAmounts hours = hoursOf(*row);
            if (basisOf(*row) != u"年度実績")
                continue;
            ++years;
            QCOMPARE(text(hours.saved), row->printed_saved);
            QCOMPARE(text(hours.rate), row->printed_rate);
        }
        QCOMPARE(years, 4);
    }

    void theTotalRateIsTotalSavedByTotalBefore()
    {
        const Plan plan = planWithEffects();
        const auto totals = totalsByBasis(plan, yearRows(plan, u"RPA"_s));
        QCOMPARE(totals.size(), 2);
        QCOMPARE(totals[0].basis, u"年度実績"_s);
        QCOMPARE(text(totals[0].hours.before), u"10137"_s);
        QCOMPARE(text(totals[0].hours.after), u"3919"_s);
        QCOMPARE(text(totals[0].hours.saved), u"6218"_s);
        QCOMPARE(text(totals[0].hours.rate), u"61.3"_s);
        QCOMPARE(totals[0].tasks, 67);
    }

    void everyOfficeCountsOnceAndTheCountIsExplained()
    {
        const Plan plan = planWithEffects();
        const EffectTotal total = totalsByBasis(plan, yearRows(plan, u"RPA"_s)).first();
        QCOMPARE(total.officeMentions, 39);
        QCOMPARE(total.offices.distinct(), 24);
        QCOMPARE(total.offices.told(),
                 u"延べ39部署（実24部署）：道路河川維持課 4か年、財政課・警防課 3か年、"
                 u"縁結び定住課・情報政策課・管財契約課・福祉推進課・健康増進課・環境施設課・出納室・教育政策課 2か年"_s);
    }

    void aRateOfFewerPlacesIsNoOtherRate()
    {
        Effect row;
        row.hours_before = u"2083"_s;
        row.hours_after = u"831"_s; // 60.1 %
        for (const auto &[printed, other] :
             {std::pair(u"60"_s, false), {u"60.1"_s, false}, {u"60.0"_s, true}, {u"61"_s, true}, {u""_s, false}}) {
            row.printed_rate = printed;
            QCOMPARE(printsAnotherRate(row), other);
        }
        row.hours_after.clear(); // nothing to compute it from: the printed one is all there is
        row.printed_rate = u"60"_s;
        QVERIFY(printsAnotherRate(row));
    }

    void whatWasReachedByATimeIsNeverOfTheYears()
    {
        Effect row;
        row.basis = u"年度実績"_s;
        QCOMPARE(basisOf(row), u"年度実績"_s);
        row.scope = u"cumulative"_s;
        QCOMPARE(basisOf(row), u"累計"_s);
        row.basis = u"年間"_s;
        QCOMPARE(basisOf(row), u"年間"_s);
    }

    void rowsOfAnotherBasisAreNeverAdded()
    {
        const Plan plan = planWithEffects();
        const EffectTotal other = totalsByBasis(plan, yearRows(plan, u"RPA"_s)).last();
        QCOMPARE(other.basis, u"年間"_s);
        QCOMPARE(other.rows.size(), 1);
        QVERIFY(!other.hours.before);
        QVERIFY(!other.hours.isComputed());
        QCOMPARE(text(other.hours.saved), u"6841"_s); // published: nothing it could be computed from is
    }

    void aBareCountStaysACount()
    {
        const Plan plan = planWithEffects();
        const auto rows = yearRows(plan, u"AI-OCR"_s);
        const EffectTotal total = totalsByBasis(plan, rows).first();
        QCOMPARE(total.officeMentions, 67);
        QVERIFY(total.hasBareCounts);
        QVERIFY(!total.officeCount);
        QVERIFY(total.offices.told().isEmpty());
        QCOMPARE(officeNovelty(plan, rows).last().unnamed, 37);
    }

    void aTotalIsOfAllItsRowsOrNotStated()
    {
        CheckPlan maker;
        addYear(maker, 2021, u"5|||1555"_s);
        addYear(maker, 2022, u"3|100|40|"_s);
        const EffectTotal total = totalOfYears(std::move(maker));
        QCOMPARE(total.tasks, 8);
        QCOMPARE(text(total.hours.saved), u"1615"_s); // what is published alone is a figure
        QVERIFY(!total.hours.before && !total.hours.after && !total.hours.rate);
        QVERIFY(!total.officeCount); // nobody named an office: unknown is not 0
        QVERIFY(!total.hasBareCounts);
    }

    void aTotalSaysWhatIsMissingFromIt()
    {
        QCOMPARE(missingOf({u"5|||1555"_s, u"3|100|40|"_s}),
                 u"※令和3年度は公表された削減時間だけが分かるため、導入前、導入後及び削減率の合計は示さない。\n"
                 "※導入前及び導入後の時間が分かる令和4年度の計は、100時間→40時間（削減60時間）である。"_s);
        QCOMPARE(missingOf({u"5|100|40|"_s, u"3|200|50|"_s}), QString());
        QCOMPARE(missingOf({u"5|100|40|"_s, u"3|200|50|"_s, u"88|||"_s}),
                 u"※合計は、削減時間が分からない令和5年度（88業務）を含まない。"_s);
        QCOMPARE(missingOf({u"|100|40|"_s, u"3|200|50|"_s}), u"※令和3年度の業務数が分からないため、業務数の合計は示さない。"_s);
    }

    void whatIsLeftOutIsInNoFigureOfTheTotal()
    {
        CheckPlan maker;
        addYear(maker, 2021, u"5|100|40|"_s);
        addYear(maker, 2022, u"3|200|50|"_s);
        addYear(maker, 2023, u"88|||"_s);
        const EffectTotal total = totalOfYears(std::move(maker));
        QCOMPARE(total.tasks, 8);
        QCOMPARE(text(total.hours.rate), u"70"_s);
    }

    void publishedSavingsAreInTheChartsOfAllYears()
    {
        CheckPlan maker;
        addYear(maker, 2022, u"3|100|40|"_s);
        addYear(maker, 2021, u"5|||1555"_s);
        const ChartData chart = accumulatedChart(std::move(maker).plan(), u"RPA"_s);
        QCOMPARE(chart.totals, (QStringList{u"1,555"_s, u"1,615"_s})); // in the order of time
        QVERIFY(chart.series[1].bars.first().printed);
        QVERIFY(!chart.series[1].bars.last().printed);
    }

    void hoursOfMinutesAreRounded()
    {
        const auto shown = [](const QString &digits) { return hoursText(*Decimal::fromText(digits)); };
        QCOMPARE(shown(u"14.166667"_s), u"14.2"_s); // 14時間10分
        QCOMPARE(shown(u"336.433333"_s), u"336.4"_s);
        QCOMPARE(shown(u"-1014.583333"_s), u"△1,014.6"_s);
        QCOMPARE(shown(u"0.166667"_s), u"0.17"_s);
        QCOMPARE(shown(u"0.16"_s), u"0.16"_s); // as stated
        QCOMPARE(shown(u"12.25"_s), u"12.25"_s);
    }

    void rowsOfOneYearAreToldApartByTheirWorks()
    {
        CheckPlan maker;
        for (const QString &work : {u"法人市民税申告書の入力"_s, u"予防接種履歴の入力"_s}) {
            EffectTask task;
            task.effect = addYear(maker, 2019, u"1|360|78|"_s);
            task.title = work;
            maker.add(task);
        }
        addYear(maker, 2020, u"1|360|78|"_s);
        const ChartData chart = hoursChart(std::move(maker).plan(), u"RPA"_s);
        QStringList labels;
        for (const ChartCategory &category : chart.categories)
            labels << category.label;
        QCOMPARE(labels, (QStringList{u"R1 法人市民税申告書の入力"_s, u"R1 予防接種履歴の入力"_s, u"R2"_s}));
    }

    void officesAreNewOnlyOnce()
    {
        const Plan plan = planWithEffects();
        const auto years = officeNovelty(plan, yearRows(plan, u"RPA"_s));
        QCOMPARE(years.size(), 5);
        const QList<std::pair<int, int>> expected{{4, 0}, {7, 2}, {5, 6}, {8, 7}, {0, 0}};
        for (qsizetype i = 0; i < years.size(); ++i) {
            QCOMPARE(years[i].first, expected[i].first);
            QCOMPARE(years[i].repeated, expected[i].second);
        }
        QCOMPARE(years.last().unnamed, 28);
    }

    void monthlyHoursAreTwelveTimesAYear()
    {
        CaseValue value;
        value.before = u"10"_s;
        value.after = u"1"_s;
        value.per = u"月"_s;
        const YearlyValue yearly = yearlyValue(value);
        QVERIFY(yearly.computed);
        QCOMPARE(text(yearly.before), u"120"_s);
        QCOMPARE(text(yearly.after), u"12"_s);
        value.per = u"件"_s;
        QVERIFY(!yearlyValue(value).before);
    }
};

QTEST_GUILESS_MAIN(TestEffectAmounts)
#include "tst_effect_amounts.moc"
