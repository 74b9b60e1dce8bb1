// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/pages/chart_page.h"

#include "views/effects/chart.h"

#include <QPainter>

namespace shisaku {

namespace {
constexpr double points = 10.5;
constexpr double unitsPerPixel = paper::unitsPerInch / 96.0;
constexpr double highest = 0.62; ///< Of the width: a chart does not stand on end.
} // namespace

PrintJob chartJob(const ChartData &data, const QSet<int> &hidden)
{
    PrintJob job;
    job.title = data.title;
    job.paper = {QPageSize::A4, QPageLayout::Landscape, {20, 20, 20, 20}};
    job.pageCount = 1;
    Chart::Style style;
    style.look = &Look::of(Look::Medium::Paper);
    style.points = points;
    const auto chart = std::make_shared<Chart>(data, style);
    chart->setHidden(hidden);
    const QRectF body = job.paper.body();
    const QRectF place(body.topLeft(), QSizeF(body.width(), qMin(body.height(), body.width() * highest)));
    chart->layOut(place.size() / unitsPerPixel);
    job.paint = [chart, place](QPainter &painter, int) { chart->paint(painter, place); };
    return job;
}

} // namespace shisaku
