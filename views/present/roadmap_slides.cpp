// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/present/roadmap_slides.h"

#include "views/look/paper.h"
#include "views/present/roadmap_table.h"
#include "views/roadmap/roadmap_zoom.h"

#include <QPainter>

#include <algorithm>

namespace shisaku {

using paper::pt;

namespace {
/// Shares of the slide's width for the titles, alone and beside those of the 取組.
constexpr double measureShare = 0.32;
constexpr double narrowMeasureShare = 0.25;
constexpr double initiativeShare = 0.15;
/// Width of 「～R2」 and 「R8～」 against a year.
constexpr double edgeShare = 0.75;
constexpr double largestScale = 1.5;

TextMeasure measureOf(double points, bool bold)
{
    return TextMeasure(paper::scaled(textFont(points, bold)));
}

RoadmapStyle slideStyle(const Look &look, int zoom)
{
    const double points = slide::minimumPoints * std::clamp(textScaleAt(zoom), 1.0, largestScale);
    RoadmapMetrics metrics;
    metrics.unit = pt(0.9);
    return {
        &look,   metrics, measureOf(points, false), measureOf(points, false), measureOf(points + 2, true), measureOf(points, false),
        pt(0.5), pt(1)};
}

RoadmapStyle::Columns columnsFor(RoadmapDetail detail)
{
    const qreal width = slide::body().width();
    if (detail == RoadmapDetail::Measures || detail == RoadmapDetail::MeasureBars)
        return {width * measureShare, 0};
    return {width * narrowMeasureShare, width * initiativeShare};
}

TimeAxis axisFor(const Plan &plan, const RoadmapStyle::Columns &columns)
{
    const qreal room = slide::body().width() - columns.total();
    const qreal year = room / TimeAxis::of(plan, edgeShare, 1, edgeShare).width();
    return TimeAxis::of(plan, year * edgeShare, year, year * edgeShare);
}
} // namespace

RoadmapSlides::RoadmapSlides(const Plan &plan, RoadmapTree tree, RoadmapDetail detail, int zoom, const QSet<quint64> &toggled,
                             const Look &look) :
    m_tree(std::move(tree)),
    m_style(slideStyle(look, zoom))
{
    detail = detailAt(zoom, detail);
    const QList<RoadmapLine> lines = roadmapLines(m_tree, detail, toggled);
    const RoadmapStyle::Columns columns = columnsFor(detail);
    m_roadmap = std::make_unique<RoadmapScene>(plan, m_tree, lines, m_style, axisFor(plan, columns), columns);
    QList<qreal> heights;
    heights.reserve(m_roadmap->count());
    for (int i = 0; i < m_roadmap->count(); ++i)
        heights << m_roadmap->height(i);
    m_slides = slideBreaks(m_tree, lines, heights, slide::body().height() - RoadmapPainter::headerHeight(m_style),
                           [this](int line) { return breaksOf(line); });
    if (m_slides.isEmpty())
        m_slides << RoadmapSlide(); // the years and nothing below: the filter leaves nothing
}

/// Between two lanes, where nothing is cut through.
QList<qreal> RoadmapSlides::breaksOf(int line) const
{
    QList<QRectF> rects;
    for (const PlacedItem &placed : m_roadmap->layout(line).items)
        rects << placed.bounds();
    std::sort(rects.begin(), rects.end(), [](const QRectF &a, const QRectF &b) { return a.top() < b.top(); });
    QList<qreal> breaks;
    qreal bottom = rects.isEmpty() ? 0 : rects.first().bottom();
    for (const QRectF &rect : std::as_const(rects)) {
        if (rect.top() >= bottom)
            breaks << (bottom + rect.top()) / 2;
        bottom = std::max(bottom, rect.bottom());
    }
    return breaks;
}

QString RoadmapSlides::title(int index) const
{
    const RoadmapSlide &shown = m_slides[index];
    if (shown.last < shown.first)
        return {};
    int node = m_roadmap->line(shown.first).node;
    while (m_tree.at(node).parent > 0)
        node = m_tree.at(node).parent;
    return titleOf(m_roadmap->plan(), m_tree, node);
}

qreal RoadmapSlides::shrinking(int index) const
{
    return std::min(1.0, slide::body().height() / roadmapTableHeight(*m_roadmap, m_slides[index]));
}

void RoadmapSlides::paint(QPainter &painter, int index) const
{
    painter.save();
    painter.translate(slide::body().topLeft());
    painter.scale(shrinking(index), shrinking(index));
    paintRoadmapTable(painter, *m_roadmap, m_slides[index]);
    painter.restore();
}

Id<Measure> RoadmapSlides::measureAt(int index, const QPointF &point) const
{
    return measureInTable(*m_roadmap, m_slides[index], (point - slide::body().topLeft()) / shrinking(index));
}

} // namespace shisaku
