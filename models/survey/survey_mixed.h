// SPDX-License-Identifier: GPL-3.0-or-later
// What a combined item keeps of answers that do not agree: how many 取組 had which, and no verdict about all of them.
#pragma once

#include "models/plan/plan.h"

namespace shisaku {

/// What so many 取組 were answered: the key of a status or reason, empty for none, or what joinedKey() has made before.
struct KeyOfSome {
    QString key;
    qsizetype count = 1;
};

/// The key all agree on; else 「混在（順調2・遅延1・未回答1）」, in the order of the plan's list ("status" or "reason").
QString joinedKey(const Plan &plan, const QString &list, const QList<KeyOfSome> &keys);
/// Whether it is such a 「混在（…）」, which no list of the plan holds.
bool isMixedKey(const QString &key);
/// What stands for it beside ●◐○: 「混」.
QString mixedMark();
/// 「混在」; what tables of results call all of them.
QString mixedLabel();

} // namespace shisaku
