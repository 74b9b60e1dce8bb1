// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/plan/office_names.h"

#include "models/plan/tenure.h"

#include <QCoreApplication>

namespace shisaku {

namespace {
QString joined(const QStringList &names)
{
    return names.join(QCoreApplication::translate("OfficeNames", "、"));
}
} // namespace

QString partyName(const Plan &plan, const Responsibility &duty)
{
    const Department *office = plan.find(duty.department);
    return office ? office->name : duty.actor;
}

QString leadNames(const Plan &plan, const QList<const Measure *> &measures, const PlanTime &at)
{
    QStringList names;
    for (const Measure *measure : measures) {
        for (const Responsibility *duty : responsibilitiesOf(plan, measure->id, at)) {
            const QString name = partyName(plan, *duty);
            if (duty->role == u"lead" && !name.isEmpty() && !names.contains(name))
                names << name;
        }
    }
    return joined(names);
}

QString officeNames(const Plan &plan, const QList<Id<Department>> &offices)
{
    QStringList names;
    for (const Id<Department> id : offices) {
        if (const Department *office = plan.find(id))
            names << office->name;
    }
    return joined(names);
}

} // namespace shisaku
