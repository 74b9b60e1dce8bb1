// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/clip/spreadsheet_text.h"

#include "models/plan/cell_text.h"

#include <QMap>
#include <QSet>

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

QString textFromIndexes(const QModelIndexList &cells)
{
    QSet<int> columns;
    QMap<int, QMap<int, QString>> lines;
    for (const QModelIndex &cell : cells) {
        columns.insert(cell.column());
        lines[cell.row()].insert(cell.column(), cell.data().toString());
    }
    QList<QStringList> filled;
    for (QMap<int, QString> &line : lines) {
        for (int column : std::as_const(columns)) {
            if (!line.contains(column))
                line.insert(column, QString());
        }
        filled << line.values();
    }
    return textFromCells(filled);
}

} // namespace shisaku
