// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/roadmap/roadmap_one_page_rows.h"

#include "models/plan/ending.h"
#include "models/plan/series.h"

#include <QCoreApplication>

#include <algorithm>

namespace shisaku {

namespace {
struct Texts {
    Q_DECLARE_TR_FUNCTIONS(RoadmapOnePage)
};

/// Bars whose edges differ by less are drawn as one.
constexpr qreal alikeShare = 0.5;
} // namespace

OnePageMaterial onePageMaterial(const OnePageTask &task)
{
    OnePageMaterial material{task, roadmapLines(*task.tree, RoadmapDetail::Measures, {}), {}, {}, 0};
    const TimeAxis axis = TimeAxis::of(*task.plan, 0.75, 1, 0.75);
    RoadmapMetrics metrics;
    metrics.unit = 0.01;
    for (int i = 0; i < material.lines.size(); ++i) {
        const RoadmapLine &line = material.lines[i];
        if (line.measure < 0)
            continue;
        const Measure &measure = *task.plan->find(Id<Measure>(task.tree->at(line.measure).row));
        OnePageSource row;
        row.line = i;
        row.number = shownNumber(measure, task.tree->at(line.measure).repeat);
        row.title = titleWithEnding(measure);
        row.repeat = task.tree->at(line.measure).repeat;
        row.digest = digestOf(*task.plan, *task.tree, line, axis, metrics, alikeShare / 10);
        if (row.repeat)
            row.aside = Texts::tr("（再掲）施策%1の行に同じ").arg(measure.number);
        material.rows << row;
        material.paths << groupsAbove(*task.plan, *task.tree, line.measure);
        for (const OnePageGroup &group : std::as_const(material.paths.back()))
            material.levels = std::max(material.levels, group.level + 1);
    }
    return material;
}

UsedSigns signsOf(const QList<OnePageRow> &rows, const OnePageMaterial &material)
{
    UsedSigns used;
    const auto kinds = material.task.plan->choices(u"kind");
    for (const OnePageRow &row : rows) {
        const RoadmapNode &node = material.task.tree->at(material.lines[row.line].measure);
        used.repeats |= node.repeat;
        const QString &kind = material.task.plan->find(Id<Measure>(node.row))->kind;
        for (int i = 0; i < kinds.size(); ++i) {
            if (kinds[i]->key == kind)
                used.kinds.insert(i);
        }
        for (const PlacedItem &placed : row.packed.items)
            used.add(row.digest.items[placed.item].what, placed);
    }
    return used;
}

} // namespace shisaku
