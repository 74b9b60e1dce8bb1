// SPDX-License-Identifier: GPL-3.0-or-later
// 体系図 on paper and screen: the boxes of a classification with their measures, joined by lines.
#pragma once

#include "views/look/page_style.h"
#include "views/pages/print_job.h"
#include "views/pages/tree_layout.h"

#include <QCoreApplication>

namespace shisaku {

/// Paints the lines from `first` to `last`, the first at the top. `current` is drawn as chosen.
void paintTree(QPainter &painter, const TreeLayout &layout, const Look &look, int first, int last, Owner current = {});

/// On one page if its type can be read there, else on several, broken between groups. The mark stands behind the title.
class TreePages {
    Q_DECLARE_TR_FUNCTIONS(TreePages)

public:
    /// A3 lying, holes on the left.
    static paper::Spec usualPaper() { return {QPageSize::A3, QPageLayout::Landscape, {25, 20, 15, 18}}; }

    TreePages(const Plan &plan, const Grouping &grouping, const PageStyle &style);

    int count() const { return static_cast<int>(m_pages.size()); }
    void paint(QPainter &painter, int page) const;
    const QString &title() const { return m_title; }

private:
    struct Page {
        int first = 0;
        int last = 0;
    };
    void flow(double room);
    /// The best line to begin a page with, after `first` and not beyond `limit`.
    int breakBefore(int first, int limit) const;

    PageStyle m_style;
    paper::Spec m_paper;
    QRectF m_body;
    QString m_title;
    QStringList m_heads;
    TreeLayout m_layout;
    QList<Page> m_pages;
};

/// The grouping to draw: `wanted` if it is by a classification, else the plan's first; By::None if it has none.
Grouping treeGrouping(const Plan &plan, const Grouping &wanted = {});

/// 体系図 by a classification as a print job.
PrintJob treeJob(const Plan &plan, const Grouping &grouping, const PageStyle &style = {});

} // namespace shisaku
