// SPDX-License-Identifier: GPL-3.0-or-later
// The items of a round of the progress survey (進捗調査) as a grid that is filled in: number, 取組, 所管課, 前回, 今回, reason,
// countermeasure, comment.
#pragma once

#include "models/grid/grid_shape.h"

namespace shisaku {

struct SurveyColumn {
    enum : int { Number, Item, Office, Previous, Status, Reason, Countermeasure, Comment };
};

/// Without 前回 where no round was before; that, and the widths, are as `plan` has them now. What is typed into an answer is kept
/// under its column's number (`part`), wherever it was typed.
GridShape surveyShape(const Plan &plan, Id<Survey> survey);
/// Where a SurveyColumn stands; -1 if it is left out.
int surveyColumn(const GridShape &shape, int column);

} // namespace shisaku
