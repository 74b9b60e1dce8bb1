// SPDX-License-Identifier: GPL-3.0-or-later
// What the statuses of a progress survey mean: every city has its own scale, and its place in the list says nothing.
#pragma once

#include "models/plan/plan.h"

#include <QSet>

namespace shisaku {

enum class StatusMeaning : quint8 {
    Open,    ///< Its words say neither: 取組中, 一部達成, 評価困難.
    Good,    ///< 順調, 達成, 計画どおり
    Late,    ///< 遅延はしているが順調, やや遅れ
    Trouble, ///< 課題があり、進捗していない; 目標を未達成
};

/// By the words of its label, or of its definition where the label (「A」) has none.
StatusMeaning meaningOf(const Choice &status);

/// The statuses of a plan that mean trouble (課題がある); where none does, those that are late.
QSet<QString> troubledStatuses(const Plan &plan);

} // namespace shisaku
