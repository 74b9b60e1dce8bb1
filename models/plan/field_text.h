// SPDX-License-Identifier: GPL-3.0-or-later
// Fields as the officer reads and types them: times in Japanese, choices by label, numbers with full-width digits.
#pragma once

#include "models/plan/plan.h"
#include "models/plan/result.h"

namespace shisaku {

/// A value that can be picked, and what is shown for it.
struct Option {
    QString key;
    QString label;
};

/// Whether a field is picked from a list: a choice, a keyword, or a row of another table.
bool hasOptions(const Field &field);
/// The values to pick from, in the plan's order; without the empty one.
QList<Option> fieldOptions(const Plan &plan, const Field &field);

/// What is shown for a value: 「R5.4」, 「短期」, the name of the row referred to.
QString fieldText(const Plan &plan, const Field &field, const Value &value);
/// What an editor begins with; readField() reads it back. A picked field gives its key.
QString fieldInput(const Field &field, const Value &value);
/// Reads what was typed, pasted or picked, in the form of usableText(); the error is a sentence that names an accepted form.
/// `unit` is what the row says its figures count, see unitOfRow().
Result<Value> readField(const Plan &plan, const Field &field, const QString &entered, const std::optional<QString> &unit = {});
/// The same for a field of a row that is there.
Result<Value> readField(const Plan &plan, const Owner &row, int field, const QString &entered);

/// What is noted as 要原典確認 about a field of a row (about the row as a whole for -1), with its source; plain text, empty
/// if nothing is.
QString doubtText(const Plan &plan, TableId table, RowId row, int field = -1);

} // namespace shisaku
