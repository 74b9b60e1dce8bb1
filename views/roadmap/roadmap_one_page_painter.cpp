// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/roadmap/roadmap_one_page_painter.h"

#include "models/plan/series.h"
#include "views/look/upright_text.h"

#include <QCoreApplication>
#include <QPainter>

#include <algorithm>

namespace shisaku {

using namespace Qt::StringLiterals;

namespace {
struct Texts {
    Q_DECLARE_TR_FUNCTIONS(OnePagePainter)
};
} // namespace

OnePagePainter::OnePagePainter(QPainter &painter, const OnePageLayout &layout, const RoadmapStyle &style, const Plan &plan,
                               const RoadmapTree &tree, const RoadmapProgress &progress) :
    m_painter(painter),
    m_ink(painter, style), m_layout(layout), m_style(style), m_plan(plan), m_tree(tree), m_progress(progress),
    m_lines(roadmapLines(tree, RoadmapDetail::Measures, {})), m_kinds(plan.choices(u"kind"))
{}

const Measure &OnePagePainter::measureOf(const OnePageRow &row) const
{
    return *m_plan.find(Id<Measure>(m_tree.at(m_lines[row.line].measure).row));
}

void OnePagePainter::paint()
{
    header();
    grid();
    rows();
    cells();
    m_painter.setPen(look().ink);
    for (const OnePageNote &note : m_layout.notes)
        m_ink.text(note.text, m_style.note, look().ink);
    m_painter.setBrush(Qt::NoBrush);
    m_painter.setPen(RoadmapInk::pen(look().ink, m_style.rule));
    m_painter.drawRect(QRectF(0, 0, m_layout.left() + m_layout.axis.width(), m_layout.height));
}

void OnePagePainter::header()
{
    const qreal left = m_layout.left();
    const TimeAxis &axis = m_layout.axis;
    const qreal height = m_layout.headerHeight;
    m_painter.fillRect(QRectF(0, 0, left + axis.width(), height), look().head);
    const TextMeasure &head = m_style.head;
    const qreal top = (height - head.pitch()) / 2;
    m_painter.setPen(look().ink);
    m_ink.lines({Texts::tr("施策")}, head, {m_layout.groupsWidth() + m_layout.numberWidth, top});
    for (int column = 0; column < axis.columnCount(); ++column) {
        const qreal width = axis.right(column) - axis.left(column);
        QString label = axis.columnLabel(column);
        if (head.width(label) > width - head.em() * 0.4)
            label = axis.shortColumnLabel(column);
        m_painter.setPen(look().ink);
        m_ink.lines({label}, head, {left + axis.left(column) + (width - head.width(label)) / 2, top});
        m_painter.setPen(RoadmapInk::pen(look().strongLine, m_style.hairline));
        m_painter.drawLine(QPointF(left + axis.left(column), 0), QPointF(left + axis.left(column), height));
    }
    m_painter.setPen(RoadmapInk::pen(look().ink, m_style.rule));
    m_painter.drawLine(QPointF(0, height), QPointF(left + axis.width(), height));
}

void OnePagePainter::grid()
{
    const qreal left = m_layout.left();
    const qreal right = left + m_layout.axis.width();
    m_painter.setPen(RoadmapInk::pen(look().line, m_style.hairline));
    for (qsizetype i = 1; i < m_layout.rows.size(); ++i)
        m_painter.drawLine(QPointF(m_layout.groupsWidth(), m_layout.rows[i].top), QPointF(right, m_layout.rows[i].top));
    for (int column = 0; column < m_layout.axis.columnCount(); ++column) {
        const qreal x = left + m_layout.axis.left(column);
        const bool edge = column < 2 || column == m_layout.axis.columnCount() - 1;
        m_painter.setPen(RoadmapInk::pen(edge ? look().strongLine : look().line, m_style.hairline));
        m_painter.drawLine(QPointF(x, m_layout.headerHeight), QPointF(x, m_layout.height));
    }
}

void OnePagePainter::rows()
{
    for (const OnePageRow &row : m_layout.rows) {
        title(row);
        m_painter.save();
        m_painter.translate(m_layout.left(), 0);
        signs(row);
        m_painter.restore();
    }
}

void OnePagePainter::title(const OnePageRow &row)
{
    const RoadmapNode &node = m_tree.at(m_lines[row.line].measure);
    const Measure &measure = measureOf(row);
    const QString number = shownNumber(measure, node.repeat);
    const qreal left = m_layout.groupsWidth();
    const QColor &colour = node.repeat ? look().mutedInk : look().ink;
    const qreal numberLeft = left + m_layout.numberWidth - m_style.title.em() * 0.35 - m_style.title.width(number);
    m_painter.setPen(colour);
    m_ink.lines({number}, m_style.title, {numberLeft, row.title.rect.top()}, 1, row.title.pitch);
    PlacedText text = row.title;
    text.rect.translate(left + m_layout.numberWidth, 0);
    m_ink.text(text, m_style.title, colour);
    const qreal marksLeft = left + m_layout.numberWidth + m_layout.titleWidth + m_style.note.em() * 0.2;
    m_painter.setPen(colour);
    const qreal em = m_style.title.em();
    QRectF sign(marksLeft + m_style.markWidth() + em * 0.2, row.top + (row.height - m_layout.linePitch) / 2, em,
                m_layout.linePitch);
    for (const int place : m_progress.placesOf(measure.id)) {
        m_ink.progress(m_progress.mark(place), m_style.title, sign);
        sign.translate(em, 0);
    }
    const auto kind = std::find_if(m_kinds.begin(), m_kinds.end(), [&](const Choice *k) { return k->key == measure.kind; });
    if (kind == m_kinds.end())
        return;
    const auto place = static_cast<int>(kind - m_kinds.begin());
    const qreal height = m_style.note.em() * 1.06;
    m_ink.kindMark(kindSign(m_kinds, place), place,
                   QRectF(marksLeft, row.top + (row.height - height) / 2, m_style.markWidth(), height));
}

void OnePagePainter::signs(const OnePageRow &row)
{
    const Measure &measure = measureOf(row);
    const auto kind = std::find_if(m_kinds.begin(), m_kinds.end(), [&](const Choice *k) { return k->key == measure.kind; });
    const auto place = static_cast<int>(kind - m_kinds.begin());
    // Bars first: a milestone may stand on one.
    for (bool milestones : {false, true}) {
        for (const PlacedItem &placed : row.packed.items) {
            const ScheduleItem &what = row.digest.items[placed.item].what;
            if (what.isMilestone() == milestones)
                m_ink.item(placed, what, place, look().ground);
        }
    }
    if (!row.aside.isEmpty()) {
        const qreal width = m_style.label.width(row.aside.lines.first()) * row.aside.stretch;
        m_painter.fillRect(QRectF(row.aside.rect.topLeft(), QSizeF(width, row.aside.rect.height())), look().ground);
        m_ink.text(row.aside, m_style.label, look().mutedInk);
    }
}

void OnePagePainter::cells()
{
    for (const OnePageCell &cell : m_layout.cells) {
        m_painter.fillRect(cell.rect, cell.level == 0 ? look().head : look().ground);
        m_painter.setBrush(Qt::NoBrush);
        m_painter.setPen(RoadmapInk::pen(look().strongLine, m_style.hairline));
        m_painter.drawRect(cell.rect);
        // A group's rows are closed off over the whole width.
        m_painter.setPen(RoadmapInk::pen(cell.level == 0 ? look().ink : look().strongLine,
                                         cell.level == 0 ? m_style.hairline * 1.6 : m_style.hairline));
        const qreal right = m_layout.left() + m_layout.axis.width();
        m_painter.drawLine(cell.rect.topLeft(), QPointF(right, cell.rect.top()));
        m_painter.setPen(look().ink);
        if (cell.upright) {
            upright::draw(m_painter, cell.rect, cell.lines.first(), (cell.level == 0 ? m_style.head : m_style.title).font());
            continue;
        }
        const qreal height = m_layout.linePitch * static_cast<qreal>(cell.lines.size());
        m_ink.lines(cell.lines, m_style.title, {cell.rect.left() + m_style.title.em() * 0.3, cell.rect.center().y() - height / 2},
                    cell.stretch, m_layout.linePitch);
    }
    for (qreal x : {m_layout.groupsWidth(), m_layout.left()}) {
        m_painter.setPen(RoadmapInk::pen(look().strongLine, m_style.hairline));
        m_painter.drawLine(QPointF(x, 0), QPointF(x, m_layout.height));
    }
}

} // namespace shisaku
