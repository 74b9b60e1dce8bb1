// SPDX-License-Identifier: GPL-3.0-or-later
// A new plan in the shape of another: how measures are ordered, named and written down, without any of them.
#pragma once

#include "models/change/change_set.h"

namespace shisaku {

struct WantedShape {
    QString title;
    QString municipality;
    int firstYear = 0; ///< Fiscal years of the new plan.
    int lastYear = 0;
    bool categories = true;   ///< The items of the classifications, not only their levels.
    bool departments = false; ///< The offices in force.
};

/// The content of the new plan, as one change on an empty one. Taken over: classifications with their levels and numbering,
/// every list of choices, the sheet template, how measures are numbered, which years stand in columns of their own. Years of
/// 期間区分 move along with the beginning of the plan.
ChangeSet planInShapeOf(const Plan &model, const WantedShape &wanted, const IdSource &ids);

/// 「分類は基本方針→主な取組、区分は新規・継続、票の欄は9」: what a plan has to give.
QString shapeInWords(const Plan &model);

} // namespace shisaku
