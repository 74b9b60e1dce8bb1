// SPDX-License-Identifier: GPL-3.0-or-later
// From year to year: 年度切替, 機構改革 and 次期計画 on the sample plan.
#include "models/change/prepare.h"
#include "models/cycle/next_plan.h"
#include "models/cycle/plan_shape.h"
#include "models/cycle/reorganisation.h"
#include "models/cycle/year_switch.h"
#include "models/plan/tenure.h"
#include "tests/support/rows.h"
#include "tests/support/samples.h"
#include "tests/support/some.h"
#include "tests/support/warnings.h"

#include <QTest>

using namespace shisaku;
using namespace Qt::StringLiterals;

class TestCycle : public QObject {
    Q_OBJECT

    Plan m_plan;
    IdSource m_ids = randomIds();

    /// Applies a change as the document would; false when it is refused.
    bool apply(const ChangeSet &change)
    {
        const auto prepared = prepare(m_plan, change);
        return prepared && applyTo(m_plan, *prepared);
    }
    const Measure *measure(const QString &number) const
    {
        for (const Measure &measure : m_plan.rows<Measure>()) {
            if (measure.number == number && measure.series != u"added")
                return &measure;
        }
        return nullptr;
    }
    const Department *office(const QString &name) const
    {
        for (const Department &department : m_plan.rows<Department>()) {
            if (department.name == name)
                return &department;
        }
        return nullptr;
    }
    QStringList leads(const QString &number, const PlanTime &at = {}) const
    {
        QStringList names;
        for (const Responsibility *duty : responsibilitiesOf(m_plan, measure(number)->id, at)) {
            if (duty->role == u"lead" && m_plan.find(duty->department))
                names << m_plan.find(duty->department)->name;
        }
        return names;
    }
    QList<const Phase *> openBars(const QString &number) const
    {
        QList<const Phase *> bars;
        for (const Initiative *initiative : m_plan.parts<&Initiative::measure>(measure(number)->id)) {
            for (const Phase *phase : m_plan.parts<&Phase::initiative>(initiative->id)) {
                if (phase->ends.isOpen())
                    bars << phase;
            }
        }
        return bars;
    }

private slots:
    void init()
    {
        failOnWarnings();
        m_plan = samplePlan();
    }

    void theYearsShownMoveOnInOneStep()
    {
        const int first = m_plan.info().first_year.year();
        const auto switched = switchYear(m_plan, {}, m_ids);
        QVERIFY(apply(switched.change));
        QCOMPARE(m_plan.info().first_year, PlanTime::fiscalYear(first + 1));
        QCOMPARE(switched.change.title, u"年度切替"_s);
        QVERIFY(switched.summary.first().contains(u"令和4年度"_s));
    }

    void barsOfAnEndedMeasureEndWithItAndOthersStay()
    {
        QString number;
        for (const Measure *candidate : m_plan.ordered<Measure>()) {
            const auto open = openBars(candidate->number);
            const bool begun = std::any_of(open.begin(), open.end(), [](const Phase *phase) {
                return !phase->starts.isDated() || phase->starts.firstMonth() < fiscalYearStart(2028);
            });
            if (number.isEmpty() && candidate->series != u"added" && begun)
                number = candidate->number;
        }
        QVERIFY(!number.isEmpty());
        ChangeBuilder end(u"完了"_s);
        end.set<&Measure::state>(measure(number)->id, u"完了"_s);
        end.set<&Measure::state_at>(measure(number)->id, PlanTime::month(2028, 3));
        QVERIFY(apply(std::move(end).build()));
        auto bars = openBars(number);
        bars.removeIf([](const Phase *phase) { // those that begin later are told of and stay
            return phase->starts.isDated() && phase->starts.firstMonth() >= fiscalYearStart(2028);
        });
        QVERIFY(!bars.isEmpty());
        const Id<Phase> bar = bars.first()->id;
        const Plan before = m_plan;
        const auto switched = switchYear(m_plan, {}, m_ids);
        QVERIFY(apply(switched.change));
        QCOMPARE(m_plan.find(bar)->ends, PlanTime::fiscalYear(2027)); // March 2028 belongs to fiscal 2027
        int changed = 0;
        for (const Phase &phase : before.rows<Phase>())
            changed += m_plan.find(phase.id)->ends != phase.ends;
        QCOMPARE(changed, bars.size());
    }

    void theNextRoundOfTheSurveyComesAlong()
    {
        YearSwitch wanted;
        wanted.survey = NewSurvey{u"令和6年度末の進捗調査"_s, PlanTime::fiscalYear(2024), {}, {}};
        const qsizetype before = m_plan.rows<Survey>().size();
        const auto switched = switchYear(m_plan, wanted, m_ids);
        QVERIFY(apply(switched.change));
        QCOMPARE(m_plan.rows<Survey>().size(), before + 1);
        QVERIFY(switched.summary.last().contains(u"令和6年度末"_s));
    }

