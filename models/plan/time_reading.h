// SPDX-License-Identifier: GPL-3.0-or-later
// The one reader of times as offices write them and spreadsheets save them; what it does not take it refuses with the reason.
#pragma once

#include "models/plan/plan_time.h"
#include "models/plan/result.h"

#include <utility>

namespace shisaku {

/// Reads one time, full-width or half: R5.4, 令和5年4月, 令6.4.1, 令和6(2024)年度, H31, 2023/4, 令和6年4月1日(月)現在, R4上半期,
/// 令和6年度末, 未定, －, PlanTime::toText()'s form, and what spreadsheets make of dates: 2020/10/1 0:00, Oct-20, 1-Oct-20,
/// 10/20/2020. 「～」 alone is open. A bare era year (R5) is a fiscal year; nothing and － are unknown.
///
/// Never more or less is read than was said. Refused, each with its own sentence: a day without a year, a span, a quarter (a time
/// has no such precision), an era that contradicts the western year, a weekday that contradicts the day, a day whose month and day
/// could be either way round, and the number by which a spreadsheet counts days.
Result<PlanTime> readTime(QStringView typed);

/// Reads from when to when: R6～R8, 令和6～8年度, R6.4→R7.3, 令和6年度以降, R8まで; a side that is not bounded is open. One time
/// alone, as readTime() takes it, is both ends.
Result<std::pair<PlanTime, PlanTime>> readTimeSpan(QStringView typed);

} // namespace shisaku
