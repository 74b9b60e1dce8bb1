// SPDX-License-Identifier: GPL-3.0-or-later
// What a value of the plan's own lists is called where there is little room, and beside its full name. What rows store of it
// is for files.
#pragma once

#include "models/plan/category.h"

namespace shisaku {

/// 「順調」 of 「予定どおり順調」: what rows store, where that is part of the name; else the name.
QString shortName(const Choice &choice);

/// A line of a list to choose from: 「順調　予定どおり順調」, of a reason 「A　費用対効果に課題があるもの」.
QString listedName(const Choice &choice);

/// A reason behind its mark in brackets: 「(A)　費用対効果に課題があるもの」.
QString numberedName(const Choice &choice);

} // namespace shisaku
