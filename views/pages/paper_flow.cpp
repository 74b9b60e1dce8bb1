// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/pages/paper_flow.h"

#include "views/effects/chart.h"
#include "views/sheet/text_block.h"

#include <QPainter>

namespace shisaku {

using paper::pt;

namespace {
constexpr double padX = pt(3.5);
constexpr double padY = pt(2.5);
constexpr double leading = 1.3;
constexpr double bodyPoints = 10.5;
constexpr double tablePoints = 9;
constexpr double notePoints = 8.5;
constexpr double unitsPerPixel = paper::unitsPerInch / 96.0;

/// The pieces between which a line of names may break; each keeps its divider.
QStringList namesIn(const QString &text)
{
    QStringList pieces;
    qsizetype start = 0;
    for (qsizetype i = 0; i < text.size(); ++i) {
        if (text[i] != u'、' && text[i] != u'・' && text[i] != u'：' && text[i] != u'。')
            continue;
        pieces << text.sliced(start, i + 1 - start);
        start = i + 1;
    }
    pieces << text.sliced(start);
    return pieces;
}
} // namespace

PaperFlow::PaperFlow(const paper::Spec &spec, const Look &look) : m_spec(spec), m_look(look), m_body(spec.body()) {}

void PaperFlow::addText(const QString &text, double points, bool bold, Qt::Alignment alignment, const QColor &colour, bool withNext)
{
    auto block = std::make_shared<TextBlock>(MarkedText{text, {}}, paper::scaled(textFont(points, bold)), m_body.width(), leading);
    add({block->height(),
         [this, block, alignment, colour](QPainter &painter, double y) {
             painter.setPen(colour);
             block->draw(painter, QPointF(m_body.left(), y), alignment);
         },
         withNext,
         -1,
         false,
         {}});
}

void PaperFlow::title(const QString &text)
{
    gap(6);
    addText(text, 15, true, Qt::AlignHCenter, m_look.ink, true);
    gap(10);
}

void PaperFlow::lineRight(const QString &text)
{
    addText(text, bodyPoints, false, Qt::AlignRight, m_look.ink, true);
}

void PaperFlow::heading(const QString &text)
{
    gap(10);
    addText(text, 12, true, Qt::AlignLeft, m_look.ink, true);
    m_blocks.back().bookmark = text;
    gap(3);
}

void PaperFlow::text(const QString &text)
{
    addText(text, bodyPoints, false, Qt::AlignLeft, m_look.ink, false);
}

void PaperFlow::note(const QString &text)
{
    addText(flowed(namesIn(text), paper::scaled(textFont(notePoints)), m_body.width() - pt(notePoints)), notePoints, false,
            Qt::AlignLeft, m_look.ink, false);
}

void PaperFlow::gap(double points)
{
    add({pt(points), [](QPainter &, double) {}, true, -1, true, {}});
}

void PaperFlow::tableCaption(const QString &text, const QString &unit)
{
    const QFont bold = paper::scaled(textFont(tablePoints + 0.5, true));
    auto caption = std::make_shared<TextBlock>(MarkedText{text, {}}, bold, m_body.width(), leading);
    auto right = std::make_shared<TextBlock>(MarkedText{unit, {}}, paper::scaled(textFont(notePoints)), m_body.width(), leading);
    gap(3);
    add({caption->height() + pt(1.5),
         [this, caption, right](QPainter &painter, double y) {
             painter.setPen(m_look.ink);
             caption->draw(painter, QPointF(m_body.left(), y), Qt::AlignHCenter);
             right->draw(painter, QPointF(m_body.left(), y), Qt::AlignRight);
         },
         true,
         -1,
         false,
         {}});
}

void PaperFlow::figureCaption(const QString &text)
{
    addText(text, tablePoints + 0.5, true, Qt::AlignHCenter, m_look.ink, false);
    gap(6);
}

PaperFlow::Block PaperFlow::tableRow(const PaperTable &table, const PaperTable::Row &row, bool head, bool last) const
{
    struct Cell {
        TextBlock text;
        double left = 0;
        Qt::Alignment alignment = Qt::AlignLeft;
    };
    double shares = 0;
    for (const PaperTable::Column &column : table.columns)
        shares += column.width;
    auto cells = std::make_shared<std::vector<Cell>>();
    const double tableLeft = m_body.left() + m_body.width() * (1 - table.width) / 2;
    const double tableRight = m_body.right() - m_body.width() * (1 - table.width) / 2;
    double left = tableLeft;
    double height = 0;
    for (qsizetype i = 0; i < table.columns.size(); ++i) {
        const PaperTable::Column &column = table.columns[i];
        const double width = (tableRight - tableLeft) * column.width / shares;
        const bool bold = head || row.total;
        const QFont font = paper::scaled(column.figures && !head ? figureFont(tablePoints, bold) : textFont(tablePoints, bold));
        Cell cell;
        const QString text = row.cells.value(i);
        const double room = width - 2 * padX;
        cell.text = TextBlock(MarkedText{column.names ? flowed(namesIn(text), font, room) : text, {}}, font, room, leading);
        cell.left = left;
        cell.alignment = head ? Qt::AlignHCenter : column.alignment;
        height = std::max(height, cell.text.height() + 2 * padY);
        cells->push_back(std::move(cell));
        left += width;
    }
    height = std::max(height, pt(tablePoints) * leading + 2 * padY);
    return {height,
            [this, cells, height, head, last, total = row.total, tableLeft, tableRight](QPainter &painter, double y) {
                if (head)
                    painter.fillRect(QRectF(tableLeft, y, tableRight - tableLeft, height), m_look.head);
                for (const auto &cell : *cells) {
                    painter.setPen(m_look.ink);
                    cell.text.draw(painter, QPointF(cell.left + padX, y + (height - cell.text.height()) / 2), cell.alignment);
                    painter.setPen(QPen(m_look.ink, cell.left == tableLeft ? paper::outerRule : paper::innerRule));
                    painter.drawLine(QPointF(cell.left, y), QPointF(cell.left, y + height));
                }
                painter.setPen(QPen(m_look.ink, paper::outerRule));
                painter.drawLine(QPointF(tableRight, y), QPointF(tableRight, y + height));
                painter.setPen(QPen(m_look.ink, head || total ? paper::outerRule : paper::innerRule));
                painter.drawLine(QPointF(tableLeft, y), QPointF(tableRight, y));
                painter.setPen(QPen(m_look.ink, last ? paper::outerRule : paper::innerRule));
                painter.drawLine(QPointF(tableLeft, y + height), QPointF(tableRight, y + height));
            },
            head,
            -1,
            false,
            {}};
}

void PaperFlow::table(const PaperTable &table)
{
    PaperTable::Row heads;
    for (const PaperTable::Column &column : table.columns)
        heads.cells << column.head;
    add(tableRow(table, heads, true, table.rows.isEmpty()));
    const int head = static_cast<int>(m_blocks.size()) - 1;
    for (qsizetype i = 0; i < table.rows.size(); ++i) {
        Block row = tableRow(table, table.rows[i], false, i + 1 == table.rows.size());
        row.head = head;
        add(std::move(row));
    }
    gap(3);
}

void PaperFlow::chart(const ChartData &data)
{
    Chart::Style style;
    style.look = &m_look;
    style.points = notePoints;
    style.title = false;
    auto chart = std::make_shared<Chart>(data, style);
    const double width = m_body.width() / unitsPerPixel;
    const QSizeF size(width, chart->fittingHeight(width));
    chart->layOut(size);
    add({size.height() * unitsPerPixel + pt(4),
         [this, chart, size](QPainter &painter, double y) {
             chart->paint(painter, QRectF(QPointF(m_body.left(), y), size * unitsPerPixel));
         },
         true,
         -1,
         false,
         {}});
}

double PaperFlow::runHeight(size_t first) const
{
    double height = 0;
    for (size_t i = first; i < m_blocks.size(); ++i) {
        height += m_blocks[i].height;
        if (!m_blocks[i].withNext)
            break;
    }
    return height;
}

void PaperFlow::finish()
{
    QList<Placed> page;
    double y = m_body.top();
    bool joined = false;
    for (size_t i = 0; i < m_blocks.size(); ++i) {
        const Block &block = m_blocks[i];
        if (!joined && !page.isEmpty() && y + runHeight(i) > m_body.bottom()) {
            m_pages << std::exchange(page, {});
            y = m_body.top();
            if (block.head >= 0) {
                page.append({y, block.head});
                y += m_blocks[static_cast<size_t>(block.head)].height;
            }
        }
        joined = block.withNext;
        if (block.isGap && page.isEmpty())
            continue;
        if (!block.bookmark.isEmpty())
            m_bookmarks << Bookmark{block.bookmark, static_cast<int>(m_pages.size()), 0};
        page.append({y, static_cast<int>(i)});
        y += block.height;
    }
    m_pages << page;
}

void PaperFlow::paint(QPainter &painter, int page) const
{
    for (const Placed &placed : m_pages.at(page))
        m_blocks[static_cast<size_t>(placed.block)].paint(painter, placed.y);
}

} // namespace shisaku
