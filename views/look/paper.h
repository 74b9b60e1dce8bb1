// SPDX-License-Identifier: GPL-3.0-or-later
// Paper: sheet sizes and margins, and the unit every printed page is laid out in, the same for printer, PDF, picture and screen.
#pragma once

#include <QFont>
#include <QPageLayout>
#include <QRectF>

namespace shisaku::paper {

/// Pages are laid out in twentieths of a point, (0,0) at the paper's corner; a painter scales them to its device.
inline constexpr double unitsPerPoint = 20;
inline constexpr int unitsPerInch = 1440;
inline constexpr double unitsPerMm = unitsPerInch / 25.4;

constexpr double mm(double millimetres)
{
    return millimetres * unitsPerMm;
}
constexpr double pt(double points)
{
    return points * unitsPerPoint;
}

/// The font at its point size in units of the page. Not hinted: widths are the same on every device.
inline QFont scaled(QFont font)
{
    font.setPixelSize(qRound(pt(font.pointSizeF())));
    font.setHintingPreference(QFont::PreferNoHinting);
    return font;
}

/// Rules on paper, as pen widths in units of the page.
inline constexpr double outerRule = pt(0.75);
inline constexpr double innerRule = pt(0.3);

struct Spec {
    QPageSize::PageSizeId size = QPageSize::A4;
    QPageLayout::Orientation orientation = QPageLayout::Portrait;
    QMarginsF margins{25, 18, 15, 18}; ///< In mm. The left one leaves room for two holes.

    /// The page as Qt's printing classes take it, without margins: pages are painted from corner to corner.
    QPageLayout pageLayout() const { return QPageLayout(QPageSize(size), orientation, QMarginsF()); }
    QSizeF paper() const { return pageLayout().fullRect(QPageLayout::Millimeter).size() * unitsPerMm; }
    /// The part inside the margins.
    QRectF body() const { return QRectF(QPointF(), paper()).marginsRemoved(margins * unitsPerMm); }
};

} // namespace shisaku::paper
