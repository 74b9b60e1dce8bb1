// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/sheet/text_block.h"

#include <QFontMetricsF>
#include <QPainter>

namespace shisaku {

using namespace Qt::StringLiterals;

namespace {
/// Length of the mark an item begins with; the item's further lines hang behind it.
qsizetype hangingMark(QStringView paragraph)
{
    if (paragraph.isEmpty())
        return 0;
    const QChar first = paragraph.front();
    if (u"○●◎□■◇◆△▲▽▼・※－"_s.contains(first) || (first >= u'①' && first <= u'⑳'))
        return 1;
    return 0;
}

QList<QTextLayout::FormatRange> formatsIn(const MarkedText &text, qsizetype start, qsizetype length, const QFont &font)
{
    QList<QTextLayout::FormatRange> formats;
    for (const MarkedText::Mark &mark : text.marks) {
        if (mark.start < start || mark.start >= start + length)
            continue;
        QTextLayout::FormatRange range;
        range.start = mark.start - static_cast<int>(start);
        range.length = mark.length;
        QFont small = font;
        small.setPixelSize(qRound(font.pixelSize() * 0.95));
        range.format.setFont(small);
        range.format.setVerticalAlignment(QTextCharFormat::AlignSuperScript);
        formats << range;
    }
    return formats;
}
} // namespace

TextBlock::TextBlock(const MarkedText &text, const QFont &font, double width, double leading) :
    m_width(width), m_lineHeight(font.pixelSize() * leading)
{
    qsizetype start = 0;
    while (start <= text.text.size()) {
        qsizetype end = text.text.indexOf(u'\n', start);
        if (end < 0)
            end = text.text.size();
        addParagraph(text.text.mid(start, end - start), formatsIn(text, start, end - start, font), font);
        start = end + 1;
    }
    if (text.isEmpty())
        m_lines.clear();
}

void TextBlock::addParagraph(const QString &text, const QList<QTextLayout::FormatRange> &formats, const QFont &font)
{
    auto layout = std::make_unique<QTextLayout>(text, font);
    QTextOption option;
    option.setWrapMode(QTextOption::WrapAtWordBoundaryOrAnywhere);
    layout->setTextOption(option);
    layout->setFormats(formats);
    layout->setCacheEnabled(true);

    const double hang = QFontMetricsF(font).horizontalAdvance(text.first(hangingMark(text)));
    layout->beginLayout();
    bool first = true;
    for (QTextLine line = layout->createLine(); line.isValid(); line = layout->createLine()) {
        const double indent = first || hang > m_width / 3 ? 0 : hang;
        line.setLineWidth(m_width - indent);
        line.setPosition(QPointF(indent, lineCount() * m_lineHeight + (m_lineHeight - line.height()) / 2));
        m_textWidth = std::max(m_textWidth, indent + line.naturalTextWidth());
        m_lines.push_back(line);
        first = false;
    }
    layout->endLayout();
    m_paragraphs.push_back(std::move(layout));
}

void TextBlock::draw(QPainter &painter, const QPointF &at, double from, double to, Qt::Alignment alignment) const
{
    for (int i = 0; i < lineCount(); ++i) {
        const double top = i * m_lineHeight;
        if (top < from || top >= to)
            continue;
        const QTextLine &line = m_lines[static_cast<size_t>(i)];
        double shift = 0;
        if (alignment & Qt::AlignHCenter)
            shift = (m_width - line.naturalTextWidth()) / 2;
        else if (alignment & Qt::AlignRight)
            shift = m_width - line.naturalTextWidth();
        line.draw(&painter, at + QPointF(shift, 0));
    }
}

double TextBlock::evenWidth(const MarkedText &text, const QFont &font, double width)
{
    const TextBlock widest(text, font, width);
    double low = font.pixelSize();
    double high = std::min(width, widest.textWidth() + 1);
    while (high - low > font.pixelSize() / 8.0) {
        const double middle = (low + high) / 2;
        (TextBlock(text, font, middle).lineCount() > widest.lineCount() ? low : high) = middle;
    }
    return high;
}

QString flowed(const QStringList &pieces, const QFont &font, double width)
{
    const QFontMetricsF metrics(font);
    QString text;
    QString line;
    for (const QString &piece : pieces) {
        if (!line.isEmpty() && metrics.horizontalAdvance(line + piece) > width) {
            text += line + u'\n';
            line.clear();
        }
        line += piece;
    }
    return text + line;
}

} // namespace shisaku
