// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/plan/stored_text.h"

namespace shisaku {

namespace {
bool isOneCharacter(const QString &text)
{
    return text.size() == 1 || (text.size() == 2 && text[0].isHighSurrogate() && text[1].isLowSurrogate());
}

/// A singleton of the Unicode character database: NFC puts one other character in its place.
bool isSingleton(const QString &character)
{
    const QString other = textToCompare(character);
    return other != character && isOneCharacter(other);
}
} // namespace

QString storedText(const QString &text)
{
    QString composed = textToCompare(text);
    if (composed == text)
        return text; // as nearly all texts are
    composed.clear();
    qsizetype begin = 0; // of what was not composed yet
    for (qsizetype i = 0; i < text.size();) {
        const qsizetype length = text[i].isHighSurrogate() && i + 1 < text.size() ? 2 : 1;
        const QString character = text.sliced(i, length);
        if (isSingleton(character)) {
            composed += textToCompare(text.sliced(begin, i - begin)) + character;
            begin = i + length;
        }
        i += length;
    }
    return composed + textToCompare(text.sliced(begin));
}

QString textToCompare(const QString &text)
{
    return text.normalized(QString::NormalizationForm_C);
}

bool isSameText(const QString &a, const QString &b)
{
    return a == b || textToCompare(a) == textToCompare(b);
}

} // namespace shisaku
