// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/roadmap/roadmap_painter.h"

#include "models/plan/series.h"
#include "views/look/status_mark.h"

#include "models/plan/ending.h"
#include "views/roadmap/roadmap_follow.h"

#include <QCoreApplication>
#include <QPainter>

namespace shisaku {

using namespace Qt::StringLiterals;

namespace {
using Kind = RoadmapNode::Kind;

struct Texts {
    Q_DECLARE_TR_FUNCTIONS(RoadmapPainter)
};

} // namespace

RoadmapPainter::RoadmapPainter(QPainter &painter, const RoadmapScene &scene, RoadmapMarks marks) :
    m_painter(painter), m_ink(painter, scene.style()), m_scene(scene), m_marks(marks)
{}

qreal RoadmapPainter::headerHeight(const RoadmapStyle &style)
{
    return std::ceil(style.head.pitch() + 14 * style.metrics.unit);
}

void RoadmapPainter::titleHeader()
{
    const RoadmapStyle::Columns &columns = m_scene.columns();
    const qreal height = headerHeight(style());
    const QRectF rect(0, 0, columns.total(), height);
    m_painter.fillRect(rect, look().head);
    const qreal top = (height - style().head.pitch()) / 2;
    m_painter.setPen(look().ink);
    m_ink.lines({Texts::tr("施策")}, style().head, {style().indent() + style().numberWidth() + style().cellPadding(), top});
    if (columns.initiative > 0)
        m_ink.lines({Texts::tr("取組")}, style().head, {columns.measure + style().cellPadding(), top});
    if (columns.progress > 0) {
        const QString head = Texts::tr("進捗");
        m_ink.lines({head}, style().note,
                    {columns.total() - (columns.progress + style().note.width(head)) / 2, (height - style().note.pitch()) / 2});
    }
    m_painter.setPen(RoadmapInk::pen(look().strongLine, style().rule));
    m_painter.drawLine(rect.bottomLeft(), rect.bottomRight());
}

/// In the middle of what is seen of a year, as far as the year leaves room.
qreal RoadmapPainter::yearLabelLeft(qreal left, qreal width, qreal label) const
{
    qreal from = left;
    qreal to = left + width;
    if (m_marks.seen) {
        from = std::clamp(m_marks.seen->first, from, to);
        to = std::clamp(m_marks.seen->second, from, to);
    }
    const qreal side = std::min(style().cellPadding(), (width - label) / 2);
    return std::clamp((from + to - label) / 2, left + side, std::max(left + side, left + width - side - label));
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
        m_ink.lines({label}, style().head, {yearLabelLeft(left, width, style().head.width(label)), top});
        m_painter.setPen(RoadmapInk::pen(look().strongLine, style().hairline));
        m_painter.drawLine(QPointF(left, 0), QPointF(left, height));
    }
    m_painter.setPen(RoadmapInk::pen(look().strongLine, style().rule));
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
        m_painter.setPen(RoadmapInk::pen(look().strongLine, style().hairline));
        m_painter.drawLine(rect.topLeft(), rect.topRight());
        const qreal left = style().indent() * (group.level + 1);
        if (m_marks.foldingSigns && line.foldable)
            foldingSign(line, {left - style().indent() / 2, rect.center().y()});
        const bool holdsGroups = group.childCount > 0 && m_scene.tree().at(group.firstChild).kind == Kind::Group;
        const TextMeasure &measure = group.level == 0 || holdsGroups ? style().head : style().title;
        const QString amount = continued ? Texts::tr("（続き）") : Texts::tr("%1施策").arg(group.measureCount);
        bool cut = false;
        const qreal room = width - left - style().cellPadding() * 4 - style().note.width(amount);
        const QStringList shown = measure.elided(m_scene.tree().headings.value(group.heading), room, 1, &cut);
        m_painter.setPen(look().ink);
        const qreal top = rect.center().y() - measure.pitch() / 2;
        m_ink.lines(shown, measure, {left + style().cellPadding() / 2, top});
        m_painter.setPen(look().mutedInk);
        const qreal end = left + style().cellPadding() / 2 + measure.width(shown.value(0)) + 2 * style().cellPadding();
        m_ink.lines({amount}, style().note, {end, rect.center().y() - style().note.pitch() / 2});
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
    titleCells(first, last);
    for (int i = first; i <= last;) {
        const RoadmapLine &line = m_scene.line(i);
        if (line.measure < 0) {
            ++i;
            continue;
        }
        const int begin = m_scene.firstOfMeasure(i);
        const int end = begin + line.linesOfMeasure - 1;
        measureTitle(begin, end, visibleTop, visibleBottom);
        for (int part = i; part <= std::min(end, last); ++part)
            initiativeTitle(part, visibleTop, visibleBottom);
        i = end + 1;
    }
}

