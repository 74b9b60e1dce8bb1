// SPDX-License-Identifier: GPL-3.0-or-later
// The check of what is missing or stands outside: real and made-up cases, right and wrong.
#include "tests/check/check_plan.h"
#include "tests/support/warnings.h"

using namespace shisaku;
using namespace Qt::StringLiterals;

class TestCheckGaps : public QObject {
    Q_OBJECT

private slots:
    void init() { failOnWarnings(); }
    void everyRuleHasATitleAndItsPlace();
    void theTemplateSaysWhatAMeasureLacks();
    void anAddedMeasureIsNamedOnce();
    void periodsLieInThePlan_data();
    void periodsLieInThePlan();
    void milestonesLieInThePlan_data();
    void milestonesLieInThePlan();
    void indicatorsHaveTargetAndBaseline_data();
    void indicatorsHaveTargetAndBaseline();
    void marksMeetNotes_data();
    void marksMeetNotes();
    void marksOfChaptersMeetNotes_data();
    void marksOfChaptersMeetNotes();
    void glossaryTermsAreUsed_data();
    void glossaryTermsAreUsed();
    void figureNumbersFollowEachOther_data();
    void figureNumbersFollowEachOther();
    void officesExistAtTheTime_data();
    void officesExistAtTheTime();
    void officesOfResultsAndProjectsExistAtTheTime_data();
    void officesOfResultsAndProjectsExistAtTheTime();
};

void TestCheckGaps::everyRuleHasATitleAndItsPlace()
{
    QSet<QString> names;
    for (const CheckRule &rule : checkRules()) {
        names.insert(QString::fromLatin1(rule.name));
        QVERIFY(!checkRuleTitle(rule).isEmpty());
        QCOMPARE(&checkRules()[static_cast<size_t>(checkRuleIndex(QString::fromLatin1(rule.name)))], &rule);
    }
    QCOMPARE(names.size(), static_cast<qsizetype>(checkRules().size()));
    for (const QString &sample : {u"izumo"_s, u"katagami"_s, u"hatsukaichi"_s}) {
        const Plan plan = samplePlan(sample);
        int last = 0;
        for (const Finding &finding : findingsOf(plan)) {
            const int rule = checkRuleIndex(finding.rule);
            QVERIFY2(rule >= last, qPrintable(finding.rule));
            last = rule;
            QVERIFY(plan.table(finding.table).contains(finding.row));
            QVERIFY(!finding.place.isEmpty() && finding.message.endsWith(u'。'));
            QVERIFY2(!finding.place.contains(u'%') && !finding.message.contains(u"%1"_s), qPrintable(finding.message));
        }
    }
}

namespace {
Id<Block> addBlock(CheckPlan &maker, const QString &kind, const QString &label, bool required)
{
    Block block;
    block.kind = kind;
    block.label = label;
    block.required = required;
    return maker.add(block);
}

QStringList rulesOf(const Plan &plan)
{
    QStringList rules;
    for (const Finding &finding : findingsOf(plan))
        rules << finding.rule;
    return rules;
}
} // namespace

void TestCheckGaps::theTemplateSaysWhatAMeasureLacks()
{
    {
        CheckPlan maker; // no template: nothing is asked for
        maker.measure(u"1"_s);
        QCOMPARE(rulesOf(std::move(maker).plan()), QStringList());
    }
    CheckPlan maker;
    addBlock(maker, u"lead"_s, u"所管課"_s, true);
    addBlock(maker, u"bars"_s, u"スケジュール"_s, true);
    addBlock(maker, u"text"_s, u"備考"_s, false);
    const auto goal = addBlock(maker, u"text"_s, u"目標"_s, true);
    maker.measure(u"1"_s);
    const auto whole = maker.measure(u"2"_s);
    MeasureText text;
    text.measure = whole;
    text.block = goal;
    text.text = u"目標の文"_s;
    maker.add(text);
    Responsibility lead;
    lead.measure = whole;
    lead.actor = u"全庁"_s;
    lead.role = u"lead"_s;
    maker.add(lead);
    Initiative initiative;
    initiative.measure = whole;
    initiative.title = u"取組"_s;
    Phase phase;
    phase.initiative = maker.add(initiative);
    maker.add(phase);
    initiative.title = u"時期のない取組"_s;
    maker.add(initiative);
    maker.measure(u"2"_s);
    QStringList lines;
    for (const Finding &finding : findingsOf(std::move(maker).plan()))
        lines << finding.place + u' ' + finding.rule;
    QCOMPARE(lines,
             (QStringList{u"施策2 duplicate-number"_s, u"施策1 measure-without-lead"_s, u"施策2 measure-without-lead"_s,
                          u"施策1 measure-without-text"_s, u"施策2 measure-without-text"_s, u"施策1 measure-without-schedule"_s,
                          u"施策2 measure-without-schedule"_s, u"施策2 initiative-without-schedule"_s}));
}

