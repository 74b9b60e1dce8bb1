// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/roadmap/text_measure.h"

#include <QFontMetricsF>


namespace shisaku {

using namespace Qt::StringLiterals;

namespace {
/// Rounding of a font engine may add up to this share of a character's size over a line.
constexpr qreal slack = 0.02;

bool isWordPart(QChar c)
{
    return c.unicode() < 0x250 && (c.isLetterOrNumber() || c == u'.' || c == u',' || c == u'-' || c == u'%' || c == u'/');
}

bool mayBreak(QChar before, QChar after)
{
    static const QString notFirst = u"、。，．・：；？！ー～〜）」』】］〉》〕｝)]}!?,.:;ぁぃぅぇぉっゃゅょァィゥェォッャュョ々％%※"_s;
    static const QString notLast = u"（「『【［〈《〔｛([{※"_s;
    if (after.isSpace() || notFirst.contains(after) || notLast.contains(before) || before.isHighSurrogate())
        return false;
    return !(isWordPart(before) && isWordPart(after));
}
} // namespace

TextMeasure::TextMeasure(const QFont &font) : m_font(font), m_advances(0x10000, -1.F)
{
    const QFontMetricsF metrics(font);
    m_size = metrics.horizontalAdvance(u"国"_s);
    // Kanji fill the em box around the middle of ascent and descent.
    m_drop = (metrics.ascent() - metrics.descent()) / 2;
}

qreal TextMeasure::advance(char16_t c) const
{
    float &known = m_advances[c];
    if (known < 0)
        known = static_cast<float>(QChar::isHighSurrogate(c) ? 0 : QChar::isLowSurrogate(c) ? m_size : QFontMetricsF(m_font).horizontalAdvance(QChar(c)));
    return static_cast<qreal>(known);
}

qreal TextMeasure::width(QStringView text) const
{
    qreal sum = 0;
    for (QChar c : text)
        sum += advance(c.unicode());
    return text.isEmpty() ? 0 : sum + m_size * slack;
}

QStringList TextMeasure::broken(const QString &text, qreal maxWidth, int maxLines, bool *all) const
{
    QStringList lines;
    qsizetype start = 0;
    *all = true;
    while (start < text.size()) {
        if (lines.size() == maxLines) {
            *all = false;
            break;
        }
        qreal used = m_size * slack;
        qsizetype end = start;
        qsizetype lastBreak = start;
        while (end < text.size() && text[end] != u'\n') {
            used += advance(text[end].unicode());
            if (used > maxWidth)
                break;
            ++end;
            if (end == text.size() || text[end] == u'\n' || mayBreak(text[end - 1], text[end]))
                lastBreak = end;
        }
        if (lastBreak == start) {
            *all = false;
            break;
        }
        lines << QStringView(text).sliced(start, lastBreak - start).trimmed().toString();
        start = lastBreak;
        while (start < text.size() && text[start].isSpace())
            ++start;
    }
    return lines;
}

QStringList TextMeasure::wrapped(const QString &text, qreal maxWidth, int maxLines) const
{
    if (text.isEmpty())
        return {};
    const qreal whole = width(text);
    if (whole <= maxWidth && !text.contains(u'\n'))
        return {text};
    if (maxLines < 2 || whole > maxWidth * maxLines)
        return {};
    bool all = false;
    QStringList lines = broken(text, maxWidth, maxLines, &all);
    if (!all)
        return {};
    // The narrowest width that needs no more lines sets the text evenly.
    qreal low = whole / static_cast<qreal>(lines.size());
    qreal high = maxWidth;
    while (high - low > m_size / 2) {
        const qreal middle = (low + high) / 2;
        const QStringList tried = broken(text, middle, static_cast<int>(lines.size()), &all);
        if (all) {
            lines = tried;
            high = middle;
        } else {
            low = middle;
        }
    }
    return lines;
}

QStringList TextMeasure::elided(const QString &text, qreal maxWidth, int maxLines, bool *cut) const
{
    QStringList lines = wrapped(text, maxWidth, maxLines);
    *cut = lines.isEmpty() && !text.isEmpty();
    if (!*cut)
        return lines;
    bool all = false;
    lines = broken(text, maxWidth, maxLines - 1, &all);
    qsizetype taken = 0;
    for (const QString &line : lines)
        taken = text.indexOf(line, taken) + line.size();
    const QString rest = text.sliced(taken).simplified();
    qsizetype size = 0;
    for (qreal used = m_size * (1 + slack); size < rest.size(); ++size) {
        used += advance(rest[size].unicode());
        if (used > maxWidth)
            break;
    }
    if (size > 0 && rest[size - 1].isHighSurrogate())
        --size;
    lines << rest.first(size) + u'…';
    return lines;
}

} // namespace shisaku