/// Grounds and rules of the titles; all rules of a pen at once, for on paper each change of pen is written down.
void RoadmapPainter::titleCells(int first, int last)
{
    const RoadmapStyle::Columns &columns = m_scene.columns();
    QList<QLineF> quiet;
    QList<QLineF> strong;
    for (int i = first; i <= last; ++i) {
        const RoadmapLine &line = m_scene.line(i);
        if (line.measure < 0)
            continue;
        const QRectF part(columns.measure, m_scene.top(i), columns.initiative + columns.progress, m_scene.height(i));
        if (i == first || line.ofMeasure == 0) {
            const int begin = m_scene.firstOfMeasure(i);
            const int end = begin + line.linesOfMeasure - 1;
            const QRectF cell(0, m_scene.top(begin), columns.measure, m_scene.top(end) + m_scene.height(end) - m_scene.top(begin));
            if (isSelected(line.measure))
                m_painter.fillRect(cell, look().accentFill);
            // The measure that the current row or bar belongs to stays marked, too.
            if (m_marks.currentNode > 0 && m_scene.tree().above(m_marks.currentNode, Kind::Measure) == line.measure)
                m_painter.fillRect(QRectF(cell.topLeft(), QSizeF(3 * style().metrics.unit, cell.height())), look().accent);
            quiet << QLineF(cell.topLeft(), cell.topRight()) << QLineF(cell.topRight(), cell.bottomRight());
        }
        if (isSelected(line.node) || isSelected(line.measure))
            m_painter.fillRect(part, look().accentFill);
        quiet << QLineF(part.topLeft(), part.topRight());
        strong << QLineF(part.topRight(), part.bottomRight());
    }
    m_painter.setPen(RoadmapInk::pen(look().line, style().hairline));
    m_painter.drawLines(quiet);
    m_painter.setPen(RoadmapInk::pen(look().strongLine, style().hairline));
    m_painter.drawLines(strong);
    const int current = m_scene.lineOf(m_marks.currentNode);
    if (current >= first && current <= last && m_scene.line(current).measure >= 0
        && m_scene.line(current).node == m_marks.currentNode && !isSelected(m_marks.currentNode)) {
        const QRectF part(columns.measure, m_scene.top(current), columns.initiative + columns.progress, m_scene.height(current));
        m_painter.setPen(RoadmapInk::dashed(look().accent, style().metrics.unit, style().metrics.unit));
        m_painter.setBrush(Qt::NoBrush);
        m_painter.drawRect(part.adjusted(1, 1, -2, -2));
    }
}