void TestCheckGaps::anAddedMeasureIsNamedOnce()
{
    const Plan plan = samplePlan();
    int added = 0;
    for (const Finding &finding : findingsOf(plan)) {
        if (!finding.place.startsWith(u"追加施策"_s))
            continue;
        QCOMPARE(finding.rule, u"added-measure-open"_s);
        ++added;
    }
    QCOMPARE(added, 6);
}

void TestCheckGaps::periodsLieInThePlan_data()
{
    QTest::addColumn<QString>("starts");
    QTest::addColumn<QString>("ends");
    QTest::addColumn<QStringList>("rules");
    QTest::newRow("inside") << u"FY2023"_s << u"FY2024"_s << QStringList();
    QTest::newRow("last month") << u"2026-03"_s << u"2026-03"_s << QStringList();
    QTest::newRow("beyond, open") << u"FY2026"_s << u".."_s << QStringList();
    QTest::newRow("beyond") << u"FY2026"_s << u"FY2027"_s << QStringList{u"phase-outside-plan"_s};
    QTest::newRow("beyond, end unknown") << u"2026-04"_s << u""_s << QStringList{u"phase-outside-plan"_s};
    QTest::newRow("before the plan began") << u".."_s << u"FY2020"_s << QStringList();
    QTest::newRow("unknown") << u""_s << u""_s << QStringList();
    QTest::newRow("back to front") << u"FY2024"_s << u"FY2023"_s << QStringList{u"phase-ends-before-start"_s};
    QTest::newRow("ends within its year") << u"FY2024"_s << u"2024-09"_s << QStringList();
}

void TestCheckGaps::periodsLieInThePlan()
{
    QFETCH(QString, starts);
    QFETCH(QString, ends);
    QFETCH(QStringList, rules);
    CheckPlan maker;
    PlanInfo info;
    info.title = u"計画"_s;
    info.ends = PlanTime::month(2026, 3);
    maker.add(info);
    Initiative initiative;
    initiative.measure = maker.measure(u"1"_s);
    initiative.title = u"取組"_s;
    Phase phase;
    phase.initiative = maker.add(initiative);
    phase.starts = *PlanTime::fromText(starts);
    phase.ends = *PlanTime::fromText(ends);
    maker.add(phase);
    QCOMPARE(rulesOf(std::move(maker).plan()), rules);
}

void TestCheckGaps::milestonesLieInThePlan_data()
{
    QTest::addColumn<QString>("at");
    QTest::addColumn<bool>("right");
    QTest::newRow("inside") << u"FY2025"_s << true;
    QTest::newRow("last month") << u"2026-03"_s << true;
    QTest::newRow("before") << u"2019-04"_s << true;
    QTest::newRow("unknown") << u""_s << true;
    QTest::newRow("beyond") << u"2026-04"_s << false;
}

void TestCheckGaps::milestonesLieInThePlan()
{
    QFETCH(QString, at);
    QFETCH(bool, right);
    CheckPlan maker;
    PlanInfo info;
    info.title = u"計画"_s;
    info.ends = PlanTime::month(2026, 3);
    maker.add(info);
    Initiative initiative;
    initiative.measure = maker.measure(u"1"_s);
    initiative.title = u"取組"_s;
    Milestone stone;
    stone.initiative = maker.add(initiative);
    stone.label = u"稼働"_s;
    stone.at = *PlanTime::fromText(at);
    maker.add(stone);
    const Plan plan = std::move(maker).plan();
    QCOMPARE(messageOf(plan, u"phase-outside-plan"_s),
             right ? QString() : u"節目「稼働」が、計画の終期（令和8年3月）より後にあります。"_s);
}

void TestCheckGaps::indicatorsHaveTargetAndBaseline_data()
{
    QTest::addColumn<QStringList>("roles");
    QTest::addColumn<QString>("state");
    QTest::addColumn<QStringList>("rules");
    QTest::newRow("both") << QStringList{u"baseline"_s, u"target"_s} << u""_s << QStringList();
    QTest::newRow("target and actual") << QStringList{u"actual"_s, u"target"_s} << u""_s << QStringList();
    QTest::newRow("no target") << QStringList{u"baseline"_s} << u""_s << QStringList{u"indicator-without-target"_s};
    QTest::newRow("no baseline") << QStringList{u"target"_s} << u""_s << QStringList{u"indicator-without-baseline"_s};
    QTest::newRow("to be set") << QStringList{u"baseline"_s} << u"今後設定する"_s << QStringList();
    QTest::newRow("results only") << QStringList{u"actual"_s} << u""_s << QStringList();
    QTest::newRow("nothing") << QStringList() << u""_s << QStringList{u"indicator-without-value"_s};
    QTest::newRow("nothing, to be set") << QStringList() << u"今後設定する"_s << QStringList();
}

