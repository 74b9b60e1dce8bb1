// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/order/office_search.h"

#include "models/plan/search_form.h"

namespace shisaku {

QList<const Department *> officesMatching(const Plan &plan, QStringView typed)
{
    const QString wanted = foldedForSearch(typed);
    if (wanted.isEmpty())
        return {};
    QList<const Department *> first;
    QList<const Department *> then;
    for (const Department *office : plan.ordered<Department>()) {
        const QString name = foldedForSearch(office->name);
        const QString yomi = foldedForSearch(office->yomi);
        if (name.startsWith(wanted) || yomi.startsWith(wanted))
            first << office;
        else if (name.contains(wanted) || yomi.contains(wanted))
            then << office;
    }
    return first + then;
}

} // namespace shisaku
