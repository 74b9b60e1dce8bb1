// SPDX-License-Identifier: GPL-3.0-or-later
// 推進体制 on paper: as a page of its own, or in the chapter that tells of it.
#pragma once

#include "views/pages/book_parts.h"
#include "views/pages/council_pages.h"

namespace shisaku {

/// The boxes of all bodies; drawn smaller if they are too wide or too high for a room.
CouncilText::Drawing bodyDrawing(const Plan &plan, const QSizeF &room, const Look &look);

/// The chapter of the book that is headed 推進体制 and so is their place; null if there is none.
Id<Passage> chapterOfBodies(const Plan &plan);

/// One page; an organisation too wide or too high for it is drawn smaller.
PrintJob bodyJob(const Plan &plan, const PageStyle &style = {});

} // namespace shisaku
