// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/pages/body_layout.h"

#include "views/look/paper.h"

#include <QPainter>

namespace shisaku {

using paper::pt;

namespace {
constexpr double widestEms = 26; ///< Of a box, in sizes of type.
constexpr double narrowestEms = 13;
constexpr double gapEms = 1.5; ///< Between neighbours.
constexpr double rowGapEms = 2.4;
constexpr double paddingEms = 0.7;
constexpr double smaller = 0.9; ///< Posts and roles beside the name.

class Builder {
public:
    Builder(const Plan &plan, double width, double points) : m_plan(plan), m_em(pt(points))
    {
        m_layout.points = points;
        for (const Body *body : plan.ordered<Body>()) {
            if (!plan.find(body->parent))
                m_roots << body;
        }
        int leaves = 0;
        for (const Body *root : std::as_const(m_roots))
            leaves += leavesOf(*root);
        const double each = (width - (leaves - 1) * gapEms * m_em) / std::max(1, leaves);
        m_boxWidth = std::clamp(each, narrowestEms * m_em, widestEms * m_em);
    }

    BodyLayout build() &&
    {
        double left = 0;
        for (const Body *root : std::as_const(m_roots))
            left = add(*root, -1, 0, left);
        m_layout.width = std::max(0.0, left - gapEms * m_em);
        // Boxes of a row share its height, so that a row reads as a row.
        QList<double> tops{0};
        for (const double height : std::as_const(m_rowHeights))
            tops << tops.last() + height + rowGapEms * m_em;
        for (size_t i = 0; i < m_layout.boxes.size(); ++i) {
            QRectF &rect = m_layout.boxes[i].rect;
            rect = QRectF(rect.left(), tops[m_rows[static_cast<qsizetype>(i)]], m_boxWidth,
                          m_rowHeights[m_rows[static_cast<qsizetype>(i)]]);
        }
        m_layout.height = m_rowHeights.isEmpty() ? 0 : tops.last() - rowGapEms * m_em;
        return std::move(m_layout);
    }

private:
    int leavesOf(const Body &body) const
    {
        int leaves = 0;
        for (const Body *below : m_plan.parts<&Body::parent>(body.id))
            leaves += leavesOf(*below);
        return std::max(1, leaves);
    }

    /// Places a body and all below it from `left` on; returns where the next one begins.
    double add(const Body &body, int parent, int row, double left)
    {
        const double inside = m_boxWidth - 2 * paddingEms * m_em;
        const double points = m_layout.points;
        BodyBox box;
        box.body = body.id;
        box.parent = parent;
        box.name = TextBlock::label(body.name, paper::scaled(textFont(points, true)), inside);
        if (!body.post.isEmpty())
            box.post = TextBlock::label(body.post, paper::scaled(textFont(points * smaller)), inside);
        if (!body.role.isEmpty())
            box.role = TextBlock({body.role, {}}, paper::scaled(textFont(points * smaller)), inside);
        double height = box.name.height() + box.post.height() + 2 * paddingEms * m_em;
        if (!box.role.isEmpty())
            height += box.role.height() + paddingEms * m_em;
        m_rowHeights.resize(std::max<qsizetype>(m_rowHeights.size(), row + 1));
        m_rowHeights[row] = std::max(m_rowHeights[row], height);
        const auto index = static_cast<int>(m_layout.boxes.size());
        m_layout.boxes.push_back(std::move(box));
        m_rows << row;
        double next = left;
        double first = -1;
        double last = 0;
        for (const Body *below : m_plan.parts<&Body::parent>(body.id)) {
            const size_t at = m_layout.boxes.size();
            next = add(*below, index, row + 1, next);
            last = m_layout.boxes[at].rect.left();
            first = first < 0 ? last : first;
        }
        const double own = first < 0 ? left : (first + last) / 2; // over the middle of what is below
        m_layout.boxes[static_cast<size_t>(index)].rect.setLeft(own);
        return std::max(next, own + m_boxWidth + gapEms * m_em);
    }

    const Plan &m_plan;
    const double m_em;
    double m_boxWidth = 0;
    QList<const Body *> m_roots;
    QList<double> m_rowHeights;
    QList<int> m_rows; ///< Of each box.
    BodyLayout m_layout;
};

/// From the middle under a box to the middle above each box below it.
void paintJoint(QPainter &painter, const QRectF &from, const QRectF &to, double em)
{
    const double turn = from.bottom() + rowGapEms * em / 2;
    painter.drawPolyline(QPolygonF({QPointF(from.center().x(), from.bottom()), QPointF(from.center().x(), turn),
                                    QPointF(to.center().x(), turn), QPointF(to.center().x(), to.top())}));
}

void paintBox(QPainter &painter, const BodyBox &box, const Look &look, double em, bool current)
{
    const double padding = paddingEms * em;
    const double head = box.name.height() + box.post.height() + 2 * padding;
    const QRectF &rect = box.rect;
    painter.fillRect(rect, look.ground);
    painter.fillRect(QRectF(rect.topLeft(), QSizeF(rect.width(), box.role.isEmpty() ? rect.height() : head)),
                     current ? look.accentFill : look.head);
    painter.setPen(QPen(current ? look.accent : look.ink, paper::outerRule, Qt::SolidLine, Qt::SquareCap, Qt::MiterJoin));
    painter.setBrush(Qt::NoBrush);
    painter.drawRect(rect);
    painter.setPen(look.ink);
    const double top = rect.top() + padding;
    box.name.draw(painter, QPointF(rect.center().x() - box.name.width() / 2, top), Qt::AlignHCenter);
    if (!box.post.isEmpty())
        box.post.draw(painter, QPointF(rect.center().x() - box.post.width() / 2, top + box.name.height()), Qt::AlignHCenter);
    if (box.role.isEmpty())
        return;
    painter.setPen(QPen(look.strongLine, paper::innerRule));
    painter.drawLine(QPointF(rect.left(), rect.top() + head), QPointF(rect.right(), rect.top() + head));
    painter.setPen(look.ink);
    box.role.draw(painter, QPointF(rect.left() + padding, rect.top() + head + padding / 2));
}
} // namespace

BodyLayout BodyLayout::make(const Plan &plan, double width, double points)
{
    return Builder(plan, width, points).build();
}

Id<Body> BodyLayout::bodyAt(const QPointF &point) const
{
    for (const BodyBox &box : boxes) {
        if (box.rect.contains(point))
            return box.body;
    }
    return {};
}

void paintBodies(QPainter &painter, const BodyLayout &layout, const Look &look, Id<Body> current)
{
    painter.setPen(QPen(look.strongLine, paper::outerRule, Qt::SolidLine, Qt::SquareCap, Qt::MiterJoin));
    for (const BodyBox &box : layout.boxes) {
        if (box.parent >= 0)
            paintJoint(painter, layout.boxes[static_cast<size_t>(box.parent)].rect, box.rect, pt(layout.points));
    }
    for (const BodyBox &box : layout.boxes)
        paintBox(painter, box, look, pt(layout.points), !current.isNull() && box.body == current);
}

} // namespace shisaku
