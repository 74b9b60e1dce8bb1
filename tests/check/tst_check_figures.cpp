// SPDX-License-Identifier: GPL-3.0-or-later
// The check of figures: real ones from the documents and made-up ones, right and wrong; every expected figure was reckoned by hand.
#include "tests/check/check_plan.h"
#include "tests/support/rows.h"
#include "tests/support/warnings.h"

using namespace shisaku;
using namespace Qt::StringLiterals;

class TestCheckFigures : public QObject {
    Q_OBJECT

private slots:
    void init() { failOnWarnings(); }
    void ratesAndHours_data();
    void ratesAndHours();
    void officesOfOneYear_data();
    void officesOfOneYear();
    void totals_data();
    void totals();
    void aTotalOfOtherBasesIsNotAddedUp();
    void basisAndRoleLeftOpenAreThoseThatResultsTakeThemFor();
    void savingsThatAreOnlyPrintedAreAddedUp();
    void theSlipsOfTheSampleAreFound();
    void acceptedFindingsStandApartUntilTheFigureChanges();
    void otherSamplesRaiseNoFigures();
};

void TestCheckFigures::ratesAndHours_data()
{
    QTest::addColumn<QString>("before");
    QTest::addColumn<QString>("after");
    QTest::addColumn<QString>("saved");
    QTest::addColumn<QString>("rate");
    QTest::addColumn<QStringList>("found");
    QTest::addColumn<QString>("explanation");
    const QStringList none;
    QTest::newRow("R1") << u"1410"_s << u"290"_s << u"1120"_s << u"79.4"_s << none << u""_s;
    QTest::newRow("R2") << u"2337"_s << u"1293"_s << u"1044"_s << u"44.7"_s << none << u""_s;
    QTest::newRow("R3") << u"454"_s << u"251"_s << u"203"_s << u"44.7"_s << none << u""_s;
    QTest::newRow("R4") << u"5936"_s << u"2085"_s << u"3851"_s << u"64.9"_s << none << u""_s;
    QTest::newRow("sheet 46 now") << u"2337"_s << u"1293"_s << u"1044"_s << u"55"_s << QStringList{u"55％ | 44.7％"_s}
                                  << u"導入後÷導入前の割合（55.3％）"_s;
    QTest::newRow("sheet 46 later") << u"4674"_s << u"2805"_s << u"1870"_s << u"60"_s
                                    << QStringList{u"1,870時間 | 1,869時間"_s, u"60％ | 40.0％"_s}
                                    << u"導入後÷導入前の割合（60.0％）"_s;
    QTest::newRow("AI-OCR") << u"2083"_s << u"831"_s << u""_s << u"60"_s << none << u""_s;
    QTest::newRow("minutes now") << u"761.5"_s << u"489.5"_s << u""_s << u"35"_s << QStringList{u"35％ | 35.7％"_s}
                                 << u"切り捨てた値"_s;
    QTest::newRow("minutes later") << u"3000"_s << u"1950"_s << u""_s << u"35"_s << none << u""_s;
    QTest::newRow("nursery") << u"48"_s << u"8"_s << u""_s << u"80"_s << QStringList{u"80％ | 83.3％"_s} << u"10％単位"_s;
    QTest::newRow("half rounds up") << u"200"_s << u"111"_s << u"89"_s << u"44.5"_s << none << u""_s;
    QTest::newRow("half up at the place") << u"2000"_s << u"1111"_s << u"889"_s << u"44.5"_s << none << u""_s; // 44.45
    QTest::newRow("half down") << u"2000"_s << u"1111"_s << u"889"_s << u"44.4"_s << QStringList{u"44.4％ | 44.45％"_s}
                               << u"切り捨てた値"_s;
    QTest::newRow("of what is left") << u"300"_s << u"200"_s << u"100"_s << u"50"_s << QStringList{u"50％ | 33.3％"_s}
                                     << u"導入後を分母"_s;
    QTest::newRow("sum for difference") << u"300"_s << u"200"_s << u"500"_s << u""_s << QStringList{u"500時間 | 100時間"_s}
                                        << u"和に当たります"_s;
    QTest::newRow("after for saved") << u"300"_s << u"250"_s << u"250"_s << u""_s << QStringList{u"250時間 | 50時間"_s}
                                     << u"導入後の時間に当たります"_s;
    QTest::newRow("inexplicable") << u"300"_s << u"200"_s << u"123.5"_s << u""_s << QStringList{u"123.5時間 | 100時間"_s} << u""_s;
    QTest::newRow("more work than before") << u"100"_s << u"120"_s << u"-20"_s << u"-20"_s << none << u""_s;
    QTest::newRow("decimals") << u"0.3"_s << u"0.1"_s << u"0.2"_s << u"66.7"_s << none << u""_s; // binary fractions miss this
    QTest::newRow("nothing before") << u"0"_s << u"0"_s << u"0"_s << u"100"_s << none << u""_s;
    QTest::newRow("nothing to reckon with") << u""_s << u""_s << u"6841"_s << u""_s << none << u""_s;
}

