// SPDX-License-Identifier: GPL-3.0-or-later
// The pictures of a presentation: title, roadmap, sheets, each laid out once on a slide of 960 × 540 points.
#pragma once

#include "models/item/slide_breaks.h"
#include "views/roadmap/roadmap_scene.h"
#include "views/sheet/sheet_layout.h"

#include <QDate>

#include <memory>

class QPainter;

namespace shisaku {

/// All lengths are twentieths of a point (views/look/paper.h). 960 points in the width are 1280 pixels at 96 dpi, so that a
/// text of 18 points has 24 of the 720 pixels of a small projector.
namespace slide {
QSizeF size();
/// The part above the line with title and page.
QRectF body();
inline constexpr double minimumPoints = 18;
} // namespace slide

/// Title and roadmap. Holds what it shows: later changes of the plan do not show.
class Slides {
public:
    Slides(const Plan &plan, const RoadmapTree &tree, QDate day);

    int count() const { return static_cast<int>(m_slides.size()); }
    const Slide &slide(int index) const { return m_slides[index]; }
    const RoadmapScene &roadmap() const { return *m_roadmap; }
    const Plan &plan() const { return m_plan; }
    /// The plan's title, or the top group shown; for screen readers.
    QString title(int index) const;
    /// Paints without the ground, (0,0) at the slide's corner.
    void paint(QPainter &painter, int index) const;
    /// 1, or less where a single line is higher than a slide and has to be painted smaller.
    qreal shrinking(int index) const;
    /// The measure at a point of a slide; null beside any.
    Id<Measure> measureAt(int index, const QPointF &point) const;

private:
    void paintTitle(QPainter &painter) const;

    Plan m_plan;
    RoadmapTree m_tree;
    QDate m_day;
    RoadmapStyle m_style;
    std::unique_ptr<RoadmapScene> m_roadmap;
    QList<Slide> m_slides;
};

/// The sheet (個別施策票) of a measure at twice its size, on as many slides as that takes. The plan need not outlive it.
class SheetSlides {
public:
    SheetSlides(const Plan &plan, Id<Measure> measure);

    Id<Measure> measure() const { return m_measure; }
    int count() const { return m_layout.pageCount(); }
    double bodyPoints() const;
    void paint(QPainter &painter, int index) const;

private:
    Id<Measure> m_measure;
    SheetLayout m_layout;
};

} // namespace shisaku
