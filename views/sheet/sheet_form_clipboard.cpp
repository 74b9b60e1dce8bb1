// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/sheet/sheet_form_clipboard.h"

#include "models/clip/spreadsheet_text.h"

#include <QClipboard>
#include <QGuiApplication>
#include <QTreeView>

namespace shisaku {

bool cellCanPerform(const QTreeView &grid, ClipboardAction action)
{
    const QModelIndex current = grid.currentIndex();
    const bool writable = current.flags().testFlag(Qt::ItemIsEditable);
    const bool filled = !current.data(Qt::EditRole).toString().isEmpty();
    switch (action) {
    case ClipboardAction::Cut:
        return writable && filled;
    case ClipboardAction::Copy:
        return filled;
    case ClipboardAction::Paste:
        return writable && hasTextToPaste();
    case ClipboardAction::SelectAll:
        return false;
    }
    return false;
}

void copyCell(const QTreeView &grid)
{
    const QString text = grid.currentIndex().data(Qt::EditRole).toString();
    const QString cell = textFromCells({{text}});
    QGuiApplication::clipboard()->setText(cell == text + u'\n' ? text : cell); // in a line of text, no line end is wanted
}

QList<PastedCell> pastedCells(const QTreeView &grid)
{
    QList<PastedCell> pasted;
    const int first = grid.currentIndex().column();
    QModelIndex row = grid.currentIndex().siblingAtColumn(0);
    for (const QStringList &line : cellsFromText(QGuiApplication::clipboard()->text())) {
        for (int i = 0; i < line.size(); ++i) {
            const QModelIndex cell = row.siblingAtColumn(first + i);
            if (cell.flags().testFlag(Qt::ItemIsEditable))
                pasted.append({cell, line[i]});
        }
        row = grid.indexBelow(row);
    }
    return pasted;
}

} // namespace shisaku
