// SPDX-License-Identifier: GPL-3.0-or-later
// All slides of a presentation, one after another: the plan's saved scenes, or what the window shows behind a title.
#pragma once

#include "models/scene/scene_view.h"
#include "views/present/slide_set.h"

#include <QDate>

#include <vector>

namespace shisaku {

/// Holds what it shows: later changes of the plan do not show.
class Deck {
public:
    struct Options {
        SceneView shown; ///< What is shown where the plan has no scenes.
        QDate day;       ///< Stands on the title; none if invalid.
        const Look *look = &Look::of(Look::Medium::Light);
    };

    Deck(const Plan &plan, const Options &options);
    ~Deck();

    const Plan &plan() const { return m_plan; }
    const Look &look() const { return *m_options.look; }
    int count() const { return m_starts.back(); }
    /// The slides a slide belongs to, and its place among them.
    const SlideSet &setOf(int slide, int *index = nullptr) const;
    QString title(int slide) const;
    void paint(QPainter &painter, int slide) const;
    Id<Measure> measureAt(int slide, const QPointF &point) const;

private:
    void addScenes();
    std::unique_ptr<SlideSet> slidesOf(const Scene &scene) const;
    void add(std::unique_ptr<SlideSet> set);

    Plan m_plan;
    Options m_options;
    std::vector<std::unique_ptr<SlideSet>> m_sets;
    std::vector<int> m_starts{0}; // first slide of each set, and the count of all
};

} // namespace shisaku
