// SPDX-License-Identifier: GPL-3.0-or-later
// The glossary (用語説明) in the order of its numbers, or in A–Z and 五十音 order under index letters.
#pragma once

#include "models/plan/plan.h"

namespace shisaku {

enum class GlossaryOrder : quint8 { Number, Reading };

struct GlossarySection {
    QString letter; ///< 「A」「あ」; empty in the order of numbers. 「その他」 holds words whose reading the plan does not state.
    QList<const GlossaryTerm *> terms;
};

/// Numbers if the plan states any, else readings.
GlossaryOrder usualOrder(const Plan &plan);
QList<GlossarySection> glossarySections(const Plan &plan, GlossaryOrder order);

} // namespace shisaku
