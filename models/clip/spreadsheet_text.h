// SPDX-License-Identifier: GPL-3.0-or-later
// Cells as spreadsheets put them on the clipboard: lines of cells parted by tabs, a cell in quotes where it holds either.
#pragma once

#include <QModelIndex>
#include <QStringList>

namespace shisaku {

/// Reads cells; a cell in quotation marks may hold tabs, line ends and doubled quotation marks.
QList<QStringList> cellsFromText(const QString &text);
/// Writes cells so that cellsFromText() and spreadsheets read them back; each line is ended.
QString textFromCells(const QList<QStringList> &lines);
/// The displayed texts of `cells` line by line, without the rows and columns that none of them is in.
QString textFromIndexes(const QModelIndexList &cells);

} // namespace shisaku
