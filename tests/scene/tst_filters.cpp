// SPDX-License-Identifier: GPL-3.0-or-later
// Filters and the grouping by progress: numbers counted by hand in the sample's tables, and small plans made for one question.
#include "models/exchange/plan_csv.h"
#include "models/order/measure_counts.h"
#include "models/plan/series.h"
#include "models/scene/plan_filter.h"
#include "tests/support/plans.h"
#include "tests/support/samples.h"
#include "tests/support/warnings.h"

#include <QJsonDocument>
#include <QSignalSpy>
#include <QTest>

using namespace shisaku;
using namespace Qt::StringLiterals;

namespace {
QStringList matching(const Plan &plan, const FilterSet &set)
{
    MeasureSearch search;
    const MeasureFilter filter = measureFilter(plan, set, search);
    QStringList numbers;
    for (const Measure *measure : plan.ordered<Measure>()) {
        if (!filter || filter(*measure))
            numbers << measure->number;
    }
    return numbers;
}

FilterSet one(FilterField field, const QStringList &keys)
{
    FilterSet set;
    set.keys.insert(field, keys);
    return set;
}

QStringList numbers(const Plan &plan, const GroupNode &group)
{
    QStringList list;
    for (const GroupNode &child : group.children)
        list << shownNumber(*plan.find(child.measure), child.repeat);
    return list;
}
} // namespace

class TestFilters : public QObject {
    Q_OBJECT

    Plan m_izumo;

private slots:
    void initTestCase() { m_izumo = samplePlan(); }
    void init() { failOnWarnings(); }

    void conditionsAreCombinedWithAndValuesWithOr()
    {
        QCOMPARE(matching(m_izumo, {}).size(), 61 + 6); // six were added later
        QCOMPARE(matching(m_izumo, one(FilterField::Kind, {u"新規"_s})).size(), 28);
        QCOMPARE(matching(m_izumo, one(FilterField::Kind, {u"新規"_s, u"拡張"_s})).size(), 28 + 16);
        FilterSet both = one(FilterField::Kind, {u"新規"_s, u"拡張"_s});
        both.setKey(FilterField::Horizon, u"短期"_s, true);
        QStringList expected;
        for (const Measure *measure : m_izumo.ordered<Measure>()) {
            if (measure->kind != u"継続" && measure->horizon == u"短期")
                expected << measure->number;
        }
        QVERIFY(!expected.isEmpty());
        QCOMPARE(matching(m_izumo, both), expected);
        both.text = u"ＲＰＡ"_s;
        const QStringList found = matching(m_izumo, both);
        QVERIFY(!found.isEmpty() && found.size() < expected.size());
        for (const QString &number : found)
            QVERIFY(expected.contains(number));
    }

    void aNameIsFoundInEitherFormOfItsCharacters()
    {
        Plan plan = m_izumo;
        const Measure *measure = plan.ordered<Measure>().first();
        ChangeBuilder change(u"施策名"_s);
        change.set<&Measure::title>(measure->id, u"\uFA10本\uFA19社の記録"_s);
        QVERIFY(applyTo(plan, std::move(change).build()));
        for (const QString &typed : {u"塚本神社"_s, u"\uFA10本\uFA19社"_s}) {
            FilterSet search;
            search.text = typed;
            QCOMPARE(matching(plan, search), QStringList{measure->number});
        }
    }

    void officesAreOfferedInOfficialOrderWithTheirCounts()
    {
        const QList<FilterOption> offices = filterOptions(m_izumo, FilterField::Office);
        QVERIFY(offices.size() > 5);
        for (const FilterOption &office : offices) {
            QVERIFY(!office.label.isEmpty());
            QCOMPARE(matching(m_izumo, one(FilterField::Office, {office.key})).size(), office.count);
        }
        QStringList official;
        for (const Department *office : m_izumo.ordered<Department>())
            official << office->name;
        qsizetype last = -1;
        int placed = 0;
        for (const FilterOption &office : offices) {
            const qsizetype place = official.indexOf(office.label);
            QVERIFY(place < 0 || place > last);
            placed += place < 0 ? 0 : 1;
            last = std::max(last, place);
        }
        QVERIFY(placed > 5);
    }

