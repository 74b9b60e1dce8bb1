// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/effects/chart_tones.h"

#include <QPainter>

namespace shisaku {

namespace {
constexpr double hatchStep = 5;
constexpr double dotStep = 6;
constexpr double edgeWidth = 1;

void hatch(QPainter &painter, const QRectF &box, const QColor &colour)
{
    painter.setPen(QPen(colour, 1));
    // Lines are cut to the box by hand: a clip would turn the page of a PDF into a picture in some viewers.
    for (double shift = hatchStep; shift < box.width() + box.height(); shift += hatchStep) {
        const double x1 = qMin(shift, box.width());
        const double y2 = qMin(shift, box.height());
        painter.drawLine(QPointF(box.left() + x1, box.top() + (shift - x1)), QPointF(box.left() + (shift - y2), box.top() + y2));
    }
}

void dots(QPainter &painter, const QRectF &box, const QColor &colour)
{
    painter.setPen(Qt::NoPen);
    painter.setBrush(colour);
    bool odd = false;
    for (double y = box.top() + dotStep / 2; y < box.bottom() - 1; y += dotStep / 2) {
        for (double x = box.left() + (odd ? dotStep : dotStep / 2); x < box.right() - 1; x += dotStep)
            painter.drawEllipse(QPointF(x, y), 0.8, 0.8);
        odd = !odd;
    }
}
} // namespace

ToneColours toneColours(ChartTone tone, const Look &look)
{
    const bool grey = look.medium == Look::Medium::GreyPaper;
    const bool dark = look.medium == Look::Medium::Dark;
    switch (tone) {
    case ChartTone::Pale:
        return dark ? ToneColours{QColor(0xff4A525C), QColor(0xffA9B1BC), look.ink}
                    : ToneColours{grey ? QColor(0xffD9D9D9) : QColor(0xffDDE3EA), grey ? QColor(Qt::black) : QColor(0xff6B7580),
                                  look.ink};
    case ChartTone::Middle:
        return {grey ? look.ground : look.accentFill, grey ? QColor(Qt::black) : look.accent, look.ink};
    case ChartTone::Strong:
        return {grey ? QColor(0xff4A4A4A) : look.accent, grey ? QColor(Qt::black) : look.accent,
                dark ? QColor(0xff10151A) : QColor(Qt::white)};
    case ChartTone::Open:
        break;
    }
    return {look.ground, grey ? QColor(Qt::black) : look.accent, look.ink};
}

void paintTone(QPainter &painter, const QRectF &box, ChartTone tone, const Look &look)
{
    const ToneColours colours = toneColours(tone, look);
    painter.save();
    painter.fillRect(box, colours.fill);
    if (tone == ChartTone::Middle)
        hatch(painter, box, colours.edge);
    if (tone == ChartTone::Open)
        dots(painter, box, colours.edge);
    painter.setBrush(Qt::NoBrush);
    painter.setPen(
        QPen(colours.edge, edgeWidth, tone == ChartTone::Open ? Qt::DashLine : Qt::SolidLine, Qt::SquareCap, Qt::MiterJoin));
    painter.drawRect(box);
    painter.restore();
}

} // namespace shisaku
