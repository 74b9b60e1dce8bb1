// SPDX-License-Identifier: GPL-3.0-or-later
// The passages of a text as a tree of chapters: order and level make it; every change keeps a chapter with its sections.
#pragma once

#include "models/change/change_set.h"

namespace shisaku {

/// Headings below this level are printed like it.
inline constexpr int deepestChapter = 3;

/// What has passages of its own, or may get some: the plan (null) first, then the rounds of the survey and whatever else there is.
QList<Owner> textOwners(const Plan &plan);

/// The passages of a text in order.
QList<const Passage *> chaptersOf(const Plan &plan, const Owner &owner);
/// From 1; an unstated level counts as 1.
int chapterLevel(const Passage &passage);
/// The passage and the deeper ones that follow it.
QList<const Passage *> withSections(const Plan &plan, Id<Passage> passage);
/// The chapter a section stands in; null at the top.
Id<Passage> chapterAbove(const Plan &plan, Id<Passage> passage);

/// Adds the passage `id` behind `beside` and its sections, at its level; where `beside` is null, at the end of the owner's text.
ChangeSet addedChapter(const Plan &plan, const Owner &owner, Id<Passage> beside, Id<Passage> id);
/// Removes a passage with its sections, figures and tables.
ChangeSet removedChapter(const Plan &plan, Id<Passage> passage);
/// Moves a passage with its sections before the chapter above it (-1) or behind the one below it (+1), within its own chapter.
/// Empty where there is no such place.
ChangeSet movedChapter(const Plan &plan, Id<Passage> passage, int steps);
/// Makes a passage with its sections a section of the one before (+1), or takes it out (-1). Empty where that cannot be.
ChangeSet shiftedChapter(const Plan &plan, Id<Passage> passage, int steps);

} // namespace shisaku
