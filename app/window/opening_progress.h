// SPDX-License-Identifier: GPL-3.0-or-later
// Waiting for a plan to be opened: nothing to see where it is quick, otherwise how far it is and a way out.
#pragma once

#include "models/edit/plan_opening.h"

#include <QCoreApplication>

#include <chrono>

QT_BEGIN_NAMESPACE
class QProgressDialog;
class QWidget;
QT_END_NAMESPACE

namespace shisaku {

/// What is told while a plan is read and its window put together; it goes with this object.
class OpeningProgress {
    Q_DECLARE_TR_FUNCTIONS(OpeningProgress)

public:
    /// A dialog that comes and goes within a moment is more bother than the wait, and takes time itself.
    static constexpr std::chrono::milliseconds usualPatience{800};

    /// `window` is where the plan will be shown; nothing is told before `patience` is over.
    explicit OpeningProgress(QWidget *window, std::chrono::milliseconds patience = usualPatience);
    ~OpeningProgress();

    /// The plan, or why there is none; ErrorKind::Cancelled when the officer would not wait. Afterwards there is nothing to
    /// cancel any more, and the dialog, where it came up, says that the window is being put together.
    Result<std::unique_ptr<PlanDocument>> waitFor(PlanOpening &opening);

private:
    void show();

    QWidget *m_window;
    std::chrono::milliseconds m_patience;
    std::unique_ptr<QProgressDialog> m_dialog; // null while the wait is short
};

} // namespace shisaku
