// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/clip/spreadsheet_text.h"

#include "models/plan/cell_text.h"

#include <QMap>
#include <QSet>

#include <algorithm>

namespace shisaku {

using namespace Qt::StringLiterals;

QList<QStringList> cellsFromText(const QString &text)
{
    QList<QStringList> lines;
    for (const CellRecord &record : cellsOf(text, u'\t', CellQuotes::Lenient).records)
        lines << record.cells;
    return lines;
}

QString textFromCells(const QList<QStringList> &lines)
{
    QString text;
    for (const QStringList &line : lines) {
        QStringList quoted = line;
        for (QString &cell : quoted) {
            if (cell.contains(u'\t') || cell.contains(u'\n') || cell.contains(u'\r') || cell.startsWith(u'"'))
                cell = u'"' + cell.replace(u'"', u"\"\""_s) + u'"';
        }
        text += quoted.join(u'\t') + u'\n';
    }
    return text;
}

namespace {
/// The cells by row and column.
using CellLines = QMap<int, QMap<int, QModelIndex>>;

CellLines linesOf(const QModelIndexList &cells, QList<int> &columns)
{
    QSet<int> seen;
    CellLines lines;
    for (const QModelIndex &cell : cells) {
        seen.insert(cell.column());
        lines[cell.row()].insert(cell.column(), cell);
    }
    columns = seen.values();
    std::sort(columns.begin(), columns.end());
    return lines;
}

QString htmlOf(const QString &text)
{
    return text.toHtmlEscaped().replace(u'\n', u"<br>"_s);
}
} // namespace

QString textFromIndexes(const QModelIndexList &cells, const std::function<QString(const QModelIndex &)> &text)
{
    QList<int> columns;
    QList<QStringList> filled;
    for (const auto &line : linesOf(cells, columns)) {
        filled << QStringList();
        for (const int column : std::as_const(columns)) {
            const QModelIndex cell = line.value(column);
            filled.last() << (text && cell.isValid() ? text(cell) : cell.data().toString());
        }
    }
    return textFromCells(filled);
}

QString htmlFromIndexes(const QModelIndexList &cells)
{
    if (cells.isEmpty())
        return {};
    const QString border = u"border:0.5pt solid #808080;padding:2pt 4pt;"_s;
    QList<int> columns;
    const CellLines lines = linesOf(cells, columns);
    QString html = u"<html><head><meta charset=\"utf-8\"></head><body><table style=\"border-collapse:collapse\">\n<tr>"_s;
    for (const int column : std::as_const(columns)) {
        const QString head = cells.first().model()->headerData(column, Qt::Horizontal).toString();
        html += u"<th style=\"%1background:#EBEBEB\">%2</th>"_s.arg(border, htmlOf(head));
    }
    html += u"</tr>\n"_s;
    for (const auto &line : lines) {
        html += u"<tr>"_s;
        for (const int column : std::as_const(columns)) {
            const QModelIndex cell = line.value(column);
            const bool number = cell.data(Qt::TextAlignmentRole).toInt() & Qt::AlignRight;
            // Excel reads its own format, Word and PowerPoint the alignment.
            const QString kind = number ? u"text-align:right"_s : u"mso-number-format:'\\@'"_s;
            html += u"<td style=\"%1%2\">%3</td>"_s.arg(border, kind, htmlOf(cell.data().toString()));
        }
        html += u"</tr>\n"_s;
    }
    return html + u"</table></body></html>"_s;
}

} // namespace shisaku
