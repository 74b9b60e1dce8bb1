// SPDX-License-Identifier: GPL-3.0-or-later
// Draws the one-page roadmap that roadmap_one_page laid out.
#pragma once

#include "views/roadmap/roadmap_ink.h"
#include "views/roadmap/roadmap_one_page.h"

namespace shisaku {

class OnePagePainter {
public:
    /// All must outlive the painter.
    OnePagePainter(QPainter &painter, const OnePageLayout &layout, const RoadmapStyle &style, const Plan &plan,
                   const RoadmapTree &tree, const RoadmapProgress &progress);

    /// The table with its notes; (0,0) is its top left corner.
    void paint();

private:
    void header();
    void cells();
    void rows();
    void grid();
    void title(const OnePageRow &row);
    void signs(const OnePageRow &row);
    const Look &look() const { return *m_style.look; }
    const Measure &measureOf(const OnePageRow &row) const;

    QPainter &m_painter;
    RoadmapInk m_ink;
    const OnePageLayout &m_layout;
    const RoadmapStyle &m_style;
    const Plan &m_plan;
    const RoadmapTree &m_tree;
    const RoadmapProgress &m_progress;
    QList<RoadmapLine> m_lines;
    QList<const Choice *> m_kinds;
};

} // namespace shisaku