void TestCheckFigures::ratesAndHours()
{
    QFETCH(QString, before);
    QFETCH(QString, after);
    QFETCH(QString, saved);
    QFETCH(QString, rate);
    QFETCH(QStringList, found);
    QFETCH(QString, explanation);
    CheckPlan maker;
    Effect effect;
    effect.tool = u"RPA"_s;
    effect.as_of = PlanTime::fiscalYear(2020);
    effect.hours_before = before;
    effect.hours_after = after;
    effect.printed_saved = saved;
    effect.printed_rate = rate;
    maker.add(effect);
    const Plan plan = std::move(maker).plan();
    QStringList lines;
    QString messages;
    for (const Finding &finding : findingsOf(plan)) {
        QCOMPARE(finding.place, u"活用実績 RPA 令和2年度"_s);
        lines << finding.printed + u" | "_s + finding.computed;
        messages += finding.message;
    }
    QCOMPARE(lines, found);
    QVERIFY2(messages.contains(explanation), qPrintable(messages));
    QVERIFY2(!explanation.isEmpty() || !messages.contains(u"当たります"_s), qPrintable(messages));
}

namespace {
struct Year {
    QString before;
    QString after;
    qint64 tasks;
    QStringList offices;
};

/// Years of results, each with its printed number of offices, then the printed total.
Plan resultsOf(const QList<Year> &years, Effect total, qint64 printedOffices = -1)
{
    CheckPlan maker;
    QHash<QString, Id<Department>> offices;
    int fiscal = 2019;
    for (const Year &year : years) {
        Effect effect;
        effect.tool = u"RPA"_s;
        effect.scope = u"year"_s;
        effect.as_of = PlanTime::fiscalYear(fiscal++);
        effect.hours_before = year.before;
        effect.hours_after = year.after;
        effect.task_count = year.tasks;
        effect.printed_departments = printedOffices < 0 ? QSet<QString>(year.offices.begin(), year.offices.end()).size()
                                                        : printedOffices;
        const auto id = maker.add(effect);
        for (const QString &name : year.offices) {
            if (!offices.contains(name)) {
                Department office;
                office.name = name;
                offices.insert(name, maker.add(office));
            }
            EffectDepartment named;
            named.effect = id;
            named.department = offices[name];
            maker.add(named);
        }
    }
    total.tool = u"RPA"_s;
    total.scope = u"total"_s;
    maker.add(total);
    return std::move(maker).plan();
}
} // namespace

void TestCheckFigures::officesOfOneYear_data()
{
    QTest::addColumn<QStringList>("offices");
    QTest::addColumn<qint64>("printed");
    QTest::addColumn<QStringList>("found");
    QTest::newRow("right") << QStringList{u"財政課"_s, u"警防課"_s} << qint64(2) << QStringList();
    QTest::newRow("wrong") << QStringList{u"財政課"_s, u"警防課"_s} << qint64(3) << QStringList{u"3部署 | 2部署"_s};
    QTest::newRow("counted twice") << QStringList{u"財政課"_s, u"財政課"_s} << qint64(2) << QStringList{u"2部署 | 1部署"_s};
    QTest::newRow("a bare count stays one") << QStringList() << qint64(37) << QStringList();
}

void TestCheckFigures::officesOfOneYear()
{
    QFETCH(QStringList, offices);
    QFETCH(qint64, printed);
    QFETCH(QStringList, found);
    const Plan plan = resultsOf({{u"10"_s, u"5"_s, 1, offices}}, {}, printed);
    QStringList lines;
    for (const QString &line : linesOf(plan, u"office-count"_s))
        lines << line.section(u" | "_s, 1);
    QCOMPARE(lines, found);
}

