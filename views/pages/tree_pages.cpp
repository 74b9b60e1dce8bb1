// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/pages/tree_pages.h"

#include "models/order/shown_levels.h"
#include "views/look/upright_text.h"
#include "views/sheet/sheet_painter.h"

#include <QPainter>

namespace shisaku {

using namespace Qt::StringLiterals;
using paper::pt;

namespace {
constexpr double largestPoints = 10.5;
constexpr double onePagePoints = 8; ///< Smaller type would not be read; then several pages are better.
constexpr double flowingPoints = 9;
constexpr double titlePoints = 15;
constexpr double headPoints = 9.5;

QPen rule(const QColor &color, double width)
{
    return QPen(color, width, Qt::SolidLine, Qt::SquareCap, Qt::MiterJoin);
}

/// From the middle of a box's right side to the left sides of its parts on the same page.
void paintJoints(QPainter &painter, const TreeLayout &layout, int first, int last)
{
    for (const TreeBox &box : layout.boxes) {
        if (box.parent < 0 || box.lastLeaf < first || box.firstLeaf > last)
            continue;
        const QRectF to = layout.rect(box, first, last);
        const QRectF from = layout.rect(layout.boxes[static_cast<size_t>(box.parent)], first, last);
        const double turn = from.right() + pt(layout.points) * 0.7;
        painter.drawPolyline(QPolygonF({QPointF(from.right(), from.center().y()), QPointF(turn, from.center().y()),
                                        QPointF(turn, to.center().y()), QPointF(to.left(), to.center().y())}));
    }
}

void paintBox(QPainter &painter, const TreeLayout &layout, const TreeBox &box, const QRectF &rect, const Look &look, bool current)
{
    const double em = pt(layout.points);
    const bool measure = box.row.table == TableId::Measure && !box.row.isNull();
    painter.setPen(rule(measure ? look.strongLine : look.ink, measure ? paper::innerRule : paper::outerRule));
    painter.setBrush(current ? look.accentFill : box.level == 0 ? look.head : look.ground);
    painter.drawRect(rect);
    painter.setPen(box.repeat ? look.mutedInk : look.ink);
    if (box.upright)
        upright::draw(painter, rect.adjusted(0, em * 0.4, 0, -em * 0.4), box.text, paper::scaled(textFont(layout.points, true)));
    else
        box.label.draw(painter, QPointF(rect.left() + em * 0.5, rect.center().y() - box.label.height() / 2));
}
} // namespace

void paintTree(QPainter &painter, const TreeLayout &layout, const Look &look, int first, int last, Owner current)
{
    if (layout.leaves.empty())
        return;
    painter.save();
    painter.translate(0, -layout.leaves[static_cast<size_t>(first)].top);
    painter.setPen(rule(look.strongLine, paper::outerRule));
    painter.setBrush(Qt::NoBrush);
    paintJoints(painter, layout, first, last);
    for (const TreeBox &box : layout.boxes) {
        if (box.lastLeaf >= first && box.firstLeaf <= last)
            paintBox(painter, layout, box, layout.rect(box, first, last), look, !current.isNull() && box.row == current);
    }
    painter.restore();
}

TreePages::TreePages(const Plan &plan, const Grouping &grouping, const PageStyle &style) :
    m_style(style), m_paper(style.on(usualPaper())), m_body(m_paper.body())
{
    m_title = tr("%1 体系図").arg(plan.info().title).trimmed();
    if (!m_style.head.mark.isEmpty())
        m_title += tr("（%1）").arg(m_style.head.mark);
    const double room = m_body.height() - pt(titlePoints + headPoints) * 2;
    for (double points = largestPoints; points >= onePagePoints; points -= 0.5) {
        m_layout = TreeLayout::make(plan, grouping, m_body.width(), points);
        if (m_layout.height <= room)
            break;
    }
    if (m_layout.height > room)
        m_layout = TreeLayout::make(plan, grouping, m_body.width(), flowingPoints);
    const Classification *classification = plan.classification(grouping.classification);
    // The names of the levels may go on to that of the measures: a plan may call them 取組.
    m_heads = classification ? classification->levels.split(u'/', Qt::SkipEmptyParts) : QStringList();
    if (m_heads.size() < m_layout.columns.size()) {
        m_heads.resize(m_layout.columns.size());
        m_heads.last() = measureWord(plan);
    }
    flow(room);
}

int TreePages::breakBefore(int first, int limit) const
{
    // The box that begins highest in the tree, unless it leaves more than a third of the page empty.
    const auto level = [this](int leaf) {
        int highest = static_cast<int>(m_layout.columns.size());
        for (const TreeBox &box : m_layout.boxes) {
            if (box.firstLeaf == leaf)
                highest = std::min(highest, box.level);
        }
        return highest;
    };
    int best = limit;
    for (int leaf = limit; leaf > first + (limit - first) * 2 / 3; --leaf) {
        if (level(leaf) < level(best))
            best = leaf;
    }
    return best;
}

void TreePages::flow(double room)
{
    const auto count = static_cast<int>(m_layout.leaves.size());
    int first = 0;
    while (first < count) {
        int end = first + 1;
        while (end < count) {
            const TreeLeaf &leaf = m_layout.leaves[static_cast<size_t>(end)];
            if (leaf.top + leaf.height - m_layout.leaves[static_cast<size_t>(first)].top > room)
                break;
            ++end;
        }
        if (end < count)
            end = breakBefore(first, end);
        m_pages << Page{first, end - 1};
        first = end;
    }
}

void TreePages::paint(QPainter &painter, int page) const
{
    const Look &look = *m_style.look;
    painter.setPen(look.ink);
    const QFont titleFont = paper::scaled(textFont(titlePoints, true));
    painter.setFont(titleFont);
    painter.drawText(QRectF(m_body.left(), m_body.top(), m_body.width(), pt(titlePoints) * 1.3), Qt::AlignHCenter | Qt::AlignTop,
                     page == 0 ? m_title : tr("%1（続き）").arg(m_title));
    const double headTop = m_body.top() + pt(titlePoints) * 1.9;
    painter.setFont(paper::scaled(textFont(headPoints, true)));
    painter.setPen(look.mutedInk);
    for (qsizetype i = 0; i < m_layout.columns.size(); ++i) {
        const double right = i + 1 < m_layout.columns.size() ? m_layout.columns[i + 1] : m_layout.width;
        const double width = std::max(right - m_layout.columns[i], pt(headPoints) * static_cast<double>(m_heads[i].size() + 1));
        painter.drawText(QRectF(m_body.left() + m_layout.columns[i], headTop, width, pt(headPoints) * 1.4), Qt::AlignLeft,
                         m_heads[i]);
    }
    painter.save();
    painter.translate(m_body.left(), headTop + pt(headPoints) * 1.7);
    const Page &shown = m_pages.at(page);
    paintTree(painter, m_layout, look, shown.first, shown.last);
    painter.restore();
    paintPageNumber(painter, m_paper, m_style.firstNumber() + page, look);
}

Grouping treeGrouping(const Plan &plan, const Grouping &wanted)
{
    if (wanted.by == Grouping::By::Classification)
        return wanted;
    for (const Grouping &grouping : Grouping::offered(plan)) {
        if (grouping.by == Grouping::By::Classification)
            return grouping;
    }
    return {};
}

PrintJob treeJob(const Plan &plan, const Grouping &grouping, const PageStyle &style)
{
    const auto pages = std::make_shared<const TreePages>(plan, grouping, style);
    PrintJob job;
    job.title = pages->title();
    job.paper = style.on(TreePages::usualPaper());
    job.pageCount = pages->count();
    job.paint = [pages](QPainter &painter, int page) { pages->paint(painter, page); };
    job.firstPageNumber = style.firstNumber();
    return job;
}

} // namespace shisaku
