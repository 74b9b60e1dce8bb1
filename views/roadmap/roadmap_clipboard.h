// SPDX-License-Identifier: GPL-3.0-or-later
// Bars, milestones and 取組 on the clipboard: for this program in a form of its own, for others as a table of text.
#pragma once

#include "models/item/schedule_clip.h"

namespace shisaku {

/// Does nothing for an empty clip.
void copySchedule(const ScheduleClip &clip);
/// What this program put there, in this window or another; nothing for anything else.
std::optional<ScheduleClip> copiedSchedule();

} // namespace shisaku
