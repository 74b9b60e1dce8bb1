// SPDX-License-Identifier: GPL-3.0-or-later
// Values over time: what is known as a solid line, the way to the target as a broken one, the end of the plan as a mark.
#include "views/effects/chart_drawing.h"

#include <QChart>
#include <QFontMetricsF>
#include <QLineSeries>
#include <QPainter>
#include <QScatterSeries>
#include <QValueAxis>

namespace shisaku {

using namespace Qt::StringLiterals;

namespace {
constexpr double gap = 6;
constexpr double markerSize = 9;
constexpr int monthsBeyond = 30; // the end of the plan is shown when it is not farther away than this

QScatterSeries::MarkerShape shapeOf(ChartPoint::Role role, int line, bool several)
{
    static constexpr QScatterSeries::MarkerShape lines[] = {QScatterSeries::MarkerShapeCircle, QScatterSeries::MarkerShapeRectangle,
                                                            QScatterSeries::MarkerShapeTriangle,
                                                            QScatterSeries::MarkerShapeRotatedRectangle};
    if (role == ChartPoint::Role::Target)
        return QScatterSeries::MarkerShapeRotatedRectangle;
    if (role == ChartPoint::Role::Estimate)
        return QScatterSeries::MarkerShapeTriangle;
    return several ? lines[static_cast<size_t>(line) % std::size(lines)] : QScatterSeries::MarkerShapeCircle;
}

bool isHollow(ChartPoint::Role role)
{
    return role != ChartPoint::Role::Actual;
}
} // namespace

QColor Chart::Drawing::lineColour(int index) const
{
    return m_data.lines.size() == 1 ? (m_look.medium == Look::Medium::GreyPaper ? m_look.ink : m_look.accent)
                                    : m_look.seriesLine(index);
}

double Chart::Drawing::timeOf(const PlanTime &time) const
{
    return (time.firstMonth() + time.endMonth()) / 2.0;
}

void Chart::Drawing::timeLegend(double y)
{
    double x = m_size.width() - 4;
    const QFont sign = font(m_style.points);
    const auto drawn = [&](const QString &shape, const QColor &colour) {
        return [this, shape, colour, sign](const QRectF &box) {
            addText(box.adjusted(-4, -4, 4, 4), shape, Qt::AlignCenter, sign, colour);
        };
    };
    if (m_data.lines.size() > 1) {
        static const QString shapes[] = {u"●"_s, u"■"_s, u"▲"_s, u"◆"_s};
        for (int i = static_cast<int>(m_data.lines.size()); i-- > 0;)
            legendItem(x, y, m_data.lines[i].name, i, drawn(shapes[i % 4], lineColour(i)));
        return;
    }
    const auto has = [this](ChartPoint::Role role) {
        return !m_data.lines.isEmpty()
               && std::any_of(m_data.lines.first().points.begin(), m_data.lines.first().points.end(),
                              [role](const ChartPoint &point) { return point.role == role; });
    };
    if (has(ChartPoint::Role::Target))
        legendItem(x, y, Chart::tr("目標"), -1, drawn(u"◇"_s, lineColour(0)));
    if (has(ChartPoint::Role::Estimate))
        legendItem(x, y, Chart::tr("推計"), -1, drawn(u"△"_s, lineColour(0)));
    if (has(ChartPoint::Role::Actual))
        legendItem(x, y, Chart::tr("実績"), -1, drawn(u"●"_s, lineColour(0)));
    if (has(ChartPoint::Role::Baseline))
        legendItem(x, y, Chart::tr("現状"), -1, drawn(u"○"_s, lineColour(0)));
}

void Chart::Drawing::timeRange()
{
    std::optional<double> low;
    std::optional<double> high;
    for (const ChartLine &line : m_data.lines) {
        for (const ChartPoint &point : line.points) {
            if (!point.at.isDated())
                continue;
            low = qMin(low.value_or(timeOf(point.at)), timeOf(point.at));
            high = qMax(high.value_or(timeOf(point.at)), timeOf(point.at));
        }
    }
    if (!low)
        low = high = m_data.planEnd.value_or(0);
    if (m_data.planEnd && *m_data.planEnd > *high && *m_data.planEnd - *high <= monthsBeyond)
        high = *m_data.planEnd;
    const double pad = qMax(3.0, (*high - *low) * 0.08);
    m_xLow = *low - pad;
    m_xHigh = *high + pad;
}

double Chart::Drawing::timeFoot(double bottom)
{
    const QFont small = font(m_style.points - 0.5);
    double y = bottom;
    if (m_style.notes) {
        for (const QString &note : m_data.notes) {
            const QRectF room(0, 0, m_plot.width(), 1000);
            y -= QFontMetricsF(small).boundingRect(room, Qt::TextWordWrap, note).height() + 2;
        }
        if (!m_data.notes.isEmpty())
            y -= 4;
    }
    return y - 2 * lineHeight(m_style.points) - 5;
}

void Chart::Drawing::time()
{
    double highest = 0;
    double lowest = 0;
    bool any = false;
    double right = 8;
    for (int i = 0; i < m_data.lines.size(); ++i) {
        for (const ChartPoint &point : m_data.lines[i].points) {
            any = true;
            if (m_hidden.contains(i))
                continue;
            highest = qMax(highest, point.value.toDouble());
            lowest = qMin(lowest, point.value.toDouble());
        }
        if (m_data.lines.size() > 1)
            right = qMax(right, textWidth(m_data.lines[i].name, font(m_style.points)) + 2 * gap + markerSize);
    }
    if (!any) {
        m_plot = QRectF(QPointF(0, m_top), QPointF(m_size.width() - 4, m_size.height() - 4));
        const QString text = m_data.badge.isEmpty() ? Chart::tr("値がまだありません。")
                                                    : Chart::tr("値がまだありません。（%1）").arg(m_data.badge);
        addText(m_plot, text, Qt::AlignCenter, font(m_style.points + 1), m_look.mutedInk);
        return;
    }
    valueScale(highest, lowest);
    const double left = scaleWidth() + gap + 4;
    m_plot = QRectF(left, 0, m_size.width() - left - right, 0);
    const double top = m_top + 1.6 * lineHeight(m_style.points);
    m_plot = QRectF(QPointF(left, top), QPointF(m_size.width() - right, qMax(top + 20, timeFoot(m_size.height()))));
    timeRange();
    m_yLow = m_scale.bottom;
    m_yHigh = m_scale.top * (1 + qMax(0.05, (markerSize + 3) / m_plot.height())); // a marker at the top is not cut
    makeChart();
    planEnd();
    for (int i = 0; i < m_data.lines.size(); ++i) {
        if (!m_hidden.contains(i))
            timeLine(i);
    }

    // The times at which something is known, each once, in a second line where they come too close.
    const QFont small = font(m_style.points);
    QMap<double, QString> times;
    for (const ChartLine &line : m_data.lines) {
        for (const ChartPoint &point : line.points) {
            if (point.at.isDated())
                times.insert(timeOf(point.at), point.at.toShortJapanese());
        }
    }
    double taken[2] = {-1000, -1000};
    for (auto time = times.cbegin(); time != times.cend(); ++time) {
        const double x = at(time.key(), 0).x();
        const double half = textWidth(time.value(), small) / 2 + 3;
        const int row = x - half >= taken[0] ? 0 : 1;
        m_rules.append({QLineF(x, m_plot.bottom(), x, m_plot.bottom() + 4), QPen(m_look.strongLine, 1)});
        if (x - half < taken[row])
            continue;
        taken[row] = x + half;
        addText({x - half, m_plot.bottom() + 4 + row * lineHeight(m_style.points), 2 * half, lineHeight(m_style.points)},
                time.value(), Qt::AlignCenter, small, m_look.ink);
    }
    foot(left);
}

void Chart::Drawing::planEnd()
{
    if (!m_data.planEnd || *m_data.planEnd < m_xLow || *m_data.planEnd > m_xHigh)
        return;
    const double x = at(*m_data.planEnd, 0).x();
    const double top = m_plot.top() - lineHeight(m_style.points) * 1.4;
    m_rules.append({QLineF(x, top + lineHeight(m_style.points), x, m_plot.bottom()), QPen(m_look.mutedInk, 1, Qt::DotLine)});
    const QFont small = font(m_style.points - 0.5);
    const QString text = Chart::tr("計画の終期");
    const double half = textWidth(text, small) / 2 + 2;
    const double left = qBound(m_plot.left(), x - half, m_size.width() - 2 * half);
    addText({left, top, 2 * half, lineHeight(m_style.points)}, text, Qt::AlignCenter, small, m_look.mutedInk);
}

void Chart::Drawing::pathToTarget(const QPointF &from, const QPointF &to, const QColor &colour)
{
    auto *path = new QLineSeries;
    path->append(from);
    path->append(to);
    path->setPen(QPen(colour, 1.5, Qt::DashLine));
    attach(path);
}

void Chart::Drawing::points(int index, const QList<const ChartPoint *> &list, ChartPoint::Role role)
{
    auto *scatter = new QScatterSeries;
    for (const ChartPoint *point : list) {
        if (point->role == role)
            scatter->append(timeOf(point->at), point->value.toDouble());
    }
    scatter->setMarkerShape(shapeOf(role, index, m_data.lines.size() > 1));
    scatter->setMarkerSize(role == ChartPoint::Role::Target ? markerSize + 3 : markerSize);
    scatter->setColor(isHollow(role) ? m_look.ground : lineColour(index));
    scatter->setBorderColor(lineColour(index));
    scatter->setPen(QPen(lineColour(index), 1.5));
    scatter->setBrush(isHollow(role) ? m_look.ground : lineColour(index));
    attach(scatter);
}

void Chart::Drawing::timeLine(int index)
{
    const ChartLine &line = m_data.lines[index];
    QList<const ChartPoint *> dated;
    for (const ChartPoint &point : line.points) {
        if (point.at.isDated())
            dated << &point;
        else
            timelessTarget(point);
    }
    auto *known = new QLineSeries;
    known->setPen(QPen(lineColour(index), 2));
    std::optional<QPointF> last;
    for (const ChartPoint *point : dated) {
        const QPointF place(timeOf(point->at), point->value.toDouble());
        if (point->role == ChartPoint::Role::Target)
            continue;
        known->append(place);
        last = place;
    }
    attach(known);
    for (const ChartPoint *point : dated) {
        const QPointF place(timeOf(point->at), point->value.toDouble());
        if (point->role != ChartPoint::Role::Target)
            continue;
        if (last && last->x() < place.x()) {
            pathToTarget(*last, place, lineColour(index));
            last = place;
        }
    }
    for (const auto role :
         {ChartPoint::Role::Baseline, ChartPoint::Role::Actual, ChartPoint::Role::Estimate, ChartPoint::Role::Target})
        points(index, dated, role);
    QList<QRectF> placed;
    for (const ChartPoint *point : dated)
        pointLabel(index, *point, point == dated.last(), placed);
}

void Chart::Drawing::pointLabel(int index, const ChartPoint &point, bool last, QList<QRectF> &placed)
{
    const QPointF place = at(timeOf(point.at), point.value.toDouble());
    const bool several = m_data.lines.size() > 1;
    const bool target = point.role == ChartPoint::Role::Target;
    const QString text = target && !several ? Chart::tr("目標 %1").arg(point.label) : point.label;
    valueLabel(place - QPointF(0, markerSize / 2 + 2), text, target, placed);
    if (several && last)
        addText({place.x() + gap + 2, place.y() - lineHeight(m_style.points) / 2, m_size.width(), lineHeight(m_style.points)},
                m_data.lines[index].name, Qt::AlignLeft | Qt::AlignVCenter, font(m_style.points), lineColour(index));
    const QString role = point.role == ChartPoint::Role::Target     ? Chart::tr("目標")
                         : point.role == ChartPoint::Role::Baseline ? Chart::tr("現状")
                         : point.role == ChartPoint::Role::Estimate ? Chart::tr("推計")
                                                                    : Chart::tr("実績");
    marks.append({QRectF(place - QPointF(10, 10), QSizeF(20, 20)),
                  Chart::tr("%1　%2 %3%4\n%5").arg(point.at.toJapanese(), role, point.label, m_data.unit, m_data.lines[index].name),
                  point.row});
}

void Chart::Drawing::timelessTarget(const ChartPoint &point)
{
    const double y = at(0, point.value.toDouble()).y();
    m_rules.append({QLineF(m_plot.left(), y, m_plot.right(), y), QPen(lineColour(0), 1.5, Qt::DashLine)});
    const bool target = point.role == ChartPoint::Role::Target;
    const QString text = target ? Chart::tr("目標 %1（時期の定めなし）") : Chart::tr("%1（時点の記載なし）");
    const QFont bold = font(m_style.points, true);
    const double height = lineHeight(m_style.points);
    addText({m_plot.left() + gap, y - height - 1, m_plot.width(), height}, text.arg(point.label), Qt::AlignLeft | Qt::AlignVCenter,
            bold, m_look.ink);
    marks.append({QRectF(m_plot.left(), y - 6, m_plot.width(), 12), text.arg(point.label + m_data.unit), point.row});
}

} // namespace shisaku