void RoadmapPainter::measureTitle(int first, int last, qreal visibleTop, qreal visibleBottom)
{
    const RoadmapLine &line = m_scene.line(first);
    const RoadmapNode &node = m_scene.tree().at(line.measure);
    const RoadmapMetrics &metrics = style().metrics;
    const qreal cellTop = m_scene.top(first);
    const qreal cellBottom = m_scene.top(last) + m_scene.height(last);
    const QStringList title = m_scene.measureTitle(first);
    const qreal padding = metrics.linePadding() + metrics.lanePadding();
    const qreal textHeight = style().title.pitch() * static_cast<qreal>(title.size());
    const qreal lowest = std::min(cellBottom, visibleBottom) - padding - textHeight;
    const qreal top = std::max(cellTop + padding, std::min(visibleTop + padding, lowest));
    const QString number = shownNumber(*m_scene.measure(first), node.repeat);
    const qreal numberRight = style().indent() + style().numberWidth();
    const bool ended = hasEnded(*m_scene.measure(first));
    m_painter.setPen(node.repeat || ended ? look().mutedInk : look().ink);
    // A long code such as (2-10-①) is narrowed rather than run out of the table or under the folding sign.
    const qreal room = m_marks.foldingSigns && line.foldable ? style().numberWidth() : numberRight - 2 * metrics.unit;
    const qreal stretch = std::min(1.0, room / style().title.width(number));
    m_ink.lines({number}, style().title, {numberRight - style().title.width(number) * stretch, top}, stretch);
    m_painter.setPen(ended ? look().mutedInk : look().ink);
    m_ink.lines(title, style().title, {numberRight + style().cellPadding(), top});
    if (m_scene.kindChoice(first)) {
        const qreal right = m_scene.columns().measure - style().cellPadding();
        m_ink.kindMark(kindSign(m_scene.kindChoices(), m_scene.kindOf(first)), m_scene.kindOf(first),
                       QRectF(right - style().markWidth(), top, style().markWidth(), style().title.pitch()));
    }
    if (m_marks.foldingSigns && line.foldable)
        foldingSign(line, {style().indent() / 2 + 3 * metrics.unit, top + style().title.pitch() / 2});
}

void RoadmapPainter::initiativeTitle(int index, qreal visibleTop, qreal visibleBottom)
{
    const RoadmapLine &line = m_scene.line(index);
    const RoadmapMetrics &metrics = style().metrics;
    const QStringList title = m_scene.initiativeTitle(index);
    const qreal cellTop = m_scene.top(index);
    const qreal padding = metrics.linePadding() + metrics.lanePadding();
    const qreal lowest = std::min(cellTop + m_scene.height(index), visibleBottom) - padding
                         - style().title.pitch() * static_cast<qreal>(title.size());
    const qreal top = std::max(cellTop + padding, std::min(visibleTop + padding, lowest));
    m_painter.setPen(line.node == line.measure ? look().mutedInk : look().ink);
    m_ink.lines(title, style().title, {m_scene.columns().measure + style().cellPadding(), top});
    if (m_marks.progress && m_scene.columns().progress > 0)
        progressCell(index, top);
}

void RoadmapPainter::progressCell(int index, qreal top)
{
    const RoadmapNode &node = m_scene.node(index);
    const RoadmapProgress &progress = *m_marks.progress;
    const RoadmapLine &line = m_scene.line(index);
    const Id<Measure> whole(line.ofMeasure == 0 ? m_scene.tree().at(line.measure).row : RowId());
    const QList<int> places = node.kind == Kind::Initiative ? progress.placesOf(Id<Initiative>(node.row), whole)
                                                            : progress.placesOf(Id<Measure>(node.row));
    const RoadmapStyle::Columns &columns = m_scene.columns();
    const qreal em = style().title.em();
    qreal x = columns.measure + columns.initiative + (columns.progress - em * static_cast<qreal>(places.size())) / 2;
    for (const int place : places) {
        m_painter.setPen(look().isPaper() ? look().ink : statusColour(look(), place));
        m_ink.progress(progress.mark(place), style().title, QRectF(x, top, em, style().title.pitch()));
        x += em;
    }
}

