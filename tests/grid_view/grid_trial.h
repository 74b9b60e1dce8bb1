// SPDX-License-Identifier: GPL-3.0-or-later
// What every grid has to do, tried by keys and mouse in one that is on the screen.
#pragma once

#include "models/edit/plan_document.h"

namespace shisaku {

class GridView;

struct GridTrial {
    QString grid;         ///< The key of its shape.
    QStringList verdicts; ///< In the order of behaviours(): 「yes」, 「NO」, or 「-」 where the grid has nothing to try it on.
    QStringList wrong;    ///< A sentence for each 「NO」.
};

QStringList behaviours();
/// Leaves the plan as it was. The view must be visible; an empty grid gets rows first, if it can.
GridTrial tryBehaviours(GridView *view, PlanDocument &document);
/// From now on warnings count as what is wrong with the behaviour at hand.
void hearWarnings();

} // namespace shisaku
