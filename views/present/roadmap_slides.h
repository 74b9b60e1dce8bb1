// SPDX-License-Identifier: GPL-3.0-or-later
// The roadmap on slides: every top group begins one, and no text is smaller than eighteen points.
#pragma once

#include "models/scene/scene_view.h"
#include "models/schedule/slide_breaks.h"
#include "views/present/slide_set.h"
#include "views/roadmap/roadmap_scene.h"

namespace shisaku {

class RoadmapSlides : public SlideSet {
public:
    /// `toggled` as roadmapLines() takes it; `zoom` as in the window, but that text never gets smaller than eighteen points nor
    /// so large that a slide holds little.
    RoadmapSlides(const Plan &plan, RoadmapTree tree, RoadmapDetail detail, int zoom, const QSet<quint64> &toggled,
                  const Look &look);

    int count() const override { return static_cast<int>(m_slides.size()); }
    /// The top group shown.
    QString title(int index) const override;
    void paint(QPainter &painter, int index) const override;
    Id<Measure> measureAt(int index, const QPointF &point) const override;

    const RoadmapSlide &slide(int index) const { return m_slides[index]; }
    const RoadmapScene &roadmap() const { return *m_roadmap; }
    /// 1, or less where a line can neither stand on a slide nor be divided, and has to be painted smaller.
    qreal shrinking(int index) const;

private:
    QList<qreal> breaksOf(int line) const;

    RoadmapTree m_tree;
    RoadmapStyle m_style;
    std::unique_ptr<RoadmapScene> m_roadmap;
    QList<RoadmapSlide> m_slides;
};

} // namespace shisaku
