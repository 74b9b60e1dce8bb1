// SPDX-License-Identifier: GPL-3.0-or-later
// 計画書: the whole plan as one PDF, of chosen parts in a chosen order, with contents, bookmarks and links.
#pragma once

#include "views/pages/paper_catalog.h"

namespace shisaku {

/// Pages keep the paper of their part: sheets stand upright, the roadmap lies. Cover and contents come first and carry no
/// number of the count that begins behind them. The mark stands on the cover and speaks for the whole book.
PrintJob bookJob(const Plan &plan, const PaperOptions &options);

/// The chapter that the bodies are drawn in, in a book of these parts; null if they are a part of their own.
Id<Passage> placeOfBodies(const Plan &plan, const QList<Paper> &parts);

} // namespace shisaku
