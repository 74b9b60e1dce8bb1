// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/pages/tree_layout.h"

#include "models/order/shown_levels.h"
#include "models/plan/ending.h"
#include "models/plan/ranges.h"
#include "models/plan/series.h"
#include "views/look/look.h"
#include "views/look/paper.h"
#include "views/look/upright_text.h"

#include <QCoreApplication>

#include <algorithm>

namespace shisaku {

using namespace Qt::StringLiterals;
using paper::pt;

namespace {
constexpr double leading = 1.25;
// In sizes of a character.
constexpr double padX = 0.5;
constexpr double padY = 0.28;
constexpr double columnGap = 1.6;
constexpr int uprightColumns = 2;
/// Room for the measures, as a share of what the upright column leaves.
constexpr double measureShare = 0.46;

QString headingOf(const GroupNode &node, const QString &measures)
{
    const QString title = node.code.isEmpty() ? node.label : node.code + u' ' + node.label;
    return QCoreApplication::translate("TreeLayout", "%1（%2%3）").arg(title).arg(node.measureCount).arg(measures);
}

int depthOf(const GroupNode &node)
{
    int depth = 0;
    for (const GroupNode &child : node.children) {
        if (child.kind == GroupNode::Kind::Group)
            depth = std::max(depth, 1 + depthOf(child));
    }
    return depth;
}

class Builder {
public:
    Builder(const Plan &plan, TreeLayout &layout, int levels) :
        m_plan(plan), m_layout(layout), m_levels(levels), m_word(measureWord(plan)), m_font(paper::scaled(textFont(layout.points))),
        m_boldFont(paper::scaled(textFont(layout.points, true))), m_em(m_font.pixelSize())
    {
        setColumns();
    }

    void add(const GroupNode &node, int level, int parent)
    {
        const auto index = static_cast<int>(m_layout.boxes.size());
        TreeBox box;
        box.parent = parent;
        box.level = node.kind == GroupNode::Kind::Measure ? m_levels : levelOf(node, level);
        box.left = m_layout.columns[box.level];
        box.width = rightOf(box.level) - box.left;
        box.repeat = node.repeat;
        box.firstLeaf = static_cast<int>(m_layout.leaves.size());
        if (const Measure *measure = m_plan.find(node.measure)) {
            box.row = Owner(measure->id);
            box.text = shownNumber(*measure, node.repeat) + u'　' + titleWithEnding(*measure);
        } else {
            box.row = node.row.isNull() ? Owner() : Owner(node.table, node.row);
            box.text = headingOf(node, m_word);
        }
        box.upright = box.level == 0 && m_levels > 1;
        if (!box.upright)
            box.label = TextBlock({box.text, {}}, box.level == m_levels ? m_font : m_boldFont, box.width - 2 * padX * m_em,
                                  leading);
        const int level0 = box.level;
        m_layout.boxes.push_back(std::move(box));
        for (const GroupNode &child : node.children)
            add(child, level0 + 1, index);
        if (node.children.empty())
            m_layout.leaves.push_back({0, m_em * (leading + 2 * padY), index});
        TreeBox &done = m_layout.boxes[static_cast<size_t>(index)];
        done.lastLeaf = static_cast<int>(m_layout.leaves.size()) - 1;
        makeRoom(done);
    }

    void stack()
    {
        double top = 0;
        for (TreeLeaf &leaf : m_layout.leaves) {
            leaf.top = top;
            top += leaf.height;
        }
        m_layout.height = top;
    }

private:
    /// A category may state that it skips levels; what lies below it must still find one.
    int levelOf(const GroupNode &node, int level) const
    {
        const Category *category = node.table == TableId::Category ? m_plan.find(Id<Category>(node.row)) : nullptr;
        const auto stated = category ? ranged<&Category::level>(*category) : std::nullopt;
        return std::clamp(static_cast<int>(stated.value_or(0)) - 1, level, m_levels - 1 - depthOf(node));
    }

    void setColumns()
    {
        const double gap = columnGap * m_em;
        const double first = m_levels > 1 ? upright::width(uprightColumns, m_boldFont) + 2 * padX * m_em : 0;
        const double rest = m_layout.width - first - (first > 0 ? gap : 0);
        const double measures = rest * measureShare;
        const int others = m_levels - (first > 0 ? 1 : 0);
        const double each = others > 0 ? (rest - measures - gap * others) / others : 0;
        double x = 0;
        if (first > 0) {
            m_layout.columns << x;
            x += first + gap;
        }
        for (int i = 0; i < others; ++i) {
            m_layout.columns << x;
            x += each + gap;
        }
        m_layout.columns << x;
    }

    double rightOf(int level) const { return level == m_levels ? m_layout.width : m_layout.columns[level + 1] - columnGap * m_em; }

    /// Spreads what a box needs beyond its lines evenly over them.
    void makeRoom(const TreeBox &box)
    {
        double needed = 2 * padY * m_em + m_em * 0.3;
        if (box.upright)
            needed += upright::height(box.text, m_boldFont, uprightColumns) + m_em;
        else
            needed += box.label.height();
        double has = 0;
        for (int leaf = box.firstLeaf; leaf <= box.lastLeaf; ++leaf)
            has += m_layout.leaves[static_cast<size_t>(leaf)].height;
        const double more = std::max(0.0, needed - has) / (box.lastLeaf - box.firstLeaf + 1);
        for (int leaf = box.firstLeaf; leaf <= box.lastLeaf; ++leaf)
            m_layout.leaves[static_cast<size_t>(leaf)].height += more;
    }

    const Plan &m_plan;
    TreeLayout &m_layout;
    int m_levels;
    QString m_word; ///< What the plan calls its measures.
    QFont m_font;
    QFont m_boldFont;
    double m_em;
};
} // namespace

TreeLayout TreeLayout::make(const Plan &plan, const Grouping &grouping, double width, double points)
{
    TreeLayout layout;
    layout.points = points;
    layout.width = width;
    const GroupNode tree = buildTree(plan, grouping);
    Builder builder(plan, layout, std::max(1, depthOf(tree)));
    for (const GroupNode &child : tree.children)
        builder.add(child, 0, -1);
    builder.stack();
    return layout;
}

QRectF TreeLayout::rect(const TreeBox &box, int first, int last) const
{
    const TreeLeaf &top = leaves[static_cast<size_t>(std::max(box.firstLeaf, first))];
    const TreeLeaf &bottom = leaves[static_cast<size_t>(std::min(box.lastLeaf, last))];
    const double air = pt(points) * 0.14;
    return QRectF(box.left, top.top + air, box.width, bottom.top + bottom.height - top.top - 2 * air);
}

int TreeLayout::boxAt(const QPointF &point) const
{
    for (size_t i = 0; i < boxes.size(); ++i) {
        if (rect(boxes[i]).contains(point))
            return static_cast<int>(i);
    }
    return -1;
}

} // namespace shisaku
