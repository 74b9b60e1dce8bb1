// SPDX-License-Identifier: GPL-3.0-or-later
// The roadmap (工程表) as plain values: its tree of groups, measures, 取組, bars and milestones, and the lines it shows.
#pragma once

#include "models/order/grouping.h"

#include <QHash>
#include <QSet>

namespace shisaku {

/// One node. Children of a node stand next to each other in RoadmapTree::nodes.
struct RoadmapNode {
    enum class Kind : quint8 { Group, Measure, Initiative, Phase, Milestone };

    Kind kind = Kind::Group;
    bool repeat = false; ///< A measure outside its home place, printed as (13).
    quint8 level = 0;    ///< Depth below the root's children.
    TableId table = TableId::Category;
    int heading = -1; ///< Of a group: its place in RoadmapTree::headings.
    RowId row;        ///< Row of the plan; null for groups that are no row.
    quint64 key = 0;  ///< The same place keeps its key when the tree is built again.
    int parent = -1;
    int firstChild = 0;
    int childCount = 0;
    int measureCount = 0; ///< Of a group: distinct measures below.
};

struct RoadmapTree {
    std::vector<RoadmapNode> nodes; ///< nodes[0] is the nameless root; empty for no plan.
    QStringList headings;           ///< What stands over groups, with their codes.

    const RoadmapNode &at(int node) const { return nodes[static_cast<size_t>(node)]; }
    /// The node itself or the nearest one above it of that kind; -1 if there is none.
    int above(int node, RoadmapNode::Kind kind) const;
};

/// The 取組 of measures with their bars and milestones, in order; remembered, because they are the same in every grouping.
class ScheduleRows {
public:
    struct Row {
        TableId table;
        int count; ///< Of a 取組: how many of the rows behind it stand on its line.
        RowId row;
    };

    /// Found in the plan if it is not known yet. Holds until others are asked for.
    const std::vector<Row> &of(const Plan &plan, RowId measure);
    /// These measures have other rows now; an empty set stands for all.
    void forget(const QSet<RowId> &measures);

private:
    std::vector<Row> find(const Plan &plan, Id<Measure> measure);

    QHash<RowId, std::vector<Row>> m_rows;
    std::vector<Row> m_found; // what find() works in
};

/// Groups without measures are left out: there is nothing to show in time. `rows`, if given, is asked before the plan.
RoadmapTree buildRoadmap(const Plan &plan, const GroupNode &root, ScheduleRows *rows = nullptr);

enum class RoadmapDetail : quint8 {
    Measures,       ///< One line a measure, its 取組 sharing it.
    Initiatives,    ///< One line a 取組.
    InitiativeBars, ///< One line a 取組 with one bar for all that is planned, without words.
    MeasureBars,    ///< One line a measure with one bar for all of its 取組, without words.
};

/// One line of the picture: a heading, a 取組, or a whole measure (folded, or without 取組).
struct RoadmapLine {
    int node = 0;      ///< Group, Initiative or Measure.
    int measure = -1;  ///< Node of the measure; -1 for a heading.
    int ofMeasure = 0; ///< Which of the measure's lines this is.
    int linesOfMeasure = 1;
    bool folded = false; ///< Something is hidden that unfolding shows.
    bool foldable = false;
    bool summary = false; ///< One bar stands for everything; the title has one line.
};

/// The lines shown. `toggled` holds the keys of groups that are folded and of measures that are not as `detail` has them.
QList<RoadmapLine> roadmapLines(const RoadmapTree &tree, RoadmapDetail detail, const QSet<quint64> &toggled);

/// A bar or a milestone, as it is to be drawn.
struct ScheduleItem {
    TableId table = TableId::Phase; ///< Phase or Milestone.
    RowId row;
    int node = -1;
    PlanTime starts; ///< Of a milestone: when.
    PlanTime ends;
    QString label;      ///< Names the 取組 too where several share the line.
    QString symbol;     ///< ▲; of a milestone only.
    QString style;      ///< One of phaseStyles.
    bool stated = true; ///< The document says when; otherwise the time is inferred.

    bool isMilestone() const { return table == TableId::Milestone; }
    bool isUndated() const { return isMilestone() ? !starts.isDated() : starts.isUnknown() && ends.isUnknown(); }
    /// Words that stand in the columns of their years without a bar.
    bool isText() const { return !isMilestone() && style == u"text"; }
};

/// What stands on a line, in the plan's order; nothing for a heading. On a summary line one bar from the earliest start to the
/// latest end, which belongs to the line's own node.
QList<ScheduleItem> scheduleItems(const Plan &plan, const RoadmapTree &tree, const RoadmapLine &line);

/// The title or label of a node, in one line.
QString titleOf(const Plan &plan, const RoadmapTree &tree, int node);

/// Everything about a bar, a milestone or a row in words, for hovering and for screen readers.
QString describe(const Plan &plan, const RoadmapTree &tree, int node);

} // namespace shisaku
