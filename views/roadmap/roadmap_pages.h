// SPDX-License-Identifier: GPL-3.0-or-later
// The roadmap as printed pages: the years repeated on each, titles beside the bars, legend and page number below.
#pragma once

#include "views/look/page_style.h"
#include "views/roadmap/roadmap_progress.h"
#include "views/roadmap/roadmap_scene.h"

#include <memory>
#include <optional>

class QPainter;

namespace shisaku {

struct OnePageLayout;

/// The mark stands beside the title; meeting, date and, where there is a date, the office stand right-aligned above it.
struct RoadmapPageOptions : PageStyle {
    Grouping grouping;
    MeasureFilter filter;
    RoadmapDetail detail = RoadmapDetail::Initiatives;
    bool onePage = false; ///< All on one sheet, if it can be read there; else pages are made after all.
    double points = 9;    ///< Size of labels; not below 8.
    QString title;        ///< Empty: the plan's title with 「工程表」.
};

/// Whether any of the measures has a bar or a milestone; without one there is nothing to print.
bool hasSchedule(const Plan &plan, const MeasureFilter &filter = {});

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

    RoadmapPages(const Plan &plan, RoadmapPageOptions options);
    ~RoadmapPages();

    int count() const { return m_onePage ? 1 : static_cast<int>(m_pages.size()); }
    /// Size of the smallest labels.
    double points() const;
    /// What the officer has to know before printing: one page does not suffice, or can be read on its own paper only.
    QString notice() const;
    /// Asked for one page, which does not suffice.
    bool isOnePageRefused() const { return m_options.onePage && !m_onePage; }
    /// `painter` works in twentieths of a point, (0,0) at the paper's corner.
    void paint(QPainter &painter, int page) const;
    QString title() const;
    /// The groups, for a table of contents.
    QList<Entry> outline() const;
    /// Everything printed but words of this program, for finding characters without a glyph.
    QString text() const;

private:
    struct Page {
        QList<int> carried; ///< Headings repeated above lines whose group began on an earlier page.
        int first = 0;
        int last = -1;
        qreal top = 0; ///< What is shown of the scene: a line higher than a page flows on over several.
        qreal bottom = 0;
    };

    /// What stands above the title of a paper that a meeting or a day is named for.
    QStringList issuedLines() const;
    QRectF tableArea(int page) const;
    qreal titleBlockHeight() const;
    void layOutPages();
    void layOutOnePage();
    RoadmapLegend legend() const;
    void breakPages();
    int endOfBlock(int line) const;
    qreal cutInLine(int line, qreal from, qreal limit) const;
    QList<int> headingsAbove(int line) const;
    void paintTitleBlock(QPainter &painter) const;
    void paintTable(QPainter &painter, int page) const;
    void paintOnePage(QPainter &painter) const;
    void paintPageNumber(QPainter &painter, int number) const;

    Plan m_plan;
    RoadmapPageOptions m_options;
    paper::Spec m_paper;
    RoadmapTree m_tree;
    RoadmapStyle m_style;
    RoadmapProgress m_progress;
    std::unique_ptr<RoadmapScene> m_scene;
    qreal m_legendHeight = 0;
    std::vector<Page> m_pages;
    std::unique_ptr<const OnePageLayout> m_onePage;
};

} // namespace shisaku
