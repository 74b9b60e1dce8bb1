// SPDX-License-Identifier: GPL-3.0-or-later
// Statements about what is not always looked at: it costs nothing while it is hidden, misses nothing, and is told once.
#include "models/edit/plan_follower.h"
#include "tests/support/small_plan.h"
#include "tests/support/warnings.h"

#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>
#include <QWidget>

using namespace shisaku;
using namespace Qt::StringLiterals;

class TestPlanFollower : public QObject {
    Q_OBJECT

private slots:
    void init()
    {
        failOnWarnings();
        m_folder = std::make_unique<QTemporaryDir>();
        const QString path = m_folder->filePath(u"計画.dxplan"_s);
        QVERIFY(PlanDocument::create(path, smallPlan(randomIds()), testEnvironment()).ok());
        auto opened = PlanDocument::open(path, testEnvironment());
        QVERIFY(opened.ok());
        m_document = std::move(*opened);
    }
    void cleanup() { m_document.reset(); }

    void withoutAViewEverythingIsToldAtOnce()
    {
        PlanFollower follower(m_document.get());
        QSignalSpy told(&follower, &PlanFollower::changed);
        retitle(u"一つ目"_s);
        QCOMPARE(told.size(), 1);
        retitle(u"二つ目"_s);
        QCOMPARE(told.size(), 2);
    }

    void onlyTheTablesAskedForAreTold()
    {
        PlanFollower follower(m_document.get());
        follower.setTables({TableId::Phase});
        QSignalSpy told(&follower, &PlanFollower::changed);
        retitle(u"別の名前"_s);
        QCOMPARE(told.size(), 0);
        ChangeBuilder change(u"工程を変更"_s);
        change.set<&Phase::label>(m_document->plan().ordered<Phase>().first()->id, u"試行"_s);
        QVERIFY(m_document->apply(std::move(change).build()).ok());
        QCOMPARE(told.size(), 1);
    }

    void whatWasMissedIsToldOnceWhenTheViewIsShown()
    {
        QWidget view;
        PlanFollower follower(m_document.get());
        follower.whileShown(&view);
        ChangeSet last;
        int told = 0;
        connect(&follower, &PlanFollower::changed, this, [&](const ChangeSet &change) {
            last = change;
            ++told;
            QVERIFY(view.isVisible());
        });
        retitle(u"まだ開いていない"_s);
        QCOMPARE(told, 0);
        view.show();
        QCOMPARE(told, 1);
        view.hide();
        retitle(u"一つ目"_s);
        retitle(u"二つ目"_s);
        QCOMPARE(told, 1);
        view.show();
        QCOMPARE(told, 2);
        QCOMPARE(last.rows.size(), 1);
        QCOMPARE(std::get<QString>(last.rows.first().after->first().value), u"二つ目"_s);
        retitle(u"見ながら"_s);
        QCOMPARE(told, 3);
        view.hide();
        view.show();
        QCOMPARE(told, 3);
    }

    void aPartOfAHiddenPageIsHiddenToo()
    {
        QWidget page;
        QWidget part(&page);
        PlanFollower follower(m_document.get());
        follower.whileShown(&part);
        QSignalSpy told(&follower, &PlanFollower::changed);
        page.show();
        page.hide();
        retitle(u"裏で変更"_s);
        QCOMPARE(told.size(), 0);
        page.show();
        QCOMPARE(told.size(), 1);
    }

    void whatWasTakenBackMeanwhileIsNotTold()
    {
        QWidget view;
        PlanFollower follower(m_document.get());
        follower.whileShown(&view);
        QSignalSpy told(&follower, &PlanFollower::changed);
        retitle(u"すぐ戻す"_s);
        QVERIFY(m_document->undoNow().ok());
        view.show();
        QCOMPARE(told.size(), 0);
    }

    void whoAsksWithoutLookingIsToldToo()
    {
        QWidget view;
        PlanFollower follower(m_document.get());
        follower.whileShown(&view);
        QSignalSpy told(&follower, &PlanFollower::changed);
        retitle(u"新しい名前"_s);
        follower.catchUp();
        QCOMPARE(told.size(), 1);
        view.show();
        QCOMPARE(told.size(), 1);
    }

private:
    void retitle(const QString &title) { QVERIFY(m_document->apply(shisaku::retitle(firstMeasure(*m_document), title)).ok()); }

    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<PlanDocument> m_document;
};

QTEST_MAIN(TestPlanFollower)
#include "tst_plan_follower.moc"
