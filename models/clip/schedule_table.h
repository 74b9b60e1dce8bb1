// SPDX-License-Identifier: GPL-3.0-or-later
// Copied schedules as a table of text, for spreadsheets, and bars typed in a spreadsheet as a copied schedule.
#pragma once

#include "models/clip/schedule_clip.h"
#include "models/plan/result.h"

namespace shisaku {

/// A table with a line of headings, its cells parted by tabs: 施策, 取組, 表示文字, 開始, 終了, 時期の確かさ.
QString toTable(const ScheduleClip &clip);

/// Reads toTable()'s form, its columns in any order, or lines without headings that end in 表示文字, 開始, 終了 or in 表示文字,
/// 時期; a text that begins with ▲ or △ is a milestone. Empty for anything that is no table. The error names the line and the time
/// that cannot be read.
Result<ScheduleClip> clipFromTable(const QString &text);

} // namespace shisaku
