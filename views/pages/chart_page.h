// SPDX-License-Identifier: GPL-3.0-or-later
// One chart on a page of its own, as vectors with selectable text.
#pragma once

#include "models/results/chart_data.h"
#include "views/pages/print_job.h"

#include <QSet>

namespace shisaku {

/// A4 landscape. The series `hidden` (by index) are left out, as their legend says.
PrintJob chartJob(const ChartData &data, const QSet<int> &hidden = {});

} // namespace shisaku
