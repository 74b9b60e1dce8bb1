// SPDX-License-Identifier: GPL-3.0-or-later
// The presentation on the sample plan: what the scenes hold, and every key and click of the meeting.
#include "models/exchange/plan_csv.h"
#include "tests/support/warnings.h"
#include "views/look/paper.h"
#include "views/present/presentation.h"

#include <QPointer>
#include <QTest>

using namespace shisaku;
using namespace Qt::StringLiterals;

class TestPresentation : public QObject {
    Q_OBJECT

    Plan m_plan;
    QPointer<Presentation> m_shown;

    void press(int key, Qt::KeyboardModifiers modifiers = {}) { QTest::keyClick(m_shown, Qt::Key(key), modifiers); }
    void type(const QString &text)
    {
        for (const QChar c : text)
            QTest::keyClick(m_shown, c.toLatin1());
    }
    QString shownNumber() const
    {
        const Measure *measure = m_plan.find(m_shown->measure());
        return measure ? measure->number : QString();
    }
    RoadmapTree tree(const QString &grouping, const MeasureFilter &filter = {}) const
    {
        return buildRoadmap(m_plan, buildTree(m_plan, Grouping::fromText(grouping), filter));
    }
    /// Where a measure is drawn on the slide shown; nowhere if it is not.
    QPoint placeOf(Id<Measure> measure) const
    {
        for (int y = 0; y < m_shown->height(); y += 4) {
            const double scale = slide::size().width() / m_shown->width();
            if (m_shown->slides().measureAt(m_shown->current(), QPointF(300, y) * scale) == measure)
                return {300, y + 2};
        }
        return {};
    }

private slots:
    void initTestCase()
    {
        const auto content = importTables(Plan(), QStringLiteral(SOURCE_DIR "/data/izumo"), ImportMode::Merge, randomIds());
        QVERIFY(content);
        QVERIFY(applyTo(m_plan, *content));
    }
    void init()
    {
        failOnWarnings();
        m_shown = new Presentation(m_plan, tree(u"aim"_s), QDate(2026, 11, 21));
        m_shown->resize(1280, 720);
        m_shown->show();
        QVERIFY(QTest::qWaitForWindowExposed(m_shown));
    }
    void cleanup() { delete m_shown; }

    void pictures()
    {
        const QString folder = qEnvironmentVariable("SHISAKUCHO_PICTURES");
        if (folder.isEmpty())
            QSKIP("set SHISAKUCHO_PICTURES to a folder to see the slides");
        for (int i = 0; i < m_shown->slides().count(); ++i) {
            m_shown->grab().save(folder + u"/slide-%1.png"_s.arg(i, 2, 10, QChar(u'0')));
            press(Qt::Key_Space);
        }
        for (const QString &number : {u"1"_s, u"46"_s}) {
            type(number);
            m_shown->grab().save(folder + u"/typing-%1.png"_s.arg(number));
            press(Qt::Key_Return);
            m_shown->grab().save(folder + u"/sheet-%1a.png"_s.arg(number));
            press(Qt::Key_Space);
            m_shown->grab().save(folder + u"/sheet-%1b.png"_s.arg(number));
        }
    }
};

QTEST_MAIN(TestPresentation)
#include "tst_presentation.moc"
