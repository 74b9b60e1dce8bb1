// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/pages/council_pages.h"

#include "views/look/status_mark.h"
#include "views/pages/council_type.h"
#include "views/sheet/sheet_painter.h"

#include <QFontMetricsF>
#include <QPainter>

#include <algorithm>
#include <numeric>

namespace shisaku {

using namespace Qt::StringLiterals;
using namespace council;
using paper::mm;
using paper::pt;

namespace {
constexpr double leading = 1.5;
constexpr double tableLeading = 1.3;
constexpr double padX = pt(4);
constexpr double padY = pt(3.2);
constexpr double em = pt(bodyPoints);

QString headingNumber(int level, int number)
{
    if (level == 1)
        return QString::number(number);
    if (level == 2)
        return u"(%1)"_s.arg(number);
    return number <= 20 ? QString(QChar(u'①' + number - 1)) : u"(%1)"_s.arg(number);
}

/// A number as tables print it, or a sign that stands for one.
bool isFigure(QStringView cell)
{
    return !cell.isEmpty() && std::all_of(cell.begin(), cell.end(), [](QChar c) { return u"0123456789,.%△－…"_s.contains(c); });
}

/// The text in lines that end between names only.
QString flowedNames(const QString &text, const QFont &font, double width)
{
    QStringList pieces{QString()};
    for (const QChar c : text) {
        pieces.last() += c;
        if (u"、・：。"_s.contains(c))
            pieces << QString();
    }
    return flowed(pieces, font, width);
}
} // namespace

void CouncilText::addHeading(int level, const QString &text)
{
    ++m_numbers[level - 1];
    for (int deeper = level; deeper < 3; ++deeper)
        m_numbers[deeper] = 0;
    addPlainHeading(level, headingNumber(level, m_numbers[level - 1]) + u'　' + text);
}

void CouncilText::addPlainHeading(int level, const QString &text)
{
    m_level = level;
    m_blocks.append({Block::Kind::Heading, level, text, {}, {}});
}

void CouncilText::addParagraph(const QString &text)
{
    if (!text.isEmpty())
        m_blocks.append({Block::Kind::Paragraph, m_level, text, {}, {}});
}

void CouncilText::addNote(const QString &text, bool names)
{
    m_blocks.append({Block::Kind::Note, m_level, text, {}, {}, names});
}

void CouncilText::addChart(const ChartData &chart, const QString &caption)
{
    m_blocks.append({Block::Kind::Chart, m_level, caption, {}, chart});
}

void CouncilText::addFigure(const QByteArray &picture, const QString &caption, const QString &source)
{
    m_blocks.append({Block::Kind::Figure, m_level, caption, {}, {}, false, picture, source});
}

void CouncilText::addDrawing(const Drawing &drawing)
{
    m_blocks.append({Block::Kind::Drawing, m_level, {}, {}, {}, false, {}, {}, drawing});
}

void CouncilText::addTable(const CouncilTable &table)
{
    if (!table.rows.isEmpty())
        m_blocks.append({Block::Kind::Table, m_level, {}, table, {}});
}

CouncilPages::CouncilPages(const QString &title, const CouncilText &text, CouncilOptions options) :
    m_options(std::move(options)), m_body(m_options.paper.body())
{
    addTitle(title);
    for (const CouncilText::Block &block : text.blocks())
        addBlock(block);
    flow();
}

void CouncilPages::addTitle(const QString &title)
{
    if (title.isEmpty())
        return;
    const CouncilHead &head = m_options.head;
    const QFont small = paper::scaled(textFont(bodyPoints));
    if (!head.date.isEmpty())
        addText(head.date, small, 0, 0, Qt::AlignRight, true);
    if (!head.office.isEmpty())
        addText(head.office, small, 0, 0, Qt::AlignRight, true);
    const QString shown = head.mark.isEmpty() ? title : tr("%1（%2）").arg(title, head.mark);
    TextBlock name = TextBlock::label(shown, paper::scaled(textFont(15, true)), m_body.width());
    const double left = (m_body.width() - name.width()) / 2;
    addLines(std::move(name), left, pt(16), Qt::AlignHCenter, true);
    if (!head.meeting.isEmpty())
        addText(head.meeting, small, 0, pt(4), Qt::AlignHCenter, true);
    m_pieces.push_back({pt(10), 0, true, -1, false, {}, {}, 0});
}

void CouncilPages::addBlock(const CouncilText::Block &block)
{
    using Kind = CouncilText::Block::Kind;
    const double indent = std::max(0, block.level - 1) * em;
    switch (block.kind) {
    case Kind::Heading: {
        const size_t first = m_pieces.size();
        addText(block.text, paper::scaled(textFont(block.level == 1 ? 11.5 : bodyPoints, true)), indent,
                block.level == 1 ? pt(14) : pt(8), Qt::AlignLeft, true);
        m_pieces[first].heading = block.text;
        m_pieces[first].headingLevel = block.level;
        break;
    }
    case Kind::Paragraph:
        for (const QString &line : block.text.split(u'\n')) {
            // Further lines of an item hang behind its mark, so the item as a whole moves in.
            const bool item = beginsWithMark(line);
            addText(item ? line : u'　' + line, paper::scaled(textFont(bodyPoints)),
                    indent + (block.level > 0 ? em : 0) + (item ? em : 0), pt(3), Qt::AlignLeft, false);
        }
        break;
    case Kind::Note: {
        m_pieces.back().keepWithNext = true; // with what it notes
        const QFont font = paper::scaled(textFont(notePoints));
        const double room = m_body.width() - indent - em;
        addText(block.names ? flowedNames(block.text, font, room - pt(notePoints)) : block.text, font, indent + em, pt(3),
                Qt::AlignLeft, false);
        break;
    }
    case Kind::Table:
        addTable(block.table, indent + em);
        break;
    case Kind::Chart:
        addChart(block.chart, block.text);
        break;
    case Kind::Figure:
        addFigure(block, indent + em);
        break;
    case Kind::Drawing:
        addDrawing(block.drawing);
        break;
    }
}

void CouncilPages::addText(const QString &text, const QFont &font, double indent, double gap, Qt::Alignment alignment, bool keep)
{
    addLines(TextBlock(MarkedText{text, {}}, font, m_body.width() - indent, leading), indent, gap, alignment, keep);
}

/// `indent`: of the block from the left of the text.
void CouncilPages::addLines(TextBlock text, double indent, double gap, Qt::Alignment alignment, bool keep)
{
    const auto block = std::make_shared<TextBlock>(std::move(text));
    const QPointF left(m_body.left() + indent, 0);
    for (int line = 0; line < block->lineCount(); ++line) {
        Piece piece;
        piece.height = block->lineHeight();
        piece.gap = line == 0 ? gap : 0;
        // No single line of a paragraph is left behind or goes ahead.
        piece.keepWithNext = keep || (line == 0 && block->lineCount() > 1) || line == block->lineCount() - 2;
        piece.paint = [block, left, line, alignment, look = m_options.look](QPainter &painter, double y, bool) {
            painter.setPen(look->ink);
            const double from = line * block->lineHeight();
            block->draw(painter, left + QPointF(0, y - from), from, from + block->lineHeight() / 2, alignment);
        };
        m_pieces.push_back(std::move(piece));
    }
}

void CouncilPages::addTable(const CouncilTable &table, double indent)
{
    const double room = m_body.width() - indent;
    double taken = 0;
    int flexible = 0;
    for (const CouncilColumn &column : table.columns) {
        taken += mm(column.width);
        flexible += column.width == 0 ? 1 : 0;
    }
    QList<double> widths;
    for (const CouncilColumn &column : table.columns)
        widths << (column.width == 0 ? (room - taken) / flexible : mm(column.width));
    const double width = std::accumulate(widths.begin(), widths.end(), 0.0);
    const double left = m_body.left() + indent + (room - width) / 2;
    m_tables << QRectF(left, 0, width, 0);
    addCaption(table, indent);
    const size_t first = m_pieces.size();
    QStringList heads;
    for (const CouncilColumn &column : table.columns)
        heads << column.head;
    addRow(table, heads, widths, left, -1);
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
        return std::make_shared<TextBlock>(MarkedText{text, {}}, paper::scaled(font), room, tableLeading);
    };
    const auto caption = set(table.caption, textFont(tablePoints, true));
    const auto unit = set(table.unit, textFont(notePoints));
    Piece piece;
    piece.height = std::max(caption->height(), unit->height());
    piece.gap = pt(8);
    piece.keepWithNext = true;
    piece.paint = [caption, unit, left = m_body.left() + indent, height = piece.height, look = m_options.look](QPainter &painter,
                                                                                                               double y, bool) {
        painter.setPen(look->ink);
        caption->draw(painter, QPointF(left, y), Qt::AlignHCenter);
        unit->draw(painter, QPointF(left, y + height - unit->height()), Qt::AlignRight);
    };
    m_pieces.push_back(std::move(piece));
}

