// SPDX-License-Identifier: GPL-3.0-or-later
// Looks at a file before it is opened as a plan: SQLite opens text files, damaged and empty ones without a word.
#pragma once

#include "models/file/database.h"

namespace shisaku {

/// What to do about a file that cannot be read: the repair looks for its dated copies.
QString remedyForDamage();

/// Whether a file that begins like that is a plan, of whatever version.
bool beginsLikePlan(const QByteArray &head);

/// Throws FileFailure unless the file exists and begins like a plan of a version this program reads. Returns the version.
int checkHeader(const QString &path);

/// Throws FileFailure unless the schema is that of a plan of this version.
void checkSchema(Database &database);

/// Reads every page and throws FileFailure where the structure is damaged.
void checkStructure(Database &database);

} // namespace shisaku