void TestCheckFigures::totals_data()
{
    QTest::addColumn<QStringList>("total"); // tasks, before, after, saved, rate, offices
    QTest::addColumn<QStringList>("found");
    QTest::addColumn<QString>("message");
    // Two years: 100→50 and 300→50 hours (50.0 % and 83.3 %), 財政課 in both.
    const QStringList right{u"5"_s, u"400"_s, u"100"_s, u"300"_s, u"75.0"_s, u"3"_s};
    const auto with = [&right](int place, const QString &text) {
        QStringList changed = right;
        changed[place] = text;
        return changed;
    };
    QTest::newRow("right") << right << QStringList() << u""_s;
    QTest::newRow("works") << with(0, u"6"_s) << QStringList{u"6業務 | 5業務"_s} << u"業務数の合計は5業務"_s;
    QTest::newRow("before") << with(1, u"410"_s)
                            << QStringList{u"300時間 | 310時間"_s, u"75.0％ | 75.61％"_s, u"410時間 | 400時間"_s}
                            << u"導入前の合計は400時間"_s;
    QTest::newRow("mean of rates") << with(4, u"66.7"_s) << QStringList{u"66.7％ | 75.00％"_s} << u"各年度の削減率の平均"_s;
    QTest::newRow("offices twice") << with(5, u"4"_s) << QStringList{u"4部署 | 3部署"_s}
                                   << u"延べ4部署（実3部署）：財政課 2か年。同じ部署を年度ごとに数えた延べ数に当たります。"_s;
    QTest::newRow("offices wrong") << with(5, u"7"_s) << QStringList{u"7部署 | 3部署"_s} << u"延べ4部署（実3部署）"_s;
    QTest::newRow("nothing printed") << QStringList{u""_s, u""_s, u""_s, u""_s, u""_s, u""_s} << QStringList() << u""_s;
}

void TestCheckFigures::totals()
{
    QFETCH(QStringList, total);
    QFETCH(QStringList, found);
    QFETCH(QString, message);
    Effect row;
    if (!total[0].isEmpty())
        row.task_count = total[0].toLongLong();
    row.hours_before = total[1];
    row.hours_after = total[2];
    row.printed_saved = total[3];
    row.printed_rate = total[4];
    if (!total[5].isEmpty())
        row.printed_departments = total[5].toLongLong();
    const Plan plan = resultsOf(
        {{u"100"_s, u"50"_s, 2, {u"財政課"_s, u"警防課"_s}}, {u"300"_s, u"50"_s, 3, {u"出納室"_s, u"財政課"_s}}}, row);
    QStringList lines;
    QString messages;
    for (const Finding &finding : findingsOf(plan)) {
        QCOMPARE(finding.place, u"活用実績 RPA 合計"_s);
        lines << finding.printed + u" | "_s + finding.computed;
        messages += finding.message;
    }
    QCOMPARE(lines, found);
    QVERIFY2(messages.contains(message), qPrintable(messages));
}

void TestCheckFigures::basisAndRoleLeftOpenAreThoseThatResultsTakeThemFor()
{
    CheckPlan maker;
    Effect row;
    row.tool = u"RPA"_s;
    row.basis = u"不明"_s;
    row.role = u"actual"_s;
    for (const QString &before : {u"100"_s, u"300"_s}) {
        row.hours_before = before;
        maker.add(row);
    }
    row.scope = u"cumulative"_s; // no year
    maker.add(row);
    row.basis.clear();
    row.role.clear();
    row.scope = u"total"_s;
    row.hours_before = u"410"_s;
    maker.add(row);
    QCOMPARE(linesOf(std::move(maker).plan(), u"effect-total"_s), QStringList{u"活用実績 RPA 合計 | 410時間 | 400時間"_s});
}

void TestCheckFigures::aTotalOfOtherBasesIsNotAddedUp()
{
    Effect total;
    total.basis = u"年間"_s;
    total.hours_before = u"7"_s;
    total.task_count = 1;
    total.printed_departments = 28;
    QVERIFY(findingsOf(resultsOf({{u"100"_s, u"50"_s, 2, {u"財政課"_s}}}, total)).isEmpty());
}

