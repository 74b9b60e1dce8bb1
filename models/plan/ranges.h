// SPDX-License-Identifier: GPL-3.0-or-later
// The ranges that the field lists state: held when something is entered or imported; what a file holds already is shown, checked
// and taken back as it is.
#pragma once

#include "models/plan/plan.h"
#include "models/plan/result.h"

#include <functional>

namespace shisaku {

/// The most fiscal years with a column of their own.
inline constexpr int mostShownYears = 100;

/// The most storeys of a tree (categories, offices, bodies): what lies deeper is drawn on the last of them.
inline constexpr int deepestLevel = 20;

/// On which storey of its tree a row stands, from 1, where `above` gives the row above another, null at the top. Counts no further
/// than two beyond deepestLevel, and so comes out of a circle.
int storeyOf(RowId row, const std::function<RowId(RowId)> &above);

/// Whether a value may be entered into a field. Whether it is of the field's kind, and may be empty, is for checkRow() to say.
bool isWithinRange(const Field &field, const Value &value);

/// What may be entered: 「0～400の整数」「1,000文字まで」.
QString rangeInWords(const Field &field);

/// The refusal of a value: names the row (unless that is empty), the field, what may be entered and what to do.
Error outOfRange(const QString &row, const Field &field, const Value &value);

/// Checks what is entered into one field of a row; `values` are the row as it will be.
Result<void> checkEntered(TableId table, const FieldValues &values, int field);

/// Refuses a text longer than may be entered, as a file may hold it: no paper could show it whole in its place.
Result<void> checkPrintable(const Plan &plan);

/// Whether the plan shows more years than mostShownYears.
bool showsTooManyYears(const PlanTime &first, const PlanTime &last);

/// A title or label as pictures show it: cut after longestLine, because a file may hold what entry refuses.
QString drawnLine(const QString &text);

/// A stored number within its field's range: what pictures and sums work with, because a file may hold what entry refuses.
template <auto Member>
std::optional<qint64> ranged(const typename fields::MemberOf<decltype(Member)>::Row &row)
{
    const NumberRange range = fieldOf<Member>().range;
    const std::optional<qint64> &stored = row.*Member;
    return stored ? std::optional(std::clamp(*stored, range.minimum, range.maximum)) : std::nullopt;
}

} // namespace shisaku
