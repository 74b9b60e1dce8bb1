// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/scene/plan_filter.h"

#include "models/order/measure_counts.h"

namespace shisaku {

void PlanFilter::setPlan(const Plan &plan)
{
    m_plan = &plan;
    m_search.forget();
    if (find())
        emit matchesChanged();
}

void PlanFilter::follow(const ChangeSet &change)
{
    if (!m_plan)
        return;
    m_search.follow(*m_plan, change);
    if (find())
        emit matchesChanged();
}

void PlanFilter::setConditions(const FilterSet &conditions)
{
    if (conditions == m_conditions)
        return;
    m_conditions = conditions;
    const bool others = find();
    emit conditionsChanged();
    if (others)
        emit matchesChanged();
}

void PlanFilter::setText(const QString &text)
{
    FilterSet wanted = m_conditions;
    wanted.text = text;
    setConditions(wanted);
}

void PlanFilter::setKey(FilterField field, const QString &key, bool wanted)
{
    FilterSet conditions = m_conditions;
    conditions.setKey(field, key, wanted);
    setConditions(conditions);
}

void PlanFilter::clearField(FilterField field)
{
    FilterSet conditions = m_conditions;
    conditions.keys.remove(field);
    setConditions(conditions);
}

bool PlanFilter::find()
{
    const bool filtered = bool(m_filter);
    const MeasureFilter matching = m_plan ? measureFilter(*m_plan, m_conditions, m_search) : MeasureFilter();
    QSet<Id<Measure>> matches;
    if (matching) {
        for (const Measure &measure : m_plan->rows<Measure>()) {
            if (matching(measure))
                matches.insert(measure.id);
        }
    }
    if (filtered == bool(matching) && matches == m_matches)
        return false;
    m_matches = matches;
    m_filter = matching ? [matches](const Measure &measure) { return matches.contains(measure.id); } : MeasureFilter();
    return true;
}

QString PlanFilter::countInWords() const
{
    if (!m_plan)
        return MeasureCount().inWords(tr("施策"));
    QList<const Measure *> measures; // to be counted: in no order
    for (const Measure &measure : m_plan->rows<Measure>())
        measures << &measure;
    const QString all = countMeasures(measures).inWords(tr("施策"));
    if (!m_filter)
        return all;
    measures.removeIf([this](const Measure *measure) { return !m_matches.contains(measure->id); });
    return tr("%1のうち%2").arg(all, countMeasures(measures).inWords(tr("施策")));
}

} // namespace shisaku
