// SPDX-License-Identifier: GPL-3.0-or-later
// The rules every plan keeps: what a row must state, what it may refer to, and what goes with it when it is removed.
#pragma once

#include "models/plan/plan.h"
#include "models/plan/result.h"

#include <functional>

namespace shisaku {

/// Longest text of one field, in UTF-16 units; longer ones are damage or an accident of pasting.
inline constexpr qsizetype longestText = 200'000;

/// Control characters, and marks that turn the direction of writing and so hide what a text says.
bool hasUnusableCharacters(const QString &text, bool newlinesAllowed);

/// How rules look at a plan that is about to change: the rows as they will be.
struct PlanView {
    /// Whether a row will exist.
    std::function<bool(TableId, RowId)> exists;
    /// The row that a row's reference field will hold, for finding circles.
    std::function<RowId(TableId, RowId, int field)> reference;
};

/// Checks one row as it will be; the error names the row and the field in the officer's words.
Result<void> checkRow(const PlanView &view, TableId table, RowId id, const FieldValues &values);

/// A row that a removal touches: it goes too, or one of its fields is cleared.
struct Dependent {
    TableId table;
    RowId row;
    std::optional<int> cleared; ///< The field to clear; none means the row is removed.
};

/// Everything in `plan` that directly depends on a row.
QList<Dependent> dependents(const Plan &plan, TableId table, RowId row);

/// How the officer calls a row: 「施策46」, 「取組『OCR』」, 「工程『運用』」.
QString rowName(const Plan &plan, TableId table, RowId row);
QString rowName(TableId table, const FieldValues &values);

} // namespace shisaku
