// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/effects/chart.h"
#include "views/look/figure_picture.h"
#include "views/pages/council_pages.h"
#include "views/pages/council_type.h"

#include <QPainter>

namespace shisaku {

using namespace council;
using paper::pt;

namespace {
constexpr double unitsPerPixel = paper::unitsPerInch / 96.0;
constexpr double tallestFigure = 0.6; // of the page
} // namespace

void CouncilPages::addChart(const ChartData &data, const QString &caption)
{
    Chart::Style style;
    style.look = m_style.look;
    style.points = notePoints;
    style.title = false; // its caption stands below
    const auto chart = std::make_shared<Chart>(data, style);
    const double width = m_body.width() / unitsPerPixel;
    const QSizeF size(width, chart->fittingHeight(width));
    chart->layOut(size);
    Piece piece;
    piece.height = size.height() * unitsPerPixel;
    piece.gap = pt(9);
    piece.keepWithNext = true;
    piece.paint = [chart, size, left = m_body.left()](QPainter &painter, double y, bool) {
        chart->paint(painter, QRectF(QPointF(left, y), size * unitsPerPixel));
    };
    m_pieces.push_back(std::move(piece));
    addText(caption, paper::scaled(textFont(tablePoints, true)), 0, pt(4), Qt::AlignHCenter, false);
}

void CouncilPages::addFigure(const CouncilText::Block &block, double indent)
{
    const auto picture = std::make_shared<FigurePicture>(block.picture);
    const QRectF room(m_body.left() + indent, 0, m_body.width() - indent, m_body.height() * tallestFigure);
    QSizeF size = picture->size() * unitsPerPixel;
    if (size.width() > room.width() || size.height() > room.height())
        size.scale(room.size(), Qt::KeepAspectRatio);
    const bool hasWords = !block.text.isEmpty() || !block.source.isEmpty();
    Piece piece;
    piece.height = size.height();
    piece.gap = pt(9);
    piece.keepWithNext = hasWords;
    const double left = room.left() + (room.width() - size.width()) / 2;
    const bool grey = m_style.look->medium == Look::Medium::GreyPaper;
    piece.paint = [picture, size, left, grey](QPainter &painter, double y, bool) {
        picture->paint(painter, QRectF(QPointF(left, y), size), grey);
    };
    m_pieces.push_back(std::move(piece));
    if (!block.text.isEmpty())
        addText(block.text, paper::scaled(textFont(tablePoints, true)), indent, pt(4), Qt::AlignHCenter, !block.source.isEmpty());
    if (!block.source.isEmpty())
        addText(tr("出典：%1").arg(block.source), paper::scaled(textFont(notePoints)), indent, pt(2), Qt::AlignHCenter, false);
}

void CouncilPages::addDrawing(const CouncilText::Drawing &drawing)
{
    Piece piece;
    piece.height = drawing.size.height();
    piece.gap = pt(9);
    piece.paint = [drawing, left = m_body.center().x() - drawing.size.width() / 2](QPainter &painter, double y, bool) {
        drawing.paint(painter, QPointF(left, y));
    };
    m_pieces.push_back(std::move(piece));
}

} // namespace shisaku
