// SPDX-License-Identifier: GPL-3.0-or-later
// The parts of the book that have no paper of their own: cover, contents, chapters, glossary, colophon (奥付).
#pragma once

#include "models/document/glossary_index.h"
#include "views/look/page_style.h"
#include "views/pages/print_job.h"

namespace shisaku {

/// The paper of the parts that are bound upright: A4, a wide edge to be bound at.
inline paper::Spec bookPaper()
{
    return {QPageSize::A4, QPageLayout::Portrait, {25, 22, 20, 24}};
}

/// The mark stands on the cover, or behind the title of a part that goes out alone. Title, subtitle, city, time of adoption and
/// revision.
PrintJob coverJob(const Plan &plan, const PageStyle &style);

struct ContentsEntry {
    QString title;
    int level = 0;
    int number = 0; ///< Of the page, as printed.
    int page = 0;   ///< Of the book, from 0, as far as it is known.
};
/// 目次: a line for each entry, with a link to its page.
PrintJob contentsJob(const QList<ContentsEntry> &entries, const PageStyle &style);

/// The chapters: the plan's own passages that belong into the book, with their figures named. The 推進体制 is drawn in the
/// chapter `bodies`, if that is one.
PrintJob chaptersJob(const Plan &plan, const PageStyle &style, Id<Passage> bodies = {});

PrintJob glossaryJob(const Plan &plan, GlossaryOrder order, const PageStyle &style);

PrintJob colophonJob(const Plan &plan, const PageStyle &style);

} // namespace shisaku