    void theNextRoundLeavesOutWhatHasEndedAndSaysSo()
    {
        YearSwitch wanted;
        wanted.survey = NewSurvey{u"令和6年度末の進捗調査"_s, PlanTime::fiscalYear(2024), {}, {}};
        const Id<Measure> ended = measure(u"4"_s)->id;
        const auto rows = m_plan.parts<&Initiative::measure>(ended).size();
        QVERIFY(rows > 0);
        const auto all = m_plan.rows<Initiative>().size();
        ChangeBuilder end(u"完了"_s);
        end.set<&Measure::state>(ended, u"完了"_s);
        end.set<&Measure::state_at>(ended, PlanTime::month(2024, 3));
        QVERIFY(apply(std::move(end).build()));
        const auto switched = switchYear(m_plan, wanted, m_ids);
        QVERIFY(switched.summary.contains(u"終わった施策の%1件は、この調査では尋ねません。"_s.arg(rows)));
        QVERIFY(switched.summary.contains(u"進捗調査「令和6年度末の進捗調査」を作り、%1件について尋ねます。"_s.arg(all - rows)));
        const Plan before = m_plan;
        QVERIFY(apply(switched.change));
        QCOMPARE(m_plan.rows<SurveyItem>().size(), before.rows<SurveyItem>().size() + all - rows);
    }

    void aRenamedOfficeTakesItsMeasuresAndEarlierPapersKeepTheOldName()
    {
        const Department *old = office(u"情報政策課"_s);
        QVERIFY(old);
        const Id<Department> oldId = old->id;
        QString number;
        for (const Measure *candidate : m_plan.ordered<Measure>()) {
            if (number.isEmpty() && candidate->series != u"added" && leads(candidate->number).contains(u"情報政策課"_s))
                number = candidate->number;
        }
        const qsizetype duties = m_plan.parts<&Responsibility::department>(oldId).size();
        QVERIFY(duties > 0);
        const PlanTime date = PlanTime::day(2025, 4, 1);
        QVERIFY(apply(reorganise(m_plan, {date, {{oldId, u"デジタル推進課"_s, u"でじたるすいしんか"_s}}, {}}, m_ids)));
        const Department *made = office(u"デジタル推進課"_s);
        QVERIFY(made);
        QCOMPARE(made->valid_from, date);
        QCOMPARE(m_plan.find(oldId)->valid_to, date);
        QCOMPARE(m_plan.parts<&Responsibility::department>(made->id).size(), duties);
        QVERIFY(leads(number).contains(u"デジタル推進課"_s) && !leads(number).contains(u"情報政策課"_s));
        QVERIFY(leads(number, PlanTime::fiscalYear(2023)).contains(u"情報政策課"_s));
        QVERIFY(!leads(number, PlanTime::fiscalYear(2023)).contains(u"デジタル推進課"_s));
        QCOMPARE(m_plan.rows<DepartmentChange>().size(), 1);
    }

    void aSplitOfficeHandsEachMeasureToTheOneChosen()
    {
        const Id<Department> oldId = office(u"情報政策課"_s)->id;
        QSet<Id<Measure>> led;
        for (const Responsibility *duty : m_plan.parts<&Responsibility::department>(oldId))
            led << duty->measure;
        QVERIFY(led.size() > 1);
        Reorganisation wanted{PlanTime::day(2025, 4, 1), {{oldId, u"デジタル推進課"_s, {}}, {oldId, u"情報システム課"_s, {}}}, {}};
        const Id<Measure> second = *led.begin();
        wanted.measures.insert(second, 1);
        QVERIFY(apply(reorganise(m_plan, wanted, m_ids)));
        for (const Id<Measure> id : some(led)) {
            QStringList names;
            for (const Responsibility *duty : responsibilitiesOf(m_plan, id))
                names << (m_plan.find(duty->department) ? m_plan.find(duty->department)->name : QString());
            QCOMPARE(names.contains(u"情報システム課"_s), id == second);
            QCOMPARE(names.contains(u"デジタル推進課"_s), id != second);
        }
    }

