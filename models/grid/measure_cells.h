// SPDX-License-Identifier: GPL-3.0-or-later
// Cells of a measure that are composed of other rows: its aims, its offices, a text of its sheet, how it ended.
#pragma once

#include "models/grid/grid_shape.h"

namespace shisaku {

/// The categories of a classification that a measure serves, its home first. Typed by title, by code or by both, divided as in
/// readOffices(); the first named becomes the home.
GridCell categoriesCell(Id<Classification> classification);

/// Who answers for a measure today in a role: offices, and parties in words (全庁, 国). Those that are still named when the cell is
/// typed anew keep what else their rows state.
GridCell partiesCell(const QString &role);

/// The text of a block of the sheet.
GridCell blockTextCell(Id<Block> block);

/// 「継続」, 「令和7年3月完了」: typed with the time of the ending, where the measure does not state it yet.
GridCell stateCell();

/// The part (GridCell::part) of a partiesCell(), of any role for an empty one.
QString partiesPart(const QString &role);
/// Whether what is typed into a part of a measure can be shown and mended in a grid only: the form has no such cell.
bool isOnlyInList(const QString &part);

} // namespace shisaku
