// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/roadmap/roadmap_style.h"

#include <algorithm>
#include <cmath>

namespace shisaku {

namespace {
constexpr int perPoint = 20;
constexpr qreal smallestPrinted = 8;

TextMeasure onPaper(qreal points, bool bold)
{
    QFont font = textFont(points, bold);
    font.setPixelSize(static_cast<int>(std::lround(points * perPoint)));
    return TextMeasure(font);
}
} // namespace

RoadmapStyle RoadmapStyle::screen(const Look &look, qreal textScale)
{
    RoadmapMetrics metrics;
    metrics.unit = textScale;
    return {&look,
            metrics,
            TextMeasure(textFont(9.5 * textScale)),
            TextMeasure(textFont(10 * textScale)),
            TextMeasure(textFont(10 * textScale, true)),
            TextMeasure(textFont(9 * textScale)),
            1,
            1};
}

RoadmapStyle RoadmapStyle::paper(const Look &look, qreal points)
{
    const qreal size = std::max(points, smallestPrinted);
    RoadmapMetrics metrics;
    metrics.unit = perPoint * 0.75 * size / 9;
    return {&look, metrics, onPaper(size, false), onPaper(size, false), onPaper(size + 0.5, true), onPaper(smallestPrinted, false), 0.25 * perPoint, 0.75 * perPoint};
}

qreal RoadmapStyle::measureTextWidth(const Columns &columns) const
{
    return columns.measure - indent() - numberWidth() - markWidth() - 3 * cellPadding();
}

} // namespace shisaku
