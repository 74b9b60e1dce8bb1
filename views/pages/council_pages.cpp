// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/pages/council_pages.h"

#include "models/plan/ranges.h"
#include "views/pages/council_type.h"
#include "views/sheet/sheet_painter.h"

#include <QPainter>

#include <algorithm>

namespace shisaku {

using namespace Qt::StringLiterals;
using namespace council;
using paper::pt;

namespace {
constexpr double leading = 1.5;
constexpr double em = pt(bodyPoints);

QString headingNumber(int level, int number)
{
    if (level == 1)
        return QString::number(number);
    if (level == 2)
        return u"(%1)"_s.arg(number);
    return number <= 20 ? QString(QChar(u'①' + number - 1)) : u"(%1)"_s.arg(number);
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

CouncilPages::CouncilPages(const QString &title, const CouncilText &text, const PageStyle &style, const paper::Spec &usual) :
    m_style(style), m_paper(style.on(usual)), m_body(m_paper.body())
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
    const PaperHead &head = m_style.head;
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
        const QString heading = drawnLine(block.text);
        addText(heading, paper::scaled(textFont(block.level == 1 ? 11.5 : bodyPoints, true)), indent,
                block.level == 1 ? pt(14) : pt(8), Qt::AlignLeft, true);
        m_pieces[first].heading = heading;
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
        piece.paint = [block, left, line, alignment, look = m_style.look](QPainter &painter, double y, bool) {
            painter.setPen(look->ink);
            const double from = line * block->lineHeight();
            block->draw(painter, left + QPointF(0, y - from), from, from + block->lineHeight() / 2, alignment);
        };
        m_pieces.push_back(std::move(piece));
    }
}

/// The text in lines that end between names only.
QString CouncilPages::flowedNames(const QString &text, const QFont &font, double width)
{
    QStringList pieces{QString()};
    for (const QChar c : text) {
        pieces.last() += c;
        if (u"、・：。"_s.contains(c))
            pieces << QString();
    }
    return flowed(pieces, font, width);
}

/// Height of a piece with everything that must follow it on the same page, if a page can hold that.
double CouncilPages::needed(size_t first) const
{
    double height = 0;
    for (size_t i = first; i < m_pieces.size(); ++i) {
        height += m_pieces[i].height + (i == first ? 0 : m_pieces[i].gap);
        if (height > m_body.height())
            return m_pieces[first].height;
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
    const Look &look = *m_style.look;
    const Page &shown = m_pages[static_cast<size_t>(page)];
    if (page == 0)
        paintPageHead(painter, m_paper, {}, m_style.head.documentNumber, look);
    for (const Placed &placed : shown.pieces) {
        if (const Piece &piece = m_pieces[placed.piece]; piece.paint)
            piece.paint(painter, placed.y, placed.firstOnPage);
    }
    painter.setPen(QPen(look.ink, paper::outerRule, Qt::SolidLine, Qt::SquareCap, Qt::MiterJoin));
    painter.setBrush(Qt::NoBrush);
    for (const QRectF &frame : shown.frames)
        painter.drawRect(frame);
    paintPageNumber(painter, m_paper, m_style.firstNumber() + page, look);
}

PrintJob councilJob(const QString &title, const CouncilText &text, const PageStyle &style, const paper::Spec &usual)
{
    const auto pages = std::make_shared<const CouncilPages>(title, text, style, usual);
    PrintJob job;
    job.title = title;
    job.isFinal = style.head.mark.isEmpty();
    job.paper = style.on(usual);
    job.pageCount = pages->count();
    job.paint = [pages](QPainter &painter, int page) { pages->paint(painter, page); };
    job.firstPageNumber = style.firstNumber();
    job.bookmarks = pages->headings();
    return job;
}

} // namespace shisaku
