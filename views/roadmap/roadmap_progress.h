// SPDX-License-Identifier: GPL-3.0-or-later
// The signs of progress (●◐○, 混 for combined 取組 that do not agree) that the newest round of the survey gives to 取組 and
// measures.
#pragma once

#include "models/plan/plan.h"
#include "views/roadmap/roadmap_legend.h"

#include <QHash>

#include <algorithm>

namespace shisaku {

/// Copies what it needs from the plan.
class RoadmapProgress {
public:
    RoadmapProgress() = default;
    explicit RoadmapProgress(const Plan &plan);

    using Places = QList<int>; ///< In the list of statuses, ascending; what does not agree stands behind them all.

    bool isEmpty() const { return m_used.isEmpty(); }
    /// Empty where the round says nothing. The first row of a measure also bears what was answered for it as a whole (`whole`).
    Places placesOf(Id<Initiative> initiative, Id<Measure> whole = {}) const;
    /// Each place once.
    Places placesOf(Id<Measure> measure) const { return m_ofMeasure.value(measure); }
    const QString &mark(int place) const { return m_statuses[place].mark; }
    QString marksOf(Id<Measure> measure) const;
    /// How many signs stand beside one measure at most.
    int mostMarks() const;
    /// Of the column of signs; nothing where there are none. `em` is the size of the text.
    qreal columnWidth(qreal em, qreal padding) const { return isEmpty() ? 0 : em * std::max(2, mostMarks()) + padding; }
    /// The signs in use, for the legend; and the day they tell of: 「令和6年3月31日現在」.
    QList<ProgressSign> signs() const;
    const QString &asOf() const { return m_asOf; }

private:
    QList<ProgressSign> m_statuses;
    Places m_used;
    QHash<Id<Initiative>, Places> m_ofInitiative;
    QHash<Id<Measure>, Places> m_ofMeasure;
    QHash<Id<Measure>, Places> m_ofWhole; ///< Answers to a 施策 itself.
    QString m_asOf;
};

} // namespace shisaku
