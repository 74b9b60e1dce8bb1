// SPDX-License-Identifier: GPL-3.0-or-later
// 機構改革: offices renamed, split or merged on a date, and their measures handed over. What was before stays in the plan with
// its end, so that papers about earlier times keep the old names.
#pragma once

#include "models/change/change_set.h"

#include <QHash>

namespace shisaku {

/// One office becoming another. Several of one office split it, several into one name merge them.
struct OfficeMove {
    Id<Department> from;
    QString to;   ///< Name; an office of that name in force is taken, else a new one is made beside the old.
    QString yomi; ///< Reading of a new office in hiragana; may be empty.
};

struct Reorganisation {
    PlanTime date; ///< First day of the new order.
    QList<OfficeMove> moves;
    /// Where a measure of a split office goes: the index of a move. Measures not named go with the office's first move.
    QHash<Id<Measure>, qsizetype> measures;
};

/// Ends the old offices on the date unless one keeps its name, makes the new ones, notes who became whom, and hands over every
/// responsibility that is in force.
ChangeSet reorganise(const Plan &plan, const Reorganisation &wanted, const IdSource &ids);

} // namespace shisaku
