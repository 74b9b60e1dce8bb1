// SPDX-License-Identifier: GPL-3.0-or-later
// What every paper is told alike: colours, size of the sheet, what stands in its head, its first page number, its day.
#pragma once

#include "models/plan/plan_time.h"
#include "views/look/look.h"
#include "views/look/paper.h"

#include <optional>

namespace shisaku {

/// What a paper says about itself as one that is handed out; empty parts are left out.
struct PaperHead {
    QString documentNumber; ///< 「資料22」, boxed at the top right of the first page.
    QString date;           ///< 「令和6年11月1日」
    QString office;         ///< 部課名
    QString meeting;        ///< 会議名
    QString mark;           ///< 案, 未定稿, 速報値: beside the title, or boxed in the head.
};

struct PageStyle {
    const Look *look = &Look::of(Look::Medium::Paper);
    std::optional<QPageSize::PageSizeId> size; ///< None: the usual one of the paper.
    PaperHead head;
    std::optional<int> firstPage; ///< Number printed on the first page; none: 1, or no numbers on a sheet (個別施策票).
    PlanTime day;                 ///< Whose offices the paper names, where nothing it tells of has a time; unknown: today.

    /// The paper that is usual, in the size wanted.
    paper::Spec on(paper::Spec usual) const
    {
        usual.size = size.value_or(usual.size);
        return usual;
    }
    int firstNumber() const { return firstPage.value_or(1); }
};

} // namespace shisaku
