// SPDX-License-Identifier: GPL-3.0-or-later
// The check of figures in cases, in the survey and of indicators: real and made-up ones, right and wrong, reckoned by hand.
#include "models/survey/status_meaning.h"
#include "tests/check/check_plan.h"
#include "tests/support/warnings.h"

using namespace shisaku;
using namespace Qt::StringLiterals;

class TestCheckReports : public QObject {
    Q_OBJECT

private slots:
    void init() { failOnWarnings(); }
    void sharesOfCases_data();
    void sharesOfCases();
    void statusesMeanWhatTheirWordsSay_data();
    void statusesMeanWhatTheirWordsSay();
    void surveys_data();
    void surveys();
    void totalsOfASurveyAreThoseOfItsAnswers();
    void valuesArePrinted_data();
    void valuesArePrinted();
};

void TestCheckReports::sharesOfCases_data()
{
    QTest::addColumn<QStringList>("counts"); // count/share
    QTest::addColumn<QString>("total");
    QTest::addColumn<QStringList>("found");
    QTest::addColumn<QString>("message");
    QTest::newRow("医療費") << QStringList{u"3384/77"_s, u"1023/23"_s} << u"4407"_s << QStringList() << u""_s;
    QTest::newRow("こころカード") << QStringList{u"194/68"_s, u"95/32"_s} << u"289"_s
                                  << QStringList{u"68％ | 67.1％"_s, u"32％ | 32.9％"_s}
                                  << u"100％から、切り捨てた残りの割合（32％）を引いた値に当たります。"_s;
    QTest::newRow("sum") << QStringList{u"3/60"_s, u"2/40"_s} << u"6"_s
                         << QStringList{u"6件 | 5件"_s, u"60％ | 50.0％"_s, u"40％ | 33.3％"_s} << u"内訳の合計は5件"_s;
    QTest::newRow("of the rest") << QStringList{u"1/33"_s, u"3/75"_s} << u"4"_s << QStringList{u"33％ | 25.0％"_s}
                                 << u"残り（3）を分母"_s;
    QTest::newRow("no shares") << QStringList{u"3/"_s, u"2/"_s} << u"5"_s << QStringList() << u""_s;
}

void TestCheckReports::sharesOfCases()
{
    QFETCH(QStringList, counts);
    QFETCH(QString, total);
    QFETCH(QStringList, found);
    QFETCH(QString, message);
    CheckPlan maker;
    CaseStudy study;
    study.title = u"事例"_s;
    const auto id = maker.add(study);
    for (const QString &count : counts) {
        CaseValue value;
        value.case_study = id;
        value.label = u"申請"_s;
        value.after = count.section(u'/', 0, 0);
        value.printed_share = count.section(u'/', 1);
        value.unit = u"件"_s;
        maker.add(value);
    }
    CaseValue other; // hours beside the counts are no part of the sum
    other.case_study = id;
    other.before = u"10"_s;
    other.after = u"1"_s;
    other.unit = u"時間"_s;
    maker.add(other);
    CaseValue sum;
    sum.case_study = id;
    sum.after = total;
    sum.unit = u"件"_s;
    sum.total = true;
    maker.add(sum);
    const Plan plan = std::move(maker).plan();
    QStringList lines;
    QString messages;
    for (const Finding &finding : findingsOf(plan)) {
        QCOMPARE(finding.place, u"活用事例『事例』"_s);
        lines << finding.printed + u" | "_s + finding.computed;
        messages += finding.message;
    }
    QCOMPARE(lines, found);
    QVERIFY2(messages.contains(message), qPrintable(messages));
}

