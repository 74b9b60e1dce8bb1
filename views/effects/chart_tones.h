// SPDX-License-Identifier: GPL-3.0-or-later
// How the series of a chart look: fill, edge and hatch, told apart without colour as well.
#pragma once

#include "models/results/chart_data.h"
#include "views/look/look.h"

#include <QRectF>

QT_BEGIN_NAMESPACE
class QPainter;
QT_END_NAMESPACE

namespace shisaku {

struct ToneColours {
    QColor fill;
    QColor edge;
    QColor ink; ///< Text on the fill, at least 4.5:1.
};
ToneColours toneColours(ChartTone tone, const Look &look);

/// Fill, hatch and edge of a bar or a legend's box.
void paintTone(QPainter &painter, const QRectF &box, ChartTone tone, const Look &look);

} // namespace shisaku
