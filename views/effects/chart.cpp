// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/effects/chart.h"

#include "views/effects/chart_drawing.h"

#include <QPainter>

namespace shisaku {

Chart::Chart(ChartData data, const Style &style) : m_data(std::move(data)), m_style(style) {}
Chart::~Chart() = default;
Chart::Chart(Chart &&other) noexcept : m_data(std::move(other.m_data)), m_style(other.m_style), m_hidden(std::move(other.m_hidden))
{}
Chart &Chart::operator=(Chart &&other) noexcept
{
    m_data = std::move(other.m_data);
    m_style = other.m_style;
    m_hidden = std::move(other.m_hidden);
    m_drawing.reset(); // it refers to the data it was made of
    m_size = {};
    return *this;
}

void Chart::setHidden(const QSet<int> &series)
{
    m_hidden = series;
    m_drawing.reset();
}

void Chart::layOut(const QSizeF &size)
{
    if (m_drawing && m_size == size)
        return;
    m_size = size;
    m_drawing = std::make_unique<Drawing>(m_data, m_style, m_hidden, size);
    m_marks = m_drawing->marks;
    m_legend = m_drawing->legend;
}

void Chart::paint(QPainter &painter, const QRectF &target) const
{
    if (!m_drawing)
        return;
    painter.save();
    painter.translate(target.topLeft());
    painter.scale(target.width() / m_size.width(), target.height() / m_size.height());
    m_drawing->paint(painter);
    painter.restore();
}

double Chart::fittingHeight(double width) const
{
    const double text = m_style.points * 96 / 72 * 1.5;
    const double extra = (m_style.title ? 1.6 : 0) + (m_style.notes ? double(m_data.notes.size()) : 0)
                         + double(m_data.strips.size());
    return qMax(150.0, qMin(width * 0.33, 300.0)) + text * (3 + extra);
}

const Chart::Mark *Chart::markAt(const QPointF &at) const
{
    for (auto mark = m_marks.crbegin(); mark != m_marks.crend(); ++mark) {
        if (mark->place.contains(at))
            return &*mark;
    }
    return nullptr;
}

int Chart::legendAt(const QPointF &at) const
{
    for (const auto &[place, series] : m_legend) {
        if (place.contains(at))
            return series;
    }
    return -1;
}

} // namespace shisaku
