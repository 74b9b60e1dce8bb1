// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/plan/usable_text.h"

#include <algorithm>

namespace shisaku {

namespace {
bool isControl(char16_t code)
{
    return code < 0x20 || (code >= 0x7f && code < 0xa0);
}

bool endsLine(char16_t code)
{
    return (code >= u'\n' && code <= u'\r') || code == 0x85 || code == 0x2028 || code == 0x2029;
}

bool turnsDirection(char16_t code)
{
    return (code >= 0x202a && code <= 0x202e) || (code >= 0x2066 && code <= 0x2069);
}

/// Never characters, and some of them do not come back from the file as they went in.
bool isNoncharacter(char32_t code)
{
    return (code & 0xfffe) == 0xfffe || (code >= 0xfdd0 && code <= 0xfdef);
}

bool mayNeedWork(QChar c)
{
    const char16_t code = c.unicode();
    return isControl(code) || (code >= 0x2028 && code <= 0x202e) || turnsDirection(code) || c.isSurrogate() || isNoncharacter(code);
}

class Cleaning {
public:
    Cleaning(const QString &text, TextLines lines) : m_text(text), m_lines(lines)
    {
        m_clean.reserve(text.size());
        while (m_end > 0 && endsLine(m_text[m_end - 1].unicode()))
            --m_end;
    }

    QString result()
    {
        while (m_at < m_text.size())
            step();
        return m_clean;
    }

private:
    void step()
    {
        const QChar c = m_text[m_at++];
        const char16_t code = c.unicode();
        if (c.isSurrogate())
            takePair(c);
        else if (endsLine(code))
            endLine(code);
        else if (code == u'\t' && m_lines == TextLines::Several)
            m_clean += c;
        else if (isControl(code))
            m_clean += u' ';
        else if (isNoncharacter(code))
            m_clean += QChar::ReplacementCharacter;
        else if (!turnsDirection(code))
            m_clean += c;
    }

    void takePair(QChar first)
    {
        const QChar second = m_at < m_text.size() ? m_text[m_at] : QChar();
        const bool whole = first.isHighSurrogate() && second.isLowSurrogate();
        m_at += whole ? 1 : 0;
        if (whole && !isNoncharacter(QChar::surrogateToUcs4(first, second)))
            m_clean += QStringView(m_text).sliced(m_at - 2, 2);
        else
            m_clean += QChar::ReplacementCharacter;
    }

    void endLine(char16_t code)
    {
        if (code == u'\r' && m_at < m_text.size() && m_text[m_at] == u'\n')
            ++m_at;
        if (m_lines == TextLines::Several)
            m_clean += u'\n';
        else if (m_at < m_end)
            m_clean += u' ';
    }

    const QString &m_text;
    TextLines m_lines;
    qsizetype m_at = 0;
    qsizetype m_end = m_text.size(); // of the last line that is not empty
    QString m_clean;
};
} // namespace

QString usableText(const QString &text, TextLines lines)
{
    return std::any_of(text.begin(), text.end(), mayNeedWork) ? Cleaning(text, lines).result() : text;
}

} // namespace shisaku
