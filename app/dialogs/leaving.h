// SPDX-License-Identifier: GPL-3.0-or-later
// What goes out of the window, as paper, picture, copy or slide, waits until the content of the plan is proved.
#pragma once

#include "models/edit/printable_plan.h"

QT_BEGIN_NAMESPACE
class QWidget;
QT_END_NAMESPACE

namespace shisaku {

/// What goes out.
enum class Leaving : quint8 {
    Content,  ///< Copies, tables, other plans; papers too, which look at what they are made of themselves (makePaper()).
    Pictures, ///< Slides, charts, pictures of the roadmap: only of a plan that can be drawn.
};

/// Half a second is no wait; a longer one is shown.
inline constexpr std::chrono::milliseconds leavingPatience{500};

/// PlanDocument::provedPlan(), or printablePlan() for pictures, with a dialog over `window` when it takes longer than
/// `patience`. ErrorKind::Unreadable where the plan is damaged, ErrorKind::Cancelled where the officer would not wait.
Result<const Plan *> planToLeave(PlanDocument &document, QWidget *window, Leaving what,
                                 std::chrono::milliseconds patience = leavingPatience);

} // namespace shisaku
