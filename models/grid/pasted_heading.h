// SPDX-License-Identifier: GPL-3.0-or-later
// A pasted block that brings its headings along, as tables copied here and in spreadsheets do.
#pragma once

#include "models/grid/grid_changes.h"

namespace shisaku {

/// The block without a first line of headings, its columns those that the headings name. As it was where the first line holds
/// anything else than heads of the grid's columns, or is all there is.
PastedBlock withoutHeading(const GridShape &shape, const PastedBlock &block);

} // namespace shisaku
