// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/look/status_mark.h"

#include <QFontMetricsF>
#include <QPainter>
#include <QPainterPath>

namespace shisaku {

using namespace Qt::StringLiterals;

namespace {
bool isHalfCircle(QStringView mark)
{
    return mark == u"◐" || mark == u"◑";
}

/// How many characters of a text are its mark, set in a font of their own.
qsizetype markLength(const QString &text)
{
    return isHalfCircle(QStringView(text).left(1)) ? 1 : 0;
}

/// How far below the baseline the middle of a mark's ink lies. By its outline: the tight rectangle of font metrics reaches down to
/// the baseline wherever the ink ends.
double inkMiddle(const QFont &font, const QString &mark)
{
    QPainterPath outline;
    outline.addText({}, font, mark);
    return outline.boundingRect().center().y();
}
} // namespace

QColor statusColour(const Look &look, int place)
{
    switch (place) {
    case 0:
        return look.seriesLine(2);
    case 1:
        return look.seriesLine(3);
    case 2:
        return look.warn;
    default:
        return look.mutedInk;
    }
}

QFont markFont(QFont font, QStringView mark)
{
    if (!isHalfCircle(mark))
        return font;
    if (font.pixelSize() > 0)
        font.setPixelSize(font.pixelSize() * 2);
    else
        font.setPointSizeF(font.pointSizeF() * 2);
    return font;
}

double markedWidth(const QFont &font, const QString &text)
{
    const qsizetype length = markLength(text);
    const double mark = length > 0 ? QFontMetricsF(markFont(font, QStringView(text).left(1))).horizontalAdvance(text.first(1)) : 0;
    return mark + QFontMetricsF(font).horizontalAdvance(text.sliced(length));
}

double drawMarked(QPainter &painter, const QRectF &room, Qt::Alignment alignment, const QString &text)
{
    const QFont font = painter.font();
    const double width = markedWidth(font, text);
    const qsizetype length = markLength(text);
    double x = alignment & Qt::AlignRight ? room.right() - width : room.left();
    const QFontMetricsF metrics(font);
    const double baseline = room.center().y() + (metrics.ascent() - metrics.descent()) / 2;
    if (length > 0) {
        painter.setFont(markFont(font, QStringView(text).left(1)));
        // Beside a full circle, which sits on the line.
        const double middle = baseline + inkMiddle(font, u"●"_s);
        painter.drawText(QPointF(x, middle - inkMiddle(painter.font(), text.first(1))), text.first(1));
        x += QFontMetricsF(painter.font()).horizontalAdvance(text.first(1));
        painter.setFont(font);
    }
    painter.drawText(QPointF(x, baseline), text.sliced(length));
    return width;
}

} // namespace shisaku
