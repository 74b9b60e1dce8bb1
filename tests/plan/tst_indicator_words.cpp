// SPDX-License-Identifier: GPL-3.0-or-later
// Statements about values of indicators in words: the document's own form, what limits a figure, the order of time, targets in
// words, and notes that values bear.
#include "models/document/note_numbers.h"
#include "models/grid/indicator_shapes.h"
#include "models/plan/indicator_words.h"
#include "models/results/chart_data.h"
#include "tests/check/check_plan.h"
#include "tests/support/warnings.h"

using namespace shisaku;
using namespace Qt::StringLiterals;

namespace {
IndicatorValue valueOf(const QString &digits, const QString &qualifier = {}, const QString &printed = {})
{
    IndicatorValue value;
    value.value = digits;
    value.qualifier = qualifier;
    value.printed = printed;
    return value;
}
} // namespace

class TestIndicatorWords : public QObject {
    Q_OBJECT

private slots:
    void init() { failOnWarnings(); }

    void aValueStandsAsItIsPrinted_data()
    {
        QTest::addColumn<QString>("unit");
        QTest::addColumn<QString>("digits");
        QTest::addColumn<QString>("qualifier");
        QTest::addColumn<QString>("printed");
        QTest::addColumn<QString>("words");
        QTest::addColumn<QString>("figure"); // where a head states the unit
        const auto row = [](const char *name, QStringView unit, QStringView digits, QStringView qualifier, QStringView printed,
                            QStringView words, QStringView figure) {
            QTest::newRow(name) << unit.toString() << digits.toString() << qualifier.toString() << printed.toString()
                                << words.toString() << figure.toString();
        };
        row("a rate by year", u"人", u"1000", u"／年", u"1,000人/年", u"1,000人/年", u"1,000／年");
        row("a rate by year, not printed", u"人", u"1000", u"／年", u"", u"1,000人／年", u"1,000／年");
        row("at most", u"件", u"10", u"以下", u"", u"10件以下", u"10以下");
        row("within", u"日", u"3", u"以内", u"", u"3日以内", u"3以内");
        row("about", u"千t", u"791", u"約", u"", u"約791千t", u"約791");
        row("a figure", u"人", u"7553", u"", u"7,553", u"7,553人", u"7,553");
        row("a figure with its unit, spelled otherwise", u"％", u"8.6", u"", u"8.6%", u"8.6％", u"8.6");
        row("more than the figure", u"社", u"5", u"", u"5社（うち、県外企業3社）", u"5社（うち、県外企業3社）",
            u"5社（うち、県外企業3社）");
        row("what is reduced", u"人", u"15", u"単年度", u"15人削減", u"単年度15人削減", u"単年度15人削減");
        row("with a note", u"平方メートル", u"24672", u"H28～R2累計", u"24,672平方メートル［※1］",
            u"H28～R2累計24,672平方メートル［※1］", u"H28～R2累計24,672平方メートル［※1］");
        row("cumulative in brackets", u"百万円", u"2930", u"累計", u"(2,930)", u"累計2,930百万円", u"累計2,930");
        row("a slip in brackets", u"百万円", u"950", u"累計", u"(9500)", u"累計950百万円", u"累計950"); // the check tells of it
        row("below zero", u"人", u"-437", u"", u"▲437", u"△437人", u"△437");
        row("in a sentence", u"件", u"2240", u"", u"令和3年4月1日現在 見直し対象手続数 2,240件", u"2,240件", u"2,240");
        row("words alone", u"件", u"", u"", u"全ての窓口で実施", u"全ての窓口で実施", u"全ての窓口で実施");
    }

    void aValueStandsAsItIsPrinted()
    {
        QFETCH(QString, unit);
        QFETCH(QString, digits);
        QFETCH(QString, qualifier);
        QFETCH(QString, printed);
        Indicator indicator;
        indicator.unit = unit;
        const IndicatorValue value = valueOf(digits, qualifier, printed);
        QTEST(valueInWords(indicator, value), "words");
        QTEST(valueInWords(indicator, value, UnitShown::InHead), "figure");
    }

    void theGridAndTheChartSayTheSame()
    {
        CheckPlan maker;
        Indicator indicator;
        indicator.measure = maker.measure(u"1"_s);
        indicator.name = u"待ち時間"_s;
        indicator.unit = u"分"_s;
        IndicatorValue value = valueOf(u"10"_s, u"以内"_s);
        value.indicator = maker.add(indicator);
        value.role = u"target"_s;
        value.as_of = PlanTime::fiscalYear(2025);
        maker.add(value);
        const Plan plan = std::move(maker).plan();
        QCOMPARE(indicatorChart(plan, value.indicator).lines.first().points.first().label, u"10以内"_s);
        const GridShape shape = indicatorShape();
        const auto target = std::find_if(shape.columns.begin(), shape.columns.end(),
                                         [](const GridColumn &column) { return column.header == u"目標"; });
        QCOMPARE(target->text(plan, value.indicator.row), u"10以内（R7）"_s);
    }

