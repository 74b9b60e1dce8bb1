// SPDX-License-Identifier: GPL-3.0-or-later
// The windows of the program: one per plan, opened here and nowhere else.
#pragma once

#include "app/services.h"

namespace shisaku {

class MainWindow;

/// The window that shows a plan, by whatever path it was opened; null if none does.
MainWindow *windowOf(const QString &path);

/// Opens a plan in a window of its own, or raises the window that shows it already. An empty path gives an empty window. On
/// failure there is no new window.
Result<MainWindow *> openWindow(const Services &services, const QString &path);

/// Opens the plan that a window only reads in a new one, for editing, whoever holds it; closes the old window then.
/// Cancelled where input of the old window would be lost and the officer wants to keep it.
Result<MainWindow *> reopenForEditing(const Services &services, MainWindow &reader);

} // namespace shisaku
