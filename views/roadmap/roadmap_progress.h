// SPDX-License-Identifier: GPL-3.0-or-later
// The signs of progress (●◐○) that the newest round of the survey gives to 取組 and measures.
#pragma once

#include "models/plan/plan.h"
#include "views/roadmap/roadmap_legend.h"

#include <QHash>

namespace shisaku {

/// Copies what it needs from the plan.
class RoadmapProgress {
public:
    RoadmapProgress() = default;
    explicit RoadmapProgress(const Plan &plan);

    bool isEmpty() const { return m_used.isEmpty(); }
    /// Empty where the round says nothing.
    QString markOf(Id<Initiative> initiative) const { return text(m_ofInitiative.value(initiative)); }
    /// Each sign once, in the order of the plan's list.
    QString marksOf(Id<Measure> measure) const { return text(m_ofMeasure.value(measure)); }
    /// How many signs stand beside one measure at most.
    int mostMarks() const;
    /// The signs in use, for the legend; and the day they tell of: 「令和6年3月31日現在」.
    QList<ProgressSign> signs() const;
    const QString &asOf() const { return m_asOf; }

private:
    using Places = QList<int>; ///< In the list of statuses, ascending.
    QString text(const Places &places) const;

    QList<ProgressSign> m_statuses;
    Places m_used;
    QHash<Id<Initiative>, Places> m_ofInitiative;
    QHash<Id<Measure>, Places> m_ofMeasure;
    QString m_asOf;
};

} // namespace shisaku