    void aYearFindsBarsThatReachIntoIt_data()
    {
        QTest::addColumn<QString>("starts");
        QTest::addColumn<QString>("ends");
        QTest::addColumn<QStringList>("years");
        const auto row = [](const char *name, const char *starts, const char *ends, const QStringList &years) {
            QTest::newRow(name) << QString::fromLatin1(starts) << QString::fromLatin1(ends) << years;
        };
        row("fiscal years", "FY2022", "FY2024", {u"2022"_s, u"2023"_s, u"2024"_s});
        row("january lies in the year before", "2024-01", "2024-03", {u"2023"_s});
        row("open start", "..", "FY2022", {u"2021"_s, u"2022"_s});
        row("open end", "FY2024", "..", {u"2024"_s, u"2025"_s});
        row("unknown end", "FY2023", "", {u"2023"_s});
        row("unknown start", "", "FY2023", {u"2023"_s});
        row("always", "..", "..", {u"2021"_s, u"2022"_s, u"2023"_s, u"2024"_s, u"2025"_s});
        row("before the plan", "FY2018", "FY2019", {QString()});
        row("undated", "", "", {QString()});
    }
    void aYearFindsBarsThatReachIntoIt()
    {
        QFETCH(QString, starts);
        QFETCH(QString, ends);
        QFETCH(QStringList, years);
        PlanMaker maker; // shows fiscal 2021–2025
        const auto measure = maker.measure(u"1"_s, u"施策"_s);
        maker.phase(maker.initiative(measure, u"取組"_s), starts, ends, u"運用"_s);
        maker.phase(maker.initiative(maker.measure(u"2"_s, u"すべての年"_s), u"取組"_s), u"FY2021"_s, u"FY2025"_s, u"運用"_s);
        const Plan plan = std::move(maker).plan();
        QStringList found;
        for (const QString &key : {u"2021"_s, u"2022"_s, u"2023"_s, u"2024"_s, u"2025"_s, QString()}) {
            if (matching(plan, one(FilterField::Year, {key})).contains(u"1"_s))
                found << key;
        }
        QCOMPARE(found, years);
    }

    void whatIsToBeCheckedIsFoundThroughAnyPartOfTheMeasure()
    {
        PlanMaker maker;
        const auto first = maker.measure(u"1"_s, u"確かな施策"_s);
        const auto second = maker.measure(u"2"_s, u"帯が不確かな施策"_s);
        maker.initiative(first, u"取組"_s);
        const auto phase = maker.phase(maker.initiative(second, u"取組"_s), u"FY2022"_s, {}, u"運用"_s);
        Annotation note;
        note.table = u"phase"_s;
        note.row = phase.row;
        note.kind = u"要原典確認"_s;
        maker.add(note);
        Annotation comment;
        comment.table = u"measure"_s;
        comment.row = first.row;
        comment.kind = u"comment"_s;
        maker.add(comment);
        const Plan plan = std::move(maker).plan();
        const QList<FilterOption> options = filterOptions(plan, FilterField::Doubt);
        QCOMPARE(options.size(), 1);
        QCOMPARE(matching(plan, one(FilterField::Doubt, {options[0].key})), QStringList{u"2"_s});
    }

    void progressComesFromTheNewestRound()
    {
        const Plan plan = surveyed();
        QCOMPARE(matching(plan, one(FilterField::Status, {u"done"_s})), QStringList({u"1"_s, u"3"_s}));
        QCOMPARE(matching(plan, one(FilterField::Status, {u"late"_s})), QStringList{u"1"_s});
        QCOMPARE(matching(plan, one(FilterField::Status, {QString()})), QStringList{u"2"_s});
        QStringList labels;
        for (const FilterOption &option : filterOptions(plan, FilterField::Status))
            labels << u"%1 %2"_s.arg(option.label).arg(option.count);
        QCOMPARE(labels, QStringList({u"完了 2"_s, u"遅れ 1"_s, u"回答なし 1"_s}));
    }

    void groupingByProgressShowsAMeasureUnderEachOfItsStates()
    {
        const Plan plan = surveyed();
        QVERIFY(Grouping::offered(plan).contains(Grouping{Grouping::By::Status, {}}));
        QVERIFY(!Grouping::offered(m_izumo).contains(Grouping{Grouping::By::Status, {}}) || newestAnswered(m_izumo));
        const GroupNode root = buildTree(plan, Grouping::fromText(u"status"_s));
        QCOMPARE(root.measureCount, 3);
        QStringList labels;
        for (const GroupNode &group : root.children)
            labels << group.label + u'：' + numbers(plan, group).join(u' ');
        QCOMPARE(labels, QStringList({u"完了：1 3"_s, u"遅れ：(1)"_s, u"（回答なし）：2"_s}));
    }

    void conditionsAreKeptAsJsonAndToldInWords()
    {
        FilterSet set = one(FilterField::Kind, {u"新規"_s, QString()});
        set.text = u"ＲＰＡ"_s;
        set.setKey(FilterField::Year, u"2024"_s, true);
        const QJsonObject json = set.toJson();
        QCOMPARE(FilterSet::fromJson(QJsonDocument::fromJson(QJsonDocument(json).toJson()).object()), set);
        QCOMPARE(filterInWords(m_izumo, set), QStringList({u"検索：ＲＰＡ"_s, u"区分：新規・記載なし"_s, u"年度：令和6年度"_s}));
        QVERIFY(FilterSet::fromJson({{u"kind"_s, 5}, {u"stranger"_s, true}}).isEmpty());
        QCOMPARE(filterKeyLabel(m_izumo, FilterField::Year, {}), u"年度の記載なし"_s); // nobody said that it is undecided
        set.setKey(FilterField::Year, u"2024"_s, false);
        QVERIFY(!set.keys.contains(FilterField::Year));
    }

