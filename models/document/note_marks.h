// SPDX-License-Identifier: GPL-3.0-or-later
// Editing what marks name: the texts follow when a footnote or a term of the glossary gets another name, or goes.
#pragma once

#include "models/change/change_set.h"

namespace shisaku {

/// Adds to a change the texts whose marks name one of the keys of `names` (footnotes, terms): the marks say the value from now
/// on, and go where it is empty. Several notes may change names with each other.
void renameMarks(const Plan &plan, const QHash<RowId, QString> &names, ChangeBuilder &change);

/// The terms of a numbered glossary numbered anew in the order in which the texts name them, as they are printed. Empty if
/// they are numbered so.
ChangeSet renumberedTerms(const Plan &plan);

} // namespace shisaku
