// SPDX-License-Identifier: GPL-3.0-or-later
// 次期計画: the content of a new plan that goes on from this one. A measure that goes on keeps its id: that is the link between
// the two files, and a note at the measure says the same in words.
#pragma once

#include "models/change/change_set.h"
#include "models/plan/result.h"

#include <QSet>

namespace shisaku {

struct NextPlan {
    QString title;
    int firstYear = 0; ///< Fiscal years of the new plan.
    int lastYear = 0;
    QSet<Id<Measure>> measures;    ///< What goes on; everything else stays behind.
    QHash<QString, QString> kinds; ///< Old kind → kind in the new plan (新規 → 継続); others stay.
    /// Aims that go up in another one of their classification, with their measures and what is below them; with null they are
    /// given up.
    QHash<Id<Category>, Id<Category>> aims;
};

/// 新規 becomes 継続 where the plan has both.
QHash<QString, QString> usualKinds(const Plan &plan);
/// The measures that have not ended.
QSet<Id<Measure>> continuingMeasures(const Plan &plan);

/// The content of the new plan, as one change on an empty one. Goes on: structure, choices, sheet template, offices and
/// responsibilities in force, glossary, texts, bars and milestones that reach into the new years, indicators with their
/// newest actual value as baseline. Stays behind: surveys, results, cases, projects, budgets, scenes, notes, the periods
/// (期間区分) of measures, and aims without any measure left only if they were given up.
Result<ChangeSet> nextPlan(const Plan &plan, const NextPlan &wanted, const IdSource &ids);

/// The old plan names its successor.
ChangeSet nameSuccessor(const Plan &plan, const QString &title);

} // namespace shisaku
