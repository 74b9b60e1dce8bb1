// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/order/measure_counts.h"

#include "models/plan/series.h"

#include <QCoreApplication>
#include <QSet>

namespace shisaku {

using namespace Qt::StringLiterals;

namespace {
struct Texts {
    Q_DECLARE_TR_FUNCTIONS(MeasureCounts)
};

void collect(const Plan &plan, const GroupNode &node, QSet<const Measure *> &measures)
{
    if (const Measure *measure = plan.find(node.measure))
        measures.insert(measure);
    for (const GroupNode &child : node.children)
        collect(plan, child, measures);
}
} // namespace

QString MeasureCount::inWords(const QString &word) const
{
    if (original == 0 && added > 0)
        return Texts::tr("追加%1%2").arg(added).arg(word);
    const QString all = QString::number(original) + word;
    return added > 0 ? Texts::tr("%1（ほかに追加%2）").arg(all).arg(added) : all;
}

QString MeasureCount::inShort() const
{
    if (original == 0 && added > 0)
        return Texts::tr("追加%1").arg(added);
    return added > 0 ? Texts::tr("%1（追加%2）").arg(original).arg(added) : QString::number(original);
}

MeasureCount countMeasures(const QList<const Measure *> &measures)
{
    MeasureCount count;
    for (const Measure *measure : measures)
        ++(isAdded(*measure) ? count.added : count.original);
    return count;
}

MeasureCount countMeasures(const Plan &plan, const GroupNode &node)
{
    QSet<const Measure *> measures;
    collect(plan, node, measures);
    return countMeasures(measures.values());
}

} // namespace shisaku