    void mergedOfficesHoldAMeasureOnce()
    {
        const Id<Department> a = office(u"観光課"_s)->id;
        const Id<Department> b = office(u"商工振興課"_s)->id;
        const Id<Measure> shared = measure(u"1"_s)->id;
        ChangeBuilder both(u"担当"_s);
        for (const Id<Department> id : {a, b}) {
            auto duty = made<Responsibility>(id == a ? u"zy"_s : u"zz"_s);
            duty.measure = shared;
            duty.department = id;
            duty.role = u"related"_s;
            both.insert(duty);
        }
        QVERIFY(apply(std::move(both).build()));
        QVERIFY(apply(
            reorganise(m_plan, {PlanTime::day(2025, 4, 1), {{a, u"産業観光課"_s, {}}, {b, u"産業観光課"_s, {}}}, {}}, m_ids)));
        int held = 0;
        for (const Responsibility *duty : responsibilitiesOf(m_plan, shared))
            held += duty->department == office(u"産業観光課"_s)->id;
        QCOMPARE(held, 1);
        int made = 0;
        for (const Department &department : m_plan.rows<Department>())
            made += department.name == u"産業観光課";
        QCOMPARE(made, 1);
    }

    void theNextPlanHasTheOfficesOfItsFirstDay()
    {
        const Id<Department> old = office(u"情報政策課"_s)->id;
        QVERIFY(apply(reorganise(m_plan, {PlanTime::day(2099, 4, 1), {{old, u"未来課"_s, {}}}, {}}, m_ids)));
        const Id<Department> made = office(u"未来課"_s)->id;
        QCOMPARE(m_plan.find(old)->valid_to, PlanTime::day(2099, 4, 1));
        for (const int year : {2098, 2099}) {
            const auto content = nextPlan(m_plan, {u"次期計画"_s, year, year + 4, {measure(u"4"_s)->id}, usualKinds(m_plan), {}},
                                          m_ids);
            Plan next;
            QVERIFY(content && applyTo(next, *content));
            QVERIFY(next.find(made));
            QCOMPARE(next.find(old) != nullptr, year == 2098);
        }
    }

    void aimsOfTheNextPlanGoUpInOthersOrAreGivenUp()
    {
        // Of the eight aims of the second level: the second goes up in the first, the fourth is given up.
        const Classification *aims = m_plan.classification(u"aim");
        QList<Id<Category>> second;
        for (const Category *top : m_plan.roots(aims->id)) {
            for (const Category *below : m_plan.parts<&Category::parent>(top->id))
                second << below->id;
        }
        QVERIFY(second.size() > 3);
        const auto lower = [](const Plan &plan, Id<Category> above) {
            QSet<Id<Category>> ids;
            for (const Category *below : plan.parts<&Category::parent>(above))
                ids << below->id;
            return ids;
        };
        const auto moved = lower(m_plan, second[1]);
        const auto given = lower(m_plan, second[3]);
        QVERIFY(!moved.isEmpty() && !given.isEmpty());
        NextPlan wanted{u"次期計画"_s, 2026, 2030, continuingMeasures(m_plan), {}, {}};
        wanted.aims = {{second[1], second[0]}, {second[3], Id<Category>()}};
        const Id<Category> from = *moved.begin();
        const Id<Category> to = *lower(m_plan, second[0]).begin();
        wanted.aims.insert(from, to); // and one of the lowest level goes up in its new neighbour
        QSet<Id<Measure>> led;
        for (const Id<Category> aim : {from, to}) {
            for (const Membership *membership : m_plan.parts<&Membership::category>(aim))
                led << membership->measure;
        }
        const auto content = nextPlan(m_plan, wanted, m_ids);
        Plan next;
        QVERIFY2(content, content ? "" : qPrintable(content.error().message()));
        QVERIFY(applyTo(next, *content));
        for (const Id<Category> gone : {second[1], second[3], from, *given.begin()})
            QVERIFY(!next.find(gone));
        QCOMPARE(lower(next, second[0]), (lower(m_plan, second[0]) + moved) - QSet<Id<Category>>{from});
        QSet<Id<Measure>> members;
        for (const Membership *membership : next.parts<&Membership::category>(to)) {
            QVERIFY2(!members.contains(membership->measure), "a measure stands twice under one aim");
            members << membership->measure;
        }
        QCOMPARE(members, led);
        QCOMPARE(next.rows<Measure>().size(), m_plan.rows<Measure>().size());
    }

