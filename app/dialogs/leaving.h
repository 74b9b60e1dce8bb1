// SPDX-License-Identifier: GPL-3.0-or-later
// What goes out of the window, as paper, picture, copy or slide, waits until the content of the plan is proved.
#pragma once

#include "models/edit/plan_document.h"

QT_BEGIN_NAMESPACE
class QWidget;
QT_END_NAMESPACE

namespace shisaku {

/// Half a second is no wait; a longer one is shown.
inline constexpr std::chrono::milliseconds leavingPatience{500};

/// PlanDocument::provedPlan(), with a dialog over `window` when it takes longer than `patience`. ErrorKind::Unreadable where the
/// plan is damaged, ErrorKind::Cancelled where the officer would not wait.
Result<const Plan *> planToLeave(PlanDocument &document, QWidget *window, std::chrono::milliseconds patience = leavingPatience);

} // namespace shisaku
