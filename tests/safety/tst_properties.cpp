// SPDX-License-Identifier: GPL-3.0-or-later
// What must hold for every change and every plan, tried on thousands that chance makes.
#include "models/change/change_json.h"
#include "models/change/digest.h"
#include "models/change/prepare.h"
#include "models/exchange/plan_csv.h"
#include "tests/support/random_change.h"
#include "tests/support/small_plan.h"
#include "tests/support/warnings.h"

#include <QTemporaryDir>
#include <QTest>

using namespace shisaku;
using namespace Qt::StringLiterals;

namespace {
/// Changes one after another that keep the rules; what breaks them is left out.
class Walk {
public:
    explicit Walk(quint32 seed) : m_changes(seed)
    {
        const bool applied = applyTo(m_plan, smallPlan(randomIds()));
        Q_ASSERT(applied);
        Q_UNUSED(applied)
    }
    const Plan &plan() const { return m_plan; }

    ChangeSet next()
    {
        for (;;) {
            const auto prepared = prepare(m_plan, m_changes.change(m_plan));
            if (prepared && !prepared->isEmpty())
                return *prepared;
        }
    }
    void apply(const ChangeSet &change)
    {
        const bool applied = applyTo(m_plan, change);
        Q_ASSERT(applied);
        Q_UNUSED(applied)
    }

private:
    Plan m_plan;
    RandomChanges m_changes;
};

int tries()
{
    return qEnvironmentVariableIsSet("SHISAKUCHO_LONG") ? 20'000 : 600;
}
} // namespace

class Properties : public QObject {
    Q_OBJECT

private slots:
    void init() { failOnWarnings(); }

    void theInverseOfTheInverseIsTheChange()
    {
        Walk history(1);
        for (int i = 0; i < tries(); ++i) {
            const ChangeSet change = history.next();
            const ChangeSet twice = inverse(inverse(change));
            QCOMPARE(twice.rows, change.rows);
            QCOMPARE(twice.title, change.title);
            history.apply(change);
        }
    }

    void whatIsUndoneLeavesNoTrace()
    {
        Walk history(2);
        for (int i = 0; i < tries(); ++i) {
            const ChangeSet change = history.next();
            const Digest before = Digest::ofPlan(history.plan());
            history.apply(change);
            const Digest after = Digest::ofPlan(history.plan());
            QVERIFY(after != before);
            history.apply(inverse(change));
            QCOMPARE(Digest::ofPlan(history.plan()), before);
            history.apply(change);
            QCOMPARE(Digest::ofPlan(history.plan()), after);
        }
    }

    void theDifferenceOfTwoPlansTurnsOneIntoTheOther()
    {
        Walk history(3);
        for (int i = 0; i < tries() / 20; ++i) {
            Plan from = history.plan();
            QList<ChangeSet> way;
            for (int step = 0; step < 20; ++step) {
                way << history.next();
                history.apply(way.last());
            }
            const ChangeSet change = difference(from, history.plan());
            Plan to = from;
            QVERIFY(applyTo(to, change));
            QCOMPARE(Digest::ofPlan(to), Digest::ofPlan(history.plan()));
            QVERIFY(difference(to, history.plan()).isEmpty());
            Plan joined = from;
            QVERIFY(applyTo(joined, merged(way)));
            QCOMPARE(Digest::ofPlan(joined), Digest::ofPlan(history.plan()));
        }
    }

    void whatTheJournalWritesIsReadBack()
    {
        Walk history(4);
        for (int i = 0; i < tries(); ++i) {
            const ChangeSet change = history.next();
            for (const RowChange &row : change.rows) {
                for (auto fields : {row.before, row.after}) {
                    if (!fields)
                        continue;
                    std::sort(fields->begin(), fields->end(), [](const auto &a, const auto &b) { return a.field < b.field; });
                    QCOMPARE(fieldsFromJson(row.table, fieldsToJson(row.table, *fields)), fields);
                }
            }
            history.apply(change);
        }
    }

    void tablesKeepEverything()
    {
        Walk history(5);
        for (int i = 0; i < std::max(3, tries() / 200); ++i) {
            for (int step = 0; step < 100; ++step)
                history.apply(history.next());
            QTemporaryDir folder;
            QVERIFY(exportTables(history.plan(), folder.path()));
            const auto read = importTables(Plan(), folder.path(), ImportMode::Merge, randomIds());
            QVERIFY2(read, read ? "" : qPrintable(read.error().message()));
            Plan copy;
            QVERIFY(applyTo(copy, *read));
            QCOMPARE(Digest::ofPlan(copy), Digest::ofPlan(history.plan()));
        }
    }
};

QTEST_GUILESS_MAIN(Properties)
#include "tst_properties.moc"
