// SPDX-License-Identifier: GPL-3.0-or-later
// How the offices of a measure are named in one cell.
#include "models/plan/office_names.h"
#include "tests/support/plans.h"
#include "tests/support/warnings.h"

#include <QTest>

using namespace shisaku;
using namespace Qt::StringLiterals;

class TestOfficeNames : public QObject {
    Q_OBJECT

    PlanMaker m_maker;

    Id<Department> office(const QString &name)
    {
        Department row;
        row.name = name;
        return m_maker.add(row);
    }
    void charge(Id<Measure> measure, Id<Department> office, const QString &actor = {}, const QString &role = u"lead"_s,
                const PlanTime &from = {})
    {
        Responsibility duty;
        duty.measure = measure;
        duty.department = office;
        duty.actor = actor;
        duty.role = role;
        duty.from = from;
        m_maker.add(duty);
    }

private slots:
    void init()
    {
        failOnWarnings();
        m_maker = PlanMaker();
    }

    void whoLeadsIsNamedOnceInOrderWithPartiesThatAreNoOffice()
    {
        const auto first = m_maker.measure(u"1"_s, u"一"_s);
        const auto second = m_maker.measure(u"2"_s, u"二"_s);
        const auto planning = office(u"企画課"_s);
        const auto finance = office(u"財政課"_s);
        charge(first, finance);
        charge(first, planning);
        charge(first, finance); // for a topic of its own
        charge(first, {}, u"全庁"_s);
        charge(first, office(u"関連する課"_s), {}, u"related"_s);
        charge(second, planning);
        const Plan plan = std::move(m_maker).plan();
        QCOMPARE(leadNames(plan, {plan.find(first)}, {}), u"財政課、企画課、全庁"_s);
        QCOMPARE(leadNames(plan, {plan.find(second), plan.find(first)}, {}), u"企画課、財政課、全庁"_s);
        QCOMPARE(leadNames(plan, {}, {}), QString());
    }

    void aTimeSaysWhoLeads()
    {
        const auto measure = m_maker.measure(u"1"_s, u"一"_s);
        charge(measure, office(u"企画課"_s), {}, u"lead"_s, PlanTime::day(2030, 4, 1));
        const Plan plan = std::move(m_maker).plan();
        QCOMPARE(leadNames(plan, {plan.find(measure)}, PlanTime::day(2030, 3, 31)), QString());
        QCOMPARE(leadNames(plan, {plan.find(measure)}, PlanTime::day(2030, 4, 1)), u"企画課"_s);
    }

    void officesThePlanDoesNotHaveAreLeftOut()
    {
        const auto planning = office(u"企画課"_s);
        const auto finance = office(u"財政課"_s);
        const Plan plan = std::move(m_maker).plan();
        QCOMPARE(officeNames(plan, {finance, Id<Department>(RowId{12345}), planning}), u"財政課、企画課"_s);
    }
};

QTEST_GUILESS_MAIN(TestOfficeNames)
#include "tst_office_names.moc"
