// SPDX-License-Identifier: GPL-3.0-or-later
// Measures on the clipboard, for other windows of the program; as a table for everybody else.
#pragma once

#include "models/clip/measure_clip.h"

namespace shisaku {

void copyToClipboard(const MeasureClip &clip);
/// Nothing if something else is on the clipboard.
bool hasCopiedMeasures();
std::optional<MeasureClip> copiedMeasures();

} // namespace shisaku
