// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/cycle/next_plan.h"

#include "models/change/prepare.h"
#include "models/plan/ending.h"
#include "models/plan/ranges.h"
#include "models/plan/rank.h"
#include "models/plan/rules.h"
#include "models/plan/tenure.h"

#include <QCoreApplication>

namespace shisaku {

using namespace Qt::StringLiterals;

namespace {
struct Texts {
    Q_DECLARE_TR_FUNCTIONS(NextPlan)
};

/// What belongs to the years of the old plan alone.
constexpr TableId leftBehind[] = {TableId::Annotation, // first: the others would take theirs along
                                  TableId::Survey,     TableId::Effect, TableId::CaseStudy,       TableId::Project,
                                  TableId::Budget,     TableId::Scene,  TableId::DepartmentChange};

class Work {
public:
    Work(const Plan &plan, const NextPlan &wanted, const IdSource &ids) :
        m_plan(plan), m_wanted(wanted), m_ids(ids), m_change(Texts::tr("次期計画「%1」の作成").arg(wanted.title))
    {}

    Result<ChangeSet> run()
    {
        leaveBehind();
        for (const Measure &measure : m_plan.rows<Measure>()) {
            if (m_wanted.measures.contains(measure.id))
                carryOn(measure);
            else
                m_change.remove(measure.id);
        }
        offices();
        for (auto aim = m_wanted.aims.cbegin(); aim != m_wanted.aims.cend(); ++aim)
            m_change.remove(aim.key()); // and what is still with it when others have gone over
        Plan next = m_plan;
        if (!applyTo(next, aimsMoved()))
            return Error{ErrorKind::Failed, Texts::tr("次期計画を組み立てられませんでした。"), {}, {}};
        ChangeSet change = std::move(m_change).build();
        change.restores = true; // what the old plan held goes on, and what does not takes its own along
        const auto prepared = prepare(next, change);
        if (!prepared)
            return prepared.error();
        if (!applyTo(next, *prepared))
            return Error{ErrorKind::Failed, Texts::tr("次期計画を組み立てられませんでした。"), {}, {}};
        describe(next);
        const RowId info = next.info().id.row;
        for (const int entered : {fieldIndex<&PlanInfo::title>(), fieldIndex<&PlanInfo::last_year>()}) {
            if (const auto right = checkEntered(TableId::PlanInfo, next.table(TableId::PlanInfo).values(info), entered); !right)
                return right.error();
        }
        ChangeSet content = difference(Plan(), next);
        content.title = prepared->title;
        content.restores = true; // what the old plan held goes on
        return content;
    }

private:
    void leaveBehind()
    {
        for (const TableId table : leftBehind) {
            const AnyRows &rows = m_plan.table(table);
            for (qsizetype i = 0; i < rows.size(); ++i)
                m_change.remove(table, rows.idAt(i));
        }
    }

    void carryOn(const Measure &measure)
    {
        if (const auto kind = m_wanted.kinds.constFind(measure.kind); kind != m_wanted.kinds.constEnd())
            m_change.set<&Measure::kind>(measure.id, *kind);
        m_change.set<&Measure::horizon>(measure.id, QString());
        m_change.set<&Measure::state>(measure.id, QString());
        m_change.set<&Measure::state_at>(measure.id, PlanTime());
        m_change.set<&Measure::state_reason>(measure.id, QString());
        for (const Initiative *initiative : m_plan.parts<&Initiative::measure>(measure.id))
            schedule(*initiative);
        for (const Indicator *indicator : m_plan.parts<&Indicator::measure>(measure.id))
            baseline(*indicator);
        for (const Responsibility *duty : m_plan.parts<&Responsibility::measure>(measure.id)) {
            if (hasPassed(duty->to, begin()))
                m_change.remove(duty->id);
        }
    }

    /// Offices that are reorganised by the first day of the new plan stay with the old one.
    PlanTime begin() const { return PlanTime::day(m_wanted.firstYear, 4, 1); }

    void schedule(const Initiative &initiative)
    {
        const MonthNumber begin = fiscalYearStart(m_wanted.firstYear);
        qsizetype left = 0;
        qsizetype gone = 0;
        for (const Phase *phase : m_plan.parts<&Phase::initiative>(initiative.id)) {
            const bool over = phase->ends.isDated() ? phase->ends.endMonth() <= begin
                                                    : phase->ends.isUnknown() && phase->starts.isDated();
            if (over) {
                m_change.remove(phase->id);
                ++gone;
                continue;
            }
            ++left;
            if (phase->starts.isDated() && phase->starts.firstMonth() < begin)
                m_change.set<&Phase::starts>(phase->id, PlanTime::open());
        }
        for (const Milestone *milestone : m_plan.parts<&Milestone::initiative>(initiative.id)) {
            const bool over = milestone->at.isDated() && milestone->at.endMonth() <= begin;
            over ? ++gone : ++left;
            if (over)
                m_change.remove(milestone->id);
        }
        if (left == 0 && gone > 0)
            m_change.remove(initiative.id);
    }

