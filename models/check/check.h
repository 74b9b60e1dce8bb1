// SPDX-License-Identifier: GPL-3.0-or-later
// Runs all rules of the check (点検) over a plan.
#pragma once

#include "models/check/finding.h"

namespace shisaku {

/// All rules, in the order in which their findings are listed.
std::span<const CheckRule> checkRules();
/// Index of a rule in checkRules(); -1 if there is none of that name.
int checkRuleIndex(QStringView name);
QString checkRuleTitle(const CheckRule &rule);
QString checkKindTitle(CheckKind kind);

/// All findings, in the order of rules and of the plan; accepted ones carry their reason.
QList<Finding> findingsOf(const Plan &plan);

/// The note that accepts a finding, still without id and position. It holds for exactly these figures: when the printed or the
/// computed one changes, the finding is open again.
Annotation acceptanceOf(const Finding &finding, const QString &reason);

} // namespace shisaku
