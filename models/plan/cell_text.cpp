// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/plan/cell_text.h"

#include <utility>

namespace shisaku {

namespace {
/// Takes a text apart into records, one character at a time.
class Parser {
public:
    Parser(const QString &text, QChar separator, CellQuotes quotes) : m_text(text), m_separator(separator), m_quotes(quotes) {}

    ReadCells parse()
    {
        m_record.line = 1;
        while (m_at < m_text.size()) {
            const bool read = m_text[m_at] == u'"' ? quotedCell() : plainCell();
            if (!read)
                return std::move(m_result);
            finishCell();
        }
        if (!m_record.cells.isEmpty()) {
            finishRecord();
            m_result.isEnded = false;
        }
        return std::move(m_result);
    }

private:
    bool plainCell()
    {
        for (; m_at < m_text.size() && !atEndOfCell(); ++m_at) {
            if (m_text[m_at] == u'"' && m_quotes == CellQuotes::Strict)
                return broken(m_line);
            m_cell += m_text[m_at];
        }
        return true;
    }

    bool quotedCell()
    {
        const qsizetype start = m_at;
        const int begin = m_line;
        for (++m_at; m_at < m_text.size(); ++m_at) {
            const QChar c = m_text[m_at];
            const QChar next = m_at + 1 < m_text.size() ? m_text[m_at + 1] : QChar();
            if (c == u'"' && next == u'"') {
                ++m_at;
            } else if (c == u'"') {
                ++m_at;
                return m_at == m_text.size() || atEndOfCell() || notQuoted(start, begin, m_line);
            } else if (c == u'\r') {
                carriageReturns();
                continue;
            }
            if (c == u'\n')
                ++m_line;
            m_cell += c;
        }
        return notQuoted(start, begin, begin);
    }

    /// A quotation mark at `start` that begins no quoted cell: an error of the line `at`, or the first character of a plain one.
    bool notQuoted(qsizetype start, int line, int at)
    {
        if (m_quotes == CellQuotes::Strict)
            return broken(at);
        m_at = start;
        m_line = line;
        m_cell.clear();
        return plainCell();
    }

    bool broken(int line)
    {
        m_result.brokenQuoteAt = line;
        return false;
    }

    /// In a quoted cell. Before a line feed they belong to the line's end, which is kept as one line feed, so that what was read is
    /// written and read the same; elsewhere they are text.
    void carriageReturns()
    {
        const qsizetype begin = m_at;
        while (m_at < m_text.size() && m_text[m_at] == u'\r')
            ++m_at;
        if (m_at == m_text.size() || m_text[m_at] != u'\n') {
            m_cell += QStringView(m_text).sliced(begin, m_at - begin);
            m_line += static_cast<int>(m_at - begin);
        }
        --m_at; // the loop goes on to what follows
    }

    bool atEndOfCell() const { return m_text[m_at] == m_separator || m_text[m_at] == u'\n' || m_text[m_at] == u'\r'; }

    void finishCell()
    {
        m_record.cells << std::exchange(m_cell, {});
        if (m_at >= m_text.size())
            return;
        const QChar end = m_text[m_at++];
        if (end == m_separator) {
            if (m_at == m_text.size())
                m_record.cells << QString();
            return;
        }
        if (end == u'\r' && m_at < m_text.size() && m_text[m_at] == u'\n')
            ++m_at;
        ++m_line;
        finishRecord();
    }

    void finishRecord()
    {
        m_result.records << std::exchange(m_record, {});
        m_record.line = m_line;
    }

    const QString &m_text;
    QChar m_separator;
    CellQuotes m_quotes;
    qsizetype m_at = 0;
    int m_line = 1;
    QString m_cell;
    CellRecord m_record;
    ReadCells m_result;
};
} // namespace

ReadCells cellsOf(const QString &text, QChar separator, CellQuotes quotes)
{
    return Parser(text, separator, quotes).parse();
}

} // namespace shisaku
