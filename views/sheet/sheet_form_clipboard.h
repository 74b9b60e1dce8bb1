// SPDX-License-Identifier: GPL-3.0-or-later
// Cells of the form's grids and the clipboard. What is copied in a spreadsheet goes into the cells from the current one on.
#pragma once

#include "views/look/edit_target.h"

#include <QPersistentModelIndex>

class QTreeView;

namespace shisaku {

struct PastedCell {
    QPersistentModelIndex cell;
    QString text;
};

/// Whether the current cell of a grid can be cut, copied, pasted into. One cell is all that can be selected.
bool cellCanPerform(const QTreeView &grid, ClipboardAction action);
/// Puts the text of the current cell on the clipboard.
void copyCell(const QTreeView &grid);
/// The text on the clipboard in the cells it belongs to, from the current one on; what has no cell to be written in is left out.
QList<PastedCell> pastedCells(const QTreeView &grid);

} // namespace shisaku
