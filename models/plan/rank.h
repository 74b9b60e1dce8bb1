// SPDX-License-Identifier: GPL-3.0-or-later
// Fractional ranks: texts that sort rows by hand-made order, so that moving one row changes only that row.
#pragma once

#include <QString>
#include <QStringList>

namespace shisaku {

/// A rank that sorts (by code unit) strictly between two ranks. Empty `before` is "from the start", empty `after` "to the
/// end". Needs before < after when both are given.
QString rankBetween(QStringView before, QStringView after);

/// `count` ranks in ascending order, evenly spread and short; for rows that come in bulk.
QStringList evenRanks(qsizetype count);

/// Only digits and letters, not ending in '0'; what rankBetween() can work with.
bool isRank(QStringView text);

} // namespace shisaku