void TestCheckGaps::indicatorsHaveTargetAndBaseline()
{
    QFETCH(QStringList, roles);
    QFETCH(QString, state);
    QFETCH(QStringList, rules);
    CheckPlan maker;
    Indicator indicator;
    indicator.measure = maker.measure(u"1"_s);
    indicator.name = u"指標"_s;
    indicator.state = state;
    IndicatorValue value;
    value.indicator = maker.add(indicator);
    value.value = u"1"_s;
    for (const QString &role : roles) {
        value.role = role;
        maker.add(value);
    }
    QCOMPARE(rulesOf(std::move(maker).plan()), rules);
}

void TestCheckGaps::marksMeetNotes_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("aim");
    QTest::addColumn<QStringList>("notes"); // mark=word; plan:mark=word
    QTest::addColumn<QStringList>("found");
    const QStringList none;
    QTest::newRow("right") << u"AI-OCR［※1］を使う。"_s << u""_s << QStringList{u"1=AI-OCR"_s} << none;
    QTest::newRow("no mark") << u"AI-OCRを使う。"_s << u""_s << QStringList{u"1=AI-OCR"_s}
                             << QStringList{u"footnote-without-mark ※1"_s};
    QTest::newRow("no note") << u"AI-OCR［※1］とRPA［※2］を使う。"_s << u""_s << QStringList{u"1=AI-OCR"_s}
                             << QStringList{u"mark-without-footnote ※2"_s};
    QTest::newRow("the word stands in an aim")
        << u"文。"_s << u"パーソナライズされた情報"_s << QStringList{u"1=パーソナライズ"_s} << none;
    QTest::newRow("note of the plan") << u"DX［※3］を進める。"_s << u""_s << QStringList{u"plan:3=DX"_s} << none;
    QTest::newRow("unused note of the plan") << u"文。"_s << u""_s << QStringList{u"plan:3=DX"_s}
                                             << QStringList{u"footnote-without-mark ※3"_s};
    QTest::newRow("number of a term") << u"DX［※16］を進める。"_s << u""_s << none << none;
    QTest::newRow("number of a term beside a note of the sheet")
        << u"AI-OCR［※1］とDX［※用語16］を進める。"_s << u""_s << QStringList{u"1=AI-OCR"_s} << none;
    QTest::newRow("brackets and digits of either width")
        << u"AI-OCR[※1]とRPA[※２]、DX［※3]を使う。"_s << u""_s << QStringList{u"1=AI-OCR"_s, u"plan:3=DX"_s}
        << QStringList{u"mark-without-footnote ※2"_s};
    QTest::newRow("in an aim") << u"文。"_s << u"便利なまち[※2]"_s << none << QStringList{u"mark-without-footnote ※2"_s};
    QTest::newRow("note of the title page") << u"DX［※3］を進める。"_s << u""_s << QStringList{u"plan row:3=DX"_s} << none;
    QTest::newRow("unused note of the title page")
        << u"文。"_s << u""_s << QStringList{u"plan row:3=DX"_s} << QStringList{u"footnote-without-mark ※3"_s};
}

void TestCheckGaps::marksOfChaptersMeetNotes_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("mark"); // of the chapter's note
    QTest::addColumn<QStringList>("found");
    QTest::newRow("right") << u"DX［※1］を進める。"_s << u"1"_s << QStringList();
    QTest::newRow("no mark") << u"DXを進める。"_s << u"1"_s << QStringList{u"footnote-without-mark ※1"_s};
    QTest::newRow("no note") << u"DX［※2］を進める。"_s << u""_s << QStringList{u"mark-without-footnote ※2"_s};
    QTest::newRow("nothing") << u"DXを進める。"_s << u""_s << QStringList();
}

