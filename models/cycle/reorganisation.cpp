// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/cycle/reorganisation.h"

#include "models/plan/rank.h"
#include "models/plan/stored_text.h"
#include "models/plan/tenure.h"

#include <QCoreApplication>
#include <set>
#include <tuple>

namespace shisaku {

namespace {
struct Texts {
    Q_DECLARE_TR_FUNCTIONS(Reorganisation)
};

class Work {
public:
    Work(const Plan &plan, const Reorganisation &wanted, const IdSource &ids) :
        m_plan(plan), m_wanted(wanted), m_ids(ids), m_change(Texts::tr("機構改革（%1）").arg(wanted.date.toJapanese()))
    {}

    ChangeSet run()
    {
        for (qsizetype i = 0; i < m_wanted.moves.size(); ++i) {
            const OfficeMove &move = m_wanted.moves[i];
            m_targets << target(move);
            m_movesOf[move.from] << i;
            DepartmentChange change;
            change.id = Id<DepartmentChange>(m_ids());
            change.position = nextPosition<DepartmentChange>(m_lastChange);
            change.from = move.from;
            change.to = m_targets.last();
            change.date = m_wanted.date;
            m_change.insert(change);
        }
        for (qsizetype i = 0; i < m_wanted.moves.size(); ++i) {
            const Id<Department> office = m_wanted.moves[i].from;
            if (m_movesOf[office].first() != i)
                continue;
            end(office, m_movesOf[office]);
            handOver(office, m_movesOf[office]);
        }
        return std::move(m_change).build();
    }

private:
    template <typename T>
    QString nextPosition(QString &last) const
    {
        if (last.isEmpty()) {
            for (const T &row : m_plan.rows<T>())
                last = std::max(last, row.position);
        }
        return last = rankBetween(last, {});
    }

    /// The office of the name: in force, made earlier by this change, or new behind the old one.
    Id<Department> target(const OfficeMove &move)
    {
        if (const auto made = m_made.constFind(move.to); made != m_made.constEnd())
            return *made;
        QString after;
        const Department *from = m_plan.find(move.from);
        for (const Department &department : m_plan.rows<Department>()) {
            if (isSameText(department.name, move.to) && department.valid_to.isUnknown())
                return department.id;
            if (department.position > from->position && (after.isEmpty() || department.position < after))
                after = department.position;
        }
        Department made;
        made.id = Id<Department>(m_ids());
        // Several new offices behind the same one keep the order of the moves.
        QString &before = m_lastBehind[move.from];
        made.position = rankBetween(before.isEmpty() ? from->position : before, after);
        before = made.position;
        made.name = move.to;
        made.yomi = move.yomi;
        made.parent = from->parent;
        made.valid_from = m_wanted.date;
        m_change.insert(made);
        m_made.insert(move.to, made.id);
        return made.id;
    }

    void end(Id<Department> office, const QList<qsizetype> &moves)
    {
        const bool stays = std::any_of(moves.begin(), moves.end(), [&](qsizetype move) { return m_targets[move] == office; });
        if (stays)
            return;
        m_change.set<&Department::valid_to>(office, m_wanted.date);
        for (const Department *part : m_plan.parts<&Department::parent>(office)) {
            if (part->valid_to.isUnknown() && !m_movesOf.contains(part->id))
                m_change.set<&Department::parent>(part->id, m_targets[moves.first()]);
        }
    }

    void handOver(Id<Department> office, const QList<qsizetype> &moves)
    {
        for (const Responsibility *duty : m_plan.parts<&Responsibility::department>(office)) {
            if (!inForce(*duty, m_wanted.date))
                continue;
            qsizetype move = m_wanted.measures.value(duty->measure, moves.first());
            if (!moves.contains(move))
                move = moves.first();
            const Id<Department> next = m_targets[move];
            if (next == office)
                continue;
            m_change.set<&Responsibility::to>(duty->id, m_wanted.date);
            if (hasAlready(*duty, next))
                continue;
            Responsibility taken = *duty;
            taken.id = Id<Responsibility>(m_ids());
            taken.position = rankBetween(duty->position, following(*duty));
            taken.department = next;
            taken.printed.clear();
            taken.from = m_wanted.date;
            taken.to = PlanTime();
            m_change.insert(taken);
        }
    }

    /// Offices that merge bring one measure to the new one only once.
    bool hasAlready(const Responsibility &duty, Id<Department> next)
    {
        const auto key = std::tuple(duty.measure.row.bits, next.row.bits, duty.role, duty.topic);
        if (!m_taken.insert(key).second)
            return true;
        for (const Responsibility *other : m_plan.parts<&Responsibility::measure>(duty.measure)) {
            if (other->department == next && other->role == duty.role && other->topic == duty.topic
                && inForce(*other, m_wanted.date))
                return true;
        }
        return false;
    }

    QString following(const Responsibility &duty) const
    {
        QString next;
        for (const Responsibility *other : m_plan.parts<&Responsibility::measure>(duty.measure)) {
            if (other->position > duty.position && (next.isEmpty() || other->position < next))
                next = other->position;
        }
        return next;
    }

    const Plan &m_plan;
    const Reorganisation &m_wanted;
    const IdSource &m_ids;
    ChangeBuilder m_change;
    QList<Id<Department>> m_targets; ///< Of each move.
    QHash<Id<Department>, QList<qsizetype>> m_movesOf;
    QHash<QString, Id<Department>> m_made;
    QHash<Id<Department>, QString> m_lastBehind;
    std::set<std::tuple<quint64, quint64, QString, QString>> m_taken;
    QString m_lastChange;
};
} // namespace

ChangeSet reorganise(const Plan &plan, const Reorganisation &wanted, const IdSource &ids)
{
    return Work(plan, wanted, ids).run();
}

} // namespace shisaku
