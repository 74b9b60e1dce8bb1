// SPDX-License-Identifier: GPL-3.0-or-later
// The check (点検): what in a plan an officer should look at. Structure here; numbers come with the results of the plan.
#pragma once

#include "models/plan/plan.h"

namespace shisaku {

/// One thing to look at.
struct Finding {
    QString rule; ///< Stable name: "measure-without-lead".
    TableId table = TableId::PlanInfo;
    RowId row;
    QString place;    ///< As the officer calls it: 「施策13」.
    QString printed;  ///< What the document says, where numbers or texts are compared.
    QString computed; ///< What follows from the data.
    QString message;  ///< A Japanese sentence.
};

/// All findings, in the order of rules and of the plan.
QList<Finding> findingsOf(const Plan &plan);

} // namespace shisaku
