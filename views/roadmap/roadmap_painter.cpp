// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/roadmap/roadmap_painter.h"

#include "views/roadmap/roadmap_follow.h"

#include <QCoreApplication>
#include <QPainter>
#include <QPainterPath>

namespace shisaku {

using namespace Qt::StringLiterals;

namespace {
using Kind = RoadmapNode::Kind;

struct Texts {
    Q_DECLARE_TR_FUNCTIONS(RoadmapPainter)
};

QPen pen(const QColor &colour, qreal width, Qt::PenStyle penStyle = Qt::SolidLine)
{
    QPen made(colour, width, penStyle, Qt::FlatCap, Qt::MiterJoin);
    return made;
}

QPen dashed(const QColor &colour, qreal width, qreal unit)
{
    QPen made = pen(colour, width);
    made.setDashPattern({4 * unit / width, 3 * unit / width});
    return made;
}
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
} // namespace

RoadmapPainter::RoadmapPainter(QPainter &painter, const RoadmapScene &scene, RoadmapMarks marks) :
    m_painter(painter), m_scene(scene), m_marks(marks)
{}

qreal RoadmapPainter::headerHeight(const RoadmapStyle &style)
{
    return std::ceil(style.head.pitch() + 14 * style.metrics.unit);
}

void RoadmapPainter::lines(const QStringList &texts, const TextMeasure &measure, QPointF topLeft)
{
    m_painter.setFont(measure.font());
    qreal baseline = topLeft.y() + measure.pitch() / 2 + measure.baselineDrop();
    for (const QString &line : texts) {
        m_painter.drawText(QPointF(topLeft.x(), baseline), line);
        baseline += measure.pitch();
    }
}

void RoadmapPainter::text(const PlacedText &placed, const TextMeasure &measure, const QColor &colour)
{
    m_painter.setPen(colour);
    lines(placed.lines, measure, placed.rect.topLeft());
}

void RoadmapPainter::titleHeader()
{
    const RoadmapStyle::Columns &columns = m_scene.columns();
    const qreal height = headerHeight(style());
    const QRectF rect(0, 0, columns.total(), height);
    m_painter.fillRect(rect, look().head);
    const qreal top = (height - style().head.pitch()) / 2;
    m_painter.setPen(look().ink);
    lines({Texts::tr("施策")}, style().head, {style().indent() + style().numberWidth() + style().cellPadding(), top});
    if (columns.initiative > 0)
        lines({Texts::tr("取組")}, style().head, {columns.measure + style().cellPadding(), top});
    m_painter.setPen(pen(look().strongLine, style().rule));
    m_painter.drawLine(rect.bottomLeft(), rect.bottomRight());
}

void RoadmapPainter::timeHeader()
{
    const qreal height = headerHeight(style());
    const qreal top = (height - style().head.pitch()) / 2;
    const TimeAxis &axis = m_scene.axis();
    m_painter.fillRect(QRectF(0, 0, axis.width(), height), look().head);
    const int today = m_marks.today.isValid() ? axis.columnOf(m_marks.today.year() * 12 + m_marks.today.month() - 1) : -1;
    for (int column = 0; column < axis.columnCount(); ++column) {
        const qreal left = axis.left(column);
        const qreal width = axis.right(column) - left;
        if (column == today)
            m_painter.fillRect(QRectF(left, 0, width, height), look().accentFill);
        QString label = axis.columnLabel(column);
        if (style().head.width(label) > width - 2 * style().cellPadding())
            label = axis.shortColumnLabel(column);
        m_painter.setPen(column == today ? look().accent : look().ink);
        lines({label}, style().head, {left + (width - style().head.width(label)) / 2, top});
        m_painter.setPen(pen(look().strongLine, style().hairline));
        m_painter.drawLine(QPointF(left, 0), QPointF(left, height));
    }
    m_painter.setPen(pen(look().strongLine, style().rule));
    m_painter.drawLine(QPointF(0, height), QPointF(axis.width(), height));
}

void RoadmapPainter::headings(int first, int last, qreal width, bool continued)
{
    for (int i = first; i <= last; ++i) {
        const RoadmapLine &line = m_scene.line(i);
        if (line.measure >= 0)
            continue;
        const RoadmapNode &group = m_scene.node(i);
        const QRectF rect(0, m_scene.top(i), width, m_scene.height(i));
        m_painter.fillRect(rect, isSelected(line.node) ? look().accentFill : group.level == 0 ? look().head : look().ground);
        m_painter.setPen(pen(look().strongLine, style().hairline));
        m_painter.drawLine(rect.topLeft(), rect.topRight());
        const qreal left = style().indent() * (group.level + 1);
        if (m_marks.foldingSigns && line.foldable)
            foldingSign(line, {left - style().indent() / 2, rect.center().y()});
        const bool holdsGroups = group.childCount > 0 && m_scene.tree().at(group.firstChild).kind == Kind::Group;
        const TextMeasure &measure = group.level == 0 || holdsGroups ? style().head : style().title;
        const QString label = group.code.isEmpty() ? group.label : group.code + u' ' + group.label;
        const QString amount = continued ? Texts::tr("（続き）") : Texts::tr("%1施策").arg(group.measureCount);
        bool cut = false;
        const qreal room = width - left - style().cellPadding() * 4 - style().note.width(amount);
        const QStringList shown = measure.elided(label, room, 1, &cut);
        m_painter.setPen(look().ink);
        const qreal top = rect.center().y() - measure.pitch() / 2;
        lines(shown, measure, {left + style().cellPadding() / 2, top});
        m_painter.setPen(look().mutedInk);
        const qreal end = left + style().cellPadding() / 2 + measure.width(shown.value(0)) + 2 * style().cellPadding();
        lines({amount}, style().note, {end, rect.center().y() - style().note.pitch() / 2});
    }
}

void RoadmapPainter::foldingSign(const RoadmapLine &line, const QPointF &middle)
{
    const qreal half = 3.5 * style().metrics.unit;
    QPolygonF triangle;
    if (line.folded)
        triangle << QPointF(-half / 2, -half) << QPointF(half / 2 + 1, 0) << QPointF(-half / 2, half);
    else
        triangle << QPointF(-half, -half / 2) << QPointF(half, -half / 2) << QPointF(0, half / 2 + 1);
    m_painter.save();
    m_painter.setRenderHint(QPainter::Antialiasing);
    m_painter.setPen(Qt::NoPen);
    m_painter.setBrush(look().mutedInk);
    m_painter.drawPolygon(triangle.translated(middle));
    m_painter.restore();
}

void RoadmapPainter::titles(int first, int last, qreal visibleTop, qreal visibleBottom)
{
    for (int i = first; i <= last;) {
        const RoadmapLine &line = m_scene.line(i);
        if (line.measure < 0) {
            ++i;
            continue;
        }
        const int begin = m_scene.firstOfMeasure(i);
        const int end = begin + line.linesOfMeasure - 1;
        measureCell(begin, end, visibleTop, visibleBottom);
        for (int part = i; part <= std::min(end, last); ++part)
            initiativeCell(part);
        i = end + 1;
    }
}

void RoadmapPainter::measureCell(int first, int last, qreal visibleTop, qreal visibleBottom)
{
    const RoadmapLine &line = m_scene.line(first);
    const RoadmapNode &node = m_scene.tree().at(line.measure);
    const RoadmapMetrics &metrics = style().metrics;
    const QRectF rect(0, m_scene.top(first), m_scene.columns().measure,
                      m_scene.top(last) + m_scene.height(last) - m_scene.top(first));
    if (isSelected(line.measure))
        m_painter.fillRect(rect, look().accentFill);
    // The measure that the current row or bar belongs to stays marked, too.
    if (m_marks.currentNode > 0 && m_scene.tree().above(m_marks.currentNode, Kind::Measure) == line.measure)
        m_painter.fillRect(QRectF(rect.topLeft(), QSizeF(3 * metrics.unit, rect.height())), look().accent);
    m_painter.setPen(pen(look().line, style().hairline));
    m_painter.drawLine(rect.topLeft(), {m_scene.columns().total(), rect.top()});
    m_painter.drawLine(rect.topRight(), rect.bottomRight());

    const QStringList title = m_scene.measureTitle(first);
    const qreal padding = metrics.linePadding() + metrics.lanePadding();
    const qreal textHeight = style().title.pitch() * static_cast<qreal>(title.size());
    const qreal lowest = std::min(rect.bottom(), visibleBottom) - padding - textHeight;
    const qreal top = std::max(rect.top() + padding, std::min(visibleTop + padding, lowest));
    const QString number = shownNumber(*m_scene.measure(first), node.repeat);
    const qreal numberRight = style().indent() + style().numberWidth();
    m_painter.setPen(node.repeat ? look().mutedInk : look().ink);
    lines({number}, style().title, {numberRight - style().title.width(number), top});
    m_painter.setPen(look().ink);
    lines(title, style().title, {numberRight + style().cellPadding(), top});
    if (const Choice *kind = m_scene.kindChoice(first))
        kindMark(*kind, m_scene.kindOf(first), {rect.right() - style().markWidth() - style().cellPadding(), top});
    if (m_marks.foldingSigns && line.foldable)
        foldingSign(line, {style().indent() / 2 + 3 * metrics.unit, top + style().title.pitch() / 2});
}

void RoadmapPainter::kindMark(const Choice &kind, int place, const QPointF &topLeft)
{
    const QString mark = kind.mark.isEmpty() ? kind.label.first(1) : kind.mark;
    const QRectF box(topLeft, QSizeF(style().markWidth(), style().title.pitch()));
    m_painter.setPen(pen(look().seriesLine(place), style().hairline));
    m_painter.setBrush(look().seriesFill(place));
    m_painter.drawRect(box);
    m_painter.setPen(look().ink);
    lines({mark}, style().note, {box.center().x() - style().note.width(mark) / 2, box.center().y() - style().note.pitch() / 2});
}

void RoadmapPainter::initiativeCell(int index)
{
    const RoadmapLine &line = m_scene.line(index);
    const RoadmapMetrics &metrics = style().metrics;
    const qreal left = m_scene.columns().measure;
    const QRectF rect(left, m_scene.top(index), m_scene.columns().initiative, m_scene.height(index));
    if (isSelected(line.node) || isSelected(line.measure))
        m_painter.fillRect(rect, look().accentFill);
    m_painter.setPen(pen(look().line, style().hairline));
    m_painter.drawLine(rect.topLeft(), rect.topRight());
    m_painter.setPen(pen(look().strongLine, style().hairline));
    m_painter.drawLine(rect.topRight(), rect.bottomRight());
    if (line.node == m_marks.currentNode && !isSelected(line.node)) {
        m_painter.setPen(dashed(look().accent, style().metrics.unit, style().metrics.unit));
        m_painter.setBrush(Qt::NoBrush);
        m_painter.drawRect(rect.adjusted(1, 1, -2, -2));
    }
    m_painter.setPen(line.node == line.measure ? look().mutedInk : look().ink);
    lines(m_scene.initiativeTitle(index), style().title,
          {left + style().cellPadding(), rect.top() + metrics.linePadding() + metrics.lanePadding()});
}

void RoadmapPainter::grid(int first, int last)
{
    const TimeAxis &axis = m_scene.axis();
    for (int i = first; i <= last; ++i) {
        const RoadmapLine &line = m_scene.line(i);
        if (line.measure < 0)
            continue;
        const qreal top = m_scene.top(i);
        const qreal bottom = top + m_scene.height(i);
        if (isSelected(line.node) || isSelected(line.measure))
            m_painter.fillRect(QRectF(0, top, axis.width(), bottom - top), look().accentFill);
        m_painter.setPen(pen(look().line, style().hairline));
        m_painter.drawLine(QPointF(0, top), QPointF(axis.width(), top));
        for (int column = 0; column < axis.columnCount(); ++column) {
            const bool edge = column < 2 || column == axis.columnCount() - 1;
            m_painter.setPen(pen(edge ? look().strongLine : look().line, style().hairline));
            m_painter.drawLine(QPointF(axis.left(column), top), QPointF(axis.left(column), bottom));
        }
    }
}

void RoadmapPainter::times(int first, int last)
{
    grid(first, last);
    if (last >= first)
        todayLine(m_scene.top(first), m_scene.top(last) + m_scene.height(last));
    for (int i = first; i <= last; ++i) {
        if (m_scene.line(i).measure < 0)
            continue;
        m_painter.save();
        m_painter.translate(0, m_scene.top(i));
        for (const PlacedItem &placed : m_scene.layout(i).items)
            item(i, m_marks.seen ? following(placed, m_marks.seen->first, m_marks.seen->second, style().metrics) : placed);
        m_painter.restore();
    }
}

void RoadmapPainter::todayLine(qreal top, qreal bottom)
{
    if (!m_marks.today.isValid() || look().isPaper())
        return;
    const MonthNumber month = m_marks.today.year() * 12 + m_marks.today.month() - 1;
    const qreal begin = m_scene.axis().x(month);
    const qreal x = begin + (m_scene.axis().x(month + 1) - begin) * (m_marks.today.day() - 1) / m_marks.today.daysInMonth();
    m_painter.setPen(pen(look().accent, 1.5));
    m_painter.drawLine(QPointF(x, top), QPointF(x, bottom));
}

void RoadmapPainter::item(int index, const PlacedItem &placed)
{
    const ScheduleItem &what = m_scene.items(index)[placed.item];
    const int kind = m_scene.kindOf(index);
    // No line of the grid crosses a label that stands outside a filled bar.
    const QColor &behind = isSelected(m_scene.line(index).node) || isSelected(m_scene.line(index).measure) ? look().accentFill
                                                                                                           : look().ground;
    if (placed.undated && !what.isMilestone())
        m_painter.fillRect(placed.shape, behind);
    if (what.isMilestone())
        symbol(placed, what, kind);
    else if (what.style != "text"_L1)
        bar(placed, what, kind);
    if (!placed.text.isEmpty() && !placed.shape.contains(placed.text.rect)) {
        const QRectF outside = placed.text.rect.left() >= placed.shape.left() && placed.text.rect.left() < placed.shape.right()
                                   ? placed.text.rect.adjusted(placed.shape.right() - placed.text.rect.left(), 0, 0, 0)
                                   : placed.text.rect;
        m_painter.fillRect(outside, behind);
    }
    text(placed.text, style().label, look().ink);
    text(placed.remark, style().label, look().mutedInk);
    const bool current = what.node == m_marks.currentNode;
    if (isSelected(what.node) || current) {
        const qreal unit = style().metrics.unit;
        const qreal out = 1.5 * unit;
        m_painter.setPen(isSelected(what.node) ? pen(look().accent, 2 * unit) : dashed(look().accent, 1.5 * unit, unit));
        m_painter.setBrush(Qt::NoBrush);
        m_painter.drawRect(placed.bounds().adjusted(-out, -out, out, out));
    }
}

void RoadmapPainter::bar(const PlacedItem &placed, const ScheduleItem &what, int kind)
{
    const qreal inset = style().hairline;
    const QRectF r = placed.shape.adjusted(inset, 0, -inset, 0);
    const bool arrow = what.style != "bar"_L1 && placed.right != TimeSpan::Edge::Unknown;
    const qreal head = arrow ? std::min(style().metrics.headDepth(), r.width() / 2) : 0;

    QPolygonF fill{r.topLeft()};
    if (placed.right == TimeSpan::Edge::Unknown && !placed.undated)
        tear(fill, r.topRight(), r.bottomRight(), style().metrics.unit);
    else
        fill << QPointF(r.right() - head, r.top()) << QPointF(r.right(), r.center().y()) << QPointF(r.right() - head, r.bottom());
    fill << r.bottomLeft();
    if (placed.left == TimeSpan::Edge::Unknown && !placed.undated)
        tear(fill, r.bottomLeft(), r.topLeft(), style().metrics.unit);
    if (!placed.undated)
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
    const qreal width = std::max(style().hairline, look().isPaper() ? style().hairline * 2 : 1.0);
    m_painter.setBrush(Qt::NoBrush);
    m_painter.setPen(what.stated && !placed.undated ? pen(colour, width) : dashed(colour, width, style().metrics.unit));
    m_painter.setRenderHint(QPainter::Antialiasing, arrow);
    m_painter.drawPath(outline);
    m_painter.setRenderHint(QPainter::Antialiasing, false);
}

void RoadmapPainter::fillShape(const QPolygonF &shape, const QColor &colour)
{
    m_painter.setRenderHint(QPainter::Antialiasing);
    m_painter.setPen(Qt::NoPen);
    m_painter.setBrush(colour);
    m_painter.drawPolygon(shape);
    m_painter.setRenderHint(QPainter::Antialiasing, false);
}

void RoadmapPainter::symbol(const PlacedItem &placed, const ScheduleItem &what, int kind)
{
    // As a character, so that it is found in the text of a PDF.
    const TextMeasure &measure = style().label;
    const QPointF middle = placed.shape.center();
    m_painter.setPen(look().seriesLine(kind));
    lines({what.symbol}, measure, {middle.x() - measure.width(what.symbol) / 2, middle.y() - measure.pitch() / 2});
    if (!what.stated) {
        const QRectF all = placed.bounds();
        m_painter.setPen(dashed(look().seriesLine(kind), style().hairline, style().metrics.unit));
        m_painter.drawLine(all.bottomLeft(), all.bottomRight());
    }
}

} // namespace shisaku
