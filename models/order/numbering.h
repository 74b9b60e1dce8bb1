// SPDX-License-Identifier: GPL-3.0-or-later
// Which code a new category gets and which number a new measure; all of them by their present order.
#pragma once

#include "models/change/change_set.h"

namespace shisaku {

/// The code of a new category behind its siblings.
QString nextCategoryCode(const Plan &plan, Id<Classification> classification, Id<Category> parent);

/// The number of a new measure: the next of the plan, or (項目ごと) the address of its home with the next number there.
QString nextMeasureNumber(const Plan &plan, Id<Category> home);

/// A new measure without id and title: behind all others, or (項目ごと) behind those of its home, with the next number. What
/// comes into an adopted plan is 追加; unless its home numbers it, added measures have numbers of their own.
Measure newMeasure(const Plan &plan, Id<Category> home);

/// Adds a measure that still waits for its name, with the next number: at `position`, or, where that is empty, as newMeasure() has
/// it. Where numbers restart in every category it is at home where `beside` is.
Measure addMeasure(const Plan &plan, Id<Measure> id, Id<Measure> beside, const QString &position, const IdSource &ids,
                   ChangeBuilder &change);

/// What is wrong with the number of a measure, as a sentence: none where the others have one, one that another has, one of another
/// form than the plan's. Empty if nothing is.
QString numberProblem(const Plan &plan, Id<Measure> measure);

/// Codes of all categories and, where they follow from them, numbers of all measures by their present order.
ChangeSet renumbering(const Plan &plan, Id<Classification> classification);

} // namespace shisaku
