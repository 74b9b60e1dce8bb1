// SPDX-License-Identifier: GPL-3.0-or-later
// The written form of row changes in the journal: a JSON object of field names and values.
#pragma once

#include "models/change/change_set.h"

namespace shisaku {

/// {"title":"…","home":1}; numbers as JSON numbers, everything else as in CSV, an unstated number as null.
QString fieldsToJson(TableId table, const QList<FieldChange> &fields);

/// Reads fieldsToJson()'s form; nothing if it is malformed or names a field the table does not have.
std::optional<QList<FieldChange>> fieldsFromJson(TableId table, const QString &json);

} // namespace shisaku
