// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/grid/memberships.h"

#include "models/grid/measure_cell_rows.h"

#include <algorithm>

namespace shisaku {

QList<const Membership *> membershipsIn(const Plan &plan, Id<Measure> measure, Id<Classification> classification)
{
    QList<const Membership *> list = plan.parts<&Membership::measure>(measure);
    list.removeIf([&](const Membership *membership) {
        const Category *category = plan.find(membership->category);
        return !category || category->classification != classification;
    });
    std::stable_partition(list.begin(), list.end(), [](const Membership *membership) { return membership->home; });
    return list;
}

void serveCategories(const Plan &plan, Id<Measure> measure, Id<Classification> classification, const QList<ServedCategory> &wanted,
                     const IdSource &ids, ChangeBuilder &change)
{
    const QList<const Membership *> own = membershipsIn(plan, measure, classification);
    for (const Membership *membership : own) {
        const bool stays = std::any_of(wanted.begin(), wanted.end(),
                                       [membership](const ServedCategory &one) { return one.category == membership->category; });
        if (!stays)
            change.remove(membership->id);
    }
    QList<NamedRow<Membership>> rows;
    for (const ServedCategory &one : wanted) {
        const auto known = std::find_if(own.begin(), own.end(),
                                        [&one](const Membership *membership) { return membership->category == one.category; });
        NamedRow<Membership> row;
        row.isFree = one.home;
        if (known != own.end()) {
            row.known = *known;
            if ((*known)->home != one.home)
                change.set<&Membership::home>((*known)->id, one.home);
        } else {
            row.added.category = one.category;
            row.added.home = one.home;
        }
        rows << row;
    }
    placeRows(plan, measure, rows, ids, change);
}

} // namespace shisaku
