// SPDX-License-Identifier: GPL-3.0-or-later
// Offices that are named for a time in which they did not exist, by 設置 and 廃止 of the list of offices.
#include "models/check/rules.h"
#include "models/plan/ending.h"
#include "models/plan/tables.h"

namespace shisaku {

using namespace Qt::StringLiterals;

namespace {
/// 「『情報政策課』」 or 「『A課』『B室』」: what became of an office.
QString successors(const Plan &plan, Id<Department> office)
{
    QString names;
    for (const DepartmentChange *change : plan.parts<&DepartmentChange::from>(office)) {
        if (const Department *to = plan.find(change->to))
            names += CheckText::tr("『%1』").arg(to->name);
    }
    return names.isEmpty() ? QString() : CheckText::tr("今は%1です。").arg(names);
}

/// Why an office does not exist throughout [from, to), in months; empty if it does. An open end lasts.
QString whyNot(const Plan &plan, const Department &office, std::optional<int> from, std::optional<int> to)
{
    if (office.valid_to.isDated() && (!to || *to > office.valid_to.endMonth()))
        return CheckText::tr("『%1』は%2に廃止されています。").arg(office.name, office.valid_to.toJapanese())
               + successors(plan, office.id);
    if (office.valid_from.isDated() && from && *from < office.valid_from.firstMonth())
        return CheckText::tr("『%1』ができたのは%2です。").arg(office.name, office.valid_from.toJapanese());
    return {};
}

std::optional<int> firstMonth(const PlanTime &time)
{
    return time.isDated() ? std::optional<int>(time.firstMonth()) : std::nullopt;
}

std::optional<int> endMonth(const PlanTime &time)
{
    return time.isDated() ? std::optional<int>(time.endMonth()) : std::nullopt;
}

/// Whether an office was gone before a time began, or came after it was over.
bool isMissing(const Department &office, const PlanTime &begins, const PlanTime &ends)
{
    if (!begins.isDated() || !ends.isDated())
        return false;
    const bool ended = office.valid_to.isDated() && office.valid_to.endMonth() <= begins.firstMonth();
    return ended || (office.valid_from.isDated() && office.valid_from.firstMonth() >= ends.endMonth());
}

template <auto Member, typename T>
void missing(Findings &findings, const T &named, const Department &office, const PlanTime &when)
{
    findings
        .add<Member>("department-out-of-force", named.id,
                     CheckText::tr("『%1』は%2にはありません。").arg(office.name, when.toJapanese()))
        .printed = office.name;
}
} // namespace

void checkOffices(const Plan &plan, Findings &findings)
{
    for (const Responsibility *charge : plan.ordered<Responsibility>()) {
        const Measure *measure = plan.find(charge->measure);
        const Department *office = plan.find(charge->department);
        const bool over = measure && hasEnded(*measure);
        if (!office || over)
            continue;
        if (const QString why = whyNot(plan, *office, firstMonth(charge->from), endMonth(charge->to)); !why.isEmpty())
            findings.add<&Responsibility::department>("department-out-of-force", charge->id, why).printed = office->name;
    }
    for (const EffectDepartment *named : plan.ordered<EffectDepartment>()) {
        const Department *office = plan.find(named->department);
        const Effect *effect = plan.find(named->effect);
        // An office that existed for a part of the year may have used the tool.
        if (office && effect && isMissing(*office, effect->as_of, effect->as_of))
            missing<&EffectDepartment::department>(findings, *named, *office, effect->as_of);
    }
    for (const ProjectDepartment *named : plan.ordered<ProjectDepartment>()) {
        const Department *office = plan.find(named->department);
        const Project *project = plan.find(named->project);
        if (!office || !project)
            continue;
        const PlanTime &begins = project->begins.isDated() ? project->begins : project->as_of;
        const PlanTime &ends = project->ends.isDated() ? project->ends : begins;
        if (isMissing(*office, begins, ends))
            missing<&ProjectDepartment::department>(findings, *named, *office, begins);
    }
}

} // namespace shisaku
