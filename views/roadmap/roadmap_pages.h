// SPDX-License-Identifier: GPL-3.0-or-later
// The roadmap as printed pages: the years repeated on each, titles beside the bars, legend and page number below.
#pragma once

#include "views/look/paper.h"
#include "views/roadmap/roadmap_scene.h"

#include <memory>
#include <optional>

class QPainter;

namespace shisaku {

struct RoadmapPageOptions {
    Grouping grouping;
    MeasureFilter filter;
    RoadmapDetail detail = RoadmapDetail::Initiatives;
    const Look *look = &Look::of(Look::Medium::Paper);
    double points = 9;                ///< Size of labels; not below 8.
    QString title;                    ///< Empty: the plan's title with 「工程表」.
    QString documentNumber;           ///< 資料番号, boxed at the top right of the first page.
    QString mark;                     ///< 案, 未定稿; beside the title.
    QStringList issued;               ///< Date and office, right-aligned above the title.
    std::optional<int> firstPage = 1; ///< Number printed on the first page; none prints no numbers.
};

/// Holds what it prints: later changes of the plan do not show.
class RoadmapPages {
public:
    struct Entry {
        QString title;
        int page = 0;
        int level = 0;
    };

    /// A3 landscape, holes on the left.
    static paper::Spec usualPaper();

    RoadmapPages(const Plan &plan, RoadmapPageOptions options, const paper::Spec &paper = usualPaper());

    int count() const { return static_cast<int>(m_pages.size()); }
    /// `painter` works in twentieths of a point, (0,0) at the paper's corner.
    void paint(QPainter &painter, int page) const;
    QString title() const;
    /// The groups, for a table of contents.
    QList<Entry> outline() const;
    /// Everything printed, for finding characters without a glyph.
    QString text() const;

private:
    struct Page {
        QList<int> carried; ///< Headings repeated above lines whose group began on an earlier page.
        int first = 0;
        int last = -1;
    };

    QRectF tableArea(int page) const;
    qreal titleBlockHeight() const;
    void breakPages();
    int endOfBlock(int line) const;
    QList<int> headingsAbove(int line) const;
    void paintTitleBlock(QPainter &painter) const;
    void paintTable(QPainter &painter, int page) const;
    void paintPageNumber(QPainter &painter, int number) const;

    Plan m_plan;
    RoadmapPageOptions m_options;
    paper::Spec m_paper;
    RoadmapTree m_tree;
    RoadmapStyle m_style;
    std::unique_ptr<RoadmapScene> m_scene;
    qreal m_legendHeight = 0;
    std::vector<Page> m_pages;
};

} // namespace shisaku
