// SPDX-License-Identifier: GPL-3.0-or-later
// Reads the content of a whole file into a plan, on two processors where it is large.
#pragma once

#include "models/file/progress.h"
#include "models/file/soundness.h"

namespace shisaku {

class Database;

/// Reads every table into `plan` and proves the structure of the file meanwhile. `database` is in a transaction, so that
/// nobody changes the file. Throws FileFailure; `progress` may be null.
Soundness loadTables(Database &database, Plan &plan, Progress *progress);

} // namespace shisaku
