// SPDX-License-Identifier: GPL-3.0-or-later
// The whole roadmap laid out: where every line stands, however many there are; only lines that are looked at are set fully.
#pragma once

#include "views/roadmap/roadmap_heights.h"
#include "views/roadmap/roadmap_legend.h"

#include <QHash>

namespace shisaku {

/// Lines of a roadmap below each other, from y = 0. The plan and the tree must outlive the scene, and not change.
class RoadmapScene {
public:
    /// `heights`, if given, is asked before a line is laid out, and learns; what it does not allow to find is guessed.
    RoadmapScene(const Plan &plan, const RoadmapTree &tree, QList<RoadmapLine> lines, const RoadmapStyle &style,
                 const TimeAxis &axis, RoadmapStyle::Columns columns, RoadmapHeights *heights = nullptr);

    const Plan &plan() const { return *m_plan; }
    const RoadmapTree &tree() const { return *m_tree; }
    const RoadmapStyle &style() const { return *m_style; }
    const TimeAxis &axis() const { return m_axis; }
    const RoadmapStyle::Columns &columns() const { return m_columns; }

    int count() const { return static_cast<int>(m_lines.size()); }
    const RoadmapLine &line(int index) const { return m_lines[index]; }
    qreal top(int index) const { return m_tops[static_cast<size_t>(index)]; }
    qreal height(int index) const { return m_tops[static_cast<size_t>(index) + 1] - top(index); }
    qreal totalHeight() const { return m_tops.back(); }
    /// The line at a height; the nearest one outside. -1 only if there are no lines.
    int lineAt(qreal y) const;
    /// The first line that shows the node, or the measure or heading it belongs to; -1 if that is folded away.
    int lineOf(int node) const
    {
        return node >= 0 && node < static_cast<int>(m_lineOfNode.size()) ? m_lineOfNode[static_cast<size_t>(node)] : -1;
    }
    int firstOfMeasure(int index) const { return index - m_lines[index].ofMeasure; }
    int lastOfMeasure(int index) const { return firstOfMeasure(index) + m_lines[index].linesOfMeasure - 1; }

    /// Whether the heights of some lines are only guessed.
    bool isGuessed() const { return m_guessedMeasures > 0; }
    /// Finds the heights that are guessed among these lines and those of the same measures. Whatever stands below moves; false
    /// if nothing had to be found.
    bool relayout(int first, int last, RoadmapHeights &heights);

    const QList<ScheduleItem> &items(int index) const { return detail(index).items; }
    const LineLayout &layout(int index) const { return detail(index).layout; }

    const RoadmapNode &node(int index) const { return m_tree->at(m_lines[index].node); }
    const Measure *measure(int index) const;
    /// The measure's place in the list of kinds, for its colour; after the last for none.
    int kindOf(int index) const;
    const Choice *kindChoice(int index) const;
    /// The signs on all lines; only of a scene that has found its heights by itself.
    const UsedSigns &usedSigns() const { return m_used; }
    const QList<const Choice *> &kindChoices() const { return m_kindChoices; }
    /// The title of the line's measure, set in the column of measures.
    QStringList measureTitle(int index, bool *cut = nullptr) const;
    /// The title of the line's 取組, or 「取組3件」 of a folded measure.
    QStringList initiativeTitle(int index, bool *cut = nullptr) const;

private:
    struct Detail {
        QList<ScheduleItem> items;
        LineLayout layout;
    };
    const Detail &detail(int index) const;
    Detail laidOut(int index) const;
    int titleLinesOf(int index) const;
    qreal stand(int first, qreal y, RoadmapHeights *heights);
    qreal neededHeight(int index) const;
    qreal lineHeight(int index, RoadmapHeights *heights) const;
    qreal titleHeight(int index, RoadmapHeights *heights) const;
    qreal textHeight(qsizetype lines) const;

    const Plan *m_plan;
    const RoadmapTree *m_tree;
    const RoadmapStyle *m_style;
    QList<RoadmapLine> m_lines;
    TimeAxis m_axis;
    RoadmapStyle::Columns m_columns;
    QHash<QString, int> m_kinds;
    QList<const Choice *> m_kindChoices;
    mutable UsedSigns m_used; ///< Where there are no heights from elsewhere: they tell nothing.
    std::vector<qreal> m_tops;
    std::vector<bool> m_guessed; // of the first line of a measure
    int m_guessedMeasures = 0;
    std::vector<int> m_lineOfNode; // -1: folded away
    mutable QHash<int, Detail> m_details;
};

} // namespace shisaku
