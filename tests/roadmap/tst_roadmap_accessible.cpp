// SPDX-License-Identifier: GPL-3.0-or-later
// What a screen reader is told of the roadmap, asked through QAccessible as it would ask.
#include "roadmap_desk.h"
#include "tests/support/warnings.h"

#include <QAccessible>
#include <QSignalSpy>
#include <QTest>

using namespace shisaku;
using namespace Qt::StringLiterals;

namespace {
/// Every name below an item, in reading order.
QStringList namesBelow(QAccessibleInterface *item)
{
    QStringList names;
    for (int i = 0; i < item->childCount(); ++i)
        names << item->child(i)->text(QAccessible::Name) << namesBelow(item->child(i));
    return names;
}
} // namespace

class TestRoadmapAccessible : public QObject {
    Q_OBJECT

private slots:
    void init();
    void cleanup() { m_desk.close(); }
    void rowsAndBarsAreReadInOrder();
    void rolesAndParentsFit();
    void rectanglesAreWhereThingsAreDrawn();
    void focusAndSelectionAreTold();
    void foldedRowsAreNotRead();
    void anItemOutlivesAChange();
    void actionsWorkWithoutAMouse();
    void theKeyboardReachesEveryBar();

private:
    QAccessibleInterface *root() { return QAccessible::queryAccessibleInterface(&m_desk.view()); }
    QAccessibleInterface *named(const QString &start, QAccessibleInterface *below = nullptr)
    {
        QAccessibleInterface *from = below ? below : root();
        for (int i = 0; i < from->childCount(); ++i) {
            if (from->child(i)->text(QAccessible::Name).startsWith(start))
                return from->child(i);
            if (QAccessibleInterface *deeper = named(start, from->child(i)))
                return deeper;
        }
        return nullptr;
    }

    RoadmapDesk m_desk;
    Id<Phase> m_survey;
    Id<Phase> m_run;
};

void TestRoadmapAccessible::init()
{
    failOnWarnings();
    PlanMaker maker;
    const auto first = maker.measure(u"4"_s, u"予約システム"_s);
    const auto forms = maker.initiative(first, u"様式の作成"_s);
    m_run = maker.phase(forms, u"FY2023"_s, u"FY2025"_s, u"運用"_s);
    m_survey = maker.phase(forms, u"FY2021"_s, u"FY2021"_s, u"調査"_s, u"column"_s);
    const auto service = maker.initiative(first, u"窓口"_s);
    maker.milestone(service, u"2023-04"_s, u"開始"_s);
    const auto second = maker.measure(u"5"_s, u"施設予約"_s, u"継続"_s);
    maker.phase(maker.initiative(second, u"施設予約"_s), QString(), QString(), u"検討"_s, u"unknown"_s);
    m_desk.open(std::move(maker).plan());
    m_desk.model().setGrouping(Grouping::fromText(u"kind"_s));
    m_desk.view().grab();
}

void TestRoadmapAccessible::rowsAndBarsAreReadInOrder()
{
    QCOMPARE(root()->text(QAccessible::Name), u"工程表"_s);
    QCOMPARE(root()->role(), QAccessible::Tree);
    QCOMPARE(namesBelow(root()), QStringList({
                                     u"新規（1施策）"_s,
                                     u"施策4 予約システム［新規］"_s,
                                     u"取組 様式の作成"_s,
                                     u"施策4 予約システム 様式の作成 調査 令和3年度 時期の確かさ：欄の位置による"_s,
                                     u"施策4 予約システム 様式の作成 運用 令和5年度～令和7年度 時期の確かさ：明記"_s,
                                     u"取組 窓口"_s,
                                     u"施策4 予約システム 窓口 節目 開始 令和5年4月 時期の確かさ：明記"_s,
                                     u"継続（1施策）"_s,
                                     u"施策5 施設予約［継続］"_s,
                                     u"取組 施設予約"_s,
                                     u"施策5 施設予約 検討 年度の記載なし 時期の確かさ：不明"_s,
                                 }));
}

void TestRoadmapAccessible::rolesAndParentsFit()
{
    const std::function<void(QAccessibleInterface *)> check = [&](QAccessibleInterface *item) {
        for (int i = 0; i < item->childCount(); ++i) {
            QAccessibleInterface *child = item->child(i);
            QVERIFY(child->isValid());
            QCOMPARE(child->parent(), item);
            QCOMPARE(item->indexOfChild(child), i);
            const bool bar = child->text(QAccessible::Name).contains(u"確かさ"_s);
            QCOMPARE(child->role(), bar ? QAccessible::ListItem : QAccessible::TreeItem);
            QVERIFY(child->state().focusable);
            check(child);
        }
    };
    check(root());
    QVERIFY(!root()->child(99));
}

