// SPDX-License-Identifier: GPL-3.0-or-later
// Letters of another script that look like the right ones: Cyrillic and Greek among Latin; kanji, hiragana and dashes among
// katakana. No search finds a word that holds one.
#include "models/check/rules.h"
#include "models/check/texts.h"
#include "models/check/words.h"
#include "models/plan/stored_text.h"

#include <QSet>

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
/// These have their place beside katakana: 「アプリへ」, 「計画－データ編」. Only a word of the plan tells.
constexpr LookAlike others[] = {{u'へ', u'ヘ'}, {u'べ', u'ベ'}, {u'ぺ', u'ペ'}, {u'り', u'リ'}, {u'-', u'ー'},
                                {u'‐', u'ー'},  {u'‑', u'ー'},  {u'–', u'ー'},  {u'—', u'ー'},  {u'―', u'ー'},
                                {u'−', u'ー'},  {u'─', u'ー'},  {u'－', u'ー'}};

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

/// 「カード一枚」, 「アプリ一つ」: a number, whatever stands before it.
bool isNumeral(const QString &text, qsizetype i)
{
    const QChar after = i + 1 < text.size() ? text[i + 1] : QChar();
    return QStringView(u"一二八千").contains(text[i]) && (after.script() == QChar::Script_Han || after == u'つ');
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

/// What a character of a word should be where another script's twin stands in its place; null where nothing is wrong.
QChar twinOf(QChar c)
{
    const QChar twin = isCyrillic(c) || isGreek(c) ? rightOf(letters, c) : rightOf(kanji, c);
    return twin.isNull() ? rightOf(others, c) : twin;
}

/// 「漢字」 and so on: what kind of sign stands in a word of katakana or Latin letters.
QString scriptOf(QChar c)
{
    if (isCyrillic(c))
        return CheckText::tr("キリル文字");
    if (isGreek(c))
        return CheckText::tr("ギリシャ文字");
    if (!rightOf(kanji, c).isNull())
        return CheckText::tr("漢字");
    return c.script() == QChar::Script_Hiragana ? CheckText::tr("平仮名") : CheckText::tr("記号");
}

class LookAlikeCheck {
public:
    explicit LookAlikeCheck(Findings &findings) : m_findings(findings) {}

    void take(const TextPlace &place, const QString &text)
    {
        strangeLetters(place, text);
        doubtfulWords(place, text);
    }

    /// A word with a twin is wrong where the plan has the same word with the right letter: 「センタ一」 beside 「センター」, but
    /// not 「データ一」 of 「データ一覧」.
    template <typename EachText>
    void settle(EachText eachOf)
    {
        if (m_doubts.empty())
            return;
        QSet<QString> wanted;
        for (const Doubt &doubt : m_doubts)
            wanted.insert(doubt.right);
        QSet<QString> known;
        eachOf([&](const TextPlace &, const QString &text) {
            eachWord(text, [&](QStringView word) {
                if (wanted.contains(QString::fromRawData(word.data(), word.size())))
                    known.insert(word.toString());
            });
        });
        for (const Doubt &doubt : m_doubts) {
            if (known.contains(doubt.right))
                tell(doubt);
        }
    }

private:
    struct Doubt {
        TextPlace place;
        QString word;
        QString right; ///< Empty: some letter has no twin we know.
        QString strange;
    };

    /// Letters that are wrong wherever they stand.
    void strangeLetters(const TextPlace &place, const QString &text)
    {
        for (qsizetype i = 0; i < text.size(); ++i) {
            if (!isStrange(text, i))
                continue;
            const auto [first, end] = wordAround(text, i);
            Doubt found{place, text.sliced(first, end - first), {}, {}};
            QString right = found.word;
            bool known = true;
            for (qsizetype k = first; k < end; ++k) {
                if (!isStrange(text, k))
                    continue;
                found.strange += text[k];
                right[k - first] = twinOf(text[k]);
                known = known && !right[k - first].isNull();
            }
            found.right = known ? right : QString();
            tell(found);
            i = end;
        }
    }

    /// Words of katakana with a twin somewhere: right or wrong as the rest of the plan has it.
    void doubtfulWords(const TextPlace &place, const QString &text)
    {
        const auto isTwin = [&text](qsizetype i) {
            return !isKatakana(text[i]) && !twinOf(text[i]).isNull() && !isNumeral(text, i);
        };
        for (qsizetype i = 0; i < text.size(); ++i) {
            if (!isKatakana(text[i]))
                continue;
            qsizetype first = i;
            while (first > 0 && isTwin(first - 1))
                --first;
            qsizetype end = i;
            while (end < text.size() && (isKatakana(text[end]) || isTwin(end)))
                ++end;
            i = end;
            Doubt found{place, text.sliced(first, end - first), {}, {}};
            bool told = false;
            for (qsizetype k = first; k < end; ++k) {
                const bool twin = isTwin(k);
                told = told || isStrange(text, k);
                found.right += twin ? twinOf(text[k]) : text[k];
                if (twin)
                    found.strange += text[k];
            }
            if (!told && !found.strange.isEmpty())
                m_doubts.push_back(found);
        }
    }

    void tell(const Doubt &found)
    {
        QString signs;
        for (const QChar c : found.strange)
            signs += CheckText::tr("「%1」").arg(c);
        Finding &finding = m_findings.add(
            "look-alike", found.place.table, found.place.row, found.place.field,
            CheckText::tr("「%1」に、形の似た%2%3が混じっています。").arg(found.word, scriptOf(found.strange.front()), signs));
        finding.printed = found.word;
        finding.computed = found.right;
    }

    Findings &m_findings;
    std::vector<Doubt> m_doubts;
};
} // namespace

void checkLookAlikes(const Plan &plan, Findings &findings)
{
    const auto eachOf = [&plan](const auto &visit) {
        const auto compared = [&visit](const TextPlace &place, const QString &text) { visit(place, textToCompare(text)); };
        eachText(plan, compared);
        eachGlossaryText(plan, compared);
    };
    LookAlikeCheck check(findings);
    eachOf([&check](const TextPlace &place, const QString &text) { check.take(place, text); });
    check.settle(eachOf);
}

} // namespace shisaku
