// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/sheet/sheet_layout.h"

#include "views/look/paper.h"

#include <QPainter>

namespace shisaku {

SheetLayout::SheetLayout(const Plan &plan, Id<Measure> measure, const QRectF &body, const PlanNotes *notes, const PlanTime &day) :
    m_body(body)
{
    const SheetContent content(plan, measure, notes, day);
    m_title = titleBand(content, body.width(), false);
    constexpr SheetSizes roomy{10.5, 110};
    for (const SheetSizes &sizes : {roomy, SheetSizes{10.5, 66}, SheetSizes{10, 66}, SheetSizes{9.5, 60}, SheetSizes{9, 50}}) {
        m_sizes = sizes;
        fill(plan, measure, content);
        if (pageCount() == 1)
            return;
    }
    // A second page is needed anyhow: then the text is better read at its full size.
    m_sizes = roomy;
    fill(plan, measure, content);
}

void SheetLayout::fill(const Plan &plan, Id<Measure> measure, const SheetContent &content)
{
    m_bands.clear();
    m_blocks.clear();
    const double width = m_body.width();
    ScheduleLegend legend;
    for (const PrintedRow &row : content.rows) {
        if (row.kind == PrintedRow::Kind::Schedule)
            m_bands.push_back(scheduleBand(plan, measure, row.label, width, m_sizes, &legend));
        else if (row.kind == PrintedRow::Kind::Years)
            m_bands.push_back(yearsBand(plan, measure, row.label, width, m_sizes));
        else
            m_bands.push_back(textBand(row, width, m_sizes));
        m_blocks.insert(m_bands.back().get(), row.block);
    }
    if (!legend.isEmpty())
        m_bands.push_back(legendBand(legend, width, m_sizes));
    for (const SheetBelow &below : content.below) {
        auto band = belowBand(below, width, m_sizes);
        if (!band)
            continue;
        m_blocks.insert(band.get(), below.block);
        m_bands.push_back(std::move(band));
    }
    flow(content);
}

QList<SheetLayout::BlockPlace> SheetLayout::blocksOn(int page) const
{
    QList<BlockPlace> places;
    for (const Portion &portion : m_pages.at(static_cast<size_t>(page))) {
        const bool isTitle = portion.band == m_title.get();
        if (isTitle || m_blocks.contains(portion.band))
            places << BlockPlace{m_blocks.value(portion.band), QRectF(m_body.left(), portion.y, m_body.width(), portion.room)};
    }
    return places;
}

double SheetLayout::height(int page) const
{
    const Portion &last = m_pages.at(static_cast<size_t>(page)).back();
    return last.y + last.room - m_body.top();
}

double SheetLayout::startPage(const SheetContent &content)
{
    if (!m_pages.empty() && !m_continuedTitle)
        m_continuedTitle = titleBand(content, m_body.width(), true);
    const SheetBand *title = m_pages.empty() ? m_title.get() : m_continuedTitle.get();
    m_pages.emplace_back();
    const double room = title->roomFor(0, title->height());
    m_pages.back().push_back({title, m_body.top(), room, 0, title->height()});
    return m_body.top() + room;
}

std::optional<double> SheetLayout::cut(const SheetBand &band, double from, double room)
{
    std::optional<double> best;
    for (const double at : band.breaks()) {
        if (at > from + 0.5 && band.roomFor(from, at) <= room + 0.5)
            best = at;
    }
    return best;
}

void SheetLayout::flow(const SheetContent &content)
{
    m_pages.clear();
    double y = startPage(content);
    for (const auto &band : m_bands) {
        double from = 0;
        while (from < band->height()) {
            const bool first = m_pages.back().size() == 1; // only the title stands on the page
            const double top = y + (from > 0 ? 0 : band->gap());
            std::optional<double> to = cut(*band, from, m_body.bottom() - top);
            if (!to && !first) {
                y = startPage(content);
                continue;
            }
            if (!to) { // one piece taller than a page: divide it where it must be
                const double least = band->roomFor(from, from);
                to = std::min(band->height(), from + std::max(m_body.height() / 10, m_body.bottom() - top - least));
            }
            const double room = band->roomFor(from, *to);
            m_pages.back().push_back({band.get(), top, room, from, *to});
            y = top + room;
            from = *to;
        }
    }
}

void SheetLayout::paint(QPainter &painter, int page, const SheetStyle &style) const
{
    double tableBottom = m_body.top();
    for (const Portion &portion : m_pages.at(static_cast<size_t>(page))) {
        painter.setPen(style.look->ink);
        portion.band->paint(painter, QPointF(m_body.left(), portion.y), portion.from, portion.to, style);
        if (!portion.band->isInTable())
            continue;
        if (portion.y > m_body.top()) {
            painter.setPen(QPen(style.look->ink, paper::innerRule));
            painter.drawLine(QPointF(m_body.left(), portion.y), QPointF(m_body.right(), portion.y));
        }
        tableBottom = std::max(tableBottom, portion.y + portion.room);
    }
    painter.setPen(QPen(style.look->ink, paper::outerRule, Qt::SolidLine, Qt::SquareCap, Qt::MiterJoin));
    painter.setBrush(Qt::NoBrush);
    painter.drawRect(QRectF(m_body.topLeft(), QPointF(m_body.right(), tableBottom)));
}

} // namespace shisaku
