// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/item/spreadsheet_text.h"

#include <QMap>
#include <QSet>

#include <utility>

namespace shisaku {

using namespace Qt::StringLiterals;

QList<QStringList> cellsFromText(const QString &text)
{
    QList<QStringList> lines;
    QStringList line;
    QString cell;
    bool quoted = false;
    for (qsizetype i = 0; i < text.size(); ++i) {
        const QChar c = text[i];
        if (quoted) {
            if (c != u'"')
                cell += c;
            else if (i + 1 < text.size() && text[i + 1] == u'"')
                cell += text[i++];
            else
                quoted = false;
        } else if (c == u'"' && cell.isEmpty()) {
            quoted = true;
        } else if (c == u'\t') {
            line << std::exchange(cell, {});
        } else if (c == u'\n') {
            line << std::exchange(cell, {});
            lines << std::exchange(line, {});
        } else if (c != u'\r') {
            cell += c;
        }
    }
    if (!cell.isEmpty() || !line.isEmpty()) {
        line << cell;
        lines << line;
    }
    return lines;
}

QString textFromCells(const QList<QStringList> &lines)
{
    QString text;
    for (const QStringList &line : lines) {
        QStringList quoted = line;
        for (QString &cell : quoted) {
            if (cell.contains(u'\t') || cell.contains(u'\n') || cell.startsWith(u'"'))
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
