// SPDX-License-Identifier: GPL-3.0-or-later
// Where the file of a plan comes from and how far its journal goes: what tells copies of one plan from each other.
#pragma once

#include <QString>

#include <optional>

namespace shisaku {

class Database;

struct Origin {
    QString plan;       ///< Id of the plan.
    QString firstEntry; ///< Id of the first journal entry: files with the same one were once the same file.
    QString lastEntry;
    qint64 seq = 0; ///< Of the last entry: the journal position.
};

/// Throws FileFailure.
Origin originOf(Database &database);
/// The same, read from a file that is only looked at; nothing where it cannot be read. Of the rows nothing is known then.
std::optional<Origin> originOf(const QString &path);

} // namespace shisaku
