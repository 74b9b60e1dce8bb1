// SPDX-License-Identifier: GPL-3.0-or-later
// The first windows of a start: the plans named, or the last one; after a crash, or an end in haste, they say what may be missing.
#pragma once

#include "app/services.h"

namespace shisaku {

class MainWindow;

/// Opens a window for each of `paths`, for the plan of last time if there are none; an empty window tells why one cannot be
/// opened. `reports` is the folder of crash reports. Returns the windows that show a plan.
QList<MainWindow *> openAtStart(const Services &services, QStringList paths, const QString &reports);

} // namespace shisaku
