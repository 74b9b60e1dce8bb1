// SPDX-License-Identifier: GPL-3.0-or-later
// The grids of 計画の設定: classifications and their categories, lists of choices, departments; and the bodies.
#pragma once

#include "models/grid/grid_shape.h"

namespace shisaku {

/// The classifications. There are as many names of levels as its categories need; the sheet goes on naming a renamed level.
GridShape classificationShape();
/// The tree of a classification. Lines with levels, see pastedLevels(), become a tree of their own behind the last category.
GridShape categoryShape(Id<Classification> classification);
/// One of the plan's own lists ("kind"): no label stands in it twice.
GridShape choiceShape(const QString &list);
/// The departments in 建制順.
GridShape departmentShape();
/// The bodies of the 推進体制, as a tree.
GridShape bodyShape();

/// The departments without a reading for which there is a proposal.
QList<Id<Department>> officesToRead(const Plan &plan);
/// Gives them the proposed readings.
ChangeSet readingsProposed(const Plan &plan);

} // namespace shisaku
