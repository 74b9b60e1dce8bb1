// SPDX-License-Identifier: GPL-3.0-or-later
// Slides that belong together: what a presentation is made of.
#pragma once

#include "models/plan/plan.h"
#include "views/look/look.h"

#include <QRectF>

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

/// A title, a roadmap on as many slides as it takes, a sheet, a chart. Laid out once; the plan it was made of does not change
/// and outlives it.
class SlideSet {
public:
    SlideSet() = default;
    SlideSet(const SlideSet &) = delete;
    SlideSet &operator=(const SlideSet &) = delete;
    virtual ~SlideSet() = default;

    /// At least 1.
    virtual int count() const = 0;
    /// What a slide shows; for screen readers.
    virtual QString title(int index) const = 0;
    /// Paints within slide::body(), without the ground, (0,0) at the slide's corner.
    virtual void paint(QPainter &painter, int index) const = 0;
    /// The measure whose sheet a click at this point opens; null beside any.
    virtual Id<Measure> measureAt(int index, const QPointF &point) const;
    /// Whether the plan's title stands below.
    virtual bool hasFoot() const { return true; }
};

} // namespace shisaku