void CouncilPages::addRow(const CouncilTable &table, const QStringList &cells, const QList<double> &widths, double left, int row)
{
    const bool head = row < 0;
    const bool total = table.total && row == table.rows.size() - 1;
    const bool across = !head && cells.size() < table.columns.size();
    const bool goesOn = table.mergeFirst && row > 0 && table.rows[row - 1].first() == cells.first();
    auto blocks = std::make_shared<std::vector<TextBlock>>();
    Piece piece;
    double whole = 0;
    for (qsizetype i = 0; i < cells.size(); ++i) {
        const QFont font = paper::scaled(isFigure(cells[i]) ? figureFont(tablePoints, total)
                                                            : textFont(tablePoints, head || total || across));
        const QFont shown = markFont(font, cells[i]); // the line stays as high as the others
        const double room = widths[i] - 2 * padX;
        const bool names = table.columns[i].names && !head;
        blocks->emplace_back(MarkedText{names ? flowedNames(cells[i], shown, room) : cells[i], {}}, shown, room,
                             tableLeading * font.pixelSize() / shown.pixelSize());
        const double height = blocks->back().height() + 2 * padY;
        whole = std::max(whole, height);
        // A cell that is shared needs room in its first row only.
        if (!goesOn || i > 0)
            piece.height = std::max(piece.height, height);
    }
    piece.alone = whole;
    piece.table = static_cast<int>(m_tables.size()) - 1;
    piece.isHead = head;
    piece.keepWithNext = head;
    QList<Qt::Alignment> alignments;
    for (const CouncilColumn &column : table.columns)
        alignments << (head ? Qt::Alignment(Qt::AlignHCenter) : across ? Qt::AlignLeft : column.alignment);
    piece.paint = [=, within = piece.height, look = m_options.look](QPainter &painter, double y, bool firstOnPage) {
        const double height = firstOnPage ? whole : within;
        double x = left;
        const double width = std::accumulate(widths.begin(), widths.end(), 0.0);
        if (head)
            painter.fillRect(QRectF(left, y, width, height), look->head);
        for (qsizetype i = 0; i < widths.size(); ++i) {
            const bool shared = goesOn && !firstOnPage && (i == 0 || (i == 1 && table.mergeSecond && cells[1].isEmpty()));
            painter.setPen(QPen(look->ink, paper::innerRule));
            if (i > 0)
                painter.drawLine(QPointF(x, y), QPointF(x, y + height));
            if (!shared && !head) {
                painter.setPen(QPen(look->ink, total ? paper::outerRule : paper::innerRule));
                painter.drawLine(QPointF(x, y), QPointF(x + widths[i], y));
            }
            const TextBlock &block = (*blocks)[static_cast<size_t>(i)];
            painter.setPen(look->ink);
            if (!shared)
                block.draw(painter, QPointF(x + padX, y + (height - block.height()) / 2), alignments[i]);
            x += widths[i];
        }
    };
    m_pieces.push_back(std::move(piece));
}

