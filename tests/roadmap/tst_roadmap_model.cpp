// SPDX-License-Identifier: GPL-3.0-or-later
// Grouping of measures, the lines of the roadmap and its model. Expected orders were typed from the printed plan.
#include "models/item/roadmap_model.h"
#include "models/plan/series.h"
#include "tests/support/plans.h"
#include "tests/support/samples.h"
#include "tests/support/warnings.h"

#include <QAbstractItemModelTester>
#include <QRegularExpression>
#include <QSignalSpy>
#include <QTest>

using namespace shisaku;
using namespace Qt::StringLiterals;

namespace {
QStringList numbers(const Plan &plan, const GroupNode &node)
{
    QStringList list;
    for (const GroupNode &child : node.children) {
        if (child.kind == GroupNode::Kind::Measure)
            list << shownNumber(*plan.find(child.measure), child.repeat);
        else
            list << numbers(plan, child);
    }
    return list;
}

QStringList labels(const GroupNode &node)
{
    QStringList list;
    for (const GroupNode &child : node.children)
        list << child.label;
    return list;
}
} // namespace

class TestRoadmapModel : public QObject {
    Q_OBJECT

private slots:
    void init() { failOnWarnings(); }
    void aimsGroupTheSampleAndRepeatsStandInParentheses();
    void kindsGroupTheSample();
    void departmentsStandInOfficialOrder();
    void measuresWithoutACategoryStandLast();
    void aFilterLeavesOnlyGroupsWithMatches();
    void groupingsHaveNames();
    void foldedMeasuresShareOneLine();
    void theModelIsATree();
    void theModelFollowsChanges();
};

void TestRoadmapModel::aimsGroupTheSampleAndRepeatsStandInParentheses()
{
    const Plan plan = samplePlan();
    const GroupNode root = buildTree(plan, Grouping::fromText(u"aim"_s), onlyWorkedOut(plan));
    QCOMPARE(root.measureCount, 61);
    const QStringList all = numbers(plan, root);
    QCOMPARE(all.size(), 66);
    QCOMPARE(QSet<QString>(all.begin(), all.end()).contains(u"(13)"_s), true);
    QCOMPARE(all.filter(u"("_s).size(), 5);
    QCOMPARE(all.first(5), QStringList({u"1"_s, u"2"_s, u"3"_s, u"4"_s, u"5"_s}));
    // As the document's overview lists them: what is at home first, then the repeats in their own order.
    QCOMPARE(all.mid(all.indexOf(u"17"_s), 6), QStringList({u"17"_s, u"18"_s, u"(13)"_s, u"(1)"_s, u"(2)"_s, u"19"_s}));
    QCOMPARE(all.mid(all.indexOf(u"28"_s), 4), QStringList({u"28"_s, u"29"_s, u"(5)"_s, u"30"_s}));
}

void TestRoadmapModel::kindsGroupTheSample()
{
    const Plan plan = samplePlan();
    const GroupNode root = buildTree(plan, Grouping::fromText(u"kind"_s));
    QCOMPARE(labels(root), QStringList({u"新規"_s, u"継続"_s, u"拡張"_s, u"追加"_s}));
    QCOMPARE(root.measureCount, 67);
    QStringList added;
    for (const GroupNode &node : root.children.back().children)
        added << shownNumber(*plan.find(node.measure), false);
    QCOMPARE(added, QStringList({u"追加1"_s, u"追加2"_s, u"追加3"_s, u"追加4"_s, u"追加5"_s, u"追加6"_s}));
    QCOMPARE(root.children[0].measureCount, 28);
    QCOMPARE(root.children[1].measureCount, 17);
    QCOMPARE(root.children[2].measureCount, 16);
}

void TestRoadmapModel::departmentsStandInOfficialOrder()
{
    PlanMaker maker;
    Department second;
    second.name = u"あ課"_s;
    Department first;
    first.name = u"ん課"_s;
    const auto early = maker.add(first);
    const auto late = maker.add(second);
    const auto measure = maker.measure(u"1"_s, u"施策"_s);
    for (const auto &[office, actor] :
         {std::pair(late, QString()), std::pair(early, QString()), std::pair(Id<Department>(), u"全庁"_s)}) {
        Responsibility lead;
        lead.measure = measure;
        lead.department = office;
        lead.actor = actor;
        lead.role = u"lead"_s;
        maker.add(lead);
    }
    const Plan plan = std::move(maker).plan();
    const GroupNode root = buildTree(plan, Grouping::fromText(u"department"_s));
    QCOMPARE(labels(root), QStringList({u"ん課"_s, u"あ課"_s, u"全庁"_s}));
    // The office named first is the home of the measure.
    QCOMPARE(numbers(plan, root), QStringList({u"(1)"_s, u"1"_s, u"(1)"_s}));
    QCOMPARE(root.measureCount, 1);
}

