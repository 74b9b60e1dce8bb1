// SPDX-License-Identifier: GPL-3.0-or-later
// Which categories of a classification a measure serves, read and written alike by the form and the list.
#pragma once

#include "models/change/change_set.h"

namespace shisaku {

/// The memberships of a measure in a classification, its home first.
QList<const Membership *> membershipsIn(const Plan &plan, Id<Measure> measure, Id<Classification> classification);

/// A category that a measure is to serve.
struct ServedCategory {
    Id<Category> category;
    bool home = false;
};

/// Lets the measure serve these in this order; rows that stay keep what else they state.
void serveCategories(const Plan &plan, Id<Measure> measure, Id<Classification> classification, const QList<ServedCategory> &wanted,
                     const IdSource &ids, ChangeBuilder &change);

} // namespace shisaku
