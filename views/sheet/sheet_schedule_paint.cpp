// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/sheet/sheet_schedule.h"

#include "views/look/hatching.h"
#include "views/look/paper.h"
#include "views/sheet/working_mark.h"

#include <QFontMetricsF>
#include <QPainter>

namespace shisaku {

using namespace Qt::StringLiterals;
using paper::pt;

namespace {
constexpr double titlePad = pt(4);
constexpr double arrowHead = pt(5);
} // namespace

QPen SheetSchedule::pen(const Look &look, bool dashed)
{
    QPen pen(look.ink, pt(0.6));
    pen.setJoinStyle(Qt::MiterJoin);
    pen.setCapStyle(Qt::FlatCap);
    if (dashed)
        pen.setDashPattern({4, 3});
    return pen;
}

void SheetSchedule::paintHead(QPainter &painter, const QPointF &at, const Look &look) const
{
    painter.fillRect(QRectF(at, QSizeF(m_titleWidth + m_axis.width(), m_headHeight)), look.head);
    painter.setPen(look.ink);
    const auto middle = [this](const TextBlock &block) { return (m_headHeight - block.height()) / 2; };
    m_heading.draw(painter, at + QPointF(titlePad, middle(m_heading)), Qt::AlignHCenter);
    for (int i = 0; i < m_axis.columnCount(); ++i) {
        const TextBlock &label = m_columns[static_cast<size_t>(i)];
        label.draw(painter, at + QPointF(m_titleWidth + m_axis.left(i), middle(label)), Qt::AlignHCenter);
    }
    paintGrid(painter, at, m_headHeight, look);
    painter.setPen(QPen(look.ink, paper::innerRule));
    painter.drawLine(at + QPointF(0, m_headHeight), at + QPointF(m_titleWidth + m_axis.width(), m_headHeight));
}

void SheetSchedule::paintGrid(QPainter &painter, const QPointF &at, double height, const Look &look) const
{
    painter.setPen(QPen(look.ink, paper::innerRule));
    for (int i = 0; i < m_axis.columnCount(); ++i) {
        const double x = at.x() + m_titleWidth + m_axis.left(i);
        if (i > 0)
            painter.setPen(QPen(look.strongLine, paper::innerRule));
        painter.drawLine(QPointF(x, at.y()), QPointF(x, at.y() + height));
    }
}

void SheetSchedule::paintRows(QPainter &painter, const QPointF &at, double from, double to, const Look &look,
                              bool workingMarks) const
{
    paintGrid(painter, at, to - from, look);
    for (const Row &row : m_rows) {
        if (row.top + row.height <= from || row.top >= to)
            continue;
        const double top = at.y() + std::max(row.top, from) - from;
        const double bottom = at.y() + std::min(row.top + row.height, to) - from;
        painter.setPen(QPen(look.ink, paper::innerRule));
        if (row.top > from)
            painter.drawLine(QPointF(at.x(), top), QPointF(at.x() + m_titleWidth + m_axis.width(), top));
        painter.setPen(look.ink);
        const double middle = std::max(pt(2), (bottom - top - row.title.height()) / 2);
        row.title.draw(painter, QPointF(at.x() + titlePad, top + middle));
        if (row.uncertain && workingMarks)
            paintWorkingMark(painter, QPointF(at.x() + m_titleWidth + m_axis.width(), top), look);
        const QPointF origin(at.x() + m_titleWidth, at.y() + row.top - from);
        for (const Lane &lane : row.lanes) {
            if (row.top + lane.top < from || row.top + lane.top >= to)
                continue;
            for (const Item &item : lane.items)
                paintItem(painter, item, QRectF(origin + QPointF(0, lane.top), QSizeF(m_axis.width(), lane.height)), look);
        }
        if (!row.remark.isEmpty() && row.top + row.remarkTop >= from && row.top + row.remarkTop < to) {
            const QPointF remarkAt = origin + QPointF(pt(3), row.remarkTop);
            painter.fillRect(QRectF(remarkAt, QSizeF(row.remark.textWidth(), row.remark.height())), look.ground);
            painter.setPen(look.ink);
            row.remark.draw(painter, remarkAt);
        }
    }
}

void SheetSchedule::paintItem(QPainter &painter, const Item &item, const QRectF &lane, const Look &look) const
{
    const bool isMilestone = !item.symbol.isEmpty();
    if (item.isUndated())
        paintUndated(painter, QRectF(lane.left() + item.span.from, lane.top(), item.span.to - item.span.from, lane.height()), look);
    else if (!item.isText() && !isMilestone)
        paintBar(painter, item, lane, look);
    const QPointF labelAt(lane.left() + item.labelX, lane.top() + (lane.height() - item.label.height()) / 2);
    const QRectF label(labelAt, QSizeF(item.label.textWidth(), item.label.height()));
    const QFontMetricsF metrics(m_font);
    const double symbolWidth = isMilestone ? metrics.horizontalAdvance(item.symbol) : 0;
    const double symbolX = lane.left() + item.span.from;
    const bool isInside = item.labelX >= item.span.from && item.labelX + item.label.textWidth() <= item.span.to;
    if (!isInside || item.isUndated() || item.isText()) {
        // Neither rules of the grid nor hatching run through words.
        QRectF paper = label.adjusted(-pt(1.5), 0, pt(1.5), 0);
        if (isMilestone)
            paper |= QRectF(symbolX - pt(1), label.top(), symbolWidth + pt(2), label.height());
        painter.fillRect(paper, look.ground);
    }
    painter.setPen(look.ink);
    if (isMilestone) {
        painter.setFont(m_font);
        painter.drawText(QPointF(symbolX, lane.center().y() + (metrics.ascent() - metrics.descent()) / 2), item.symbol);
    }
    item.label.draw(painter, labelAt, isInside ? Qt::AlignHCenter : item.labelX < item.span.from ? Qt::AlignRight : Qt::AlignLeft);
}

void SheetSchedule::paintUndated(QPainter &painter, const QRectF &box, const Look &look)
{
    const QRectF strip = box.adjusted(pt(0.8), 0, -pt(0.8), 0);
    painter.fillRect(strip, look.ground);
    painter.setPen(QPen(look.line, paper::innerRule));
    hatch(painter, strip, pt(6));
    QPen edge = pen(look, true);
    edge.setColor(look.strongLine);
    painter.setPen(edge);
    painter.setBrush(Qt::NoBrush);
    painter.drawRect(strip);
}

void SheetSchedule::paintBar(QPainter &painter, const Item &item, const QRectF &lane, const Look &look) const
{
    using Edge = TimeSpan::Edge;
    const double inset = pt(0.8);
    const double left = lane.left() + item.span.from + (item.span.start == Edge::Open ? 0 : inset);
    const QRectF box(QPointF(left, lane.top()), QPointF(lane.left() + item.span.to - inset, lane.bottom()));
    const double tip = item.style == u"bar" ? 0 : std::min(arrowHead, box.width() / 2);
    paintShape(painter, box, tip, item.span.start, item.span.end, item.dashed, look);
}

void SheetSchedule::paintShape(QPainter &painter, const QRectF &box, double tip, TimeSpan::Edge start, TimeSpan::Edge end,
                               bool dashed, const Look &look)
{
    using Edge = TimeSpan::Edge;
    QPolygonF outline{box.topLeft()};
    if (end == Edge::Unknown || tip <= 0)
        outline << box.topRight() << box.bottomRight();
    else
        outline << box.topRight() - QPointF(tip, 0) << QPointF(box.right(), box.center().y())
                << box.bottomRight() - QPointF(tip, 0);
    outline << box.bottomLeft();
    painter.setPen(Qt::NoPen);
    painter.setBrush(look.accentFill);
    painter.drawPolygon(outline);

    painter.setPen(pen(look, dashed));
    painter.setBrush(Qt::NoBrush);
    if (end == Edge::Unknown) {
        painter.drawPolyline(start == Edge::Stated ? QPolygonF{box.topRight(), box.topLeft(), box.bottomLeft(), box.bottomRight()}
                                                   : QPolygonF{box.topRight(), box.topLeft()});
        if (start != Edge::Stated)
            painter.drawLine(box.bottomLeft(), box.bottomRight());
        painter.setPen(Qt::NoPen);
        painter.setBrush(look.ink);
        for (int dot = 0; dot < 3; ++dot)
            painter.drawEllipse(QPointF(box.right() + pt(1.9 + 2.2 * dot), box.center().y()), pt(0.55), pt(0.55));
    } else if (start == Edge::Stated) {
        painter.drawPolygon(outline);
    } else {
        painter.drawPolyline(outline);
    }
}

} // namespace shisaku
