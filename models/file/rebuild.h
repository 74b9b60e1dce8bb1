// SPDX-License-Identifier: GPL-3.0-or-later
// Writing a plan that was proved anew into a new file, together with the journal that led to it.
#pragma once

#include "models/plan/plan.h"
#include "models/plan/result.h"

namespace shisaku {

/// A stretch of a journal in the file that holds it; also stands for the editions up to its end, where they can be read.
struct JournalPart {
    QString path;
    qint64 after = 0; ///< The position before its first entry; equal to `upTo` where only editions are meant.
    qint64 upTo = 0;
};

/// Writes `content` and the journal that ends with it into a new file at `target`, for those who may use the first of the
/// files it comes from. Later parts name editions for good. Undo goes as far back as before, but never behind what the file
/// can tell. The file takes its name only when its content is what its last entry says.
Result<void> rebuildPlan(const Plan &content, const QList<JournalPart> &journal, const QString &target);

} // namespace shisaku
