// SPDX-License-Identifier: GPL-3.0-or-later
// Where a measure stands in the plan's classifications, and which measure an address (1-2-①) names.
#pragma once

#include "models/plan/plan.h"

namespace shisaku {

/// The categories of a classification below `parent` in their order; its roots for null.
QList<const Category *> siblingCategories(const Plan &plan, Id<Classification> classification, Id<Category> parent);

/// The category and its ancestors, top first.
QList<const Category *> categoryPath(const Plan &plan, const Category *category);

/// What stands between the parts of an address.
inline constexpr QChar addressSeparator = u'-';
/// 「1-2」 and 「①」 together: 「1-2-①」.
QString joinedAddress(const QString &address, const QString &code);
/// An address as it is compared: full-width and circled digits, brackets and dashes made plain.
QString plainAddress(const QString &text);

/// 「1-2」: the codes from the top down to a category, without brackets; levels without a pattern are left out. A category of
/// a level that only counts has its place among its siblings.
QString categoryAddress(const Plan &plan, const Category &category);

/// The category that numbers a measure: its home in the first classification that numbers measures, or else in any.
Id<Category> homeOf(const Plan &plan, Id<Measure> measure);

/// The measures an address names: by number to the letter, or else in another form of writing (1-2-1, １－２－①).
QList<Id<Measure>> measuresByAddress(const Plan &plan, const QString &address);

} // namespace shisaku
