// SPDX-License-Identifier: GPL-3.0-or-later
// What is said beside the name of a measure: that it has ended (完了, 統合, 廃止), or was added where numbers restart. Its number
// stays its own for ever.
#pragma once

#include "models/plan/measure.h"

namespace shisaku {

class Plan;

bool hasEnded(const Measure &measure);
/// Whether it had ended by the end of `at`. An ending or a time without a date counts as past.
bool hadEnded(const Measure &measure, const PlanTime &at);

/// The measure that took in one that ended by 統合: the one that names it as its predecessor. A measure names one predecessor: of
/// several merged into it, the others are known by the sentence their reason begins with. Null if it has not ended so.
const Measure *mergedInto(const Plan &plan, const Measure &measure);
/// What stands before the reason of a measure merged into another: 「施策2「窓口の見直し」に統合。」
QString mergedSentence(const Plan &plan, const Measure &into);

/// 「令和7年3月廃止」, 「完了」 without a date, 「令和7年3月、施策2に統合」; empty for a measure that goes on.
QString endingInWords(const Plan &plan, const Measure &measure);

/// Whether a measure that was added bears its mark beside the name, because its number is an address (1-2-④) without room for
/// it; others have it in front of the number (追加1).
bool isMarkedByName(const Measure &measure);

/// 「（完了）」, 「（追加）」; empty for a measure of the first hour that goes on.
QString nameMark(const Measure &measure);

/// The title as the roadmap shows it: 「電子申請（完了）」.
QString titleWithEnding(const Measure &measure);

/// The whole title as papers print it: 「電子申請の推進（令和7年3月完了）」.
QString printedTitle(const Plan &plan, const Measure &measure);

} // namespace shisaku