    void valuesStandInTheOrderOfTime()
    {
        CheckPlan maker;
        Indicator indicator;
        indicator.measure = maker.measure(u"1"_s);
        indicator.name = u"利用者数"_s;
        indicator.unit = u"人"_s;
        const Id<Indicator> id = maker.add(indicator);
        const auto add = [&](const QString &role, const QString &digits, const PlanTime &time) {
            IndicatorValue value = valueOf(digits);
            value.indicator = id;
            value.role = role;
            value.as_of = time;
            maker.add(value);
        };
        add(u"target"_s, u"500"_s, PlanTime::fiscalYear(2027));
        add(u"target"_s, u"300"_s, PlanTime::fiscalYear(2025));
        add(u"target"_s, u"900"_s, {});
        add(u"actual"_s, u"200"_s, PlanTime::fiscalYear(2024));
        add(u"baseline"_s, u"100"_s, {});
        const Plan plan = std::move(maker).plan();
        QCOMPARE(
            indicatorInWords(plan, *plan.find(id)),
            u"・利用者数：現状 100人、実績 200人（令和6年度）、目標 300人（令和7年度）、目標 500人（令和9年度）、目標 900人"_s);
    }

    void aTargetInWordsIsATarget()
    {
        CheckPlan maker;
        Indicator indicator;
        indicator.measure = maker.measure(u"1"_s);
        indicator.name = u"窓口"_s;
        indicator.unit = u"か所"_s;
        IndicatorValue value = valueOf({}, {}, u"全ての窓口で実施"_s);
        value.indicator = maker.add(indicator);
        value.role = u"target"_s;
        value.as_of = PlanTime::fiscalYear(2025);
        maker.add(value);
        const Plan plan = std::move(maker).plan();
        QVERIFY(hasTarget(plan, value.indicator));
        QCOMPARE(indicatorChart(plan, value.indicator).badge, u"目標：全ての窓口で実施"_s);
        const GridShape shape = indicatorShape(IndicatorChoice::WithoutTarget);
        QVERIFY(shape.rows(plan).isEmpty());
        QVERIFY(findingsOf(plan).empty());
    }

    void aRowWithNothingInItIsNoTarget()
    {
        CheckPlan maker;
        Indicator indicator;
        indicator.measure = maker.measure(u"1"_s);
        IndicatorValue value;
        value.indicator = maker.add(indicator);
        value.role = u"target"_s;
        maker.add(value);
        QVERIFY(!hasTarget(std::move(maker).plan(), value.indicator));
    }

    void notesOfValuesAreNotesOfTheSheet()
    {
        CheckPlan maker;
        Block block;
        block.kind = block.key = u"indicators"_s;
        maker.add(block);
        block.kind = block.key = u"text"_s;
        MeasureText text;
        text.block = maker.add(block);
        Indicator indicator;
        indicator.measure = text.measure = maker.measure(u"1"_s);
        indicator.name = u"延床面積"_s;
        indicator.unit = u"平方メートル"_s;
        text.text = u"庁舎［※2］を減らす。"_s;
        maker.add(text);
        Footnote note;
        note.owner = Owner(indicator.measure);
        note.mark = u"2"_s;
        note.text = u"本庁舎"_s;
        maker.add(note);
        note.mark = u"1"_s;
        note.text = u"ほかに事業中のものがある。"_s;
        const Id<Footnote> ofValue = maker.add(note);
        IndicatorValue value = valueOf(u"24672"_s, {}, u"24,672平方メートル［※1］"_s);
        value.indicator = maker.add(indicator);
        value.role = u"actual"_s;
        maker.add(value);
        const Plan plan = std::move(maker).plan();
        QCOMPARE(sheetNotes(plan, indicator.measure).first()->id, ofValue); // where the indicators stand above the text
        QCOMPARE(PlanNotes(plan).number(ofValue), 1);
        QCOMPARE(linesOf(plan, u"footnote-without-mark"_s), QStringList());
        QCOMPARE(linesOf(plan, u"value-as-printed"_s), QStringList());
        QCOMPARE(indicatorChart(plan, value.indicator).lines.first().points.first().label, u"24,672平方メートル"_s);
    }

    void amountsAndCountsNeedNoBaseline()
    {
        for (const auto &[unit, needed] : {std::pair(u"百万円"_s, false), {u"件"_s, false}, {u"％"_s, true}, {u""_s, true}}) {
            CheckPlan maker;
            Indicator indicator;
            indicator.measure = maker.measure(u"1"_s);
            indicator.unit = unit;
            IndicatorValue value = valueOf(u"5"_s);
            value.indicator = maker.add(indicator);
            value.role = u"target"_s;
            maker.add(value);
            QCOMPARE(linesOf(std::move(maker).plan(), u"indicator-without-baseline"_s).size(), needed ? 1 : 0);
        }
    }
};

QTEST_GUILESS_MAIN(TestIndicatorWords)
#include "tst_indicator_words.moc"