void TestRoadmapModel::measuresWithoutACategoryStandLast()
{
    PlanMaker maker;
    Classification classification;
    classification.key = u"field"_s;
    classification.title = u"分野"_s;
    const auto field = maker.add(classification);
    Category category;
    category.classification = field;
    category.title = u"空の分野"_s;
    maker.add(category);
    maker.measure(u"1"_s, u"施策"_s);
    const Plan plan = std::move(maker).plan();
    const GroupNode root = buildTree(plan, Grouping::fromText(u"field"_s));
    QCOMPARE(labels(root), QStringList({u"空の分野"_s, u"（分類なし）"_s}));
    QCOMPARE(root.children[0].measureCount, 0);
    QCOMPARE(roadmapLines(buildRoadmap(plan, root), RoadmapDetail::Initiatives, {}).size(), 2);
}

void TestRoadmapModel::aFilterLeavesOnlyGroupsWithMatches()
{
    const Plan plan = samplePlan();
    const GroupNode root = buildTree(plan, Grouping::fromText(u"aim"_s), [](const Measure &m) { return m.number == u"13"; });
    QCOMPARE(root.measureCount, 1);
    QCOMPARE(numbers(plan, root).size(), 3);
    for (const GroupNode &child : root.children)
        QVERIFY(child.measureCount > 0);
}

void TestRoadmapModel::groupingsHaveNames()
{
    const Plan plan = samplePlan();
    QStringList names;
    for (const Grouping &grouping : Grouping::offered(plan)) {
        QCOMPARE(Grouping::fromText(grouping.toText()), grouping);
        names << grouping.label(plan);
    }
    QVERIFY(names.contains(u"目指す姿別"_s));
    QVERIFY(names.contains(u"所管課別"_s));
    QVERIFY(names.contains(u"まとめない"_s)); // not 「まとめない別」
}

void TestRoadmapModel::foldedMeasuresShareOneLine()
{
    const Plan plan = samplePlan();
    const RoadmapTree tree = buildRoadmap(plan, buildTree(plan, Grouping{}, onlyWorkedOut(plan)));
    QCOMPARE(roadmapLines(tree, RoadmapDetail::Measures, {}).size(), 61);
    const QList<RoadmapLine> all = roadmapLines(tree, RoadmapDetail::Initiatives, {});
    QCOMPARE(all.size(), 107);

    const int node13 = tree.at(0).firstChild + 12;
    const QSet<quint64> toggled{tree.at(node13).key};
    QCOMPARE(roadmapLines(tree, RoadmapDetail::Initiatives, toggled).size(), 107 - 4);
    QCOMPARE(roadmapLines(tree, RoadmapDetail::Measures, toggled).size(), 61 + 4);
    RoadmapLine folded;
    folded.node = node13;
    QVERIFY(scheduleItems(plan, tree, folded).first().label.startsWith(u"OCR："_s));
}

void TestRoadmapModel::theModelIsATree()
{
    const Plan plan = samplePlan();
    RoadmapModel model;
    QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
    model.rebuild(plan);
    for (const Grouping &grouping : Grouping::offered(plan))
        model.setGrouping(grouping);
    model.setFilter([](const Measure &m) { return m.kind == u"新規"; });
    QCOMPARE(model.rowCount(), 28);
    const QModelIndex first = model.index(0, 0);
    QCOMPARE(first.data().toString(), u"4 施設予約システム"_s);
    QCOMPARE(first.data(RoadmapModel::TableRole).toInt(), static_cast<int>(TableId::Measure));
    QVERIFY(first.data(Qt::AccessibleTextRole).toString().contains(u"新規"));
}

void TestRoadmapModel::theModelFollowsChanges()
{
    PlanMaker maker;
    const auto row = maker.initiative(maker.measure(u"1"_s, u"施策"_s), u"取組"_s);
    const auto phase = maker.phase(row, u"FY2022"_s, u"FY2023"_s, u"前"_s);
    Plan plan = std::move(maker).plan();
    RoadmapModel model;
    QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
    model.rebuild(plan);
    QSignalSpy resets(&model, &QAbstractItemModel::modelReset);
    QSignalSpy updates(&model, &QAbstractItemModel::dataChanged);

    ChangeBuilder edit(u"変更"_s);
    edit.set<&Phase::label>(phase, u"後"_s);
    const ChangeSet relabel = std::move(edit).build();
    QVERIFY(applyTo(plan, relabel));
    model.follow(relabel);
    QCOMPARE(resets.size(), 0);
    QCOMPARE(updates.size(), 1);
    QCOMPARE(updates[0][0].toModelIndex().data().toString(), u"後"_s);

    ChangeBuilder removal(u"削除"_s);
    removal.remove(phase);
    const ChangeSet removed = std::move(removal).build();
    QVERIFY(applyTo(plan, removed));
    model.follow(removed);
    QCOMPARE(resets.size(), 1);
}

QTEST_GUILESS_MAIN(TestRoadmapModel)
#include "tst_roadmap_model.moc"
