// SPDX-License-Identifier: GPL-3.0-or-later
// Bands of the table that hold text: the title row, and rows of one or two cells.
#include "views/look/paper.h"
#include "views/sheet/sheet_band.h"
#include "views/sheet/working_mark.h"

#include <QFontMetricsF>
#include <QPainter>

namespace shisaku {

using namespace Qt::StringLiterals;
using paper::mm;
using paper::pt;
using sheet::labelWidth;
using sheet::padX;

namespace {
void rule(QPainter &painter, const Look &look, const QPointF &from, const QPointF &to)
{
    painter.setPen(QPen(look.ink, paper::innerRule));
    painter.drawLine(from, to);
}

/// A head cell: grey, its label in the middle.
void paintHeadCell(QPainter &painter, const QRectF &cell, const TextBlock &label, const Look &look)
{
    painter.fillRect(cell, look.head);
    painter.setPen(look.ink);
    label.draw(painter, QPointF(cell.center().x() - label.width() / 2, cell.center().y() - label.height() / 2), Qt::AlignHCenter);
}

class TitleBand final : public SheetBand {
    Q_DECLARE_TR_FUNCTIONS(TitleBand)

public:
    TitleBand(const SheetContent &content, double width, bool continued) :
        m_width(width), m_kindWidth(content.kinds.isEmpty() ? 0 : mm(21)), m_kinds(content.kinds),
        m_uncertain(content.titleUncertain)
    {
        double numberPoints = 16; // a full code such as 2-①-1 stays on one line
        do {
            m_number = TextBlock::label(content.number, paper::scaled(textFont(numberPoints, true)), m_numberWidth - 2 * padX);
            numberPoints -= 0.5;
        } while (m_number.lineCount() > 1 && numberPoints >= 9);
        m_numberLabel = TextBlock::label(content.numberLabel, paper::scaled(textFont(8)), m_numberWidth - padX);
        const QString title = continued ? tr("%1（つづき）").arg(content.title) : content.title;
        const double room = width - m_numberWidth - m_kindWidth - 2 * padX;
        double points = 15;
        do {
            m_title = TextBlock::label(title, paper::scaled(textFont(points, true)), room);
            points -= 0.5;
        } while (m_title.lineCount() > 2 && points >= 12);
        m_group = TextBlock::label(content.groupTitle, paper::scaled(textFont(9.5)), room);
        m_height = std::max({m_kinds.size() * m_kindHeight, m_group.height() + m_title.height() + 2 * mm(1.2),
                             m_numberLabel.height() + m_number.height() + 2 * mm(1.2), mm(15)});
    }

    double height() const override { return m_height; }
    QList<double> breaks() const override { return {m_height}; }
    double roomFor(double, double) const override { return m_height; }

    void paint(QPainter &painter, const QPointF &at, double, double, const SheetStyle &style) const override
    {
        const Look &look = *style.look;
        const double kindLeft = at.x() + m_width - m_kindWidth;
        const double labelled = m_numberLabel.height();
        paintHeadCell(painter, QRectF(at, QSizeF(m_numberWidth, m_height)), TextBlock(), look);
        const double numberTop = at.y() + (m_height - labelled - m_number.height()) / 2;
        const double middle = at.x() + m_numberWidth / 2;
        m_numberLabel.draw(painter, QPointF(middle - m_numberLabel.width() / 2, numberTop), Qt::AlignHCenter);
        m_number.draw(painter, QPointF(middle - m_number.width() / 2, numberTop + labelled), Qt::AlignHCenter);
        const QPointF titleAt(at.x() + m_numberWidth + padX, at.y() + (m_height - m_group.height() - m_title.height()) / 2);
        m_group.draw(painter, titleAt);
        m_title.draw(painter, titleAt + QPointF(0, m_group.height()));
        rule(painter, look, at + QPointF(m_numberWidth, 0), at + QPointF(m_numberWidth, m_height));
        if (!m_kinds.isEmpty())
            rule(painter, look, QPointF(kindLeft, at.y()), QPointF(kindLeft, at.y() + m_height));
        const double step = m_height / static_cast<double>(std::max<qsizetype>(1, m_kinds.size()));
        for (qsizetype i = 0; i < m_kinds.size(); ++i)
            paintKind(painter, QRectF(kindLeft, at.y() + static_cast<double>(i) * step, m_kindWidth, step), m_kinds.at(i), i > 0,
                      look);
        if (m_uncertain && style.workingMarks)
            paintWorkingMark(painter, at + QPointF(m_width, 0), look);
    }

private:
    static void paintKind(QPainter &painter, const QRectF &cell, const SheetKind &kind, bool ruled, const Look &look)
    {
        if (ruled)
            rule(painter, look, cell.topLeft(), cell.topRight());
        const QFont font = paper::scaled(textFont(9.5, kind.chosen));
        const QFontMetricsF metrics(font);
        const double base = cell.center().y() + (metrics.ascent() - metrics.descent()) / 2;
        const double em = font.pixelSize();
        painter.setFont(font);
        painter.setPen(look.ink);
        if (kind.chosen)
            painter.drawText(QPointF(cell.left() + pt(7), base), u"●"_s);
        painter.drawText(QPointF(cell.left() + pt(9) + em, base), kind.label);
    }

