// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/pages/list_pages.h"

#include "models/order/measure_counts.h"
#include "models/order/shown_levels.h"
#include "models/plan/ending.h"
#include "models/plan/series.h"
#include "views/sheet/sheet_content.h"
#include "views/sheet/sheet_painter.h"

#include <QFontMetricsF>
#include <QPainter>

namespace shisaku {

using namespace Qt::StringLiterals;
using paper::mm;
using paper::pt;

namespace {
constexpr double padX = pt(4);
constexpr double padY = pt(3);
constexpr double leading = 1.3;
constexpr double bodyPoints = 9.5;
} // namespace

ListPages::ListPages(const Plan &plan, const Grouping &grouping, ListOptions options) :
    m_options(std::move(options)), m_paper(m_options.on(usualPaper())), m_body(m_paper.body())
{
    QString title = tr("%1 施策一覧表").arg(plan.info().title).trimmed();
    if (!m_options.head.mark.isEmpty())
        title += tr("（%1）").arg(m_options.head.mark);
    m_title = TextBlock::label(title, paper::scaled(textFont(15, true)), m_body.width());
    const GroupNode tree = buildTree(plan, grouping, m_options.filter, m_options.day);
    const QString word = measureWord(plan);
    QString note = tr("全%1").arg(countMeasures(plan, tree).inWords(word));
    if (grouping.by != Grouping::By::None)
        note.prepend(grouping.label(plan) + u'　');
    m_note = TextBlock({note, {}}, paper::scaled(textFont(9)), m_body.width(), leading);
    m_titleHeight = pt(10) + m_title.height() + pt(8) + m_note.height() + pt(3);

    chooseColumns(plan);
    const QFont headFont = paper::scaled(textFont(9.5, true));
    for (const QString &head : {tr("番号"), tr("%1名").arg(word), tr("区分"), tr("期間区分"), tr("所管課")})
        m_heads.emplace_back(MarkedText{head, {}}, headFont, m_widths[m_heads.size()], leading);
    m_headHeight = m_heads.front().height() + 2 * padY;
    for (const GroupNode &child : tree.children)
        addNode(plan, child, 0);
    flow();
}

void ListPages::chooseColumns(const Plan &plan)
{
    // A column nobody has filled is left out; the numbers ("13", "2-①-1") never break.
    const auto &measures = plan.rows<Measure>();
    const auto any = [&measures](QString Measure::*member) {
        return std::any_of(measures.begin(), measures.end(),
                           [member](const Measure &measure) { return !(measure.*member).isEmpty(); });
    };
    const QFontMetricsF metrics(paper::scaled(textFont(bodyPoints)));
    m_widths[Number] = mm(13);
    for (const Measure &measure : measures)
        m_widths[Number] = std::max(m_widths[Number], metrics.horizontalAdvance(shownNumber(measure, true)) + 3 * padX);
    m_widths[Kind] = any(&Measure::kind) ? mm(15) : 0;
    m_widths[Horizon] = any(&Measure::horizon) ? mm(20) : 0;
    m_widths[Office] = plan.rows<Responsibility>().size() > 0 ? mm(46) : 0;
    m_widths[Title] = m_body.width() - m_widths[Number] - m_widths[Kind] - m_widths[Horizon] - m_widths[Office];
}

double ListPages::left(int column) const
{
    double x = m_body.left();
    for (int i = 0; i < column; ++i)
        x += m_widths[static_cast<size_t>(i)];
    return x;
}

void ListPages::addNode(const Plan &plan, const GroupNode &node, int level)
{
    if (node.kind == GroupNode::Kind::Measure) {
        if (const Measure *measure = plan.find(node.measure))
            addMeasure(plan, *measure, node.repeat);
        return;
    }
    addGroup(node, level);
    for (const GroupNode &child : node.children)
        addNode(plan, child, level + 1);
}

void ListPages::addGroup(const GroupNode &node, int level)
{
    Row row;
    row.groupLevel = level;
    row.group = node.code.isEmpty() ? node.label : node.code + u' ' + node.label;
    const double room = m_body.width() - 2 * padX - level * pt(10);
    row.cells.emplace_back(MarkedText{row.group, {}}, paper::scaled(textFont(bodyPoints, true)), room, leading);
    row.height = row.cells.front().height() + 2 * padY;
    m_rows.push_back(std::move(row));
}

void ListPages::addMeasure(const Plan &plan, const Measure &measure, bool repeat)
{
    const QFont font = paper::scaled(textFont(bodyPoints));
    const auto room = [this](int column) { return std::max(0.0, m_widths[static_cast<size_t>(column)] - 2 * padX); };
    const QString offices = flowed(officePieces(plan, measure.id, u"lead", m_options.day, false), font, room(Office));
    Row row;
    int column = 0;
    for (const QString &text : {shownNumber(measure, repeat), printedTitle(plan, measure), plan.choiceLabel(u"kind", measure.kind),
                                plan.choiceLabel(u"horizon", measure.horizon), offices}) {
        row.cells.push_back(column == Title ? TextBlock::label(text, font, room(column))
                                            : TextBlock({text, {}}, font, room(column), leading));
        ++column;
        row.height = std::max(row.height, row.cells.back().height() + 2 * padY);
    }
    m_rows.push_back(std::move(row));
}

void ListPages::flow()
{
    double top = m_body.top() + m_titleHeight;
    Page page{top, 0, 0};
    double y = top + m_headHeight;
    for (size_t i = 0; i < m_rows.size(); ++i) {
        // A heading stays with the first row below it.
        double needed = 0;
        for (size_t next = i; next < m_rows.size(); ++next) {
            needed += m_rows[next].height;
            if (m_rows[next].groupLevel < 0)
                break;
        }
        if (y + needed > m_body.bottom() && i > page.first) {
            page.end = i;
            m_pages << page;
            top = m_body.top();
            page = {top, i, i};
            y = top + m_headHeight;
        }
        if (m_rows[i].groupLevel >= 0)
            m_groups << Bookmark{m_rows[i].group, static_cast<int>(m_pages.size()), m_rows[i].groupLevel};
        y += m_rows[i].height;
    }
    page.end = m_rows.size();
    m_pages << page;
}

void ListPages::paint(QPainter &painter, int page) const
{
    const Page &shown = m_pages.at(page);
    if (page == 0)
        paintTitle(painter);
    double y = shown.top;
    paintHead(painter, y);
    y += m_headHeight;
    for (size_t i = shown.first; i < shown.end; ++i) {
        paintRow(painter, m_rows[i], y);
        y += m_rows[i].height;
    }
    painter.setPen(QPen(m_options.look->ink, paper::outerRule, Qt::SolidLine, Qt::SquareCap, Qt::MiterJoin));
    painter.setBrush(Qt::NoBrush);
    painter.drawRect(QRectF(QPointF(m_body.left(), shown.top), QPointF(m_body.right(), y)));
    paintPageNumber(painter, m_paper, m_options.firstNumber() + page, *m_options.look);
}

void ListPages::paintTitle(QPainter &painter) const
{
    paintPageHead(painter, m_paper, {}, m_options.head.documentNumber, *m_options.look);
    painter.setPen(m_options.look->ink);
    double y = m_body.top() + pt(10);
    m_title.draw(painter, QPointF(m_body.center().x() - m_title.width() / 2, y), Qt::AlignHCenter);
    y += m_title.height() + pt(8);
    m_note.draw(painter, QPointF(m_body.left(), y), Qt::AlignRight);
}

void ListPages::paintHead(QPainter &painter, double y) const
{
    painter.fillRect(QRectF(m_body.left(), y, m_body.width(), m_headHeight), m_options.look->head);
    for (int column = 0; column < ColumnCount; ++column) {
        if (m_widths[static_cast<size_t>(column)] == 0)
            continue;
        painter.setPen(m_options.look->ink);
        m_heads[static_cast<size_t>(column)].draw(painter, QPointF(left(column), y + padY), Qt::AlignHCenter);
        painter.setPen(QPen(m_options.look->ink, paper::innerRule));
        if (column > 0)
            painter.drawLine(QPointF(left(column), y), QPointF(left(column), y + m_headHeight));
    }
}

void ListPages::paintRow(QPainter &painter, const Row &row, double y) const
{
    const Look &look = *m_options.look;
    const auto rule = [&] {
        painter.setPen(QPen(look.ink, paper::innerRule));
        painter.drawLine(QPointF(m_body.left(), y), QPointF(m_body.right(), y));
    };
    if (row.groupLevel >= 0) {
        painter.fillRect(QRectF(m_body.left(), y, m_body.width(), row.height), row.groupLevel == 0 ? look.head : look.ground);
        rule();
        painter.setPen(look.ink);
        row.cells.front().draw(painter, QPointF(m_body.left() + padX + row.groupLevel * pt(10), y + padY));
        return;
    }
    rule();
    for (int column = 0; column < ColumnCount; ++column) {
        if (m_widths[static_cast<size_t>(column)] == 0)
            continue;
        const TextBlock &cell = row.cells[static_cast<size_t>(column)];
        const Qt::Alignment alignment = column == Title || column == Office ? Qt::AlignLeft : Qt::AlignHCenter;
        painter.setPen(look.ink);
        cell.draw(painter, QPointF(left(column) + padX, y + (row.height - cell.height()) / 2), alignment);
        painter.setPen(QPen(look.ink, paper::innerRule));
        if (column > 0)
            painter.drawLine(QPointF(left(column), y), QPointF(left(column), y + row.height));
    }
}

} // namespace shisaku
