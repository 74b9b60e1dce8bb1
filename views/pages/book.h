// SPDX-License-Identifier: GPL-3.0-or-later
// 計画書: the whole plan as one PDF, of chosen parts in a chosen order, with contents, bookmarks and links.
#pragma once

#include "models/order/grouping.h"
#include "views/pages/book_parts.h"

namespace shisaku {

enum class BookPart : quint8 {
    Cover,
    Contents,
    Chapters,
    Bodies, ///< 推進体制
    Tree,
    Roadmap,
    List,
    Sheets,
    Indicators,
    Effects,
    Progress, ///< The newest round of the survey.
    Glossary,
    Colophon,
};

/// The parts a plan has something for, in their usual order.
QList<BookPart> bookParts(const Plan &plan);
QString bookPartTitle(BookPart part);
/// The word for a part on the command line.
QString bookPartKey(BookPart part);

struct BookOptions {
    QList<BookPart> parts; ///< In order; cover and contents come first in any case.
    const Look *look = &Look::of(Look::Medium::Paper);
    QString mark;
    int firstPage = 1;             ///< Number of the first page behind cover and contents.
    bool notesThroughPlan = false; ///< Footnotes of the sheets are numbered through the book instead of from 1 on each sheet.
};

/// Pages keep the paper of their part: sheets stand upright, the roadmap lies. Cover and contents come first and carry no
/// number of the count that begins behind them.
PrintJob bookJob(const Plan &plan, const BookOptions &options);

} // namespace shisaku
