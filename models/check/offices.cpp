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
        if (!office || !effect || !effect->as_of.isDated())
            continue;
        // An office that existed for a part of the year may have used the tool.
        const bool ended = office->valid_to.isDated() && office->valid_to.endMonth() <= effect->as_of.firstMonth();
        const bool notYet = office->valid_from.isDated() && office->valid_from.firstMonth() >= effect->as_of.endMonth();
        if (ended || notYet)
            findings
                .add<&EffectDepartment::department>(
                    "department-out-of-force", named->id,
                    CheckText::tr("『%1』は%2にはありません。").arg(office->name, effect->as_of.toJapanese()))
                .printed = office->name;
    }
}

} // namespace shisaku
