// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/roadmap/roadmap_ink.h"

#include "views/look/hatching.h"
#include "views/look/status_mark.h"

#include <QPaintEngine>
#include <QPainter>
#include <QPainterPath>

#include <algorithm>

namespace shisaku {

using namespace Qt::StringLiterals;

namespace {
/// Width of a bar's edge on paper, in hairlines: no wider, for on a full sheet text comes close to it.
constexpr qreal edgeShare = 1.4;
/// From one stroke of hatching to the next.
constexpr qreal hatchStep = 8;

/// A torn edge from one corner to the other: nobody knows how it goes on.
void tear(QPolygonF &shape, QPointF from, QPointF to, qreal unit)
{
    constexpr int teeth = 3;
    const qreal depth = (to.y() > from.y() ? -4 : 4) * unit;
    for (int i = 0; i < teeth; ++i) {
        shape << from + (to - from) * i / teeth;
        shape << from + (to - from) * (i + 0.5) / teeth + QPointF(depth, 0);
    }
    shape << to;
}

/// A PDF and a raster want glyphs. Measured once, characters need not be shaped again, nor be written in pieces by script.
/// Others, such as SVG, want the text itself.
bool takesGlyphs(QPaintEngine::Type engine)
{
    return engine == QPaintEngine::Pdf || engine == QPaintEngine::Raster;
}
} // namespace

RoadmapInk::RoadmapInk(QPainter &painter, const RoadmapStyle &style) :
    m_painter(painter), m_style(style), m_takesGlyphs(takesGlyphs(painter.paintEngine()->type()))
{}

QPen RoadmapInk::pen(const QColor &colour, qreal width)
{
    return QPen(colour, width, Qt::SolidLine, Qt::FlatCap, Qt::MiterJoin);
}

QPen RoadmapInk::dashed(const QColor &colour, qreal width, qreal unit)
{
    QPen made = pen(colour, width);
    made.setDashPattern({4 * unit / width, 3 * unit / width});
    return made;
}

void RoadmapInk::lines(const QStringList &texts, const TextMeasure &measure, QPointF topLeft, qreal stretch, qreal pitch)
{
    const qreal step = pitch > 0 ? pitch : measure.pitch();
    qreal baseline = topLeft.y() + step / 2 + measure.baselineDrop();
    for (const QString &text : texts) {
        if (stretch < 1) {
            const QTransform before = m_painter.transform();
            m_painter.translate(topLeft.x(), baseline);
            m_painter.scale(stretch, 1);
            line(text, measure, {});
            m_painter.setTransform(before);
        } else {
            line(text, measure, {topLeft.x(), baseline});
        }
        baseline += step;
    }
}

void RoadmapInk::line(const QString &text, const TextMeasure &measure, QPointF baseline)
{
    const QGlyphRun glyphs = m_takesGlyphs ? measure.glyphs(text) : QGlyphRun();
    if (!glyphs.isEmpty()) {
        m_painter.drawGlyphRun(baseline, glyphs);
    } else {
        m_painter.setFont(measure.font());
        m_painter.drawText(baseline, text);
    }
}

void RoadmapInk::text(const PlacedText &placed, const TextMeasure &measure, const QColor &colour)
{
    m_painter.setPen(colour);
    lines(placed.lines, measure, placed.rect.topLeft(), placed.stretch, placed.pitch);
}

void RoadmapInk::item(const PlacedItem &placed, const ScheduleItem &what, int kind, const QColor &behind)
{
    shape(placed, what, kind, behind);
    label(placed, what, kind);
}

void RoadmapInk::shape(const PlacedItem &placed, const ScheduleItem &what, int kind, const QColor &behind)
{
    // No line of the grid crosses a label that stands outside a filled bar.
    if (placed.undated)
        m_painter.fillRect(placed.shape, behind);
    const bool point = what.isMilestone() && !placed.undated;
    if (placed.undated || !(point || what.isText()))
        bar(placed, what, kind);
    groundLabel(placed, point || what.isText(), behind);
    if (!placed.leader.isEmpty()) {
        m_painter.setPen(pen(look().seriesLine(kind), m_style.hairline));
        m_painter.drawPolyline(placed.leader);
    }
}

void RoadmapInk::groundLabel(const PlacedItem &placed, bool barless, const QColor &behind)
{
    const QRectF &label = placed.text.rect;
    if (placed.text.isEmpty())
        return;
    const auto ground = [&](qreal from, qreal to) {
        if (to > from)
            m_painter.fillRect(QRectF(from, label.top(), to - from, label.height()), behind);
    };
    if (placed.undated) // no hatching runs through words
        return ground(label.left() - m_style.metrics.sidePadding(), label.right() + m_style.metrics.sidePadding());
    if (!placed.leader.isEmpty() || (barless && !placed.host))
        return ground(label.left(), label.right());
    const auto [from, to] = barless ? *placed.host : std::pair(placed.shape.left(), placed.shape.right());
    ground(label.left(), std::min(label.right(), from));
    ground(std::max(label.left(), to), label.right());
}

void RoadmapInk::label(const PlacedItem &placed, const ScheduleItem &what, int kind)
{
    if (what.isMilestone() && !placed.undated)
        symbol(placed, what, kind);
    text(placed.text, m_style.label, look().ink);
}

void RoadmapInk::progress(const QString &mark, const TextMeasure &measure, const QRectF &box)
{
    m_painter.setFont(measure.font());
    const double width = markedWidth(measure.font(), mark);
    drawMarked(m_painter, QRectF(box.center().x() - width / 2, box.top(), width, box.height()), Qt::AlignLeft, mark);
}

void RoadmapInk::kindMark(const QString &sign, int place, const QRectF &box)
{
    m_painter.setPen(pen(look().seriesLine(place), m_style.hairline));
    m_painter.setBrush(look().seriesFill(place));
    m_painter.drawRect(box);
    m_painter.setPen(look().ink);
    const TextMeasure &note = m_style.note;
    lines({sign}, note, {box.center().x() - note.width(sign) / 2, box.center().y() - note.pitch() / 2});
}

void RoadmapInk::bar(const PlacedItem &placed, const ScheduleItem &what, int kind)
{
    const qreal inset = m_style.hairline;
    const QRectF r = placed.shape.adjusted(inset, 0, -inset, 0);
    const qreal unit = m_style.metrics.unit;
    if (placed.undated) {
        m_painter.setPen(pen(look().line, m_style.hairline));
        hatch(m_painter, r, hatchStep * unit);
    }
    const bool arrow = what.style != "bar"_L1 && placed.right != TimeSpan::Edge::Unknown;
    const qreal head = arrow ? std::min(m_style.metrics.headDepth(), r.width() / 2) : 0;

    QPolygonF fill{r.topLeft()};
    if (placed.right == TimeSpan::Edge::Unknown && !placed.undated)
        tear(fill, r.topRight(), r.bottomRight(), unit);
    else
        fill << QPointF(r.right() - head, r.top()) << QPointF(r.right(), r.center().y()) << QPointF(r.right() - head, r.bottom());
    fill << r.bottomLeft();
    if (placed.left == TimeSpan::Edge::Unknown && !placed.undated)
        tear(fill, r.bottomLeft(), r.topLeft(), unit);
    const bool closed = arrow && placed.left == TimeSpan::Edge::Stated && !placed.undated;
    if (!placed.undated && !closed)
        fillShape(fill, look().seriesFill(kind));

    // Open sides have no edge: the bar goes on, or nobody knows.
    QPainterPath outline;
    outline.moveTo(r.bottomLeft());
    if (placed.left == TimeSpan::Edge::Stated || placed.undated)
        outline.lineTo(r.topLeft());
    else
        outline.moveTo(r.topLeft());
    outline.lineTo(r.right() - head, r.top());
    if (arrow)
        outline.lineTo(r.right(), r.center().y());
    if (placed.right != TimeSpan::Edge::Unknown || placed.undated)
        outline.lineTo(r.right() - head, r.bottom());
    else
        outline.moveTo(r.right() - head, r.bottom());
    outline.lineTo(r.bottomLeft());
    const QColor colour = !placed.undated ? look().seriesLine(kind) : look().isPaper() ? look().line : look().strongLine;
    const qreal width = look().isPaper() ? m_style.hairline * edgeShare : std::max(m_style.hairline, 1.0);
    m_painter.setBrush(closed ? QBrush(look().seriesFill(kind)) : QBrush(Qt::NoBrush)); // a path is written down once for both
    m_painter.setPen(what.stated && !placed.undated ? pen(colour, width) : dashed(colour, width, unit));
    m_painter.setRenderHint(QPainter::Antialiasing, arrow);
    m_painter.drawPath(outline);
    m_painter.setRenderHint(QPainter::Antialiasing, false);
}

void RoadmapInk::fillShape(const QPolygonF &shape, const QColor &colour)
{
    m_painter.setRenderHint(QPainter::Antialiasing);
    m_painter.setPen(Qt::NoPen);
    m_painter.setBrush(colour);
    m_painter.drawPolygon(shape);
    m_painter.setRenderHint(QPainter::Antialiasing, false);
}

void RoadmapInk::symbol(const PlacedItem &placed, const ScheduleItem &what, int kind)
{
    // As a character, so that it is found in the text of a PDF.
    const TextMeasure &measure = m_style.label;
    const QPointF middle = placed.shape.center();
    m_painter.setPen(look().seriesLine(kind));
    lines({what.symbol}, measure, {middle.x() - measure.width(what.symbol) / 2, middle.y() - measure.pitch() / 2});
    if (!what.stated) {
        const QRectF all = placed.bounds();
        m_painter.setPen(dashed(look().seriesLine(kind), m_style.hairline, m_style.metrics.unit));
        m_painter.drawLine(all.bottomLeft(), all.bottomRight());
    }
}

QString kindSign(const QList<const Choice *> &kinds, int place)
{
    const Choice &kind = *kinds[place];
    const QString first = kind.label.first(std::min<qsizetype>(1, kind.label.size()));
    const bool shared = std::any_of(kinds.begin(), kinds.end(),
                                    [&](const Choice *other) { return other != &kind && other->label.startsWith(first); });
    return shared && !kind.mark.isEmpty() ? kind.mark : first;
}

} // namespace shisaku
