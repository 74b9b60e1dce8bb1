// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/roadmap/roadmap_one_page_cells.h"

#include "models/plan/ranges.h"

#include "views/look/upright_text.h"

#include <algorithm>
#include <cmath>
#include <numeric>

namespace shisaku {

namespace {
// In sizes of a character.
constexpr qreal uprightColumn = 1.3;
constexpr int mostUprightColumns = 2;
constexpr qreal sidePadding = 0.3;
constexpr int narrowest = 7;
constexpr int widest = 14;
/// What a character of width is worth in lines of height.
constexpr qreal widthPrice = 0.5;
/// And a line that ends inside a word.
constexpr qreal roughPrice = 0.4;

qreal sumOf(const QList<qreal> &heights, qsizetype first, qsizetype last)
{
    return std::accumulate(heights.begin() + first, heights.begin() + last + 1, 0.0);
}
} // namespace

OnePageGroups groupsAbove(const Plan &plan, const RoadmapTree &tree, int measureNode)
{
    QList<int> nodes;
    for (int node = tree.at(measureNode).parent; node > 0; node = tree.at(node).parent)
        nodes.prepend(node);
    OnePageGroups groups;
    for (int depth = 0; depth < nodes.size(); ++depth) {
        const RoadmapNode &node = tree.at(nodes[depth]);
        OnePageGroup group{nodes[depth], depth, titleOf(plan, tree, nodes[depth])};
        // A group may skip levels: then it says which one it is of.
        if (const Category *category = node.table == TableId::Category ? plan.find(Id<Category>(node.row)) : nullptr) {
            group.level = std::max(depth, static_cast<int>(ranged<&Category::level>(*category).value_or(0)) - 1);
        }
        groups << group;
    }
    return groups;
}

OnePageCellSetter::OnePageCellSetter(const QList<OnePageGroups> &paths, const TextMeasure &text, qreal linePitch, int levels,
                                     const QList<qreal> &least) :
    m_text(text),
    m_linePitch(linePitch)
{
    makeCells(paths, levels);
    for (int level = 0; level < levels; ++level) {
        int columns = 0;
        for (const Cell &cell : std::as_const(m_cells)) {
            if (cell.level == level)
                columns = std::max(columns, uprightColumns(cell, sumOf(least, cell.first, cell.last)));
        }
        m_upright << (columns <= mostUprightColumns);
        m_widths << (m_upright.back() ? m_text.em() * (uprightColumn * std::max(1, columns) + sidePadding)
                                      : chooseWidth(level, least));
    }
}

void OnePageCellSetter::makeCells(const QList<OnePageGroups> &paths, int levels)
{
    for (int level = 0; level < levels; ++level) {
        int before = 0;
        for (qsizetype row = 0; row < paths.size(); ++row) {
            const auto group = std::find_if(paths[row].begin(), paths[row].end(),
                                            [level](const OnePageGroup &g) { return g.level == level; });
            if (group == paths[row].end()) {
                before = 0;
                continue;
            }
            if (group->node == before) {
                m_cells.back().last = row;
                continue;
            }
            before = group->node;
            Cell cell{level, level, row, row, group->label};
            const bool deeper = std::any_of(paths[row].begin(), paths[row].end(),
                                            [&](const OnePageGroup &g) { return g.level > level && g.level < levels; });
            if (!deeper)
                cell.lastLevel = levels - 1;
            m_cells << cell;
        }
    }
}

int OnePageCellSetter::uprightColumns(const Cell &cell, qreal height) const
{
    int columns = 1;
    while (columns <= mostUprightColumns && upright::height(cell.label, m_text.font(), columns) > height)
        ++columns;
    return columns;
}

int OnePageCellSetter::linesIn(const Cell &cell, qreal width) const
{
    const qreal room = (width - 2 * sidePadding * m_text.em()) / labelStretches.back();
    const int count = m_text.fewestLines(cell.label, room);
    return count > 0 ? count : std::max(1, static_cast<int>(cell.label.size()));
}

PlacedText OnePageCellSetter::linesFor(const Cell &cell, qreal width, qreal height) const
{
    PlacedText text;
    const qreal room = width - 2 * sidePadding * m_text.em();
    const auto most = static_cast<int>((height - m_text.em() * 0.2) / m_linePitch + 0.01);
    for (qreal stretch : labelStretches) {
        text.stretch = stretch;
        text.lines = m_text.wrapped(cell.label, room / stretch, std::max(1, most));
        if (!text.isEmpty())
            break;
    }
    return text;
}

qreal OnePageCellSetter::chooseWidth(int level, const QList<qreal> &least) const
{
    qreal best = 0;
    qreal bestPrice = 0;
    for (int characters = narrowest; characters <= widest; ++characters) {
        const qreal width = m_text.em() * characters;
        qreal price = characters * widthPrice * m_linePitch;
        for (const Cell &cell : m_cells) {
            if (cell.level != level)
                continue;
            const qreal needed = linesHeight(linesIn(cell, width));
            const qreal there = sumOf(least, cell.first, cell.last);
            price += std::max(0.0, needed - there);
            price += TextMeasure::roughBreaks(linesFor(cell, width, std::max(needed, there)).lines) * roughPrice * m_linePitch;
        }
        if (best == 0 || price < bestPrice) {
            best = width;
            bestPrice = price;
        }
    }
    return best;
}

qreal OnePageCellSetter::widthOf(const Cell &cell) const
{
    return sumOf(m_widths, cell.level, cell.lastLevel);
}

void OnePageCellSetter::grow(QList<qreal> &heights) const
{
    for (const Cell &cell : m_cells) {
        if (m_upright[cell.level])
            continue;
        const qreal lacking = linesHeight(linesIn(cell, widthOf(cell))) - sumOf(heights, cell.first, cell.last);
        if (lacking <= 0)
            continue;
        for (qsizetype row = cell.first; row <= cell.last; ++row)
            heights[row] += lacking / static_cast<qreal>(cell.last - cell.first + 1);
    }
}

QList<OnePageCell> OnePageCellSetter::set(const QList<qreal> &heights, qreal top) const
{
    QList<OnePageCell> cells;
    for (const Cell &cell : m_cells) {
        OnePageCell made;
        made.level = cell.level;
        made.upright = m_upright[cell.level];
        const qreal left = cell.level == 0 ? 0 : sumOf(m_widths, 0, cell.level - 1);
        made.rect = QRectF(left, top + (cell.first == 0 ? 0 : sumOf(heights, 0, cell.first - 1)), widthOf(cell),
                           sumOf(heights, cell.first, cell.last));
        if (made.upright) {
            made.lines = {cell.label};
        } else {
            const PlacedText text = linesFor(cell, made.rect.width(), made.rect.height());
            made.lines = text.lines;
            made.stretch = text.stretch;
        }
        cells << made;
    }
    return cells;
}

} // namespace shisaku