void TestRoadmapAccessible::rectanglesAreWhereThingsAreDrawn()
{
    QAccessibleInterface *bar = named(u"施策4 予約システム 様式の作成 運用"_s);
    const QRect drawn = m_desk.rectOf(m_run.row);
    QCOMPARE(bar->rect(), QRect(m_desk.view().viewport()->mapToGlobal(drawn.topLeft()), drawn.size()));
    QCOMPARE(root()->childAt(bar->rect().center().x(), bar->rect().center().y()), bar);
    QVERIFY(!bar->state().offscreen);
    m_desk.view().resize(1200, 90);
    m_desk.view().grab();
    QVERIFY(named(u"施策5 施設予約 検討"_s)->state().offscreen);
}

void TestRoadmapAccessible::focusAndSelectionAreTold()
{
    m_desk.select(m_survey.row);
    QCOMPARE(root()->focusChild(), named(u"施策4 予約システム 様式の作成 調査"_s));
    QTest::keyClick(&m_desk.view(), Qt::Key_Right);
    QAccessibleInterface *bar = named(u"施策4 予約システム 様式の作成 運用"_s);
    QCOMPARE(root()->focusChild(), bar);
    QVERIFY(bar->state().focused && bar->state().selected);
    QTest::keyClick(&m_desk.view(), Qt::Key_Left, Qt::ControlModifier);
    QVERIFY(bar->state().selected && !bar->state().focused);
}

void TestRoadmapAccessible::foldedRowsAreNotRead()
{
    QAccessibleInterface *group = named(u"新規"_s);
    QVERIFY(group->state().expanded);
    QAccessibleInterface *measure = named(u"施策4 予約システム［"_s);
    measure->actionInterface()->doAction(QAccessibleActionInterface::toggleAction());
    QVERIFY(measure->state().collapsed);
    QCOMPARE(measure->childCount(), 3); // its bars, on one line
    QCOMPARE(measure->child(0)->parent(), measure);
    group->actionInterface()->doAction(QAccessibleActionInterface::toggleAction());
    QCOMPARE(group->childCount(), 0);
}

void TestRoadmapAccessible::anItemOutlivesAChange()
{
    QAccessibleInterface *bar = named(u"施策4 予約システム 様式の作成 運用"_s);
    QAccessibleInterface *gone = named(u"施策4 予約システム 様式の作成 調査"_s);
    ChangeBuilder change(u"削除"_s);
    change.remove(m_survey);
    change.set<&Phase::ends>(m_run, PlanTime::open());
    QVERIFY(m_desk.document().apply(std::move(change).build()));
    m_desk.settle();
    QVERIFY(!gone->isValid());
    QCOMPARE(bar->text(QAccessible::Name), u"施策4 予約システム 様式の作成 運用 令和5年度～ 時期の確かさ：明記"_s);
}

void TestRoadmapAccessible::actionsWorkWithoutAMouse()
{
    QSignalSpy spy(&m_desk.view(), &RoadmapView::editRequested);
    QAccessibleInterface *bar = named(u"施策4 予約システム 様式の作成 運用"_s);
    bar->actionInterface()->doAction(QAccessibleActionInterface::setFocusAction());
    QCOMPARE(m_desk.view().currentIndex().data().toString(), u"運用"_s);
    bar->actionInterface()->doAction(QAccessibleActionInterface::pressAction());
    QCOMPARE(spy.size(), 1);
}

void TestRoadmapAccessible::theKeyboardReachesEveryBar()
{
    QSet<QString> reached;
    QSignalSpy editor(&m_desk.view(), &RoadmapView::editRequested);
    QTest::keyClick(&m_desk.view(), Qt::Key_Home);
    for (int row = 0; row < 12; ++row) {
        for (int i = 0; i < 6; ++i) {
            reached.insert(m_desk.view().currentIndex().data().toString());
            QTest::keyClick(&m_desk.view(), Qt::Key_Right);
        }
        QTest::keyClick(&m_desk.view(), Qt::Key_Down);
    }
    for (const QString &name : {u"調査"_s, u"運用"_s, u"▲開始"_s, u"検討"_s})
        QVERIFY2(reached.contains(name), qPrintable(name));
    m_desk.select(m_run.row);
    QTest::keyClick(&m_desk.view(), Qt::Key_Return);
    QCOMPARE(editor.size(), 1);
}

QTEST_MAIN(TestRoadmapAccessible)
#include "tst_roadmap_accessible.moc"