    void anOfficeThatIsGoneIsStillNamed()
    {
        QCOMPARE(filterKeyLabel(m_izumo, FilterField::Office, u"000000000001"_s), u"（なくなった部署）"_s);
        QVERIFY(matching(m_izumo, one(FilterField::Office, {u"000000000001"_s})).isEmpty());
    }

    void addedMeasuresAreCountedApartWhereverMeasuresAreCounted()
    {
        PlanFilter filter;
        filter.setPlan(m_izumo);
        const Department *office = nullptr;
        for (const Department *department : m_izumo.ordered<Department>())
            office = department->name == u"情報政策課" ? department : office;
        filter.setKey(FilterField::Office, office->id.toText(), true);
        QCOMPARE(filter.countInWords(), u"61施策（ほかに追加6）のうち25施策（ほかに追加2）"_s);

        GroupNode tree = buildTree(m_izumo, Grouping{Grouping::By::LeadDepartment, {}});
        QCOMPARE(countMeasures(m_izumo, tree).inWords(u"施策"_s), u"61施策（ほかに追加6）"_s);
        const auto group = std::find_if(tree.children.begin(), tree.children.end(),
                                        [](const GroupNode &node) { return node.label == u"情報政策課"; });
        QCOMPARE(countMeasures(m_izumo, *group).inShort(), u"25（追加2）"_s); // as many as the roadmap shows, and two
        QCOMPARE(countMeasures({}).inShort(), u"0"_s);
    }

    void theFilterOfAWindowFollowsThePlan()
    {
        Plan plan = samplePlan();
        PlanFilter filter;
        QSignalSpy changed(&filter, &PlanFilter::matchesChanged);
        filter.setPlan(plan);
        QCOMPARE(changed.size(), 0); // everything matches, as before
        QCOMPARE(filter.countInWords(), u"61施策（ほかに追加6）"_s);
        filter.setKey(FilterField::Kind, u"継続"_s, true);
        QCOMPARE(changed.size(), 1);
        QCOMPARE(filter.countInWords(), u"61施策（ほかに追加6）のうち17施策"_s);

        const Measure *measure = plan.ordered<Measure>().first();
        const auto change = [&](const QString &kind) {
            ChangeBuilder edit(u"区分を変更"_s);
            edit.set<&Measure::kind>(measure->id, kind);
            const ChangeSet set = std::move(edit).build();
            QVERIFY(applyTo(plan, set));
            filter.follow(set);
        };
        const QString before = measure->kind;
        change(before == u"継続" ? u"新規"_s : u"継続"_s);
        QCOMPARE(changed.size(), 2);
        QCOMPARE(filter.matchCount(), before == u"継続" ? 16 : 18);
        ChangeBuilder edit(u"名を変更"_s);
        edit.set<&Measure::title>(measure->id, u"別の名"_s);
        const ChangeSet retitled = std::move(edit).build();
        QVERIFY(applyTo(plan, retitled));
        filter.follow(retitled);
        QCOMPARE(changed.size(), 2); // the same measures match
        filter.clear();
        QVERIFY(!filter.filter());
        QCOMPARE(changed.size(), 3);
    }

private:
    static bool newestAnswered(const Plan &plan) { return plan.rows<Answer>().size() > 0; }

    /// Three measures; an older round in which all were done, and a newer one: measure 1 done and late, 3 done, 2 silent.
    static Plan surveyed()
    {
        PlanMaker maker;
        for (const auto &[key, label] : {std::pair(u"done"_s, u"完了"_s), std::pair(u"late"_s, u"遅れ"_s)}) {
            Choice choice;
            choice.list = u"status"_s;
            choice.key = key;
            choice.label = label;
            maker.add(choice);
        }
        QList<Id<Measure>> measures;
        for (int i = 1; i <= 3; ++i)
            measures << maker.measure(QString::number(i), u"施策"_s);
        const auto round = [&](const PlanTime &asOf) {
            Survey survey;
            survey.title = u"調査"_s;
            survey.as_of = asOf;
            return maker.add(survey);
        };
        const auto answer = [&](Id<Survey> survey, Id<Measure> measure, Id<Initiative> initiative, const QString &status) {
            SurveyItem item;
            item.survey = survey;
            item.measure = measure;
            const auto itemId = maker.add(item);
            if (!initiative.isNull()) {
                SurveyItemInitiative part;
                part.survey_item = itemId;
                part.initiative = initiative;
                maker.add(part);
            }
            Answer given;
            given.survey_item = itemId;
            given.status = status;
            maker.add(given);
        };
        const auto newer = round(PlanTime::month(2024, 9));
        const auto older = round(PlanTime::month(2023, 9));
        for (Id<Measure> measure : measures)
            answer(older, measure, {}, u"done"_s);
        const auto system = maker.initiative(measures[0], u"システム"_s);
        answer(newer, measures[0], system, u"late"_s);
        answer(newer, {}, maker.initiative(measures[0], u"周知"_s), u"done"_s);
        answer(newer, measures[2], {}, u"done"_s);
        return std::move(maker).plan();
    }
};

QTEST_GUILESS_MAIN(TestFilters)
#include "tst_filters.moc"
