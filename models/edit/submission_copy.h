// SPDX-License-Identifier: GPL-3.0-or-later
// 提出用コピー: a plan for outside the house, without journal, persons, hosts, comments or deleted pages.
#pragma once

#include "models/edit/plan_document.h"

namespace shisaku {

/// Writes a new file that holds the content alone. Notes about sources and accepted findings stay out as well: they are
/// the house's own.
Result<void> writeSubmissionCopy(const Plan &plan, const QString &path, const Environment &environment);

} // namespace shisaku
