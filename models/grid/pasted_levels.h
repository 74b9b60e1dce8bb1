// SPDX-License-Identifier: GPL-3.0-or-later
// Lines from elsewhere that say by how they are written what stands below what: a tree of categories as spreadsheets and texts have
// it.
#pragma once

#include "models/change/change_set.h"
#include "models/plan/result.h"

#include <optional>

namespace shisaku {

/// One category of such lines.
struct PastedCategory {
    qsizetype line = 0; ///< From 0.
    int level = 1;
    QString title;
    QString code; ///< Empty: none was written.
    QString text;

    friend bool operator==(const PastedCategory &, const PastedCategory &) = default;
};

/// Reads levels that are given by the codes of the classification's numbering (1, 1-1, (1)①), by a column a level (each title
/// once, or repeated on every line), or by leading spaces; the cells behind a title are code and text, behind the columns of levels
/// the text. Nothing where the lines have no levels; an error, which names the line, where there are more levels than the
/// classification has names for or something stands below nothing.
std::optional<Result<QList<PastedCategory>>> pastedLevels(const QList<QStringList> &cells, const Classification &classification);

/// Adds them behind the last category, with codes where the classification has any.
Result<ChangeSet> levelsAppended(const Plan &plan, Id<Classification> classification, const QList<PastedCategory> &categories,
                                 const IdSource &ids);

} // namespace shisaku
