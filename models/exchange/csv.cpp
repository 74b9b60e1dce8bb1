// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/exchange/csv.h"

#include "models/exchange/spreadsheet_guard.h"
#include "models/plan/stored_text.h"

#include <QCoreApplication>
#include <QStringDecoder>

#include <algorithm>

namespace shisaku {

using namespace Qt::StringLiterals;

namespace {
struct Csv {
    Q_DECLARE_TR_FUNCTIONS(Csv)
};

QString quoted(QString text)
{
    static constexpr QStringView special = u",;\t\"\r\n"; // Calc proposes to split at semicolons and tabs too
    const bool plain = std::none_of(text.cbegin(), text.cend(), [](QChar c) { return special.contains(c); });
    if (plain && !text.startsWith(u' ') && !text.endsWith(u' '))
        return text;
    return u'"' + text.replace(u'"', "\"\""_L1) + u'"';
}

Error unreadable(const QString &what, const QString &remedy)
{
    return {ErrorKind::Invalid, what, remedy, {}};
}

std::optional<QString> decoded(QStringDecoder decoder, const QByteArray &bytes)
{
    if (!decoder.isValid())
        return std::nullopt;
    QString text = decoder(bytes);
    // Halves of pairs, which UTF-16 lets through, could not be written again.
    return decoder.hasError() || !text.isValidUtf16() ? std::nullopt : std::optional(text);
}

/// How many bytes a unit of an encoding has.
int unitOf(QStringConverter::Encoding encoding)
{
    switch (encoding) {
    case QStringConverter::Utf16:
    case QStringConverter::Utf16LE:
    case QStringConverter::Utf16BE:
        return 2;
    case QStringConverter::Utf32:
    case QStringConverter::Utf32LE:
    case QStringConverter::Utf32BE:
        return 4;
    default:
        return 1;
    }
}

Result<QString> textOf(const QByteArray &bytes, const QString &name)
{
    const auto marked = QStringConverter::encodingForData(bytes);
    // Stateless: the half of a character in which a cut file ends is an error, not the beginning of what follows.
    constexpr auto whole = QStringConverter::Flag::Stateless;
    const auto encoding = marked.value_or(QStringConverter::Utf8);
    if (const auto text = decoded(QStringDecoder(encoding, whole), bytes); text && bytes.size() % unitOf(encoding) == 0)
        return *text;
    if (!marked) {
        // ICU's "Shift_JIS" is CP932 (①, 髙); Qt without ICU knows neither name.
        if (const auto text = decoded(QStringDecoder("Shift_JIS", whole), bytes))
            return *text;
    }
    return unreadable(Csv::tr("「%1」の文字コードが読み取れません。").arg(name),
                      Csv::tr("表計算ソフトで「CSV UTF-8」の形式を選んで保存し直してください。"));
}

/// Takes a text apart into records, one character at a time.
class Parser {
public:
    Parser(const QString &text, const QString &name) : m_text(text), m_name(name) {}

    Result<QList<CsvRecord>> parse()
    {
        m_record.line = 1;
        while (m_at < m_text.size()) {
            const auto read = m_text[m_at] == u'"' ? quotedCell() : plainCell();
            if (!read)
                return read.error();
            finishCell();
        }
        if (!m_record.cells.isEmpty()) {
            if (isCut())
                return cutError();
            finishRecord();
        }
        return m_records;
    }

private:
    Result<void> plainCell()
    {
        for (; m_at < m_text.size() && !atEndOfCell(); ++m_at) {
            if (m_text[m_at] == u'"')
                return quoteError(m_line);
            m_cell += m_text[m_at];
        }
        return {};
    }

    Result<void> quotedCell()
    {
        const int begin = m_line;
        for (++m_at; m_at < m_text.size(); ++m_at) {
            const QChar c = m_text[m_at];
            const QChar next = m_at + 1 < m_text.size() ? m_text[m_at + 1] : QChar();
            if (c == u'"' && next == u'"') {
                ++m_at;
            } else if (c == u'"') {
                ++m_at;
                if (m_at < m_text.size() && !atEndOfCell())
                    return quoteError(m_line);
                return {};
            } else if (c == u'\r') {
                carriageReturns();
                continue;
            }
            if (c == u'\n')
                ++m_line;
            m_cell += c;
        }
        return quoteError(begin);
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

    bool atEndOfCell() const { return m_text[m_at] == u',' || m_text[m_at] == u'\n' || m_text[m_at] == u'\r'; }

    void finishCell()
    {
        m_record.cells << storedText(withoutGuard(m_cell));
        m_cell.clear();
        if (m_at >= m_text.size())
            return;
        const QChar end = m_text[m_at++];
        if (end == u',') {
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
        const QStringList &cells = m_record.cells;
        if (std::any_of(cells.cbegin(), cells.cend(), [](const QString &cell) { return !cell.isEmpty(); }))
            m_records << m_record;
        m_record = {m_line, {}};
    }

    /// Whether the last record, which no line end closes, lacks cells that the heading has. Spreadsheets leave out empty cells too,
    /// but they end their lines.
    bool isCut() const
    {
        if (m_records.isEmpty())
            return false;
        const QStringList &heading = m_records.first().cells;
        const auto last = std::find_if(heading.crbegin(), heading.crend(), [](const QString &cell) { return !cell.isEmpty(); });
        return m_record.cells.size() < std::distance(last, heading.crend());
    }

    Error cutError() const
    {
        return unreadable(Csv::tr("「%1」は%2行目の途中で終わっています。ファイルの終わりが失われているおそれがあります。")
                              .arg(m_name)
                              .arg(m_record.line),
                          Csv::tr("元のファイルから写し直すか、表計算ソフトで保存し直してください。"));
    }

    Error quoteError(int line) const
    {
        return unreadable(Csv::tr("「%1」の%2行目で、引用符「\"」の対応が取れていません。").arg(m_name).arg(line),
                          Csv::tr("その行の引用符を確かめて、保存し直してください。"));
    }

    const QString &m_text;
    const QString &m_name;
    qsizetype m_at = 0;
    int m_line = 1;
    QString m_cell;
    CsvRecord m_record;
    QList<CsvRecord> m_records;
};
} // namespace

QByteArray writeCsv(const QList<QStringList> &records, const QSet<qsizetype> &numberColumns)
{
    QString text(QChar::ByteOrderMark);
    for (const QStringList &record : records) {
        for (qsizetype i = 0; i < record.size(); ++i) {
            if (i > 0)
                text += u',';
            text += quoted(guardedForSpreadsheets(record[i], numberColumns.contains(i)));
        }
        text += "\r\n"_L1;
    }
    return text.toUtf8();
}

Result<QList<CsvRecord>> readCsv(const QByteArray &bytes, const QString &name)
{
    if (bytes.size() > largestCsv)
        return unreadable(Csv::tr("「%1」は大きすぎます（上限%L2MB）。").arg(name).arg(largestCsv / 1024 / 1024),
                          Csv::tr("正しいファイルかどうか確かめてください。"));
    const Result<QString> text = textOf(bytes, name);
    if (!text)
        return text.error();
    return Parser(*text, name).parse();
}

} // namespace shisaku
