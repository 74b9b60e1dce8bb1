// SPDX-License-Identifier: GPL-3.0-or-later
// The filter of a window: what is asked for, and the measures of the open plan that match at the moment.
#pragma once

#include "models/scene/filter_set.h"

#include <QObject>

namespace shisaku {

/// Search field, filter bar, outline and roadmap share one.
class PlanFilter : public QObject {
    Q_OBJECT

public:
    using QObject::QObject;

    /// Filters a plan, which must outlive this or the next call.
    void setPlan(const Plan &plan);
    const Plan *plan() const { return m_plan; }
    /// Looks anew after a change of the plan; matchesChanged() follows if other measures match now.
    void follow(const shisaku::ChangeSet &change);

    const FilterSet &conditions() const { return m_conditions; }
    void setConditions(const FilterSet &conditions);
    void setText(const QString &text);
    void setKey(FilterField field, const QString &key, bool wanted);
    void clearField(FilterField field);
    void clear() { setConditions({}); }

    /// Empty without conditions.
    const MeasureFilter &filter() const { return m_filter; }
    int matchCount() const { return m_filter ? static_cast<int>(m_matches.size()) : measureCount(); }
    int measureCount() const { return m_plan ? static_cast<int>(m_plan->rows<Measure>().size()) : 0; }
    /// 「61施策のうち12施策」, or 「61施策」 without conditions.
    QString countInWords() const;

signals:
    /// conditions() are others.
    void conditionsChanged();
    /// filter() is another one.
    void matchesChanged();

private:
    /// Whether other measures match than before.
    bool find();

    const Plan *m_plan = nullptr;
    FilterSet m_conditions;
    MeasureSearch m_search;
    QSet<Id<Measure>> m_matches;
    MeasureFilter m_filter;
};

} // namespace shisaku