    /// The newest actual value becomes the baseline; targets are for the new plan to set.
    void baseline(const Indicator &indicator)
    {
        const IndicatorValue *newest = nullptr;
        for (const IndicatorValue *value : m_plan.parts<&IndicatorValue::indicator>(indicator.id)) {
            if (value->role == u"actual" && value->as_of.isDated()
                && (!newest || value->as_of.firstMonth() >= newest->as_of.firstMonth()))
                newest = value;
        }
        for (const IndicatorValue *value : m_plan.parts<&IndicatorValue::indicator>(indicator.id)) {
            if (value != newest)
                m_change.remove(value->id);
        }
        if (newest)
            m_change.set<&IndicatorValue::role>(newest->id, u"baseline"_s);
    }

    void offices()
    {
        for (const Department &department : m_plan.rows<Department>()) {
            if (hasPassed(department.valid_to, begin()))
                m_change.remove(department.id);
        }
    }

    /// What an aim goes up in, by several steps perhaps; null if it is given up.
    Id<Category> heirOf(Id<Category> aim) const
    {
        Id<Category> heir = m_wanted.aims.value(aim);
        for (qsizetype step = 0; step < m_wanted.aims.size() && m_wanted.aims.contains(heir); ++step)
            heir = m_wanted.aims.value(heir);
        return m_wanted.aims.contains(heir) ? Id<Category>() : heir;
    }

    /// Measures and lower aims go over to the heir; a measure that is there already goes once.
    ChangeSet aimsMoved() const
    {
        ChangeBuilder change{QString()};
        QSet<QPair<RowId, RowId>> members;
        for (const Membership &membership : m_plan.rows<Membership>())
            members.insert({membership.measure.row, membership.category.row});
        for (auto aim = m_wanted.aims.cbegin(); aim != m_wanted.aims.cend(); ++aim) {
            const Id<Category> heir = heirOf(aim.key());
            if (heir.isNull())
                continue;
            for (const Membership *membership : m_plan.parts<&Membership::category>(aim.key())) {
                const QPair<RowId, RowId> member(membership->measure.row, heir.row);
                if (!members.contains(member))
                    change.set<&Membership::category>(membership->id, heir);
                members.insert(member);
            }
            for (const Category *below : m_plan.parts<&Category::parent>(aim.key())) {
                if (!m_wanted.aims.contains(below->id))
                    change.set<&Category::parent>(below->id, heir);
            }
        }
        return std::move(change).build();
    }

    /// The row of the plan itself, and where each measure comes from.
    void describe(Plan &next) const
    {
        const PlanInfo old = m_plan.info();
        PlanInfo info = old;
        info.id = Id<PlanInfo>(m_ids());
        info.title = m_wanted.title;
        info.subtitle.clear();
        info.begins = PlanTime::fiscalYear(m_wanted.firstYear);
        info.ends = PlanTime::fiscalYear(m_wanted.lastYear);
        info.first_year = info.begins;
        info.last_year = info.ends;
        info.adopted = info.revised = PlanTime();
        info.predecessor = old.title;
        info.successor.clear();
        FieldValues values;
        for (const Field &field : FieldsOf<PlanInfo>::list)
            values.push_back(field.read(&info));
        AnyRows &rows = next.table(TableId::PlanInfo);
        if (rows.contains(old.id.row))
            rows.remove(old.id.row);
        rows.insert(info.id.row, values);

        QString position;
        for (const Measure *measure : next.ordered<Measure>()) {
            Annotation note;
            note.id = Id<Annotation>(m_ids());
            note.position = position = rankBetween(position, {});
            note.table = QString::fromLatin1(tableInfo(TableId::Measure).name);
            note.row = measure->id.row;
            note.kind = u"comment"_s;
            note.text = Texts::tr("前の計画の%1から続く施策です。").arg(rowName(m_plan, TableId::Measure, measure->id.row));
            note.source = old.title;
            FieldValues fields;
            for (const Field &field : FieldsOf<Annotation>::list)
                fields.push_back(field.read(&note));
            next.table(TableId::Annotation).insert(note.id.row, fields);
        }
    }

    const Plan &m_plan;
    const NextPlan &m_wanted;
    const IdSource &m_ids;
    ChangeBuilder m_change;
};
} // namespace

QHash<QString, QString> usualKinds(const Plan &plan)
{
    if (plan.choice(u"kind", u"新規"_s) && plan.choice(u"kind", u"継続"_s))
        return {{u"新規"_s, u"継続"_s}};
    return {};
}

QSet<Id<Measure>> continuingMeasures(const Plan &plan)
{
    QSet<Id<Measure>> measures;
    for (const Measure &measure : plan.rows<Measure>()) {
        if (!hasEnded(measure))
            measures << measure.id;
    }
    return measures;
}

Result<ChangeSet> nextPlan(const Plan &plan, const NextPlan &wanted, const IdSource &ids)
{
    if (wanted.title.trimmed().isEmpty())
        return Error{
            ErrorKind::Invalid, Texts::tr("次期計画の名称が入力されていません。"), Texts::tr("名称を入力してください。"), {}};
    if (wanted.lastYear < wanted.firstYear)
        return Error{ErrorKind::Invalid,
                     Texts::tr("次期計画の終わりの年度が始まりの年度より前です。"),
                     Texts::tr("年度を直してください。"),
                     {}};
    return Work(plan, wanted, ids).run();
}

ChangeSet nameSuccessor(const Plan &plan, const QString &title)
{
    ChangeBuilder change(Texts::tr("次の計画を「%1」に設定").arg(title));
    change.set<&PlanInfo::successor>(plan.info().id, title);
    return std::move(change).build();
}

} // namespace shisaku
