// SPDX-License-Identifier: GPL-3.0-or-later
// A print job: pages that any painter can show, and what a finished PDF says about them.
#pragma once

#include "models/plan/result.h"
#include "views/look/paper.h"

#include <QList>
#include <QString>

#include <functional>

QT_BEGIN_NAMESPACE
class QPainter;
QT_END_NAMESPACE

namespace shisaku {

/// Paints page `page` (from 0) in units of the page, (0,0) at the paper's corner.
using PagePainter = std::function<void(QPainter &, int page)>;

/// An entry of a PDF's table of contents.
struct Bookmark {
    QString title;
    int page = 0;  ///< From 0.
    int level = 0; ///< 0 = top; at most one deeper than the entry before.
};

struct PrintJob {
    QString title;
    paper::Spec paper;
    int pageCount = 0;
    PagePainter paint;
    QList<Bookmark> bookmarks;
    int firstPageNumber = 1; ///< Number of the first page, for the page labels of a PDF.
};

/// Told after each page; false stops the work. Empty: never asked.
using PageProgress = std::function<bool(int done, int count)>;

} // namespace shisaku
