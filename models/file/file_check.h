// SPDX-License-Identifier: GPL-3.0-or-later
// Looks at a file before it is opened as a plan: SQLite opens text files, damaged and empty ones without a word.
#pragma once

#include "models/file/database.h"

namespace shisaku {

/// Throws FileFailure unless the file exists and begins like a plan of a version this program reads. Returns the version.
int checkHeader(const QString &path);

/// Throws FileFailure unless structure and schema are those of a plan of this version.
void checkStructure(Database &database);

} // namespace shisaku
