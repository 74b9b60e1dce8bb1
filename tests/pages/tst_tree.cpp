// SPDX-License-Identifier: GPL-3.0-or-later
// 体系図: every sample's tree on paper and on screen.
#include "tests/pages/pdf_probe.h"
#include "tests/support/some.h"
#include "tests/support/warnings.h"
#include "views/look/upright_text.h"
#include "views/pages/pdf_writer.h"
#include "views/pages/tree_pages.h"
#include "views/pages/tree_view.h"

#include <QFontMetricsF>
#include <QImage>
#include <QPainter>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

using namespace shisaku;
using namespace Qt::StringLiterals;

namespace {
Grouping classificationOf(const Plan &plan)
{
    return Grouping::offered(plan).first();
}
} // namespace

class TestTree : public QObject {
    Q_OBJECT

private slots:
    void init() { failOnWarnings(); }
    void everyMeasureAndCategoryIsOnThePaper_data();
    void everyMeasureAndCategoryIsOnThePaper();
    void boxesNeverLieOnEachOtherAndHoldTheirText_data() { everyMeasureAndCategoryIsOnThePaper_data(); }
    void boxesNeverLieOnEachOtherAndHoldTheirText();
    void repeatsStandInParentheses();
    void twoDigitsShareASquareInUprightText();
    void aClickAndTheArrowKeysChooseAMeasure();
    void aPlanWithoutMeasuresSaysWhatToDo();

private:
    QTemporaryDir m_folder;
};

void TestTree::everyMeasureAndCategoryIsOnThePaper_data()
{
    QTest::addColumn<QString>("name");
    for (const char *name : {"izumo", "katagami", "hatsukaichi"})
        QTest::newRow(name) << QString::fromLatin1(name);
}

void TestTree::everyMeasureAndCategoryIsOnThePaper()
{
    QFETCH(QString, name);
    const Plan plan = samplePlan(name);
    const Grouping grouping = classificationOf(plan);
    const QString path = m_folder.filePath(name + u".pdf"_s);
    QVERIFY(writePdf(treeJob(plan, grouping), path).ok());
    const QString text = probe::pageTexts(path).join(QString());
    for (const Measure &measure : some(plan.rows<Measure>())) {
        if (!plan.parts<&Membership::measure>(measure.id).isEmpty())
            QVERIFY2(text.contains(probe::withoutSpaces(measure.number + measure.shownTitle())), qPrintable(measure.title));
    }
    const Id<Classification> classification = plan.classification(grouping.classification)->id;
    for (const Category &category : plan.rows<Category>()) {
        if (category.classification == classification)
            QVERIFY2(text.contains(probe::withoutSpaces(category.title)), qPrintable(category.title));
    }
}

void TestTree::boxesNeverLieOnEachOtherAndHoldTheirText()
{
    QFETCH(QString, name);
    const Plan plan = samplePlan(name);
    for (const double points : {8.0, 10.5}) {
        const TreeLayout layout = TreeLayout::make(plan, classificationOf(plan), paper::mm(380), points);
        QVERIFY(layout.boxes.size() > 10);
        for (size_t i = 0; i < layout.boxes.size(); ++i) {
            const QRectF rect = layout.rect(layout.boxes[i]);
            QVERIFY(rect.right() <= layout.width + 1);
            QVERIFY2(layout.boxes[i].label.height() <= rect.height() + 1, qPrintable(layout.boxes[i].text));
            for (size_t j = i + 1; j < layout.boxes.size(); ++j)
                QVERIFY2(!rect.intersects(layout.rect(layout.boxes[j])), qPrintable(layout.boxes[i].text));
        }
    }
}

void TestTree::repeatsStandInParentheses()
{
    const Plan plan = samplePlan();
    const TreeLayout layout = TreeLayout::make(plan, classificationOf(plan), paper::mm(380), 9);
    QStringList repeats;
    for (const TreeBox &box : layout.boxes) {
        if (box.repeat)
            repeats << box.text.section(u'　', 0, 0);
    }
    QCOMPARE(repeats.size(), 5); // 66 memberships of 61 measures
    QVERIFY(repeats.contains(u"(13)"_s));
}

void TestTree::twoDigitsShareASquareInUprightText()
{
    const QFont font = paper::scaled(textFont(10));
    QCOMPARE(upright::height(u"29施策"_s, font, 1), upright::height(u"二施策"_s, font, 1));
    QCOMPARE(upright::height(u"129施策"_s, font, 1), upright::height(u"百二九施策"_s, font, 1));
}

void TestTree::aClickAndTheArrowKeysChooseAMeasure()
{
    const Plan plan = samplePlan();
    TreeView view(plan);
    view.resize(1000, 700);
    view.show();
    QVERIFY(QTest::qWaitForWindowExposed(&view));
    QSignalSpy chosen(&view, &TreeView::currentMeasureChanged);
    for (const TreeBox &box : view.shown().boxes) {
        if (box.text.startsWith(u"3　"_s))
            QTest::mouseClick(view.viewport(), Qt::LeftButton, {}, view.viewRect(box).center().toPoint());
    }
    QCOMPARE(chosen.size(), 1);
    QCOMPARE(plan.find(view.currentMeasure())->number, u"3"_s);
    QTest::keyClick(&view, Qt::Key_Down);
    QCOMPARE(plan.find(view.currentMeasure())->number, u"4"_s);
    for (int i = 0; i < 100; ++i)
        QTest::keyClick(&view, Qt::Key_Down);
    const TreeBox *last = nullptr;
    for (const TreeBox &box : view.shown().boxes) {
        if (box.row == Owner(view.currentMeasure()) && !box.repeat)
            last = &box;
    }
    QVERIFY(view.viewport()->rect().contains(view.viewRect(*last).toAlignedRect())); // it has come into sight
}

void TestTree::aPlanWithoutMeasuresSaysWhatToDo()
{
    const Plan plan;
    TreeView view(plan);
    view.resize(800, 300);
    QVERIFY(!view.grab().isNull());
    QCOMPARE(view.shown().leaves.size(), size_t(0));
}

QTEST_MAIN(TestTree)
#include "tst_tree.moc"
