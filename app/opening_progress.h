// SPDX-License-Identifier: GPL-3.0-or-later
// Waiting for a plan to be opened: nothing to see where it is quick, otherwise how far it is and a way out.
#pragma once

#include "models/edit/plan_opening.h"

QT_BEGIN_NAMESPACE
class QWidget;
QT_END_NAMESPACE

namespace shisaku {

/// The plan, or why there is none; ErrorKind::Cancelled when the officer would not wait. `window` is where it will be shown.
Result<std::unique_ptr<PlanDocument>> waitForPlan(PlanOpening &opening, QWidget *window);

} // namespace shisaku
