// SPDX-License-Identifier: GPL-3.0-or-later
// Letters of another script that look like the right ones: Cyrillic and Greek among Latin, kanji among katakana. No search finds
// a word that holds one.
#include "models/check/rules.h"
#include "models/check/texts.h"

namespace shisaku {

using namespace Qt::StringLiterals;

namespace {
struct LookAlike {
    char16_t strange;
    char16_t right;
};
constexpr LookAlike letters[] = {
    {u'А', u'A'}, {u'В', u'B'}, {u'Е', u'E'}, {u'К', u'K'}, {u'М', u'M'}, {u'Н', u'H'}, {u'О', u'O'}, {u'Р', u'P'}, {u'С', u'C'},
    {u'Т', u'T'}, {u'Х', u'X'}, {u'І', u'I'}, {u'а', u'a'}, {u'е', u'e'}, {u'о', u'o'}, {u'р', u'p'}, {u'с', u'c'}, {u'у', u'y'},
    {u'х', u'x'}, {u'і', u'i'}, {u'Α', u'A'}, {u'Β', u'B'}, {u'Ε', u'E'}, {u'Ζ', u'Z'}, {u'Η', u'H'}, {u'Ι', u'I'}, {u'Κ', u'K'},
    {u'Μ', u'M'}, {u'Ν', u'N'}, {u'Ο', u'O'}, {u'Ρ', u'P'}, {u'Τ', u'T'}, {u'Υ', u'Y'}, {u'Χ', u'X'}, {u'ο', u'o'},
};
constexpr LookAlike kanji[] = {{u'一', u'ー'}, {u'口', u'ロ'}, {u'力', u'カ'}, {u'二', u'ニ'}, {u'工', u'エ'},
                               {u'夕', u'タ'}, {u'卜', u'ト'}, {u'八', u'ハ'}, {u'才', u'オ'}, {u'千', u'チ'}};

template <size_t N>
QChar rightOf(const LookAlike (&list)[N], QChar c)
{
    for (const LookAlike &pair : list) {
        if (pair.strange == c.unicode())
            return pair.right;
    }
    return {};
}

bool isCyrillic(QChar c)
{
    return c.unicode() >= 0x0400 && c.unicode() <= 0x052F;
}

bool isGreek(QChar c)
{
    return c.unicode() >= 0x0370 && c.unicode() <= 0x03FF;
}

bool isLatin(QChar c)
{
    return (c >= u'A' && c <= u'Z') || (c >= u'a' && c <= u'z');
}

bool isKatakana(QChar c)
{
    return c.unicode() >= 0x30A1 && c.unicode() <= 0x30FC && c != u'・';
}

/// Whether a character stands where another script's twin belongs.
bool isStrange(const QString &text, qsizetype i)
{
    const QChar c = text[i];
    if (c.unicode() < 0x0370)
        return false;
    const QChar before = i > 0 ? text[i - 1] : QChar();
    const QChar after = i + 1 < text.size() ? text[i + 1] : QChar();
    if (isCyrillic(c))
        return true; // no Japanese plan is written in it
    if (isGreek(c))  // α and μ have their uses; a Greek Ο inside a Latin word has none
        return !rightOf(letters, c).isNull() && (isLatin(before) || isLatin(after));
    const bool counter = after == u'カ' || after == u'ヵ' || after == u'ヶ'; // 「センター一カ所」
    return !rightOf(kanji, c).isNull() && isKatakana(before) && isKatakana(after) && !counter;
}

/// The word around a place: letters of any script but kanji and hiragana, and what is strange.
std::pair<qsizetype, qsizetype> wordAround(const QString &text, qsizetype at)
{
    const auto belongs = [&text](qsizetype i) {
        return isKatakana(text[i]) || isLatin(text[i]) || isCyrillic(text[i]) || isGreek(text[i]) || isStrange(text, i);
    };
    qsizetype first = at;
    qsizetype end = at + 1;
    while (first > 0 && belongs(first - 1))
        --first;
    while (end < text.size() && belongs(end))
        ++end;
    return {first, end};
}

void checkText(const TextPlace &place, const QString &text, Findings &findings)
{
    for (qsizetype i = 0; i < text.size(); ++i) {
        if (!isStrange(text, i))
            continue;
        const auto [first, end] = wordAround(text, i);
        QString right = text.sliced(first, end - first);
        const QString word = right;
        QString strange;
        bool known = true;
        for (qsizetype k = first; k < end; ++k) {
            if (!isStrange(text, k))
                continue;
            strange += CheckText::tr("「%1」").arg(text[k]);
            const QChar twin = isCyrillic(text[k]) || isGreek(text[k]) ? rightOf(letters, text[k]) : rightOf(kanji, text[k]);
            known = known && !twin.isNull();
            right[k - first] = twin;
        }
        const QString script = isCyrillic(text[i]) ? CheckText::tr("キリル文字")
                               : isGreek(text[i])  ? CheckText::tr("ギリシャ文字")
                                                   : CheckText::tr("漢字");
        Finding &finding = findings.add("look-alike", place.table, place.row, place.field,
                                        CheckText::tr("「%1」に、形の似た%2%3が混じっています。").arg(word, script, strange));
        finding.printed = word;
        finding.computed = known ? right : QString();
        i = end;
    }
}
} // namespace

void checkLookAlikes(const Plan &plan, Findings &findings)
{
    const auto check = [&findings](const TextPlace &place, const QString &text) { checkText(place, text, findings); };
    eachText(plan, check);
    eachGlossaryText(plan, check);
}

} // namespace shisaku
