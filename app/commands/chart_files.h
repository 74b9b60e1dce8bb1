// SPDX-License-Identifier: GPL-3.0-or-later
// A chart of a page saved as a file for letters, slides and print.
#pragma once

#include "app/services.h"

namespace shisaku {

class ChartView;

/// Asks where, and writes the chart there in the colours of paper, without the series that are hidden. `suffix` is pdf (an A4
/// page, vectors with selectable text), png or svg. Asking and being left is no error.
Result<void> saveChart(const ChartView &view, const QString &suffix, const Dialogs &dialogs, QWidget *window);

} // namespace shisaku
