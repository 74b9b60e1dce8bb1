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

bool hasContent(const CsvRecord &record)
{
    return std::any_of(record.cells.cbegin(), record.cells.cend(), [](const QString &cell) { return !cell.isEmpty(); });
}

/// Whether the last record, which no line end closes, lacks cells that the heading has. Spreadsheets leave out empty cells too,
/// but they end their lines.
bool isCut(const ReadCells &read)
{
    if (read.isEnded)
        return false;
    const auto heading = std::find_if(read.records.cbegin(), read.records.cend(), hasContent);
    if (heading >= read.records.cend() - 1)
        return false;
    const QStringList &names = heading->cells;
    const auto last = std::find_if(names.crbegin(), names.crend(), [](const QString &cell) { return !cell.isEmpty(); });
    return read.records.last().cells.size() < std::distance(last, names.crend());
}

Result<QList<CsvRecord>> recordsOf(const QString &text, const QString &name)
{
    ReadCells read = cellsOf(text, u',', CellQuotes::Strict);
    if (read.brokenQuoteAt)
        return unreadable(Csv::tr("「%1」の%2行目で、引用符「\"」の対応が取れていません。").arg(name).arg(*read.brokenQuoteAt),
                          Csv::tr("その行の引用符を確かめて、保存し直してください。"));
    for (CsvRecord &record : read.records) {
        for (QString &cell : record.cells)
            cell = storedText(withoutGuard(cell));
    }
    if (isCut(read))
        return unreadable(Csv::tr("「%1」は%2行目の途中で終わっています。ファイルの終わりが失われているおそれがあります。")
                              .arg(name)
                              .arg(read.records.last().line),
                          Csv::tr("元のファイルから写し直すか、表計算ソフトで保存し直してください。"));
    read.records.removeIf([](const CsvRecord &record) { return !hasContent(record); });
    return read.records;
}
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
    return recordsOf(*text, name);
}

} // namespace shisaku