void TestCheckGaps::marksOfChaptersMeetNotes()
{
    QFETCH(QString, text);
    QFETCH(QString, mark);
    QFETCH(QStringList, found);
    CheckPlan maker;
    Passage passage;
    passage.heading = u"趣旨"_s;
    passage.text = text;
    const auto chapter = maker.add(passage);
    if (!mark.isEmpty()) {
        Footnote note;
        note.owner = Owner(chapter);
        note.mark = mark;
        note.word = u"DX"_s;
        maker.add(note);
    }
    QStringList lines;
    for (const Finding &finding : findingsOf(std::move(maker).plan()))
        lines << finding.rule + u' ' + finding.printed;
    QCOMPARE(lines, found);
}

void TestCheckGaps::marksMeetNotes()
{
    QFETCH(QString, text);
    QFETCH(QString, aim);
    QFETCH(QStringList, notes);
    QFETCH(QStringList, found);
    CheckPlan maker;
    const auto block = addBlock(maker, u"text"_s, u"概要"_s, false);
    const auto measure = maker.measure(u"1"_s);
    MeasureText row;
    row.measure = measure;
    row.block = block;
    row.text = text;
    maker.add(row);
    Classification classification;
    classification.key = classification.title = u"aim"_s;
    Category category;
    category.classification = maker.add(classification);
    category.title = aim.isEmpty() ? u"目指す姿"_s : aim;
    Membership membership;
    membership.category = maker.add(category);
    membership.measure = measure;
    maker.add(membership);
    GlossaryTerm term;
    term.word = u"施策"_s;
    term.number = 16;
    maker.add(term);
    PlanInfo title;
    title.title = u"計画"_s;
    const auto info = maker.add(title);
    for (const QString &note : notes) {
        Footnote footnote;
        if (note.startsWith(u"plan row:"_s))
            footnote.owner = Owner(info);
        else if (!note.startsWith(u"plan:"_s))
            footnote.owner = Owner(measure);
        footnote.mark = note.section(u'=', 0, 0).section(u':', -1);
        footnote.word = note.section(u'=', 1);
        maker.add(footnote);
    }
    QStringList lines;
    for (const Finding &finding : findingsOf(std::move(maker).plan()))
        lines << finding.rule + u' ' + finding.printed;
    QCOMPARE(lines, found);
}

void TestCheckGaps::glossaryTermsAreUsed_data()
{
    QTest::addColumn<QString>("word");
    QTest::addColumn<QString>("text");
    QTest::addColumn<bool>("used");
    QTest::newRow("used") << u"オープンデータ"_s << u"オープンデータの推進"_s << true;
    QTest::newRow("unused") << u"メタバース"_s << u"オープンデータの推進"_s << false;
    QTest::newRow("other width") << u"ＤＸ"_s << u"DXの推進"_s << true;
    QTest::newRow("before the bracket") << u"5G（第5世代移動通信システム）"_s << u"5Gの基地局"_s << true;
    QTest::newRow("inside the bracket") << u"EBPM（証拠に基づく政策立案）"_s << u"証拠に基づく政策立案"_s << true;
}

void TestCheckGaps::glossaryTermsAreUsed()
{
    QFETCH(QString, word);
    QFETCH(QString, text);
    QFETCH(bool, used);
    CheckPlan maker;
    Passage passage;
    passage.text = text;
    maker.add(passage);
    GlossaryTerm term;
    term.word = word;
    term.definition = word + u"とは何か。"_s; // its own definition is no use of it
    maker.add(term);
    QCOMPARE(rulesOf(std::move(maker).plan()).contains(u"glossary-unused"_s), !used);
}

void TestCheckGaps::figureNumbersFollowEachOther_data()
{
    QTest::addColumn<QStringList>("numbers");
    QTest::addColumn<QStringList>("messages");
    QTest::newRow("as they should") << QStringList{u"図1"_s, u""_s, u"図２"_s, u"図3"_s} << QStringList();
    QTest::newRow("chapters") << QStringList{u"図1-1"_s, u"図1-2"_s, u"図2-1"_s} << QStringList();
    QTest::newRow("not from one") << QStringList{u"図3"_s, u"図4"_s} << QStringList();
    QTest::newRow("in another order") << QStringList{u"図2"_s, u"図1"_s} << QStringList();
    QTest::newRow("one left out") << QStringList{u"図1"_s, u"図3"_s} << QStringList{u"図1の次が図3で、図2がありません。"_s};
    QTest::newRow("some left out") << QStringList{u"図1"_s, u"図5"_s} << QStringList{u"図1の次が図5で、図2から図4がありません。"_s};
    QTest::newRow("twice") << QStringList{u"図1"_s, u"図2"_s, u"図2"_s} << QStringList{u"図2が二つあります。"_s};
}

