// SPDX-License-Identifier: GPL-3.0-or-later
// The roadmap seen from far, and the heights of lines that are remembered between layouts.
#include "tests/support/pictures.h"
#include "tests/support/plans.h"
#include "tests/support/rows.h"
#include "tests/support/samples.h"
#include "tests/support/warnings.h"
#include "views/roadmap/roadmap_view.h"

#include <QTest>

using namespace shisaku;
using namespace Qt::StringLiterals;

namespace {
QList<qreal> heights(const RoadmapScene &scene)
{
    QList<qreal> list;
    for (int i = 0; i < scene.count(); ++i)
        list << scene.height(i);
    return list;
}
} // namespace

class TestRoadmapFar : public QObject {
    Q_OBJECT

private slots:
    void init() { failOnWarnings(); }

    void oneBarCoversAllThatIsPlanned_data()
    {
        QTest::addColumn<QStringList>("bars"); // "start end"
        QTest::addColumn<QString>("starts");
        QTest::addColumn<QString>("ends");
        QTest::newRow("one") << QStringList{u"FY2022 FY2023"_s} << u"FY2022"_s << u"FY2023"_s;
        QTest::newRow("several") << QStringList{u"FY2023 FY2024"_s, u"2022-07 2022-09"_s} << u"2022-07"_s << u"FY2024"_s;
        QTest::newRow("open") << QStringList{u".. FY2022"_s, u"FY2022 .."_s} << u".."_s << u".."_s;
        QTest::newRow("unknown end") << QStringList{u"FY2022 FY2022"_s, u"FY2024 "_s} << u"FY2022"_s << u"FY2024"_s;
        QTest::newRow("undated beside dated") << QStringList{u" "_s, u"FY2023 FY2023"_s} << u"FY2023"_s << u"FY2023"_s;
        QTest::newRow("undated") << QStringList{u" "_s} << QString() << QString();
    }
    void oneBarCoversAllThatIsPlanned()
    {
        QFETCH(QStringList, bars);
        QFETCH(QString, starts);
        QFETCH(QString, ends);
        PlanMaker maker;
        const auto measure = maker.measure(u"1"_s, u"施策"_s);
        for (const QString &bar : bars) // each in a 取組 of its own
            maker.phase(maker.initiative(measure, u"取組"_s), bar.section(u' ', 0, 0), bar.section(u' ', 1), u"運用"_s);
        const Plan plan = std::move(maker).plan();
        const RoadmapTree tree = buildRoadmap(plan, buildTree(plan, Grouping{}));
        const QList<RoadmapLine> lines = roadmapLines(tree, RoadmapDetail::MeasureBars, {});
        QCOMPARE(lines.size(), 1);
        const QList<ScheduleItem> items = scheduleItems(plan, tree, lines[0]);
        QCOMPARE(items.size(), 1);
        QCOMPARE(items[0].starts.toText(), starts);
        QCOMPARE(items[0].ends.toText(), ends);
        QVERIFY(items[0].label.isEmpty());
        QCOMPARE(tree.at(items[0].node).kind, RoadmapNode::Kind::Measure);
    }

    void fartherOutTheWordsGoAndMoreOfThePlanIsSeen()
    {
        const Plan plan = samplePlan();
        RoadmapModel model;
        model.setGrouping(Grouping::fromText(u"aim"_s));
        model.rebuild(plan);
        RoadmapView view;
        view.setModel(&model);
        view.resize(1280, 900);
        view.show();
        QVERIFY(QTest::qWaitForWindowExposed(&view));
        view.grab();
        qreal before = view.scene()->totalHeight();
        QList<int> counts;
        for (const int zoom : {-1, -3, -6}) {
            view.setZoom(zoom);
            view.grab();
            QVERIFY(view.scene()->totalHeight() < before);
            before = view.scene()->totalHeight();
            int lines = 0;
            for (int i = 0; i < view.scene()->count(); ++i)
                lines += view.scene()->line(i).measure >= 0 ? 1 : 0;
            counts << lines;
            for (int i = 0; zoom < -1 && i < view.scene()->count(); ++i) {
                if (view.scene()->line(i).measure < 0)
                    continue;
                QVERIFY(view.scene()->layout(i).items.size() <= 1);
                QCOMPARE(view.scene()->measureTitle(i).size(), 1);
            }
            keepPicture(view, u"zoom%1"_s.arg(zoom));
        }
        QCOMPARE(counts[0], counts[1]); // a line for each 取組
        QCOMPARE(counts[2], 66);        // a line for each measure, in every place it has
        QVERIFY(view.scene()->style().title.em() > 9);
    }

    void rememberedHeightsAreThoseOfAFreshLayout()
    {
        Plan plan = densePlan(30, 5);
        RoadmapModel model;
        model.rebuild(plan);
        RoadmapView view;
        view.setModel(&model);
        view.resize(1200, 700);
        view.show();
        QVERIFY(QTest::qWaitForWindowExposed(&view));
        const auto isFresh = [&] {
            view.grab();
            RoadmapView other;
            RoadmapModel again;
            again.setGrouping(model.grouping());
            again.rebuild(plan);
            other.setModel(&again);
            other.resize(view.size());
            other.show();
            other.grab(); // the scroll bar takes room only after the first layout
            other.grab();
            return heights(*view.scene()) == heights(*other.scene());
        };
        QVERIFY(isFresh());
        model.setGrouping(Grouping::fromText(u"kind"_s));
        QVERIFY(isFresh());
        model.setFilter([](const Measure &measure) { return measure.kind == u"新規"; });
        view.grab();
        model.setFilter({});
        QVERIFY(isFresh());

        const auto apply = [&](ChangeSet change) {
            QVERIFY(applyTo(plan, change));
            model.follow(change);
        };
        const Measure *measure = plan.ordered<Measure>().at(3);
        ChangeBuilder title(u"名を変更"_s);
        title.set<&Measure::title>(measure->id, u"とても長い名前の施策で、題名の欄では何行にもわたって折り返されるもの"_s);
        apply(std::move(title).build());
        QVERIFY(isFresh());
        const Phase first = *plan.ordered<Phase>().first();
        ChangeBuilder label(u"表示文字を変更"_s);
        label.set<&Phase::label>(first.id, u"長い説明の付いた工程で、一つの帯には入りきらないもの"_s);
        apply(std::move(label).build());
        QVERIFY(isFresh());
        Phase added = first;
        added.id = Id<Phase>(RowId{987654321});
        const ChangeSet addition = insertionOf(added);
        apply(addition);
        QVERIFY(isFresh());
        apply(inverse(addition));
        QVERIFY(isFresh());
        view.setZoom(2);
        view.setZoom(0);
        QVERIFY(isFresh());
    }
};

QTEST_MAIN(TestRoadmapFar)
#include "tst_roadmap_far.moc"
