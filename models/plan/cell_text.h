// SPDX-License-Identifier: GPL-3.0-or-later
// Text as rows of cells, parted by a separator and by line ends, where a cell may stand in quotation marks: CSV files and the
// clipboard are read by this.
#pragma once

#include <QList>
#include <QStringList>

#include <optional>

namespace shisaku {

/// One record of such a text.
struct CellRecord {
    int line = 0; ///< Line the record begins on, counted from 1; a quoted cell may span several lines.
    QStringList cells;
};

enum class CellQuotes : quint8 {
    Strict,  ///< RFC 4180: a quotation mark without its like, or inside a cell, is an error.
    Lenient, ///< The clipboard: what is no whole quoted cell is text that merely holds a quotation mark.
};

struct ReadCells {
    QList<CellRecord> records;
    bool isEnded = true;              ///< Whether a line end closes the last record.
    std::optional<int> brokenQuoteAt; ///< The line of a quotation mark that is an error; `records` end before it.
};

/// Takes a text apart. A line ends with LF, CRLF or CR; inside a quoted cell CRLF becomes LF, doubled quotation marks are one, and
/// separators and line ends are text. Cells are as they stand: empty records are among them, nothing is trimmed.
ReadCells cellsOf(const QString &text, QChar separator, CellQuotes quotes);

} // namespace shisaku
