// SPDX-License-Identifier: GPL-3.0-or-later
// Finding offices (課) by what is typed: kanji, reading in either kana, full-width or half-width.
#pragma once

#include "models/plan/plan.h"

namespace shisaku {

/// Offices whose name or reading holds what was typed: those beginning with it first, then in their official order (建制順).
/// Empty when nothing is typed.
QList<const Department *> officesMatching(const Plan &plan, QStringView typed);

} // namespace shisaku
