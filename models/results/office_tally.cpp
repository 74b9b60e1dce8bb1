// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/results/office_tally.h"

#include <QCoreApplication>

#include <algorithm>

namespace shisaku {

namespace {
struct Texts {
    Q_DECLARE_TR_FUNCTIONS(OfficeTally)
};
} // namespace

OfficeTally::OfficeTally(const Plan &plan, const QList<const Effect *> &rows)
{
    QHash<Id<Department>, int> rowsOf;
    for (const Effect *row : rows) {
        const QList<Id<Department>> named = of(plan, row->id);
        for (const Id<Department> office : named)
            ++rowsOf[office];
        m_mentions += named.size();
        m_written += plan.parts<&EffectDepartment::effect>(row->id).size();
        m_complete = m_complete && !named.isEmpty();
    }
    QList<const Department *> inOrder;
    for (auto office = rowsOf.cbegin(); office != rowsOf.cend(); ++office)
        inOrder << plan.find(office.key());
    std::sort(inOrder.begin(), inOrder.end(), [](const Department *a, const Department *b) { return a->position < b->position; });
    for (const Department *office : std::as_const(inOrder))
        m_offices.append({office->id, office->name, rowsOf.value(office->id)});
}

QList<Id<Department>> OfficeTally::of(const Plan &plan, Id<Effect> row)
{
    QList<Id<Department>> offices;
    for (const EffectDepartment *part : plan.parts<&EffectDepartment::effect>(row)) {
        if (plan.find(part->department) && !offices.contains(part->department))
            offices << part->department;
    }
    return offices;
}

QString OfficeTally::told() const
{
    if (m_offices.isEmpty())
        return {};
    const QString text = Texts::tr("延べ%1部署（実%2部署）").arg(m_mentions).arg(distinct());
    QList<Office> repeated = m_offices;
    repeated.removeIf([](const Office &office) { return office.rows < 2; });
    std::stable_sort(repeated.begin(), repeated.end(), [](const Office &a, const Office &b) { return a.rows > b.rows; });
    QStringList groups;
    QStringList names;
    for (qsizetype i = 0; i < repeated.size(); ++i) {
        names << repeated[i].name;
        if (i + 1 < repeated.size() && repeated[i + 1].rows == repeated[i].rows)
            continue;
        groups << Texts::tr("%1 %2か年").arg(names.join(Texts::tr("・"))).arg(repeated[i].rows);
        names.clear();
    }
    return groups.isEmpty() ? text : Texts::tr("%1：%2").arg(text, groups.join(Texts::tr("、")));
}

} // namespace shisaku
