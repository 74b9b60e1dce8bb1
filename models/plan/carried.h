// SPDX-License-Identifier: GPL-3.0-or-later
// Which tables leave the house in which form: stated once for each, read by whatever hands a plan on.
#pragma once

#include "models/plan/table_id.h"

namespace shisaku {

struct Carried {
    bool submission; ///< The 提出用コピー holds its rows.
    bool csv;        ///< The tables written as CSV hold it.
};

/// What is handed on of a table.
Carried carried(TableId table);

} // namespace shisaku
