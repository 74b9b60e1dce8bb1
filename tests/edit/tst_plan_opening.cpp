// SPDX-License-Identifier: GPL-3.0-or-later
// Opening a plan that is so large that it is read on two connections, and giving up.
#include "models/edit/plan_opening.h"
#include "tests/support/generated_plan.h"
#include "tests/support/warnings.h"

#include <QFile>
#include <QTemporaryDir>
#include <QTest>

using namespace shisaku;
using namespace Qt::StringLiterals;

class PlanOpenings : public QObject {
    Q_OBJECT

private:
    const Environment m_environment = Environment::ofSystem();
    const ChangeSet m_content = generatedPlan(1500);
    QTemporaryDir m_folder;

    QString makePlan(const QString &name)
    {
        const QString path = m_folder.filePath(name);
        const auto created = PlanDocument::create(path, m_content, m_environment);
        Q_ASSERT(created);
        return path;
    }

private slots:
    void init() { failOnWarnings(); }

    void aLargePlanIsReadAsItWasWritten()
    {
        const QString path = makePlan(u"large.dxplan"_s);
        QVERIFY(QFile(path).size() > 4 * 1024 * 1024); // as large as it takes
        const auto opened = PlanDocument::open(path, m_environment);
        QVERIFY(opened);
        QVERIFY(!(*opened)->isReadOnly());
        QVERIFY((*opened)->waitForVerification());
        Plan expected;
        QVERIFY(applyTo(expected, m_content));
        QVERIFY(difference(expected, (*opened)->plan()).isEmpty());
    }

    void whatRowsSayAlikeIsHardlyHeldTwice()
    {
        const auto opened = PlanDocument::open(makePlan(u"alike.dxplan"_s), m_environment);
        QVERIFY(opened);
        QHash<QString, QSet<const QChar *>> held;
        qsizetype rows = 0;
        for (const Measure &measure : (*opened)->plan().rows<Measure>()) {
            held[measure.kind].insert(measure.kind.constData());
            ++rows;
        }
        for (const Responsibility &office : (*opened)->plan().rows<Responsibility>()) {
            held[office.role].insert(office.role.constData());
            ++rows;
        }
        QCOMPARE(held.size(), 5); // three kinds and two roles, in turns
        qsizetype texts = 0;
        for (const auto &places : std::as_const(held))
            texts += places.size();
        QVERIFY2(texts < rows / 50, qPrintable(u"%1 texts in %2 rows"_s.arg(texts).arg(rows)));
    }

    void howFarItIsCanBeSeen()
    {
        PlanOpening opening(makePlan(u"seen.dxplan"_s), m_environment);
        const auto opened = opening.release();
        QVERIFY(opened);
        QVERIFY(opening.rowsRead() > 10'000);
    }

    void readingThatIsCancelledTellsSo()
    {
        const auto file = PlanFile::open(makePlan(u"cancelled.dxplan"_s), PlanFile::Access::ReadWrite, m_environment.person,
                                         m_environment.now());
        QVERIFY(file);
        Progress progress;
        progress.cancelled = true;
        const auto given = (*file)->load(&progress);
        QVERIFY(!given);
        QCOMPARE(given.error().kind, ErrorKind::Cancelled);
    }

    void anOpeningThatIsGivenUpLeavesThePlanFree()
    {
        const QString path = makePlan(u"free.dxplan"_s);
        {
            PlanOpening opening(path, m_environment);
        }
        const auto opened = PlanDocument::open(path, m_environment);
        QVERIFY(opened);
        QVERIFY(!(*opened)->isReadOnly());
    }

    void aPageOfALargePlanThatIsLostIsFound()
    {
        const QString path = makePlan(u"damaged.dxplan"_s);
        QFile file(path);
        QVERIFY(file.open(QIODevice::ReadWrite));
        constexpr qint64 page = 4096;
        QVERIFY(file.seek(file.size() / page / 2 * page));
        QCOMPARE(file.write(QByteArray(page, 0)), page);
        file.close();
        const auto opened = PlanDocument::open(path, m_environment);
        QVERIFY(!opened);
        QCOMPARE(opened.error().kind, ErrorKind::Unreadable);
        QVERIFY2(opened.error().what.contains(u"壊れている"), qPrintable(opened.error().message()));
    }
};

QTEST_GUILESS_MAIN(PlanOpenings)
#include "tst_plan_opening.moc"
