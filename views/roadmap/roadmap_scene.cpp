// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/roadmap/roadmap_scene.h"

#include "models/plan/ending.h"
#include "models/plan/ranges.h"

#include <QCoreApplication>

#include <algorithm>
#include <cmath>

namespace shisaku {

namespace {
using Kind = RoadmapNode::Kind;

struct Texts {
    Q_DECLARE_TR_FUNCTIONS(RoadmapScene)
};

/// Lines of text a title may have before it is cut.
constexpr int titleLines = 6;
/// Layouts kept; a window shows far fewer lines.
constexpr int keptLayouts = 400;
} // namespace

RoadmapScene::RoadmapScene(const Plan &plan, const RoadmapTree &tree, QList<RoadmapLine> lines, const RoadmapStyle &style,
                           const TimeAxis &axis, RoadmapStyle::Columns columns, RoadmapHeights *heights) :
    m_plan(&plan),
    m_tree(&tree), m_style(&style), m_lines(std::move(lines)), m_axis(axis), m_columns(columns),
    m_kindChoices(plan.choices(u"kind"))
{
    for (const Choice *kind : std::as_const(m_kindChoices))
        m_kinds.insert(kind->key, static_cast<int>(m_kinds.size()));
    m_tops.resize(static_cast<size_t>(m_lines.size()) + 1);
    m_guessed.resize(static_cast<size_t>(m_lines.size()));
    m_lineOfNode.assign(m_tree->nodes.size(), -1);
    if (heights)
        heights->prepare(style, axis, columns);
    qreal y = 0;
    for (int i = 0; i < count(); ++i) {
        const RoadmapLine &line = m_lines[i];
        if (int &lineOf = m_lineOfNode[static_cast<size_t>(line.node)]; lineOf < 0)
            lineOf = i;
        if (line.ofMeasure > 0)
            continue;
        if (line.measure >= 0)
            m_lineOfNode[static_cast<size_t>(line.measure)] = i;
        if (line.measure >= 0 && !heights) {
            m_used.kinds.insert(kindOf(i));
            m_used.repeats |= tree.at(line.measure).repeat;
        }
        y = stand(i, y, heights);
    }
    m_tops.back() = y;
}

/// Places a heading or the lines of a measure at `y`; returns where they end.
qreal RoadmapScene::stand(int first, qreal y, RoadmapHeights *heights)
{
    const qreal top = y;
    const qint64 guesses = heights ? heights->guesses() : 0;
    for (int i = first; i <= lastOfMeasure(first); ++i) {
        m_tops[static_cast<size_t>(i)] = y;
        y += lineHeight(i, heights);
    }
    // The title of a measure stands beside all its lines; the last one makes up what it lacks.
    if (m_lines[first].measure >= 0)
        y = std::max(y, top + titleHeight(first, heights));
    if (heights && heights->guesses() > guesses) {
        m_guessed[static_cast<size_t>(first)] = true;
        ++m_guessedMeasures;
    }
    return y;
}

bool RoadmapScene::relayout(int first, int last, RoadmapHeights &heights)
{
    if (!isGuessed())
        return false;
    qreal moved = 0; // of what stands below the measure just settled
    bool found = false;
    for (int i = firstOfMeasure(first); i < count() && (i <= last || moved != 0); ++i) {
        const auto at = static_cast<size_t>(i);
        const bool guessed = i <= last && m_guessed[at];
        if (!guessed) {
            m_tops[at] += moved;
            continue;
        }
        m_guessed[at] = false;
        --m_guessedMeasures;
        found = true;
        const int end = lastOfMeasure(i);
        heights.allow(m_lines[i].linesOfMeasure + 1); // and the title
        const qreal before = m_tops[static_cast<size_t>(end) + 1];
        moved = stand(i, m_tops[at] + moved, &heights) - before;
        i = end;
    }
    m_tops.back() += moved;
    return found;
}

int RoadmapScene::lineAt(qreal y) const
{
    const auto after = std::upper_bound(m_tops.begin(), m_tops.end(), y);
    return std::clamp(static_cast<int>(after - m_tops.begin()) - 1, count() > 0 ? 0 : -1, count() - 1);
}

const Measure *RoadmapScene::measure(int index) const
{
    return m_plan->find(Id<Measure>(m_tree->at(m_lines[index].measure).row));
}

int RoadmapScene::kindOf(int index) const
{
    return m_kinds.value(measure(index)->kind, static_cast<int>(m_kinds.size()));
}

const Choice *RoadmapScene::kindChoice(int index) const
{
    return m_kindChoices.value(kindOf(index));
}

int RoadmapScene::titleLinesOf(int index) const
{
    return m_lines[index].summary ? 1 : titleLines;
}

qreal RoadmapScene::lineHeight(int index, RoadmapHeights *heights) const
{
    const RoadmapLine &line = m_lines[index];
    if (!heights || line.measure < 0 || line.summary)
        return neededHeight(index);
    return heights->ofLine(node(index).row, [&] { return neededHeight(index); });
}

qreal RoadmapScene::titleHeight(int index, RoadmapHeights *heights) const
{
    if (m_lines[index].summary)
        return textHeight(1);
    const auto find = [&] { return textHeight(measureTitle(index).size()); };
    return heights ? heights->ofTitle(m_tree->at(m_lines[index].measure).row, find) : find();
}

QStringList RoadmapScene::measureTitle(int index, bool *cut) const
{
    bool ignored = false;
    return m_style->title.elided(titleWithEnding(*measure(index)), m_style->measureTextWidth(m_columns), titleLinesOf(index),
                                 cut ? cut : &ignored);
}

QStringList RoadmapScene::initiativeTitle(int index, bool *cut) const
{
    bool ignored = false;
    if (m_columns.initiative <= 0) // a picture may do without the column
        return {};
    const RoadmapNode &shown = node(index);
    QString title;
    if (shown.kind == Kind::Initiative)
        title = drawnLine(m_plan->find(Id<Initiative>(shown.row))->title);
    else if (shown.childCount > 0)
        title = Texts::tr("取組%1件").arg(shown.childCount);
    return m_style->title.elided(title, m_style->initiativeTextWidth(m_columns), titleLinesOf(index), cut ? cut : &ignored);
}

qreal RoadmapScene::textHeight(qsizetype lines) const
{
    const RoadmapMetrics &metrics = m_style->metrics;
    return std::ceil(m_style->title.pitch() * static_cast<qreal>(lines) + 2 * (metrics.linePadding() + metrics.lanePadding()));
}

qreal RoadmapScene::neededHeight(int index) const
{
    if (m_lines[index].measure < 0) {
        const qreal air = node(index).level == 0 ? 14 : 10;
        return std::ceil(m_style->head.pitch() + air * m_style->metrics.unit);
    }
    if (m_lines[index].summary)
        return textHeight(1);
    const Detail laid = laidOut(index);
    for (const PlacedItem &placed : laid.layout.items)
        m_used.add(laid.items[placed.item], placed);
    return std::max(laid.layout.height, textHeight(initiativeTitle(index).size()));
}

RoadmapScene::Detail RoadmapScene::laidOut(int index) const
{
    Detail made;
    made.items = scheduleItems(*m_plan, *m_tree, m_lines[index]);
    made.layout = layoutLine(made.items, m_axis, m_style->label, m_style->metrics);
    return made;
}

const RoadmapScene::Detail &RoadmapScene::detail(int index) const
{
    auto found = m_details.constFind(index);
    if (found == m_details.constEnd()) {
        if (m_details.size() >= keptLayouts)
            m_details.clear();
        found = m_details.insert(index, laidOut(index));
    }
    return *found;
}

} // namespace shisaku
