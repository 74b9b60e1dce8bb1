// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/sheet/text_block.h"

#include "models/plan/ranges.h"
#include "views/look/line_breaks.h"
#include "views/look/tab_space.h"
#include "views/sheet/label_breaks.h"

#include <QFontMetricsF>
#include <QPainter>
#include <QRawFont>
#include <QTextBoundaryFinder>

#include <cmath>
#include <optional>

namespace shisaku {

using namespace Qt::StringLiterals;

namespace {
/// Of a paragraph, in UTF-16 units: a line is drawn in the time of its paragraph, so longer ones are set in parts.
constexpr qsizetype longestLayout = 4'000;

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

/// Small digits and letters (CO₂, m⁴) that the font of papers lacks, as what they are made of, small and lowered or raised;
/// `formats` says where. As long as the text.
QString withSmallOnesDrawn(QString text, const QFont &font, QList<QTextLayout::FormatRange> *formats)
{
    std::optional<QRawFont> glyphs; // few texts have any, and looking a font up takes its time
    for (qsizetype i = 0; i < text.size(); ++i) {
        const QChar small = text[i];
        const QChar::Decomposition kind = small.decompositionTag();
        if ((kind != QChar::Sub && kind != QChar::Super) || small.decomposition().size() != 1)
            continue;
        if (!glyphs)
            glyphs = QRawFont::fromFont(font);
        if (glyphs->supportsCharacter(small))
            continue;
        text[i] = small.decomposition().front();
        QTextLayout::FormatRange range;
        range.start = static_cast<int>(i);
        range.length = 1;
        range.format.setFont(font);
        range.format.setVerticalAlignment(kind == QChar::Sub ? QTextCharFormat::AlignSubScript : QTextCharFormat::AlignSuperScript);
        *formats << range;
    }
    return text;
}
} // namespace

TextBlock::TextBlock(const MarkedText &text, const QFont &font, double width, double leading) :
    m_width(width), m_lineHeight(font.pixelSize() * leading)
{
    if (text.isEmpty())
        return;
    qsizetype start = 0;
    while (start <= text.text.size()) {
        qsizetype end = text.text.indexOf(u'\n', start);
        if (end < 0)
            end = text.text.size();
        const bool isCut = end - start > longestLayout;
        if (isCut)
            end = start + longestLayout - (text.text[start + longestLayout].isLowSurrogate() ? 1 : 0);
        QList<QTextLayout::FormatRange> formats = formatsIn(text, start, end - start, font);
        const QString drawn = withSmallOnesDrawn(withSpacesForTabs(text.text.mid(start, end - start)), font, &formats);
        addParagraph(drawn, formats, font);
        start = isCut ? end : end + 1;
    }
}

void TextBlock::addParagraph(const QString &text, const QList<QTextLayout::FormatRange> &formats, const QFont &font)
{
    auto layout = std::make_unique<QTextLayout>(text, font);
    QTextOption option;
    option.setWrapMode(QTextOption::WrapAtWordBoundaryOrAnywhere);
    layout->setTextOption(option);
    layout->setFormats(formats);
    layout->setCacheEnabled(true);

    const qsizetype mark = hangingMark(text);
    const double hang = mark > 0 ? QFontMetricsF(font).horizontalAdvance(text.first(mark)) : 0;
    breakLines(*layout, m_width, hang);
    // A last line of a character or two looks lost: a slightly narrower setting brings it company.
    const int count = layout->lineCount();
    const double em = font.pixelSize();
    if (count > 1 && layout->lineAt(count - 1).naturalTextWidth() < 2.5 * em && m_width > 12 * em) {
        breakLines(*layout, m_width - em, hang);
        if (layout->lineCount() > count)
            breakLines(*layout, m_width, hang);
    }
    for (int i = 0; i < layout->lineCount(); ++i) {
        QTextLine line = layout->lineAt(i);
        line.setPosition(QPointF(line.x(), lineCount() * m_lineHeight + (m_lineHeight - line.height()) / 2));
        m_textWidth = std::max(m_textWidth, line.x() + line.naturalTextWidth());
        m_lines.push_back(line);
    }
    m_paragraphs.push_back(std::move(layout));
}

namespace {
/// Ends a line earlier where the next would begin with what may not begin one, or a short bracket would be torn.
void keepTogether(const QString &text, QTextLine &line)
{
    const auto mayEndAt = [&text](qsizetype at) { return mayPart(text[at - 1], text[at]) && !isInShortBracket(text, at); };
    const int end = line.textStart() + line.textLength();
    if (end >= text.size() || mayEndAt(end))
        return;
    QTextBoundaryFinder breaks(QTextBoundaryFinder::Line, text);
    breaks.setPosition(end);
    for (qsizetype at = breaks.toPreviousBoundary(); at > line.textStart(); at = breaks.toPreviousBoundary()) {
        if (!mayEndAt(at))
            continue;
        constexpr double rounding = 1; // of a unit of the page
        line.setLineWidth(line.cursorToX(static_cast<int>(at)) - line.x() + rounding);
        return;
    }
}
} // namespace

void TextBlock::breakLines(QTextLayout &layout, double width, double hang)
{
    layout.beginLayout();
    for (QTextLine line = layout.createLine(); line.isValid(); line = layout.createLine()) {
        const double indent = line.lineNumber() == 0 || hang > width / 3 ? 0 : hang;
        line.setLineWidth(width - indent);
        line.setPosition(QPointF(indent, 0));
        keepTogether(layout.text(), line);
    }
    layout.endLayout();
}

void TextBlock::draw(QPainter &painter, const QPointF &at, double from, double to, Qt::Alignment alignment) const
{
    const int first = std::max(0, static_cast<int>(std::ceil(from / m_lineHeight)));
    for (int i = first; i < lineCount() && i * m_lineHeight < to; ++i) {
        const QTextLine &line = m_lines[static_cast<size_t>(i)];
        double shift = 0;
        if (alignment & Qt::AlignHCenter)
            shift = (m_width - line.naturalTextWidth()) / 2;
        else if (alignment & Qt::AlignRight)
            shift = m_width - line.naturalTextWidth();
        line.draw(&painter, at + QPointF(shift, 0));
    }
}

TextBlock TextBlock::label(const QString &whole, const QFont &font, double width)
{
    constexpr double leading = 1.25;
    const QString text = drawnLine(withSpacesForTabs(whole)); // every way to break it is weighed
    QList<QTextLayout::FormatRange> small;
    const double advance = QFontMetricsF(font).horizontalAdvance(withSmallOnesDrawn(text, font, &small));
    const bool oneLine = advance <= width && !text.contains(u'\n');
    if (oneLine)
        return TextBlock({text, {}}, font, advance + 1, leading);
    const auto fewest = static_cast<int>(std::ceil(advance / width));
    QString broken = brokenAtPauses(text, font, width, fewest);
    if (broken.isEmpty())
        broken = brokenAtPauses(text, font, width, fewest + 1);
    if (!broken.isEmpty())
        return TextBlock({broken, {}}, font, width, leading).narrowed();
    TextBlock split({text, {}}, font, width, leading);
    const int lines = split.lineCount();
    for (double narrow = advance / lines + font.pixelSize() / 2.0; narrow < width; narrow += font.pixelSize()) {
        TextBlock even({text, {}}, font, narrow, leading);
        if (even.lineCount() > lines)
            continue;
        split = std::move(even);
        break;
    }
    split.m_splitsWords = true;
    return split.narrowed();
}

TextBlock &&TextBlock::narrowed()
{
    m_width = m_textWidth;
    return std::move(*this);
}

bool beginsWithMark(QStringView paragraph)
{
    return hangingMark(paragraph) > 0;
}

QString flowed(const QStringList &pieces, const QFont &font, double width)
{
    const QFontMetricsF metrics(font);
    QString text;
    QString line;
    for (QString piece : pieces) {
        if (piece.size() <= longestLine && metrics.horizontalAdvance(piece) > width) { // every way to break it is weighed
            const auto lines = static_cast<int>(std::ceil(metrics.horizontalAdvance(piece) / width)) + 1;
            if (const QString broken = brokenAtPauses(piece, font, width, lines); !broken.isEmpty())
                piece = broken;
        }
        if (!line.isEmpty() && metrics.horizontalAdvance(line + piece) > width) {
            text += line + u'\n';
            line.clear();
        }
        line += piece;
    }
    return text + line;
}

} // namespace shisaku
