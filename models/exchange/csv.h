// SPDX-License-Identifier: GPL-3.0-or-later
// CSV (RFC 4180) as spreadsheets read and write it: encodings, quoting, and cells that keep what they are.
#pragma once

#include "models/plan/cell_text.h"
#include "models/plan/result.h"

#include <QByteArray>
#include <QList>
#include <QSet>
#include <QStringList>

namespace shisaku {

using CsvRecord = CellRecord;

/// Larger files are no tables of a plan; they are refused before they fill the memory.
inline constexpr qint64 largestCsv = 128LL * 1024 * 1024;

/// UTF-8 with BOM, lines ending with CRLF, cells guarded so that a spreadsheet keeps them (see spreadsheet_guard.h); readCsv()
/// takes the guards away again. `numberColumns` hold numbers, counted from 0.
QByteArray writeCsv(const QList<QStringList> &records, const QSet<qsizetype> &numberColumns = {});

/// Reads what writeCsv() writes and what spreadsheets save: UTF-8 or UTF-16 with BOM, else UTF-8, else CP932; any line ends.
/// Cells come as storedText() with CRLF as LF; records without any content are left out. A text that ends inside a character,
/// inside quotes, or in a record that is shorter than the heading and has no line end was cut: an error. `name` is the file as
/// errors call it.
Result<QList<CsvRecord>> readCsv(const QByteArray &bytes, const QString &name);

} // namespace shisaku
