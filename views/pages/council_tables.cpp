// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/plan/ranges.h"
#include "views/look/status_mark.h"
#include "views/pages/council_pages.h"
#include "views/pages/council_type.h"

#include <QFontMetricsF>
#include <QPainter>

#include <algorithm>
#include <cmath>
#include <numeric>

namespace shisaku {

using namespace Qt::StringLiterals;
using namespace council;
using paper::mm;
using paper::pt;

namespace {
constexpr double leading = 1.3;
constexpr double padX = pt(4);
constexpr double padY = pt(3.2);
constexpr double minimumFlexible = 18; // mm
constexpr int mostHeadLines = 12; ///< The head stands on every page of a table, so it must leave room for the rows.

/// A number as tables print it, or a sign that stands for one.
bool isFigure(QStringView cell)
{
    return !cell.isEmpty() && std::all_of(cell.begin(), cell.end(), [](QChar c) { return u"0123456789,.%△－…"_s.contains(c); });
}

double figureWidth(const QString &cell, bool bold)
{
    return QFontMetricsF(paper::scaled(figureFont(tablePoints, bold))).horizontalAdvance(cell);
}

/// As wide as the table asks for, and at least as its widest figure, which never breaks; those that share what is left give way.
QList<double> columnWidths(const CouncilTable &table, double room)
{
    QList<double> widths;
    double taken = 0;
    int flexible = 0;
    for (qsizetype i = 0; i < table.columns.size(); ++i) {
        double width = mm(table.columns[i].width);
        for (const QStringList &row : table.rows) {
            if (width > 0 && row.size() == table.columns.size() && isFigure(row[i]))
                width = std::max(width, figureWidth(row[i], true) + 2 * padX);
        }
        widths << width;
        taken += width;
        flexible += width > 0 ? 0 : 1;
    }
    for (double &width : widths) {
        if (width == 0)
            width = std::max((room - taken) / flexible, mm(minimumFlexible));
    }
    const double whole = std::accumulate(widths.begin(), widths.end(), 0.0);
    for (double &width : widths)
        width *= std::min(1.0, room / whole);
    return widths;
}

QString headOf(const CouncilColumn &column, double room)
{
    const QFont font = paper::scaled(textFont(tablePoints, true));
    return QFontMetricsF(font).elidedText(drawnLine(column.head), Qt::ElideRight, mostHeadLines * (room - font.pixelSize()));
}
} // namespace

void CouncilPages::addTable(const CouncilTable &table, double indent)
{
    const double room = m_body.width() - indent;
    const QList<double> widths = columnWidths(table, room);
    const double width = std::accumulate(widths.begin(), widths.end(), 0.0);
    const double left = m_body.left() + indent + (room - width) / 2;
    m_tables << QRectF(left, 0, width, 0);
    addCaption(table, indent);
    const size_t first = m_pieces.size();
    QStringList heads;
    for (qsizetype i = 0; i < widths.size(); ++i)
        heads << headOf(table.columns[i], widths[i] - 2 * padX);
    addRow(table, heads, widths, left, -1);
    m_headHeight = m_pieces.back().height;
    for (int row = 0; row < table.rows.size(); ++row) {
        const bool across = table.rows[row].size() < widths.size();
        addRow(table, table.rows[row], across ? QList<double>{width} : widths, left, row);
        if (across) {
            m_pieces.back().keepWithNext = true;
            m_pieces.back().heading = table.rows[row].first();
            m_pieces.back().headingLevel = 2;
        }
    }
    m_pieces[first].gap = table.caption.isEmpty() && table.unit.isEmpty() ? pt(5) : pt(2);
    m_pieces[m_pieces.size() - 2].keepWithNext = true;
}

void CouncilPages::addCaption(const CouncilTable &table, double indent)
{
    if (table.caption.isEmpty() && table.unit.isEmpty())
        return;
    const double room = m_body.width() - indent;
    const auto set = [room](const QString &text, const QFont &font) {
        return std::make_shared<TextBlock>(MarkedText{text, {}}, paper::scaled(font), room, leading);
    };
    const auto caption = set(table.caption, textFont(tablePoints, true));
    const auto unit = set(table.unit, textFont(notePoints));
    Piece piece;
    piece.height = std::max(caption->height(), unit->height());
    piece.gap = pt(8);
    piece.keepWithNext = true;
    piece.paint = [caption, unit, left = m_body.left() + indent, height = piece.height, look = m_style.look](QPainter &painter,
                                                                                                               double y, bool) {
        painter.setPen(look->ink);
        caption->draw(painter, QPointF(left, y), Qt::AlignHCenter);
        unit->draw(painter, QPointF(left, y + height - unit->height()), Qt::AlignRight);
    };
    m_pieces.push_back(std::move(piece));
}

/// A row set in type: what every piece of it draws from.
struct CouncilPages::Row {
    std::vector<TextBlock> cells;
    QList<double> widths;
    QList<Qt::Alignment> alignments;
    double left = 0;
    double width = 0;
    bool isHead = false;
    bool isTotal = false;
    int shared = 0; ///< Cells that go on from the row above, unless this one is the first on its page.

