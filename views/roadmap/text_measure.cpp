// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/roadmap/text_measure.h"

#include "views/look/line_breaks.h"
#include "views/look/tab_space.h"

#include <algorithm>

namespace shisaku {

using namespace Qt::StringLiterals;

namespace {
/// Rounding of a font engine may add up to this share of a character's size over a line.
constexpr qreal slack = 0.02;
/// From kanji to surrogates everything is as wide as the em.
constexpr char16_t firstKanji = 0x4E00;
constexpr char16_t lastSurrogate = 0xDFFF;

enum class Script : quint8 { Kanji, Hiragana, Katakana, Latin, Other };

Script scriptOf(QChar c)
{
    const char16_t u = c.unicode();
    if (u >= 0x3041 && u <= 0x309F)
        return Script::Hiragana;
    if ((u >= 0x30A1 && u <= 0x30FA) || u == u'ー')
        return Script::Katakana;
    if (u == u'々' || c.isSurrogate() || (u >= 0x3400 && u <= 0x9FFF))
        return Script::Kanji;
    const bool joins = c == u'.' || c == u',' || c == u'-' || c == u'%' || c == u'/';
    return u < 0x250 && (c.isLetterOrNumber() || joins) ? Script::Latin : Script::Other;
}

constexpr int never = 1000;
/// From here on a break is inside a word.
constexpr int rough = 6;

/// How little a line break is wanted between two characters; 0 is welcome.
int breakCost(QChar before, QChar after)
{
    if (after.isSpace() || !mayPart(before, after))
        return never;
    const Script left = scriptOf(before);
    const Script right = scriptOf(after);
    if (left == Script::Other || right == Script::Other)
        return 0;
    if (left != right) {
        if (left == Script::Hiragana)
            return 1;
        return right == Script::Hiragana ? 8 : 2;
    }
    switch (left) {
    case Script::Latin:
        return never;
    case Script::Katakana:
        return 14;
    case Script::Kanji:
        return 6;
    default:
        return 8;
    }
}

/// What a line costs that ends before a character of a text.
int costBefore(const QString &text, qsizetype at)
{
    return at == 0 || isInShortBracket(text, at) ? never : breakCost(text[at - 1], text[at]);
}

/// How little uneven lines are wanted, by the square of what a line lacks in characters.
constexpr qreal raggedCost = 0.12;
} // namespace

TextMeasure::TextMeasure(const QFont &font) :
    m_font(font), m_metrics(font), m_size(m_metrics.horizontalAdvance(u"国"_s)),
    // Kanji fill the em box around the middle of ascent and descent.
    m_drop((m_metrics.ascent() - m_metrics.descent()) / 2), m_advances(firstKanji + (0xFFFF - lastSurrogate), -1.F)
{}

qreal TextMeasure::advance(char16_t c) const
{
    if (c == u'\t') // shown as what stands for it
        return m_size;
    // A character beyond the first plane is as wide as the first half of its pair: that of selectors of variants has no width.
    if (c >= firstKanji && c <= lastSurrogate)
        return QChar::isLowSurrogate(c) || c == firstHalfOfSelectors ? 0 : m_size;
    float &known = m_advances[c < firstKanji ? c : firstKanji + (c - lastSurrogate - 1U)];
    if (known < 0)
        known = static_cast<float>(m_metrics.horizontalAdvance(QChar(c)));
    return static_cast<qreal>(known);
}

qreal TextMeasure::width(QStringView text) const
{
    qreal sum = 0;
    for (QChar c : text)
        sum += advance(c.unicode());
    return text.isEmpty() ? 0 : sum + m_size * slack;
}

QGlyphRun TextMeasure::glyphs(const QString &line) const
{
    if (!m_glyphs.isValid())
        m_glyphs = QRawFont::fromFont(m_font);
    int count = static_cast<int>(line.size());
    QList<quint32> indexes(count);
    if (!m_glyphs.glyphIndexesForChars(line.constData(), count, indexes.data(), &count) || count != line.size()
        || indexes.contains(0U))
        return {};
    QList<QPointF> positions;
    positions.reserve(count);
    qreal x = 0;
    for (const QChar c : line) {
        positions << QPointF(x, 0);
        x += advance(c.unicode());
    }
    QGlyphRun run;
    run.setRawFont(m_glyphs);
    run.setGlyphIndexes(indexes);
    run.setPositions(positions);
    return run;
}

QStringList TextMeasure::set(const QString &text, qreal maxWidth, int count) const
{
    const qsizetype size = text.size();
    std::vector<qreal> at(static_cast<size_t>(size) + 1, 0);
    std::vector<int> costs(at.size(), 0); // of a line that ends there; none for the last one
    for (qsizetype i = 0; i < size; ++i) {
        at[static_cast<size_t>(i) + 1] = at[static_cast<size_t>(i)] + advance(text[i].unicode());
        costs[static_cast<size_t>(i)] = costBefore(text, i);
    }
    const qreal even = at.back() / count;

    // best[line][end]: the cheapest way to fill that many lines with the text up to `end`.
    constexpr qreal impossible = 1e9;
    const auto width = static_cast<size_t>(size) + 1;
    std::vector<qreal> best(width * static_cast<size_t>(count + 1), impossible);
    std::vector<qsizetype> from(best.size(), 0);
    best[0] = 0;
    for (int line = 1; line <= count; ++line) {
        const size_t row = width * static_cast<size_t>(line);
        for (qsizetype end = 1; end <= size; ++end) {
            const int cost = costs[static_cast<size_t>(end)];
            if (cost == never || (line == count && end != size))
                continue;
            const qreal before = at[static_cast<size_t>(end)];
            if (before > maxWidth * line)
                break; // too much for the lines up to here
            if (at.back() - before > maxWidth * (count - line))
                continue; // and for those that follow
            for (qsizetype start = line == 1 ? 0 : end - 1; start >= 0; --start) { // the first line begins the text
                const qreal used = at[static_cast<size_t>(end)] - at[static_cast<size_t>(start)];
                if (used + m_size * slack > maxWidth)
                    break;
                const qreal missing = (used - even) / m_size;
                const qreal total = best[row - width + static_cast<size_t>(start)] + cost + missing * missing * raggedCost;
                if (total < best[row + static_cast<size_t>(end)]) {
                    best[row + static_cast<size_t>(end)] = total;
                    from[row + static_cast<size_t>(end)] = start;
                }
            }
        }
    }
    QStringList lines;
    if (best.back() >= impossible)
        return lines;
    qsizetype end = size;
    for (int line = count; line > 0; --line) {
        const qsizetype start = from[width * static_cast<size_t>(line) + static_cast<size_t>(end)];
        lines.prepend(text.sliced(start, end - start).trimmed());
        end = start;
    }
    return lines;
}

QStringList TextMeasure::wrapped(const QString &text, qreal maxWidth, int maxLines) const
{
    if (text.isEmpty())
        return {};
    if (text.contains(u'\t'))
        return wrapped(withSpacesForTabs(text), maxWidth, maxLines);
    const qreal whole = width(text);
    if (whole <= maxWidth)
        return {text};
    const int count = whole > maxWidth * maxLines ? 0 : fewestLines(text, maxWidth);
    return count == 0 || count > maxLines ? QStringList() : set(text, maxWidth, count);
}

int TextMeasure::fewestLines(const QString &text, qreal maxWidth) const
{
    int count = 1;
    qreal used = m_size * slack;  // of the line that is being filled
    qreal since = 0;              // its part behind the last place where it may end
    bool mayEnd = false;
    for (qsizetype i = 0; i < text.size(); ++i) {
        if (costBefore(text, i) != never) {
            mayEnd = true;
            since = 0;
        }
        const qreal next = advance(text[i].unicode());
        used += next;
        since += next;
        if (used <= maxWidth)
            continue;
        if (!mayEnd)
            return 0;
        ++count;
        used = m_size * slack + since;
        mayEnd = false;
        if (used > maxWidth)
            return 0;
    }
    return count;
}

int TextMeasure::roughBreaks(const QStringList &lines)
{
    int count = 0;
    for (qsizetype i = 1; i < lines.size(); ++i)
        count += breakCost(lines[i - 1].back(), lines[i].front()) >= rough;
    return count;
}

QStringList TextMeasure::elided(const QString &text, qreal maxWidth, int maxLines, bool *cut) const
{
    if (text.contains(u'\t'))
        return elided(withSpacesForTabs(text), maxWidth, maxLines, cut);
    QStringList lines = wrapped(text, maxWidth, maxLines);
    *cut = lines.isEmpty() && !text.isEmpty();
    if (!*cut)
        return lines;
    // Lines are filled one after another without regard to words: this is the last resort.
    qsizetype start = 0;
    while (lines.size() < maxLines && start < text.size()) {
        const bool last = lines.size() + 1 == maxLines;
        qreal used = m_size * (slack + (last ? 1 : 0));
        qsizetype end = start;
        while (end < text.size() && (used += advance(text[end].unicode())) <= maxWidth)
            ++end;
        if (end < text.size() && end > start && text[end].isLowSurrogate())
            --end;
        end = std::max(end, start + (last ? 0 : 1));
        const bool complete = end == text.size();
        lines << text.sliced(start, end - start) + (last && !complete ? u"…"_s : QString());
        start = end;
        *cut = !complete;
    }
    return lines;
}

} // namespace shisaku