/// Height of a piece with everything that must follow it on the same page.
double CouncilPages::needed(size_t first) const
{
    double height = 0;
    for (size_t i = first; i < m_pieces.size(); ++i) {
        height += m_pieces[i].height + (i == first ? 0 : m_pieces[i].gap);
        if (!m_pieces[i].keepWithNext)
            break;
    }
    return height;
}

void CouncilPages::flow()
{
    m_pages.emplace_back();
    double y = m_body.top();
    int openTable = -1;
    size_t headOfTable = 0;
    const auto place = [&](size_t i) {
        const Piece &piece = m_pieces[i];
        Page &page = m_pages.back();
        const bool first = page.pieces.empty() || m_pieces[page.pieces.back().piece].isHead;
        if (!page.pieces.empty())
            y += piece.gap;
        const double height = first ? std::max(piece.height, piece.alone) : piece.height;
        if (piece.table >= 0) {
            if (piece.table != openTable || page.frames.isEmpty())
                page.frames << QRectF(m_tables[piece.table].left(), y, m_tables[piece.table].width(), 0);
            page.frames.last().setBottom(y + height);
        }
        if (!piece.heading.isEmpty())
            m_headings << Bookmark{piece.heading, count() - 1, piece.headingLevel - 1};
        page.pieces.push_back({i, y, first});
        openTable = piece.table;
        y += height;
    };
    for (size_t i = 0; i < m_pieces.size(); ++i) {
        const Piece &piece = m_pieces[i];
        if (piece.isHead)
            headOfTable = i;
        if (y + piece.gap + needed(i) > m_body.bottom() && !m_pages.back().pieces.empty()) {
            m_pages.emplace_back();
            y = m_body.top();
            if (piece.table >= 0 && !piece.isHead)
                place(headOfTable);
        }
        place(i);
    }
}

void CouncilPages::paint(QPainter &painter, int page) const
{
    const Look &look = *m_options.look;
    const Page &shown = m_pages[static_cast<size_t>(page)];
    if (page == 0)
        paintPageHead(painter, m_options.paper, {}, m_options.head.documentNumber, look);
    for (const Placed &placed : shown.pieces) {
        if (const Piece &piece = m_pieces[placed.piece]; piece.paint)
            piece.paint(painter, placed.y, placed.firstOnPage);
    }
    painter.setPen(QPen(look.ink, paper::outerRule, Qt::SolidLine, Qt::SquareCap, Qt::MiterJoin));
    painter.setBrush(Qt::NoBrush);
    for (const QRectF &frame : shown.frames)
        painter.drawRect(frame);
    paintPageNumber(painter, m_options.paper, m_options.firstPage + page, look);
}

PrintJob councilJob(const QString &title, const CouncilText &text, const CouncilOptions &options)
{
    const auto pages = std::make_shared<const CouncilPages>(title, text, options);
    PrintJob job;
    job.title = title;
    job.isFinal = options.head.mark.isEmpty();
    job.paper = options.paper;
    job.pageCount = pages->count();
    job.paint = [pages](QPainter &painter, int page) { pages->paint(painter, page); };
    job.firstPageNumber = options.firstPage;
    job.bookmarks = pages->headings();
    return job;
}

} // namespace shisaku
