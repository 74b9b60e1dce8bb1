// SPDX-License-Identifier: GPL-3.0-or-later
// Figures as offices write them: 1,410、▲ 5、(5)、¥1,410、1,200人、44.7%、14時間14分、５、－、未定. The one reader for every field
// of numbers.
#pragma once

#include "models/plan/plan.h"
#include "models/plan/result.h"

#include <functional>

namespace shisaku {

/// The unit that the row of a figure states for it (「人」 of an indicator, 「分」 of a case); empty where the row leaves it open,
/// nothing where rows of that table state none.
std::optional<QString> unitOfRow(const Plan &plan, TableId table, const FieldValues &row);
/// The same of a row of a file: `value` gives its fields, nothing where the file does not state one, and `unitOf` the unit of an
/// indicator, nothing where there is none of that id.
std::optional<QString> unitOfRow(TableId table, const std::function<std::optional<Value>(int field)> &value,
                                 const std::function<std::optional<QString>(RowId indicator)> &unitOf);

/// Reads a figure for a field of whole or decimal numbers. Words for what is not known (－, …, 未定) are an empty value, never 0.
/// A unit may stand behind the figure where it is the one of the field or of its row (`unit`, see unitOfRow()); hours may be
/// written as 1:30 or 14時間14分. What may mean something else is refused with the reason: another unit, commas that do not part
/// thousands, 約 and 以上, which have a field of their own. The size of a figure never changes without a word.
Result<Value> readNumber(const Field &field, const QString &typed, const std::optional<QString> &unit = {});

} // namespace shisaku
