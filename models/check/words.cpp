// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/check/words.h"

#include "models/plan/search_form.h"

#include <algorithm>

namespace shisaku {

using namespace Qt::StringLiterals;

namespace {
enum class Letter { None, Katakana, Latin, Digit, Hyphen };

Letter kindOf(QChar c)
{
    const char16_t u = c.unicode();
    if (u < 0x80) {
        if ((u >= u'A' && u <= u'Z') || (u >= u'a' && u <= u'z'))
            return Letter::Latin;
        return u >= u'0' && u <= u'9' ? Letter::Digit : u == u'-' ? Letter::Hyphen : Letter::None;
    }
    if ((u >= 0x30A1 && u <= 0x30FA) || u == 0x30FC || (u >= 0xFF66 && u <= 0xFF9F))
        return Letter::Katakana;
    if ((u >= 0xFF21 && u <= 0xFF3A) || (u >= 0xFF41 && u <= 0xFF5A))
        return Letter::Latin;
    if (u >= 0xFF10 && u <= 0xFF19)
        return Letter::Digit;
    return u == 0x2010 || u == 0x2011 || u == 0xFF0D ? Letter::Hyphen : Letter::None;
}

/// Signs that join words to addresses and file names.
bool isJoint(QChar c)
{
    return c == u'.' || c == u'/' || c == u':' || c == u'@' || c == u'_';
}

/// The end of what begins at `first`: words of letters, digits and inner hyphens, with single spaces between them, as in names.
qsizetype latinEnd(const QString &text, qsizetype first)
{
    const auto kind = [&text](qsizetype i) { return i < text.size() ? kindOf(text[i]) : Letter::None; };
    qsizetype end = first;
    for (;;) {
        while (kind(end) == Letter::Latin || kind(end) == Letter::Digit || kind(end) == Letter::Hyphen)
            ++end;
        if (end + 1 >= text.size() || text[end] != u' ' || kind(end + 1) != Letter::Latin)
            break;
        ++end;
    }
    while (end > first + 1 && kind(end - 1) == Letter::Hyphen)
        --end;
    return end;
}

bool hasLetters(QStringView word)
{
    return word.size() > 1 && std::any_of(word.begin(), word.end(), [](QChar c) { return kindOf(c) == Letter::Latin; });
}

struct Custom {
    const char16_t *written;
    const char16_t *common;
};
constexpr Custom customs[] = {{u"ヴァ", u"バ"}, {u"ヴィ", u"ビ"}, {u"ヴェ", u"ベ"}, {u"ヴォ", u"ボ"},   {u"ヴ", u"ブ"},
                              {u"ディ", u"デ"}, {u"ティ", u"テ"}, {u"フォ", u"ホ"}, {u"ウィ", u"ウイ"}, {u"ウェ", u"ウエ"}};
} // namespace

void eachWord(const QString &text, const std::function<void(QStringView)> &visit)
{
    for (qsizetype i = 0; i < text.size();) {
        const Letter kind = kindOf(text[i]);
        if (kind == Letter::None || kind == Letter::Hyphen) {
            ++i;
            continue;
        }
        qsizetype end = i;
        if (kind == Letter::Katakana) {
            while (end < text.size() && kindOf(text[end]) == Letter::Katakana)
                ++end;
        } else {
            end = latinEnd(text, i);
        }
        const bool joined = (i > 0 && isJoint(text[i - 1])) || (end < text.size() && isJoint(text[end]));
        const QStringView word = QStringView(text).sliced(i, end - i);
        if (kind == Letter::Katakana ? word.size() > 1 : hasLetters(word) && !joined)
            visit(word);
        i = end;
    }
}

QString wordKey(QStringView word)
{
    QString key = searchForm(word.toString());
    key.removeIf([](QChar c) { return c == u' ' || kindOf(c) == Letter::Hyphen; });
    if (kindOf(key.isEmpty() ? QChar() : key[0]) != Letter::Katakana)
        return key;
    for (const Custom &custom : customs)
        key.replace(QStringView(custom.written).toString(), QStringView(custom.common).toString());
    if (key.size() > 3 && key.endsWith(u'ー'))
        key.chop(1);
    return key;
}

QStringList shorterKeys(const QString &key)
{
    constexpr qsizetype shortest = 7;
    QStringList keys;
    if (key.size() < shortest || kindOf(key[0]) != Letter::Katakana)
        return keys;
    for (qsizetype i = 1; i + 1 < key.size(); ++i)
        keys << key.first(i) + key.sliced(i + 1);
    keys.removeDuplicates();
    return keys;
}

bool differInCapitalOnly(const QString &a, const QString &b)
{
    const auto ordinary = [](const QString &word) {
        return !word.isEmpty() && std::all_of(word.begin() + 1, word.end(), [](QChar c) { return c.isLower(); });
    };
    return ordinary(a) && ordinary(b) && a.compare(b, Qt::CaseInsensitive) == 0;
}

} // namespace shisaku
