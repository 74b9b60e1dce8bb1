// SPDX-License-Identifier: GPL-3.0-or-later
// Bringing plans of earlier versions to the present one: into a new file that replaces the old one when it is proved.
#pragma once

#include "models/file/database.h"

#include <QStringList>

#include <span>

namespace shisaku {

/// What one version did differently. Tables and columns that it did not have yet need no word here: they come empty.
struct Migration {
    int from = 0;           ///< The version it starts from; it ends at the next one.
    QStringList statements; ///< Run in the new file after the copy, with the old file attached as "old".
};

/// The steps this program knows, oldest first. None yet: version 1 is the first.
std::span<const Migration> migrations();

/// Whether the steps lead from a version to the present one.
bool canMigrate(int version, std::span<const Migration> steps = migrations());

/// Makes the tables and marks of an empty plan file. Throws FileFailure.
void makeSchema(Database &database);

/// Writes the content of an older plan into a new file of the present version. Throws FileFailure, and leaves a part of the
/// new file behind then. The old file is only read.
void migrate(const QString &from, const QString &made, int version, std::span<const Migration> steps = migrations());

} // namespace shisaku
