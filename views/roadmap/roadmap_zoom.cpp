// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/roadmap/roadmap_zoom.h"

#include <cmath>

namespace shisaku {

namespace {
constexpr int smallestTextZoom = -3;
constexpr int initiativeBarsZoom = -3;
constexpr int measureBarsZoom = -5;
} // namespace

qreal textScaleAt(int zoom)
{
    return std::pow(1.1, std::max(zoom, smallestTextZoom));
}

RoadmapDetail detailAt(int zoom, RoadmapDetail detail)
{
    if (zoom > initiativeBarsZoom)
        return detail;
    return zoom <= measureBarsZoom || detail == RoadmapDetail::Measures ? RoadmapDetail::MeasureBars
                                                                        : RoadmapDetail::InitiativeBars;
}

} // namespace shisaku
