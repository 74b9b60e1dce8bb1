// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/look/status_mark.h"

#include <QFontMetricsF>
#include <QPainter>

namespace shisaku {

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
    const double middle = room.center().y();
    if (length > 0) {
        painter.setFont(markFont(font, QStringView(text).left(1)));
        const QFontMetricsF large(painter.font());
        const QRectF ink = large.tightBoundingRect(text.first(1));
        painter.drawText(QPointF(x, middle - ink.center().y()), text.first(1));
        x += large.horizontalAdvance(text.first(1));
        painter.setFont(font);
    }
    painter.drawText(QPointF(x, middle + (metrics.ascent() - metrics.descent()) / 2), text.sliced(length));
    return width;
}

} // namespace shisaku
