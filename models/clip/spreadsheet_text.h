// SPDX-License-Identifier: GPL-3.0-or-later
// Cells as spreadsheets put them on the clipboard: lines of cells parted by tabs, a cell in quotes where it holds either.
#pragma once

#include <QModelIndex>
#include <QStringList>

#include <functional>

namespace shisaku {

/// Reads cells; a cell in quotation marks may hold tabs, line ends and doubled quotation marks.
QList<QStringList> cellsFromText(const QString &text);
/// Writes cells so that cellsFromText() and spreadsheets read them back; each line is ended.
QString textFromCells(const QList<QStringList> &lines);
/// The texts of `cells` line by line, without the rows and columns that none of them is in: those displayed, or what `text` says.
QString textFromIndexes(const QModelIndexList &cells, const std::function<QString(const QModelIndex &)> &text = {});
/// The same as a table with the heads of its columns and lines around its cells, for programs that take more than text. Cells that
/// are no figures are marked as text, so that 1-2 does not become a date.
QString htmlFromIndexes(const QModelIndexList &cells);

} // namespace shisaku