    double lineHeight() const { return cells.front().lineHeight(); }
    /// Of the cells from `first` on, without padding.
    double height(int first) const
    {
        double most = 0;
        for (size_t i = static_cast<size_t>(first); i < cells.size(); ++i)
            most = std::max(most, cells[i].height());
        return most;
    }
    /// Draws the cells between two heights of their text; in the middle of what they need not fill.
    void paint(QPainter &painter, const QRectF &at, double from, double to, bool firstOnPage, const Look &look) const;
};

void CouncilPages::Row::paint(QPainter &painter, const QRectF &at, double from, double to, bool firstOnPage, const Look &look) const
{
    if (isHead)
        painter.fillRect(at, look.head);
    double x = at.left();
    for (qsizetype i = 0; i < widths.size(); ++i) {
        const bool isShared = !firstOnPage && i < shared;
        painter.setPen(QPen(look.ink, paper::innerRule));
        if (i > 0)
            painter.drawLine(QPointF(x, at.top()), QPointF(x, at.bottom()));
        if (!isShared && !isHead) {
            painter.setPen(QPen(look.ink, isTotal ? paper::outerRule : paper::innerRule));
            painter.drawLine(QPointF(x, at.top()), QPointF(x + widths[i], at.top()));
        }
        const TextBlock &cell = cells[static_cast<size_t>(i)];
        painter.setPen(look.ink);
        const double spare = std::max(0.0, at.height() - 2 * padY - cell.height());
        if (!isShared)
            cell.draw(painter, QPointF(x + padX, at.top() + padY + spare / 2 - from), from, to, alignments[i]);
        x += widths[i];
    }
}

void CouncilPages::addRow(const CouncilTable &table, const QStringList &cells, const QList<double> &widths, double left, int row)
{
    auto set = std::make_shared<Row>();
    set->widths = widths;
    set->left = left;
    set->width = std::accumulate(widths.begin(), widths.end(), 0.0);
    set->isHead = row < 0;
    set->isTotal = table.total && row == table.rows.size() - 1;
    const bool across = !set->isHead && cells.size() < table.columns.size();
    const bool goesOn = table.mergeFirst && row > 0 && table.rows[row - 1].first() == cells.first();
    if (goesOn)
        set->shared = table.mergeSecond && cells.size() > 1 && cells[1].isEmpty() ? 2 : 1;
    for (qsizetype i = 0; i < cells.size(); ++i) {
        const double room = widths[i] - 2 * padX;
        const bool isNumber = isFigure(cells[i]);
        const double fit = isNumber ? std::min(1.0, room / figureWidth(cells[i], set->isTotal)) : 1;
        const QFont font = paper::scaled(isNumber ? figureFont(tablePoints * fit, set->isTotal)
                                                  : textFont(tablePoints, set->isHead || set->isTotal || across));
        const QFont shown = markFont(font, cells[i]); // the line stays as high as the others
        const bool names = table.columns[i].names && !set->isHead;
        set->cells.emplace_back(MarkedText{names ? flowedNames(cells[i], shown, room) : cells[i], {}}, shown, room,
                                leading * font.pixelSize() / shown.pixelSize());
    }
    for (const CouncilColumn &column : table.columns)
        set->alignments << (set->isHead ? Qt::Alignment(Qt::AlignHCenter) : across ? Qt::AlignLeft : column.alignment);

    // A row higher than a page goes on over as many as it needs, cut between lines.
    const double whole = set->height(0);
    const double page = m_body.height() - m_headHeight - 2 * padY;
    const bool isLong = !set->isHead && whole > page;
    if (isLong)
        set->shared = 0;
    const double step = isLong ? std::floor(page / set->lineHeight()) * set->lineHeight() : whole;
    double from = 0;
    do {
        Piece piece;
        // A cell that is shared needs room in its first row only.
        piece.height = (isLong ? std::min(step, whole - from) : set->height(goesOn ? 1 : 0)) + 2 * padY;
        piece.alone = isLong ? piece.height : whole + 2 * padY;
        piece.table = static_cast<int>(m_tables.size()) - 1;
        piece.isHead = set->isHead;
        piece.keepWithNext = set->isHead;
        const double to = from + step - set->lineHeight() / 2;
        piece.paint = [=, within = piece.height, alone = piece.alone, look = m_style.look](QPainter &painter, double y,
                                                                                             bool firstOnPage) {
            const QRectF at(set->left, y, set->width, firstOnPage ? alone : within);
            set->paint(painter, at, from, to, firstOnPage, *look);
        };
        m_pieces.push_back(std::move(piece));
        from += step;
    } while (isLong && from < whole);
}

} // namespace shisaku