void RoadmapPainter::grid(int first, int last)
{
    const TimeAxis &axis = m_scene.axis();
    QList<QLineF> quiet;
    QList<QLineF> strong;
    for (int i = first; i <= last; ++i) {
        const RoadmapLine &line = m_scene.line(i);
        if (line.measure < 0)
            continue;
        const qreal top = m_scene.top(i);
        if (isSelected(line.node) || isSelected(line.measure))
            m_painter.fillRect(QRectF(0, top, axis.width(), m_scene.height(i)), look().accentFill);
        quiet << QLineF(0, top, axis.width(), top);
    }
    // Between two headings the edges of the years are drawn in one go.
    for (int i = first; i <= last;) {
        const int begin = i;
        while (i <= last && m_scene.line(i).measure >= 0)
            ++i;
        for (int column = 0; i > begin && column < axis.columnCount(); ++column) {
            const bool edge = column < 2 || column == axis.columnCount() - 1;
            const qreal x = axis.left(column);
            (edge ? strong : quiet) << QLineF(x, m_scene.top(begin), x, m_scene.top(i - 1) + m_scene.height(i - 1));
        }
        i = std::max(i, begin + 1);
    }
    m_painter.setPen(RoadmapInk::pen(look().line, style().hairline));
    m_painter.drawLines(quiet);
    m_painter.setPen(RoadmapInk::pen(look().strongLine, style().hairline));
    m_painter.drawLines(strong);
}

void RoadmapPainter::times(int first, int last, qreal visibleTop, qreal visibleBottom)
{
    grid(first, last);
    if (last >= first)
        todayLine(m_scene.top(first), m_scene.top(last) + m_scene.height(last));
    struct Shown {
        PlacedItem placed;
        ScheduleItem what;
        int kind;
    };
    std::vector<Shown> shown;
    m_painter.save();
    for (int i = first; i <= last; ++i) {
        const RoadmapLine &line = m_scene.line(i);
        if (line.measure < 0)
            continue;
        for (const PlacedItem &placed : m_scene.layout(i).items) {
            const qreal middle = m_scene.top(i) + placed.bounds().center().y();
            if (middle <= visibleTop || middle >= visibleBottom)
                continue;
            PlacedItem item = m_marks.seen ? following(placed, m_marks.seen->first, m_marks.seen->second, style().metrics) : placed;
            item.moveDown(m_scene.top(i));
            shown.push_back({std::move(item), m_scene.items(i)[placed.item], m_scene.kindOf(i)});
            const bool marked = isSelected(line.node) || isSelected(line.measure);
            m_ink.shape(shown.back().placed, shown.back().what, shown.back().kind, marked ? look().accentFill : look().ground);
        }
    }
    for (const Shown &item : shown)
        m_ink.label(item.placed, item.what, item.kind);
    for (const Shown &item : shown)
        markItem(item.placed, item.what.node);
    m_painter.restore();
}

void RoadmapPainter::todayLine(qreal top, qreal bottom)
{
    if (!m_marks.today.isValid() || look().isPaper())
        return;
    const MonthNumber month = m_marks.today.year() * 12 + m_marks.today.month() - 1;
    const qreal begin = m_scene.axis().x(month);
    const qreal x = begin + (m_scene.axis().x(month + 1) - begin) * (m_marks.today.day() - 1) / m_marks.today.daysInMonth();
    m_painter.setPen(RoadmapInk::pen(look().accent, 1.5));
    m_painter.drawLine(QPointF(x, top), QPointF(x, bottom));
}

void RoadmapPainter::markItem(const PlacedItem &placed, int node)
{
    if (!isSelected(node) && node != m_marks.currentNode)
        return;
    const qreal unit = style().metrics.unit;
    const qreal out = 1.5 * unit;
    m_painter.setPen(isSelected(node) ? RoadmapInk::pen(look().accent, 2 * unit)
                                      : RoadmapInk::dashed(look().accent, 1.5 * unit, unit));
    m_painter.setBrush(Qt::NoBrush);
    m_painter.drawRect(placed.bounds().adjusted(-out, -out, out, out));
}

void RoadmapPainter::legend(qreal width)
{
    RoadmapLegend(style(), m_scene.kindChoices(), m_scene.usedSigns()).paint(m_painter, width);
}

qreal legendHeight(const RoadmapScene &scene, qreal width)
{
    return RoadmapLegend(scene.style(), scene.kindChoices(), scene.usedSigns()).height(width);
}

} // namespace shisaku
