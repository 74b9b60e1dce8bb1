// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/grid/office_cells.h"

#include "models/grid/grid_refusal.h"
#include "models/grid/typed_names.h"
#include "models/order/office_search.h"
#include "models/plan/search_form.h"
#include "models/plan/tenure.h"

#include <QCoreApplication>

#include <algorithm>

namespace shisaku {

namespace {
struct Texts {
    Q_DECLARE_TR_FUNCTIONS(OfficeCells)
};
} // namespace

bool isOfficeName(const Plan &plan, const QString &name)
{
    const auto &offices = plan.rows<Department>();
    return std::any_of(offices.begin(), offices.end(), [&](const Department &office) { return office.name == name; });
}

QList<const Department *> officesNamed(const Plan &plan, const QString &name)
{
    QList<const Department *> named;
    for (const Department &office : plan.rows<Department>()) {
        if (office.name == name)
            named << &office;
    }
    if (named.isEmpty()) {
        const QString folded = foldedForSearch(name);
        for (const Department &office : plan.rows<Department>()) {
            if (foldedForSearch(office.name) == folded)
                named << &office;
        }
    }
    QList<const Department *> there = named;
    there.removeIf([](const Department *office) { return !inForce(office->valid_from, office->valid_to); });
    return there.isEmpty() ? named : there;
}

Result<QList<Id<Department>>> readOffices(const Plan &plan, const QString &typed)
{
    QList<Id<Department>> offices;
    const auto isName = [&plan](const QString &name) { return isOfficeName(plan, name); };
    const auto read = [&](const QString &name) -> Result<void> {
        QList<const Department *> meant = officesNamed(plan, name);
        if (meant.isEmpty())
            meant = officesMatching(plan, name);
        if (meant.size() != 1)
            return refusal(meant.isEmpty() ? Texts::tr("「%1」という部署は登録されていません。").arg(name)
                                           : Texts::tr("「%1」に当てはまる部署が複数あります。").arg(name),
                           Texts::tr("部署名を正しく入力してください。"));
        if (!offices.contains(meant.first()->id))
            offices << meant.first()->id;
        return {};
    };
    if (const auto done = forEachName(typed, isName, read); !done)
        return done.error();
    return offices;
}

QStringList proposedOffices(const Plan &plan, const QString &typed)
{
    QStringList names;
    for (const Department *office : officesMatching(plan, typed))
        names << office->name;
    return names;
}

} // namespace shisaku
