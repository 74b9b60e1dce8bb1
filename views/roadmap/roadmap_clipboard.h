// SPDX-License-Identifier: GPL-3.0-or-later
// Bars, milestones and 取組 on the clipboard: for this program in a form of its own, for others as a table of text.
#pragma once

#include "models/clip/schedule_table.h"

namespace shisaku {

/// Does nothing for an empty clip.
void copySchedule(const ScheduleClip &clip);
/// Whether there is something copiedSchedule() may read.
bool hasCopiedSchedule();
/// What this program put there, in this window or another, or a table of bars from a spreadsheet; empty for anything else. The
/// error says what in such a table cannot be read.
Result<ScheduleClip> copiedSchedule();

} // namespace shisaku
