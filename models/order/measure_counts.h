// SPDX-License-Identifier: GPL-3.0-or-later
// How many measures there are, in the one way in which it is said everywhere: added ones are counted apart.
#pragma once

#include "models/order/grouping.h"

namespace shisaku {

struct MeasureCount {
    int original = 0;
    int added = 0; ///< 追加: added while the plan ran, with numbers of their own.

    /// 「25施策（ほかに追加2）」, with the word of the plan for them.
    QString inWords(const QString &word) const;
    /// 「25（追加2）」, where a column has no room for words.
    QString inShort() const;
};

MeasureCount countMeasures(const QList<const Measure *> &measures);
/// Each measure below a node once.
MeasureCount countMeasures(const Plan &plan, const GroupNode &node);

} // namespace shisaku
