// SPDX-License-Identifier: GPL-3.0-or-later
// Whether a measure has ended (完了, 統合, 廃止), and how that is said beside its name. Its number stays its own for ever.
#pragma once

#include "models/plan/measure.h"

namespace shisaku {

bool hasEnded(const Measure &measure);

/// 「令和7年3月廃止」, 「完了」 without a date; empty for a measure that goes on.
QString endingInWords(const Measure &measure);

/// 「（完了）」; empty for a measure that goes on.
QString endingMark(const Measure &measure);

/// The title as the roadmap shows it: 「電子申請（完了）」.
QString titleWithEnding(const Measure &measure);

/// The whole title as papers print it: 「電子申請の推進（令和7年3月完了）」.
QString printedTitle(const Measure &measure);

} // namespace shisaku
