// SPDX-License-Identifier: GPL-3.0-or-later
// Where a line of Japanese may not end (禁則), one list for everything that breaks lines: what Qt's own breaking allows besides.
#pragma once

#include <QString>

#include <bitset>

namespace shisaku {

/// High surrogate of U+E0100–U+E01EF, which choose the form of the character before them.
inline constexpr char16_t firstHalfOfSelectors = 0xDB40;

/// A set of characters that is asked for every pair of neighbours in a plan.
class CharacterSet {
public:
    explicit CharacterSet(QStringView characters)
    {
        for (const QChar c : characters)
            m_has.set(c.unicode());
    }
    bool contains(QChar c) const { return m_has[c.unicode()]; }

private:
    std::bitset<0x10000> m_has;
};

/// Whether a line may end between two characters: the next one never begins with 、。）ー※ and the like.
inline bool mayPart(QChar before, QChar after)
{
    static const CharacterSet notFirst(u"、。，．・：；？！ー～〜）」』】］〉》〕｝)]}!?,.:;"
                                       u"ぁぃぅぇぉっゃゅょァィゥェォッャュョ々％%※/／\uFE00\uFE01\uFE02\uFE03\uFE04"
                                       u"\uFE05\uFE06\uFE07\uFE08\uFE09\uFE0A\uFE0B\uFE0C\uFE0D\uFE0E\uFE0F");
    static const CharacterSet notLast(u"（「『【［〈《〔｛([{※");
    return !notFirst.contains(after) && !notLast.contains(before) && !before.isHighSurrogate()
           && after.unicode() != firstHalfOfSelectors;
}

/// Whether a place lies in a short bracket with figures, which is read in one glance: （4施策）.
inline bool isInShortBracket(QStringView text, qsizetype at)
{
    constexpr qsizetype most = 10; // characters between the brackets
    static const CharacterSet opening(u"（(［[");
    static const CharacterSet closing(u"）)］]");
    qsizetype begin = at - 1;
    while (begin >= 0 && at - begin <= most && !opening.contains(text[begin]) && !closing.contains(text[begin]))
        --begin;
    if (begin < 0 || !opening.contains(text[begin]))
        return false;
    bool figures = false;
    for (qsizetype end = begin + 1; end < text.size() && end - begin <= most + 1; ++end) {
        if (closing.contains(text[end]))
            return figures && end >= at;
        if (opening.contains(text[end]))
            return false;
        figures = figures || text[end].isDigit();
    }
    return false;
}

} // namespace shisaku
