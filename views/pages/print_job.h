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

/// A place that leads to another page of the same PDF.
struct PageLink {
    int page = 0;   ///< From 0.
    QRectF rect;    ///< In units of the page.
    int target = 0; ///< Page from 0.
};

struct PrintJob {
    QString title;
    paper::Spec paper;
    QList<paper::Spec> papers; ///< Of each page where they differ (計画書); empty: all are `paper`.
    int pageCount = 0;
    PagePainter paint;
    /// What the pages print in BIZ UDPGothic beside words of this program, in no order; without it only painting tells.
    std::function<QString()> text;
    QList<Bookmark> bookmarks;
    QList<PageLink> links;
    QString notice;          ///< What to know before printing; empty for nothing.
    bool isFinal = false;    ///< Bears no mark such as 案 though it could: it goes out as it is.
    int frontPages = 0;      ///< Pages before the count begins (cover, contents); labelled i, ii, iii.
    int firstPageNumber = 1; ///< Number of the first page of the count, for the page labels of a PDF.

    const paper::Spec &paperOf(int page) const { return papers.isEmpty() ? paper : papers[page]; }
};

/// Told after each page; false stops the work. Empty: never asked.
using PageProgress = std::function<bool(int done, int count)>;

} // namespace shisaku
