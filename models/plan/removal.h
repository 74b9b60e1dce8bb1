// SPDX-License-Identifier: GPL-3.0-or-later
// What may not be removed, and why: a category with measures, a choice that was made, an office in charge, whoever asks for it.
#pragma once

#include "models/plan/plan.h"
#include "models/plan/result.h"

#include <functional>

namespace shisaku {

/// How a plan will be after the change that removes something.
struct LaterPlan {
    std::function<bool(TableId, RowId)> exists;
    /// The value of a row that will exist.
    std::function<Value(TableId, RowId, int field)> value;
    /// Whether the removal of a row was asked for: it does not only go along with what it is part of.
    std::function<bool(TableId, RowId)> isAsked;
    /// Whether a choice of that list and key will exist.
    std::function<bool(const QString &list, const QString &key)> offers;
};

/// Refuses a removal that was asked for, of a row that others say something by: they would be lost with it, or name nothing. They
/// do not count where the change removes them as well, by themselves or with something else they are part of. What is not in the
/// plan may go.
Result<void> checkRemoval(const Plan &plan, const LaterPlan &later, TableId table, RowId row);

} // namespace shisaku