    static constexpr double m_numberWidth = mm(18);
    static constexpr double m_kindHeight = mm(5.4);
    double m_width;
    double m_kindWidth;
    double m_height = 0;
    TextBlock m_numberLabel;
    TextBlock m_number;
    TextBlock m_group;
    TextBlock m_title;
    QList<SheetKind> m_kinds;
    bool m_uncertain;
};

class TextBand final : public SheetBand {
public:
    TextBand(const PrintedRow &row, double width, const SheetSizes &sizes) : m_width(width), m_padY(sizes.padY)
    {
        const QFont labelFont = paper::scaled(textFont(sizes.label(), true));
        const QFont font = paper::scaled(textFont(sizes.body));
        m_left = row.label.isEmpty() ? 0 : labelWidth;
        m_label = TextBlock::label(row.label, labelFont, labelWidth - padX);
        m_cellWidth = (width - m_left) / static_cast<double>(row.cells.size());
        for (const SheetCell &cell : row.cells) {
            const double room = m_cellWidth - 2 * padX;
            const MarkedText text = cell.pieces.isEmpty() ? cell.text : MarkedText{flowed(cell.pieces, font, room), {}};
            m_texts.emplace_back(text, font, room);
            if (row.kind == PrintedRow::Kind::Pair)
                m_heads.push_back(TextBlock::label(cell.label, labelFont, room));
            m_height = std::max({m_height, m_texts.back().height(), mm(cell.minimumHeight) - 2 * m_padY});
            m_uncertain |= cell.uncertain;
        }
        m_lineHeight = font.pixelSize() * 1.4;
        m_height = std::max({m_height, m_label.height() - headHeight(), m_lineHeight});
    }

    double height() const override { return m_height; }
    QList<double> breaks() const override
    {
        QList<double> list;
        const int lines = static_cast<int>(m_height / m_lineHeight + 0.01);
        for (int line = 2; line + 1 < lines; ++line) // no line stands alone on a page
            list << line * m_lineHeight;
        return list << m_height;
    }
    double roomFor(double from, double to) const override { return headHeight() + to - from + 2 * m_padY; }

    void paint(QPainter &painter, const QPointF &at, double from, double to, const SheetStyle &style) const override
    {
        const Look &look = *style.look;
        const double room = roomFor(from, to);
        if (m_left > 0)
            paintHeadCell(painter, QRectF(at, QSizeF(m_left, room)), m_label, look);
        double x = at.x() + m_left;
        for (size_t i = 0; i < m_texts.size(); ++i, x += m_cellWidth) {
            if (!m_heads.empty())
                paintHeadCell(painter, QRectF(x, at.y(), m_cellWidth, headHeight()), m_heads[i], look);
            painter.setPen(look.ink);
            m_texts[i].draw(painter, QPointF(x + padX, at.y() + headHeight() + m_padY + textShift() - from), from, to);
            if (x > at.x())
                rule(painter, look, QPointF(x, at.y()), QPointF(x, at.y() + room));
        }
        if (!m_heads.empty())
            rule(painter, look, at + QPointF(m_left, headHeight()), at + QPointF(m_width, headHeight()));
        if (m_uncertain && style.workingMarks)
            paintWorkingMark(painter, at + QPointF(m_width, 0), look);
    }

private:
    double headHeight() const { return m_heads.empty() ? 0 : m_heads.front().height() + pt(4); }
    /// One line beside a label of two stands in the middle.
    double textShift() const
    {
        return m_texts.size() == 1 && m_texts[0].height() < m_label.height() + 1 ? (m_height - m_texts[0].height()) / 2 : 0;
    }

    double m_width;
    double m_padY;
    double m_left = 0;
    double m_cellWidth = 0;
    double m_height = 0;
    double m_lineHeight = 0;
    bool m_uncertain = false;
    TextBlock m_label;
    std::vector<TextBlock> m_heads;
    std::vector<TextBlock> m_texts;
};
} // namespace

std::unique_ptr<SheetBand> titleBand(const SheetContent &content, double width, bool continued)
{
    return std::make_unique<TitleBand>(content, width, continued);
}

std::unique_ptr<SheetBand> textBand(const PrintedRow &row, double width, const SheetSizes &sizes)
{
    return std::make_unique<TextBand>(row, width, sizes);
}

} // namespace shisaku
