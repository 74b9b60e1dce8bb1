// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/effects/chart_drawing.h"

#include "models/plan/search_form.h"
#include "views/effects/chart_tones.h"

#include <QAbstractSeries>
#include <QChart>
#include <QFontMetricsF>
#include <QGraphicsLayout>
#include <QLocale>
#include <QPainter>
#include <QValueAxis>

#include <cmath>

namespace shisaku {

using namespace Qt::StringLiterals;

namespace {
constexpr double pixelsPerPoint = 96.0 / 72;
constexpr double gap = 6;
constexpr double signWidth = 16;

/// Whether everything shown is counted in whole numbers: an axis of procedures has no 0.2.
bool isCounted(const ChartData &data)
{
    const auto whole = [](const Decimal &value) { return std::floor(value.toDouble()) == value.toDouble(); };
    for (const ChartSeries &series : data.series) {
        for (const ChartBar &bar : series.bars) {
            if (bar.value && !whole(*bar.value))
                return false;
        }
    }
    for (const ChartLine &line : data.lines) {
        for (const ChartPoint &point : line.points) {
            if (!whole(point.value))
                return false;
        }
    }
    return true;
}
} // namespace

Chart::Drawing::Drawing(const ChartData &data, const Style &style, const QSet<int> &hidden, const QSizeF &size) :
    m_data(data), m_style(style), m_look(*style.look), m_hidden(hidden), m_size(size), m_scene(std::make_unique<QGraphicsScene>())
{
    head();
    if (m_data.kind == ChartData::Kind::Time)
        time();
    else
        bars();
    m_scene->setSceneRect(QRectF(QPointF(), m_size));
}

Chart::Drawing::~Drawing() = default;

QFont Chart::Drawing::font(double points, bool bold) const
{
    QFont font = textFont(points, bold);
    font.setPixelSize(qRound(points * pixelsPerPoint));
    font.setHintingPreference(QFont::PreferNoHinting);
    return font;
}

QFont Chart::Drawing::figures(double points, bool bold) const
{
    QFont font = figureFont(points, bold);
    font.setPixelSize(qRound(points * pixelsPerPoint));
    font.setHintingPreference(QFont::PreferNoHinting);
    return font;
}

double Chart::Drawing::lineHeight(double points) const
{
    return qRound(points * pixelsPerPoint) * 1.35;
}

double Chart::Drawing::textWidth(const QString &text, const QFont &font) const
{
    return QFontMetricsF(font).horizontalAdvance(text);
}

void Chart::Drawing::addText(const QRectF &box, const QString &text, int flags, const QFont &font, const QColor &colour)
{
    m_texts.append({box, text, flags, font, colour, {}});
}

void Chart::Drawing::head()
{
    double y = 2;
    if (m_style.title && !m_data.title.isEmpty()) {
        const double height = lineHeight(m_style.points + 2);
        addText({0, y, m_size.width(), height}, m_data.title, Qt::AlignLeft | Qt::AlignVCenter, font(m_style.points + 2, true),
                m_look.ink);
        y += height + 4;
    }
    const double height = lineHeight(m_style.points);
    const QString unit = m_data.unit.isEmpty() ? QString() : tr("（単位：%1）").arg(m_data.unit);
    addText({0, y, m_size.width() / 2, height}, unit, Qt::AlignLeft | Qt::AlignVCenter, font(m_style.points - 0.5),
            m_look.mutedInk);
    if (!m_data.badge.isEmpty())
        badge(textWidth(unit, font(m_style.points - 0.5)) + 8, y - 1);
    if (m_data.kind == ChartData::Kind::Time)
        timeLegend(y);
    else
        barLegend(y);
    m_top = y + height + 4;
}

void Chart::Drawing::legendItem(double &x, double y, const QString &name, int series,
                                const std::function<void(const QRectF &)> &sign)
{
    // Set from the right: the items come in reverse order.
    const QFont small = font(m_style.points);
    const double height = lineHeight(m_style.points);
    const double width = signWidth + 4 + textWidth(name, small);
    x -= width;
    sign({x, y + height / 2 - 5, signWidth, 10});
    const bool off = m_hidden.contains(series);
    QFont shown = small;
    shown.setStrikeOut(off);
    addText({x + signWidth + 4, y, width, height}, name, Qt::AlignLeft | Qt::AlignVCenter, shown,
            off ? m_look.mutedInk : m_look.ink);
    if (series >= 0)
        legend.append({QRectF(x - 2, y, width + 4, height), series});
    x -= 14;
}

void Chart::Drawing::barLegend(double y)
{
    double x = m_size.width() - 4;
    for (int i = static_cast<int>(m_data.series.size()); i-- > 0;)
        legendItem(x, y, m_data.series[i].name, i, [this, i](const QRectF &box) { m_boxes.append({box, m_data.series[i].tone}); });
}

void Chart::Drawing::foot(double left)
{
    if (!m_style.notes)
        return;
    double y = m_plot.bottom();
    for (const Text &text : std::as_const(m_texts))
        y = qMax(y, text.box.bottom());
    y += 4;
    const QFont note = font(m_style.points - 0.5);
    for (const QString &text : m_data.notes) {
        const QRectF room(left, y, m_size.width() - left, m_size.height());
        const double height = QFontMetricsF(note).boundingRect(room, Qt::TextWordWrap, text).height();
        addText({left, y, room.width(), height}, text, Qt::AlignLeft | Qt::AlignTop | Qt::TextWordWrap, note, m_look.mutedInk);
        y += height + 2;
    }
}

void Chart::Drawing::valueScale(double highest, double lowest)
{
    // Four to six steps of 1, 2, 2.5 or 5: round figures at the axis, and zero always among them.
    const bool percent = plainForm(m_data.unit) == u"%";
    lowest = qMin(lowest, 0.0);
    if (highest <= 0)
        highest = lowest < 0 ? 0 : 1;
    if (percent && highest > 50 && highest <= 100 && lowest == 0) {
        m_scale = {100, 20, 0};
        return;
    }
    const double whole = highest - lowest;
    const double power = std::pow(10, std::floor(std::log10(whole / 4)));
    for (double factor : {1.0, 2.0, 2.5, 5.0, 10.0}) {
        const double step = factor * power;
        if ((factor == 2.5 && power <= 1) || (step < 1 && isCounted(m_data)))
            continue;
        if (whole / step > 6)
            continue;
        m_scale = {std::ceil(highest / step) * step, step, std::floor(lowest / step) * step};
        return;
    }
    m_scale = {highest, whole, lowest};
}

QString Chart::Drawing::axisText(double value) const
{
    const int places = m_scale.step < 1 ? static_cast<int>(std::ceil(-std::log10(m_scale.step))) : 0;
    const QString text = QLocale(QLocale::Japanese).toString(std::abs(value), 'f', places);
    return value < -m_scale.step / 2 ? u'△' + text : text;
}

double Chart::Drawing::scaleWidth() const
{
    return qMax(textWidth(axisText(m_scale.top), figures(m_style.points)),
                textWidth(axisText(m_scale.bottom), figures(m_style.points)));
}

QValueAxis *Chart::Drawing::axis(Qt::Alignment side, double low, double high)
{
    auto *axis = new QValueAxis;
    axis->setRange(low, high);
    axis->setLabelsVisible(false);
    axis->setMinorGridLineVisible(false);
    axis->setLinePen(QPen(m_look.strongLine, 1));
    axis->setGridLinePen(QPen(m_look.line, m_look.isPaper() ? 0.4 : 0.75));
    axis->setShadesVisible(false);
    m_chart->addAxis(axis, side);
    return axis;
}

void Chart::Drawing::makeChart()
{
    m_chart = new QChart;
    m_scene->addItem(m_chart);
    m_chart->setAnimationOptions(QChart::NoAnimation); // with animations a print is empty
    m_chart->setBackgroundVisible(false);
    m_chart->setDropShadowEnabled(false);
    m_chart->legend()->hide();
    m_chart->setMargins({});
    m_chart->layout()->setContentsMargins(0, 0, 0, 0);
    m_chart->resize(m_size);
    m_xAxis = axis(Qt::AlignBottom, m_xLow, m_xHigh);
    m_xAxis->setGridLineVisible(false);
    m_xAxis->setTickCount(2); // the times and categories have marks of their own
    m_yAxis = axis(Qt::AlignLeft, m_yLow, m_yHigh);
    m_yAxis->setTickType(QValueAxis::TicksDynamic);
    m_yAxis->setTickAnchor(0);
    m_yAxis->setTickInterval(m_scale.step);
    m_yAxis->setLineVisible(false);
    m_chart->setPlotArea(m_plot);
    m_chart->layout()->activate(); // no event loop comes before the first picture

    const QFont labels = figures(m_style.points);
    const double height = lineHeight(m_style.points);
    if (m_yLow < 0)
        m_rules.append({QLineF(m_plot.left(), at(0, 0).y(), m_plot.right(), at(0, 0).y()), QPen(m_look.strongLine, 1)});
    for (double value = m_scale.bottom; value <= m_scale.top + m_scale.step / 2; value += m_scale.step) {
        const double y = at(0, value).y();
        addText({0, y - height / 2, m_plot.left() - gap, height}, axisText(value), Qt::AlignRight | Qt::AlignVCenter, labels,
                m_look.mutedInk);
    }
}

QPointF Chart::Drawing::at(double x, double y) const
{
    return {m_plot.left() + (x - m_xLow) / (m_xHigh - m_xLow) * m_plot.width(),
            m_plot.bottom() - (y - m_yLow) / (m_yHigh - m_yLow) * m_plot.height()};
}

void Chart::Drawing::attach(QAbstractSeries *series)
{
    m_chart->addSeries(series);
    series->attachAxis(m_xAxis);
    series->attachAxis(m_yAxis);
}

void Chart::Drawing::badge(double left, double y)
{
    const QFont bold = font(m_style.points, true);
    const QRectF box(left, y, textWidth(m_data.badge, bold) + 16, lineHeight(m_style.points) + 2);
    addText(box, m_data.badge, Qt::AlignCenter, bold, m_look.ink);
    for (const QLineF &side : {QLineF(box.topLeft(), box.topRight()), QLineF(box.topRight(), box.bottomRight()),
                               QLineF(box.bottomRight(), box.bottomLeft()), QLineF(box.bottomLeft(), box.topLeft())})
        m_rules.append({side, QPen(m_look.mutedInk, 1)});
}

void Chart::Drawing::paint(QPainter &painter) const
{
    painter.setRenderHint(QPainter::Antialiasing);
    if (m_chart)
        m_scene->render(&painter, QRectF(QPointF(), m_size), QRectF(QPointF(), m_size));
    for (const Box &box : m_boxes)
        paintTone(painter, box.place, box.tone, m_look);
    for (const Text &text : m_texts) {
        if (text.ground) {
            const QFontMetricsF metrics(text.font);
            const QRectF ink = metrics.boundingRect(text.box, text.flags, text.text);
            painter.fillRect(ink.adjusted(-4, 0, 4, 0), *text.ground);
        }
        painter.setFont(text.font);
        painter.setPen(text.colour);
        painter.drawText(text.box, text.flags, text.text);
    }
    for (const Rule &rule : m_rules) {
        painter.setPen(rule.pen);
        painter.drawLine(rule.line);
    }
}

} // namespace shisaku