namespace {
Id<Survey> addSurvey(CheckPlan &maker, const QStringList &totals)
{
    for (const QString &list : {u"status 順調"_s, u"status 遅延"_s, u"status 課題"_s, u"reason A"_s, u"reason B"_s}) {
        Choice choice;
        choice.list = list.section(u' ', 0, 0);
        choice.key = choice.label = list.section(u' ', 1);
        maker.add(choice);
    }
    Survey survey;
    survey.title = u"調査"_s;
    const auto id = maker.add(survey);
    for (const QString &text : totals) { // key count share; key - for all
        SurveyTotal total;
        total.survey = id;
        const QString key = text.section(u' ', 0, 0);
        (key == u"A" || key == u"B" ? total.reason : total.status) = key == u"-" ? QString() : key;
        total.count = text.section(u' ', 1, 1).toLongLong();
        total.printed_share = text.section(u' ', 2, 2);
        maker.add(total);
    }
    return id;
}
} // namespace

void TestCheckReports::surveys_data()
{
    QTest::addColumn<QStringList>("totals");
    QTest::addColumn<QStringList>("found");
    const QStringList right{u"順調 82 78.1"_s, u"遅延 9 8.6"_s, u"課題 14 13.3"_s, u"- 105 100.0"_s, u"A 9 "_s, u"B 5 "_s};
    QTest::newRow("as published") << right << QStringList();
    const auto with = [&right](int place, const QString &text) {
        QStringList changed = right;
        changed[place] = text;
        return changed;
    };
    QTest::newRow("share") << with(0, u"順調 82 78.2"_s) << QStringList{u"78.2％ | 78.10％"_s};
    QTest::newRow("cut off") << with(1, u"遅延 9 8.5"_s) << QStringList{u"8.5％ | 8.57％"_s};
    QTest::newRow("sum") << with(3, u"- 107 100.0"_s)
                         << QStringList{u"107 | 105"_s, u"78.1％ | 76.64％"_s, u"8.6％ | 8.41％"_s, u"13.3％ | 13.08％"_s};
    QTest::newRow("reasons") << with(5, u"B 6 "_s) << QStringList{u"14 | 15"_s};
    // Reasons may be given to what is late as well, and one item may have several.
    QTest::newRow("reasons of two statuses") << with(5, u"B 14 "_s) << QStringList();
    QTest::newRow("several reasons to an item") << with(5, u"B 31 "_s) << QStringList();
    QTest::newRow("one status alone") << QStringList{u"順調 39 42.9"_s, u"- 91 "_s} << QStringList();
    QTest::newRow("one status without a whole") << QStringList{u"順調 39 42.9"_s} << QStringList();
    QTest::newRow("one status and a wrong share")
        << QStringList{u"順調 39 43.9"_s, u"- 91 "_s} << QStringList{u"43.9％ | 42.86％"_s};
    QTest::newRow("counts that overlap") << with(0, u"順調 91 86.7"_s) << QStringList();
    QTest::newRow("share of a reason") << with(4, u"A 9 64.3"_s) << QStringList();
    QTest::newRow("share of a reason cut off") << with(4, u"A 9 64.2"_s) << QStringList{u"64.2％ | 64.29％"_s};
}

void TestCheckReports::surveys()
{
    QFETCH(QStringList, totals);
    QFETCH(QStringList, found);
    CheckPlan maker;
    addSurvey(maker, totals);
    QStringList lines;
    for (const Finding &finding : findingsOf(std::move(maker).plan())) {
        QCOMPARE(finding.place, u"進捗調査『調査』"_s);
        lines << finding.printed + u" | "_s + finding.computed;
    }
    QCOMPARE(lines, found);
}

void TestCheckReports::totalsOfASurveyAreThoseOfItsAnswers()
{
    for (const bool complete : {true, false}) {
        CheckPlan maker;
        const auto survey = addSurvey(maker, {u"順調 2 100"_s, u"- 2 100"_s, u"A 1 "_s, u"B 1 "_s});
        for (const QString &status : {u"順調"_s, u"順調"_s, complete ? u"遅延"_s : QString()}) {
            SurveyItem item;
            item.survey = survey;
            item.label = u"項目"_s;
            Answer answer;
            answer.survey_item = maker.add(item);
            answer.status = status;
            answer.reason = status == u"遅延" ? u"A"_s : QString();
            maker.add(answer);
        }
        const Plan plan = std::move(maker).plan();
        QStringList found;
        for (const Finding &finding : findingsOf(plan))
            found << finding.printed + u" | "_s + finding.computed;
        // While an answer is missing nothing can be said.
        QCOMPARE(found, complete ? (QStringList{u"2 | 3"_s, u"1 | 0"_s}) : QStringList());
    }
}

