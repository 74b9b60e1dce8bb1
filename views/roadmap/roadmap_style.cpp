// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/roadmap/roadmap_style.h"

#include "views/look/paper.h"

#include <algorithm>

namespace shisaku {

namespace {
constexpr qreal usualPrinted = 9;
constexpr qreal noteSize = 8;

TextMeasure onPaper(qreal points, bool bold)
{
    return TextMeasure(paper::scaled(textFont(points, bold)));
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

RoadmapStyle RoadmapStyle::paper(const Look &look, qreal points, qreal smallest)
{
    const qreal size = std::max(points, smallest);
    RoadmapMetrics metrics;
    metrics.unit = paper::pt(0.75) * size / usualPrinted;
    return {&look,
            metrics,
            onPaper(size, false),
            onPaper(size, false),
            onPaper(size + 0.5, true),
            onPaper(std::min(size, noteSize), false),
            paper::innerRule,
            paper::outerRule};
}

qreal RoadmapStyle::measureTextWidth(const Columns &columns) const
{
    return columns.measure - indent() - numberWidth() - markWidth() - 3 * cellPadding();
}

} // namespace shisaku
