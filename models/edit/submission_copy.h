// SPDX-License-Identifier: GPL-3.0-or-later
// 提出用コピー: a plan for outside the house, without journal, persons, hosts, comments or deleted pages.
#pragma once

#include "models/edit/plan_document.h"

namespace shisaku {

/// Writes a new file that holds the content of a proved plan alone (PlanDocument::provedPlan()): of the tables those that carried()
/// lets out, of the pictures the picture (see withoutMetadata()). Fails where a picture cannot be freed of what was written beside it.
Result<void> writeSubmissionCopy(const Plan &plan, const QString &path, const Environment &environment);

} // namespace shisaku
