// SPDX-License-Identifier: GPL-3.0-or-later
// The check of values outside the ranges of their fields, which files of earlier versions may hold.
#include "tests/check/check_plan.h"
#include "tests/support/warnings.h"

using namespace shisaku;
using namespace Qt::StringLiterals;

class TestCheckRanges : public QObject {
    Q_OBJECT

private slots:
    void init() { failOnWarnings(); }
    void valuesLieInTheirRanges();
    void treesAreNoDeeperThanTheyAreDrawn();
};

void TestCheckRanges::treesAreNoDeeperThanTheyAreDrawn()
{
    CheckPlan maker;
    Id<Department> above;
    for (int storey = 1; storey <= 23; ++storey) {
        Department office;
        office.name = QString::number(storey);
        office.parent = above;
        above = maker.add(office);
    }
    QCOMPARE(linesOf(std::move(maker).plan(), u"out-of-range"_s), QStringList{u"部署『21』 |  | "_s});
}

void TestCheckRanges::valuesLieInTheirRanges()
{
    CheckPlan maker;
    PlanInfo info;
    info.first_year = PlanTime::fiscalYear(1900);
    info.last_year = PlanTime::fiscalYear(2999);
    maker.add(info);
    Block block;
    block.height = 400;
    maker.add(block);
    block.height = 1'000'000'000;
    maker.add(block);
    Effect effect;
    effect.printed_saved = u"-1000000000"_s;
    maker.add(effect);
    Measure measure;
    measure.title = QString(200'000, u'長');
    maker.add(measure);
    const Plan plan = std::move(maker).plan();
    QCOMPARE(linesOf(plan, u"out-of-range"_s),
             (QStringList{u"票の欄 | 1000000000 | "_s, u"施策『%1…』 | %2… | "_s.arg(QString(80, u'長'), QString(40, u'長')),
                          u"活用実績 | -1000000000 | "_s, u"計画 |  | "_s}));
    for (const Finding &finding : findingsOf(plan))
        QVERIFY2(finding.message.size() < 300 && finding.printed.size() < 300, qPrintable(finding.rule));
}

QTEST_GUILESS_MAIN(TestCheckRanges)
#include "tst_check_ranges.moc"