void TestCheckGaps::figureNumbersFollowEachOther()
{
    QFETCH(QStringList, numbers);
    CheckPlan maker;
    Figure figure;
    for (const QString &number : std::as_const(numbers)) {
        figure.number = number;
        maker.add(figure);
    }
    QStringList messages;
    for (const Finding &finding : findingsOf(std::move(maker).plan())) {
        QCOMPARE(finding.rule, u"figure-number"_s);
        messages << finding.message;
    }
    QTEST(messages, "messages");
}

void TestCheckGaps::officesExistAtTheTime_data()
{
    QTest::addColumn<QString>("validFrom");
    QTest::addColumn<QString>("validTo");
    QTest::addColumn<QString>("from");
    QTest::addColumn<QString>("to");
    QTest::addColumn<bool>("right");
    QTest::newRow("always") << u""_s << u""_s << u""_s << u""_s << true;
    QTest::newRow("gone") << u""_s << u"2024-03"_s << u""_s << u""_s << false;
    QTest::newRow("handed over in time") << u""_s << u"2024-03"_s << u""_s << u"2024-03"_s << true;
    QTest::newRow("handed over late") << u""_s << u"2024-03"_s << u""_s << u"FY2024"_s << false;
    QTest::newRow("not yet") << u"2024-04"_s << u""_s << u"FY2022"_s << u""_s << false;
    QTest::newRow("from its first day") << u"2024-04"_s << u""_s << u"FY2024"_s << u""_s << true;
}

void TestCheckGaps::officesExistAtTheTime()
{
    QFETCH(QString, validFrom);
    QFETCH(QString, validTo);
    QFETCH(QString, from);
    QFETCH(QString, to);
    QFETCH(bool, right);
    CheckPlan maker;
    Department office;
    office.name = u"旧課"_s;
    office.valid_from = *PlanTime::fromText(validFrom);
    office.valid_to = *PlanTime::fromText(validTo);
    Responsibility lead;
    lead.department = maker.add(office);
    Department next;
    next.name = u"新課"_s;
    DepartmentChange change;
    change.from = lead.department;
    change.to = maker.add(next);
    maker.add(change);
    lead.measure = maker.measure(u"1"_s);
    lead.role = u"lead"_s;
    lead.from = *PlanTime::fromText(from);
    lead.to = *PlanTime::fromText(to);
    maker.add(lead);
    const Plan plan = std::move(maker).plan();
    QCOMPARE(rulesOf(plan).isEmpty(), right);
    if (!right && !validTo.isEmpty())
        QCOMPARE(messageOf(plan, u"department-out-of-force"_s), u"『旧課』は令和6年3月に廃止されています。今は『新課』です。"_s);
}

void TestCheckGaps::officesOfResultsAndProjectsExistAtTheTime_data()
{
    QTest::addColumn<QString>("validFrom");
    QTest::addColumn<QString>("validTo");
    QTest::addColumn<bool>("right"); // of a result of FY2022 and of a project of FY2022 to FY2023
    QTest::newRow("always") << u""_s << u""_s << true;
    QTest::newRow("gone before") << u""_s << u"2022-03"_s << false;
    QTest::newRow("gone in that year") << u""_s << u"2022-09"_s << true;
    QTest::newRow("founded in that year") << u"2022-10"_s << u""_s << true;
    QTest::newRow("founded after both") << u"2024-04"_s << u""_s << false;
}

void TestCheckGaps::officesOfResultsAndProjectsExistAtTheTime()
{
    QFETCH(QString, validFrom);
    QFETCH(QString, validTo);
    QFETCH(bool, right);
    CheckPlan maker;
    Department office;
    office.name = u"旧課"_s;
    office.valid_from = *PlanTime::fromText(validFrom);
    office.valid_to = *PlanTime::fromText(validTo);
    const auto department = maker.add(office);
    Effect effect;
    effect.as_of = PlanTime::fiscalYear(2022);
    EffectDepartment user;
    user.effect = maker.add(effect);
    user.department = department;
    maker.add(user);
    Project project;
    project.title = u"実証"_s;
    project.begins = PlanTime::fiscalYear(2022);
    project.ends = PlanTime::fiscalYear(2023);
    ProjectDepartment lead;
    lead.project = maker.add(project);
    lead.department = department;
    maker.add(lead);
    const QStringList found = linesOf(std::move(maker).plan(), u"department-out-of-force"_s);
    QCOMPARE(found.size(), right ? 0 : 2);
    QVERIFY(right || found.last().contains(u"実証"_s));
}

QTEST_GUILESS_MAIN(TestCheckGaps)
#include "tst_check_gaps.moc"
