// SPDX-License-Identifier: GPL-3.0-or-later
// The sheet template (票の様式) as a whole: the blocks in order, taken over from elsewhere, and put in place of the plan's own.
#pragma once

#include "models/change/change_set.h"

namespace shisaku {

/// The blocks in order; ids are those of the plan's rows, positions are of no meaning.
using SheetTemplate = QList<Block>;

SheetTemplate templateOf(const Plan &plan);

/// A template from elsewhere made to fit a plan: blocks the plan has already (a text of the same key, any other block of the
/// same kind) keep their rows, and with them their texts; classifications the plan does not have are replaced by its own.
SheetTemplate adopted(const Plan &plan, const SheetTemplate &other, const IdSource &ids);

/// A block of a kind with the usual label, for the end of `blocks`.
Block newBlock(const Plan &plan, const SheetTemplate &blocks, const QString &kind, const IdSource &ids);

/// Why a template cannot be used, in a sentence; empty if it can.
QString templateProblem(const SheetTemplate &blocks);

/// How many texts of measures go with the blocks that `blocks` no longer has.
int textsLost(const Plan &plan, const SheetTemplate &blocks);

/// Puts `blocks` in place of the plan's own. Empty if nothing changes.
ChangeSet templateChange(const Plan &plan, const SheetTemplate &blocks);

/// The plan with this template, for looking at it.
Plan withTemplate(const Plan &plan, const SheetTemplate &blocks);

/// 「これまでの課題」: what a block is called where it has no label of its own.
QString blockName(const Block &block);

} // namespace shisaku
