// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/sheet/sheet_schedule.h"

#include "views/look/paper.h"
#include "views/sheet/working_mark.h"

#include <QFontMetricsF>
#include <QPainter>
#include <QPainterPath>

namespace shisaku {

using namespace Qt::StringLiterals;
using paper::pt;

namespace {
constexpr double titlePad = pt(4);
constexpr double arrowHead = pt(5);
constexpr double openTail = pt(6); // dashes that run on where the end is not known
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

void SheetSchedule::paintRows(QPainter &painter, const QPointF &at, double from, double to, const Look &look, bool workingMarks) const
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
        if (row.top + row.remarkTop >= from && row.top + row.remarkTop < to) {
            painter.setPen(look.ink);
            row.remark.draw(painter, origin + QPointF(pt(3), row.remarkTop));
        }
    }
}

void SheetSchedule::paintItem(QPainter &painter, const Item &item, const QRectF &lane, const Look &look) const
{
    const bool isMilestone = !item.symbol.isEmpty();
    if (item.style != u"text" && (!isMilestone || item.span.isUnknown()))
        paintBar(painter, item, lane, look);
    painter.setPen(look.ink);
    const double y = lane.top() + (lane.height() - item.label.height()) / 2;
    if (isMilestone) {
        const QFontMetricsF metrics(m_font);
        const double x = item.span.isUnknown() ? item.labelX - metrics.horizontalAdvance(item.symbol) - pt(2) : item.span.from;
        painter.setFont(m_font);
        painter.drawText(QPointF(lane.left() + x, lane.center().y() + (metrics.ascent() - metrics.descent()) / 2), item.symbol);
    }
    const bool centred = item.labelInside && !item.span.isUnknown();
    item.label.draw(painter, QPointF(lane.left() + item.labelX, y), centred ? Qt::AlignHCenter : Qt::AlignLeft);
}

void SheetSchedule::paintBar(QPainter &painter, const Item &item, const QRectF &lane, const Look &look) const
{
    using Edge = TimeSpan::Edge;
    const double left = lane.left() + item.span.from + (item.span.start == Edge::Open ? 0 : pt(0.8));
    const double right = lane.left() + item.span.to - pt(0.8);
    const double top = lane.top();
    const double bottom = lane.bottom();
    if (item.span.isUnknown()) {
        painter.setPen(pen(look, true));
        painter.setBrush(Qt::NoBrush);
        painter.drawRect(QRectF(QPointF(left + pt(1.2), top), QPointF(right - pt(1.2), bottom)));
        return;
    }
    const bool openEnd = item.span.end == Edge::Unknown;
    const double tip = openEnd || item.style == u"bar" ? 0 : std::min(arrowHead, (right - left) / 2);
    QPainterPath shape(QPointF(left, top));
    shape.lineTo(right - tip, top);
    shape.lineTo(right, tip > 0 ? lane.center().y() : top);
    if (tip <= 0)
        shape.lineTo(right, bottom);
    shape.lineTo(right - tip, bottom);
    shape.lineTo(left, bottom);
    shape.closeSubpath();
    painter.fillPath(shape, look.accentFill);

    QPainterPath outline;
    if (openEnd) {
        outline.moveTo(right, top);
        outline.lineTo(left, top);
        item.span.start == Edge::Open ? outline.moveTo(left, bottom) : outline.lineTo(left, bottom);
        outline.lineTo(right, bottom);
    } else if (item.span.start == Edge::Stated) {
        outline = shape;
    } else {
        outline.moveTo(left, top);
        outline.lineTo(right - tip, top);
        outline.lineTo(right, tip > 0 ? lane.center().y() : top);
        if (tip <= 0)
            outline.lineTo(right, bottom);
        outline.lineTo(right - tip, bottom);
        outline.lineTo(left, bottom);
    }
    painter.strokePath(outline, pen(look, item.dashed));
}

} // namespace shisaku
