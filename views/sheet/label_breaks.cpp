// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/sheet/label_breaks.h"

#include "views/look/line_breaks.h"

#include <QFontMetricsF>

#include <numeric>

namespace shisaku {

using namespace Qt::StringLiterals;

namespace {
enum class Script { Kanji, Hiragana, Katakana, Latin, Digit, Opening, Closing, Space, Other };

Script scriptOf(QChar c)
{
    if (c == u'ー' || (c >= u'ァ' && c <= u'ヺ'))
        return Script::Katakana;
    if (c >= u'ぁ' && c <= u'ゖ')
        return Script::Hiragana;
    if (c.isDigit())
        return Script::Digit;
    if (c.script() == QChar::Script_Han || c.isSurrogate())
        return Script::Kanji;
    if (c.isSpace())
        return Script::Space;
    if (u"（(「『【［["_s.contains(c))
        return Script::Opening;
    if (u"）)」』】］]、。・，．／"_s.contains(c))
        return Script::Closing;
    return c.isLetter() ? Script::Latin : Script::Other;
}

bool mayBreak(Script before, Script after)
{
    if (after == Script::Closing || after == Script::Space || before == Script::Opening)
        return false;
    if (before == Script::Closing || before == Script::Space || after == Script::Opening)
        return true;
    if (before == after || before == Script::Other || after == Script::Other || after == Script::Hiragana)
        return false;
    const bool numeric = before == Script::Digit || after == Script::Digit;
    return numeric ? after == Script::Digit && before != Script::Latin : true;
}

/// Lines of the pieces' widths when no line is wider than `width`: for each line, the index behind its last piece.
QList<qsizetype> filled(const QList<double> &widths, double width)
{
    QList<qsizetype> ends;
    double line = 0;
    for (qsizetype i = 0; i < widths.size(); ++i) {
        if (line > 0 && line + widths.at(i) > width) {
            ends << i;
            line = 0;
        }
        line += widths.at(i);
    }
    return ends << widths.size();
}
} // namespace

QStringList phrases(const QString &label)
{
    QStringList list;
    qsizetype start = 0;
    for (qsizetype i = 1; i < label.size(); ++i) {
        const QChar before = label.at(i - 1);
        const QChar after = label.at(i);
        const bool mayEnd = mayBreak(scriptOf(before), scriptOf(after)) && after != u'等';
        const bool isListed = before == u'等' && scriptOf(after) == Script::Kanji;
        if (!mayPart(before, after) || isInShortBracket(label, i) || !(mayEnd || isListed))
            continue;
        list << label.sliced(start, i - start);
        start = i;
    }
    return list << label.sliced(start);
}

QString brokenAtPauses(const QString &label, const QFont &font, double width, int lines)
{
    if (label.contains(u'\n'))
        return {};
    const QFontMetricsF metrics(font);
    const QStringList pieces = phrases(label);
    QList<double> widths;
    for (const QString &piece : pieces)
        widths << metrics.horizontalAdvance(piece);
    if (*std::max_element(widths.begin(), widths.end()) > width || filled(widths, width).size() > lines)
        return {};
    double low = std::accumulate(widths.begin(), widths.end(), 0.0) / lines;
    double high = width;
    while (high - low > 10) {
        const double middle = (low + high) / 2;
        (filled(widths, middle).size() > lines ? low : high) = middle;
    }
    QString broken;
    qsizetype from = 0;
    for (const qsizetype end : filled(widths, high)) {
        broken += (from > 0 ? u"\n"_s : QString()) + pieces.sliced(from, end - from).join(QString());
        from = end;
    }
    return broken;
}

} // namespace shisaku