void TestCheckReports::statusesMeanWhatTheirWordsSay_data()
{
    QTest::addColumn<QStringList>("labels");
    QTest::addColumn<QStringList>("troubled");
    const auto row = [](const char *name, const QStringList &labels, const QStringList &troubled) {
        QTest::newRow(name) << labels << troubled;
    };
    row("usual", {u"予定どおり順調"_s, u"遅延はしているが順調"_s, u"課題があり、進捗していない"_s},
        {u"課題があり、進捗していない"_s});
    row("late is all there is", {u"年度計画よりも進んでいる"_s, u"年度計画どおり"_s, u"年度計画よりも遅れている"_s},
        {u"年度計画よりも遅れている"_s});
    row("best last", {u"目標を未達成"_s, u"一部達成"_s, u"目標をおおむね達成"_s, u"目標を上回って達成"_s}, {u"目標を未達成"_s});
    row("two", {u"事業完了"_s, u"目標値どおり"_s, u"要改善"_s, u"要大幅改善"_s, u"未着手"_s, u"中止"_s, u"評価困難"_s},
        {u"要改善"_s, u"要大幅改善"_s});
    row("none", {u"課題なし"_s, u"検討中"_s, u"実施"_s}, {});
}

void TestCheckReports::statusesMeanWhatTheirWordsSay()
{
    QFETCH(QStringList, labels);
    QFETCH(QStringList, troubled);
    CheckPlan maker;
    for (const QString &label : labels) {
        Choice choice;
        choice.list = u"status"_s;
        choice.key = choice.label = label;
        maker.add(choice);
    }
    const QSet<QString> found = troubledStatuses(std::move(maker).plan());
    QCOMPARE(found, QSet<QString>(troubled.begin(), troubled.end()));
}

void TestCheckReports::valuesArePrinted_data()
{
    QTest::addColumn<QString>("value");
    QTest::addColumn<QString>("printed");
    QTest::addColumn<bool>("right");
    QTest::newRow("thousands") << u"8421"_s << u"年間利用件数 庁内 8,421件"_s << true;
    QTest::newRow("man") << u"20000"_s << u"目標値 外国人宿泊客数2万人泊"_s << true;
    QTest::newRow("point and man") << u"12500"_s << u"1.25万人"_s << true;
    QTest::newRow("in units of man") << u"879"_s << u"観光入込客879万人"_s << true;
    QTest::newRow("full width") << u"41.4"_s << u"４１．４％"_s << true;
    QTest::newRow("in words") << u"1"_s << u"一か所"_s << true;
    QTest::newRow("nothing printed") << u"1"_s << u""_s << true;
    QTest::newRow("other") << u"38"_s << u"83%"_s << false;
    QTest::newRow("part of a number") << u"12"_s << u"1,200人"_s << false;
}

void TestCheckReports::valuesArePrinted()
{
    QFETCH(QString, value);
    QFETCH(QString, printed);
    QFETCH(bool, right);
    CheckPlan maker;
    Indicator indicator;
    indicator.name = u"指標"_s;
    IndicatorValue row;
    row.indicator = maker.add(indicator);
    row.role = u"actual"_s;
    row.value = value;
    row.printed = printed;
    maker.add(row);
    QCOMPARE(findingsOf(std::move(maker).plan()).isEmpty(), right);
}

QTEST_GUILESS_MAIN(TestCheckReports)
#include "tst_check_reports.moc"
