// SPDX-License-Identifier: GPL-3.0-or-later
// 推進体制 is drawn from its rows: everybody has a box under the one above, with room for every word, on paper and on the screen.
#include "models/plan/rank.h"
#include "tests/pages/pdf_probe.h"
#include "tests/support/rows.h"
#include "tests/support/some.h"
#include "tests/support/warnings.h"
#include "views/pages/body_pages.h"
#include "views/pages/body_view.h"
#include "views/pages/pdf_writer.h"

#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

using namespace shisaku;
using namespace Qt::StringLiterals;

class TestBodies : public QObject {
    Q_OBJECT

    QTemporaryDir m_folder;

private slots:
    void init() { failOnWarnings(); }

    void everyBodyHasABoxUnderTheOneAbove_data()
    {
        QTest::addColumn<QString>("city");
        QTest::newRow("izumo") << u"izumo"_s;
        QTest::newRow("hatsukaichi") << u"hatsukaichi"_s;
    }
    void everyBodyHasABoxUnderTheOneAbove()
    {
        QFETCH(QString, city);
        const Plan plan = samplePlan(city);
        const BodyLayout layout = BodyLayout::make(plan, paper::mm(165), 10);
        QCOMPARE(static_cast<qsizetype>(layout.boxes.size()), plan.rows<Body>().size());
        for (size_t i = 0; i < layout.boxes.size(); ++i) {
            const BodyBox &box = layout.boxes[i];
            QVERIFY(box.rect.left() >= 0 && box.rect.right() <= layout.width + 1);
            QVERIFY(box.name.height() + box.post.height() + box.role.height() < box.rect.height());
            if (box.parent >= 0) {
                const BodyBox &above = layout.boxes[static_cast<size_t>(box.parent)];
                QCOMPARE(above.body, plan.find(box.body)->parent);
                QVERIFY(above.rect.bottom() < box.rect.top());
            }
            for (size_t j = i + 1; j < layout.boxes.size(); ++j)
                QVERIFY(!box.rect.intersects(layout.boxes[j].rect));
        }
    }

    void thePaperHoldsEveryWordOfThem()
    {
        for (const QString &city : {u"izumo"_s, u"hatsukaichi"_s}) {
            const Plan plan = samplePlan(city);
            const QString path = m_folder.filePath(city + u".pdf"_s);
            QVERIFY(writePdf(bodyJob(plan), path));
            const QString text = probe::pageTexts(path).join(QString());
            for (const Body &body : some(plan.rows<Body>()))
                QVERIFY2(text.contains(probe::withoutSpaces(body.name)), qPrintable(body.name));
        }
    }

    void aWideOrganisationStillFitsItsPage()
    {
        Plan plan;
        ChangeBuilder change(u"推進体制"_s);
        const QStringList ranks = evenRanks(14);
        Id<Body> root;
        for (qsizetype i = 0; i < ranks.size(); ++i) {
            auto body = made<Body>(ranks[i]);
            body.parent = root;
            body.name = u"第%1部会"_s.arg(i);
            body.role = u"担当する分野の取組を調べ、案をまとめる。"_s;
            change.insert(body);
            root = root.isNull() ? body.id : root;
        }
        applyTo(plan, std::move(change).build());
        const PrintJob job = bodyJob(plan);
        QCOMPARE(job.pageCount, 1);
        const QString path = m_folder.filePath(u"wide.pdf"_s);
        QVERIFY(writePdf(job, path));
        const QString text = probe::pageTexts(path).join(QString());
        for (int i = 0; i < 14; ++i)
            QVERIFY(text.contains(u"第%1部会"_s.arg(i)));
    }

    void aClickOnTheScreenChoosesABody()
    {
        const Plan plan = samplePlan(u"hatsukaichi"_s);
        BodyView view(plan);
        view.resize(900, 600);
        view.show();
        QVERIFY(QTest::qWaitForWindowExposed(&view));
        QList<Id<Body>> chosen;
        connect(&view, &BodyView::currentBodyChanged, this, [&](Id<Body> body) { chosen << body; });
        const BodyBox &last = view.shown().boxes.back();
        QTest::mouseClick(view.viewport(), Qt::LeftButton, {}, view.viewRect(last).center().toPoint());
        QCOMPARE(chosen, QList<Id<Body>>{last.body});
        QTest::mouseClick(view.viewport(), Qt::LeftButton, {}, QPoint(1, 1));
        QCOMPARE(chosen.size(), 1);
    }
};

QTEST_MAIN(TestBodies)
#include "tst_bodies.moc"