    void theNextPlanCarriesOnWhatWasChosen()
    {
        Id<Measure> counted; // twice, of which the newer one goes on
        for (const Indicator &indicator : m_plan.rows<Indicator>()) {
            if (indicator.name == u"マイナンバーカード保有率")
                counted = indicator.measure;
        }
        const QSet<Id<Measure>> chosen{measure(u"4"_s)->id, measure(u"46"_s)->id, counted};
        const NextPlan wanted{u"次期デジタル推進計画"_s, 2026, 2030, chosen, usualKinds(m_plan), {}};
        const auto content = nextPlan(m_plan, wanted, m_ids);
        QVERIFY2(content, content ? "" : qPrintable(content.error().message()));
        Plan next;
        QVERIFY(applyTo(next, *content));
        QCOMPARE(next.rows<Measure>().size(), 3);
        QVERIFY(next.info().id != m_plan.info().id);
        QCOMPARE(next.info().predecessor, m_plan.info().title);
        QCOMPARE(next.info().first_year, PlanTime::fiscalYear(2026));
        const Measure *fourth = next.find(measure(u"4"_s)->id); // the same id: the link to the old plan
        QVERIFY(fourth);
        QVERIFY(fourth->kind != u"新規");
        QVERIFY(fourth->horizon.isEmpty());
        QCOMPARE(next.annotations(fourth->id.row, u"comment").size(), 1);
        QCOMPARE(next.rows<Survey>().size(), 0);
        QCOMPARE(next.rows<Category>().size(), m_plan.rows<Category>().size());
        for (const Phase &phase : some(next.rows<Phase>()))
            QVERIFY(!phase.ends.isDated() || phase.ends.endMonth() > fiscalYearStart(2026));
        QStringList values;
        for (const IndicatorValue &value : next.rows<IndicatorValue>())
            values << value.role + u' ' + value.value;
        QCOMPARE(values, QStringList{u"baseline 79.1"_s});
        // What the new file holds keeps every rule of a plan.
        QVERIFY(prepare(Plan(), *content));
    }

    void aNextPlanWithoutANameIsRefused()
    {
        const auto refused = nextPlan(m_plan, {u" "_s, 2026, 2030, {}, {}, {}}, m_ids);
        QVERIFY(!refused);
        QVERIFY(refused.error().what.contains(u"名称"_s));
    }

    void aNewPlanTakesTheShapeOfAnotherAndNoneOfItsMeasures_data()
    {
        QTest::addColumn<QString>("city");
        for (const char *city : {"izumo", "katagami", "hatsukaichi"})
            QTest::newRow(city) << QString::fromLatin1(city);
    }
    void aNewPlanTakesTheShapeOfAnotherAndNoneOfItsMeasures()
    {
        QFETCH(QString, city);
        const Plan model = samplePlan(city);
        const WantedShape wanted{u"山川市計画"_s, u"山川市"_s, 2030, 2034, true, true};
        const ChangeSet content = planInShapeOf(model, wanted, m_ids);
        const auto prepared = prepare(Plan(), content); // keeps every rule of a plan
        QVERIFY(prepared);
        Plan made;
        QVERIFY(applyTo(made, *prepared));
        QVERIFY(made.info().id != model.info().id);
        QCOMPARE(made.info().title, u"山川市計画"_s);
        QVERIFY(made.info().issuer.isEmpty() && made.info().subtitle.isEmpty() && !made.info().adopted.isDated());
        QCOMPARE(made.info().numbering, model.info().numbering);
        QCOMPARE(made.info().first_year.isDated(), model.info().first_year.isDated());
        const QSet<TableId> shape{TableId::PlanInfo, TableId::Choice, TableId::Classification,
                                  TableId::Category, TableId::Block,  TableId::Department};
        for (int i = 0; i < tableCount; ++i) {
            const auto table = static_cast<TableId>(i);
            QCOMPARE(made.table(table).size(), shape.contains(table) ? model.table(table).size() : 0);
        }
        for (const Classification &classification : model.rows<Classification>())
            QCOMPARE(made.find(classification.id)->levels, classification.levels);
        const ChangeSet bare = planInShapeOf(model, {u"計画"_s, {}, 2030, 2034, false, false}, m_ids);
        QVERIFY(std::none_of(bare.rows.begin(), bare.rows.end(), [](const RowChange &row) {
            return row.table == TableId::Category || row.table == TableId::Department;
        }));
        QVERIFY(prepare(Plan(), bare));
    }

    void theYearsOfTheShapeMoveWithThePlan()
    {
        const ChangeSet content = planInShapeOf(m_plan, {u"計画"_s, {}, 2030, 2034, true, false}, m_ids);
        Plan made;
        QVERIFY(applyTo(made, content));
        QCOMPARE(made.info().first_year, PlanTime::fiscalYear(2029)); // a year before the plan, as there
        QCOMPARE(made.info().last_year, PlanTime::fiscalYear(2034));
        QCOMPARE(made.choice(u"horizon", u"短期"_s)->ends, PlanTime::fiscalYear(2031));
        QVERIFY(made.choice(u"horizon", u"長期"_s)->ends.isOpen());
    }

    void theOldPlanNamesItsSuccessor()
    {
        QVERIFY(apply(nameSuccessor(m_plan, u"次期計画"_s)));
        QCOMPARE(m_plan.info().successor, u"次期計画"_s);
    }
};

QTEST_GUILESS_MAIN(TestCycle)
#include "tst_cycle.moc"
