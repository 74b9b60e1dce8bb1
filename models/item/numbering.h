// SPDX-License-Identifier: GPL-3.0-or-later
// Codes of categories and numbers of measures: how they are written, which comes next, and which measure an address names.
#pragma once

#include "models/change/change_set.h"

namespace shisaku {

/// The n-th code (from 1) of a pattern: "1", "(1)", "①", "ア", "A", "a", "Ⅰ", "一" with any text around, as in "第1章".
/// Empty for the empty pattern and for "#", which counts without being printed.
QString formatCode(const QString &pattern, int n);
/// Which one a code is; nothing for a code of another form.
std::optional<int> codeNumber(const QString &pattern, const QString &code);

/// Pattern of a level (from 1) of a classification; the level below the last one is that of the measures.
QString codePattern(const Classification &classification, int level);

/// The code of a new category behind its siblings.
QString nextCategoryCode(const Plan &plan, Id<Classification> classification, Id<Category> parent);

/// 「1-2」: the codes from the top down to a category, without brackets; levels without a pattern are left out. A category of
/// a level that only counts has its place among its siblings.
QString categoryAddress(const Plan &plan, const Category &category);

/// The number of a new measure: the next of the plan, or (項目ごと) the address of its home with the next number there.
QString nextMeasureNumber(const Plan &plan, Id<Category> home);

/// The category that numbers a measure: its home in the first classification that numbers measures, or else in any.
Id<Category> homeOf(const Plan &plan, Id<Measure> measure);

/// A new measure without id and title: behind all others, or (項目ごと) behind those of its home, with the next number. What
/// comes into an adopted plan is 追加; unless its home numbers it, added measures have numbers of their own.
Measure newMeasure(const Plan &plan, Id<Category> home);

/// The measures an address names: by number to the letter, or else in another form of writing (1-2-1, １－２－①).
QList<Id<Measure>> measuresByAddress(const Plan &plan, const QString &address);

/// What is wrong with the number of a measure, as a sentence: none where the others have one, one that another has, one of another
/// form than the plan's. Empty if nothing is.
QString numberProblem(const Plan &plan, Id<Measure> measure);

/// Codes of all categories and, where they follow from them, numbers of all measures by their present order.
ChangeSet renumbering(const Plan &plan, Id<Classification> classification);

} // namespace shisaku
