// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/plan/codes.h"

#include <algorithm>

namespace shisaku {

using namespace Qt::StringLiterals;

namespace {
constexpr int mostCodes = 999;
QString circled(int n)
{
    if (n <= 20)
        return QString(QChar(0x2460 + n - 1));
    if (n <= 35)
        return QString(QChar(0x3251 + n - 21));
    return n <= 50 ? QString(QChar(0x32B1 + n - 36)) : u"(%1)"_s.arg(n);
}

QString kanji(int n)
{
    static const QString digits = u"一二三四五六七八九"_s;
    if (n >= 100)
        return QString::number(n);
    QString text;
    if (n >= 20)
        text += digits.at(n / 10 - 1);
    if (n >= 10)
        text += u'十';
    if (n % 10 > 0)
        text += digits.at(n % 10 - 1);
    return text;
}

/// The n-th of a row of signs; beyond them the plain number.
QString nth(const QString &signs, int n)
{
    return n <= signs.size() ? QString(signs.at(n - 1)) : QString::number(n);
}

QString spelled(QChar seed, int n)
{
    switch (seed.unicode()) {
    case u'①':
        return circled(n);
    case u'一':
        return kanji(n);
    case u'ア':
        return nth(u"アイウエオカキクケコサシスセソタチツテトナニヌネノハヒフヘホマミムメモヤユヨラリルレロワヲン"_s, n);
    case u'A':
        return nth(u"ABCDEFGHIJKLMNOPQRSTUVWXYZ"_s, n);
    case u'a':
        return nth(u"abcdefghijklmnopqrstuvwxyz"_s, n);
    case u'Ⅰ':
        return nth(u"ⅠⅡⅢⅣⅤⅥⅦⅧⅨⅩⅪⅫ"_s, n);
    default:
        return QString::number(n);
    }
}

/// Where a pattern has its counting sign; -1 for none.
qsizetype seedOf(const QString &pattern)
{
    const auto at = std::find_if(pattern.begin(), pattern.end(), [](QChar c) { return u"1①ア一AaⅠ"_s.contains(c); });
    return at == pattern.end() ? -1 : at - pattern.begin();
}
} // namespace

bool isOnlyCounted(const QString &pattern)
{
    return pattern == u"#";
}

QString formatCode(const QString &pattern, int n)
{
    const auto seed = seedOf(pattern);
    if (isOnlyCounted(pattern) || seed < 0 || n < 1)
        return {};
    return pattern.left(seed) + spelled(pattern.at(seed), n) + pattern.mid(seed + 1);
}

std::optional<int> codeNumber(const QString &pattern, const QString &code)
{
    for (int n = 1; !code.isEmpty() && n <= mostCodes; ++n) {
        if (formatCode(pattern, n) == code)
            return n;
    }
    return std::nullopt;
}

QString codePattern(const Classification &classification, int level)
{
    return classification.numbering.split(u'/').value(level - 1).trimmed();
}

QStringList levelNames(const Classification &classification)
{
    QStringList names;
    for (const QString &name : classification.levels.split(u'/', Qt::SkipEmptyParts))
        names << name.trimmed();
    return names.isEmpty() ? QStringList{classification.title} : names;
}

QString bareCode(const QString &pattern, const QString &code)
{
    const auto n = codeNumber(pattern, code);
    return n ? spelled(pattern.at(seedOf(pattern)), *n) : code;
}

} // namespace shisaku