void TestCheckFigures::savingsThatAreOnlyPrintedAreAddedUp()
{
    for (const QString &printed : {u"300"_s, u"310"_s}) {
        CheckPlan maker;
        Effect row;
        row.tool = u"RPA"_s;
        row.scope = u"year"_s;
        row.as_of = PlanTime::fiscalYear(2021);
        row.hours_before = u"150"_s;
        row.hours_after = u"50"_s;
        maker.add(row);
        row.as_of = PlanTime::fiscalYear(2022);
        row.hours_before = row.hours_after = QString();
        row.printed_saved = u"200"_s;
        maker.add(row);
        row.scope = u"total"_s;
        row.printed_saved = printed;
        maker.add(row);
        const QStringList lines = linesOf(std::move(maker).plan(), u"effect-total"_s);
        QCOMPARE(lines, printed == u"300" ? QStringList() : QStringList{u"活用実績 RPA 合計 | 310時間 | 300時間"_s});
    }
}

void TestCheckFigures::theSlipsOfTheSampleAreFound()
{
    const Plan plan = samplePlan();
    QStringList lines;
    for (const Finding &finding : findingsOf(plan)) {
        if (checkRules()[static_cast<size_t>(checkRuleIndex(finding.rule))].kind == CheckKind::Figures)
            lines << QStringList{finding.rule, finding.place, finding.printed, finding.computed}.join(u" | "_s);
    }
    // All of them, and nothing else: the table of results, its totals, the survey and the other shares are right.
    QCOMPARE(lines, (QStringList{u"saved-hours | 施策46 | 1,870時間 | 1,869時間"_s, u"saved-rate | 施策13 | 35％ | 35.7％"_s,
                                 u"saved-rate | 施策13 | 80％ | 83.3％"_s, u"saved-rate | 施策13 | 80％ | 83.3％"_s,
                                 u"saved-rate | 施策46 | 55％ | 44.7％"_s, u"saved-rate | 施策46 | 60％ | 40.0％"_s,
                                 u"case-share | 活用事例『こころカード（期限延長）』 | 68％ | 67.1％"_s,
                                 u"case-share | 活用事例『こころカード（期限延長）』 | 32％ | 32.9％"_s}));
}

void TestCheckFigures::acceptedFindingsStandApartUntilTheFigureChanges()
{
    Plan plan = samplePlan();
    const QList<Finding> before = findingsOf(plan);
    const auto wrong = std::find_if(before.begin(), before.end(),
                                    [](const Finding &finding) { return finding.printed == u"55％"; });
    QVERIFY(wrong != before.end() && !wrong->isAccepted());
    Annotation note = acceptanceOf(*wrong, u"公表済みのため"_s);
    note.id = Id<Annotation>(randomIds()());
    note.position = u"V"_s;
    QVERIFY(applyTo(plan, insertionOf(note)));
    const QList<Finding> after = findingsOf(plan);
    QCOMPARE(after.size(), before.size());
    for (const Finding &finding : after) {
        QCOMPARE(finding.isAccepted(), finding.printed == u"55％");
        QCOMPARE(finding.accepted, finding.isAccepted() ? u"公表済みのため"_s : QString());
    }

    ChangeBuilder change(QString{});
    change.set<&Effect::printed_rate>(Id<Effect>(wrong->row), u"56"_s);
    QVERIFY(applyTo(plan, std::move(change).build()));
    for (const Finding &finding : findingsOf(plan))
        QVERIFY(!finding.isAccepted());
}

void TestCheckFigures::otherSamplesRaiseNoFigures()
{
    for (const QString &name : {u"katagami"_s, u"hatsukaichi"_s}) {
        const Plan plan = samplePlan(name);
        QVERIFY(plan.rows<Indicator>().size() > 0 || plan.rows<Measure>().size() > 0);
        for (const Finding &finding : findingsOf(plan))
            QVERIFY2(checkRules()[static_cast<size_t>(checkRuleIndex(finding.rule))].kind != CheckKind::Figures,
                     qPrintable(finding.place + finding.message));
    }
}

QTEST_GUILESS_MAIN(TestCheckFigures)
#include "tst_check_figures.moc"
