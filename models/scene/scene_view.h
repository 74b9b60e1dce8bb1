// SPDX-License-Identifier: GPL-3.0-or-later
// How the roadmap is looked at: grouping, filter, detail, zoom and folding; what a saved scene (場面) keeps.
#pragma once

#include "models/scene/filter_set.h"
#include "models/schedule/roadmap_rows.h"

namespace shisaku {

struct SceneView {
    Grouping grouping;
    FilterSet filter;
    RoadmapDetail detail = RoadmapDetail::Measures;
    int zoom = 0;
    QSet<quint64> toggled; ///< As roadmapLines() takes it.

    /// A JSON object.
    QString toText() const;
    /// Reads toText()'s form; what is missing or malformed is as in a fresh SceneView.
    static SceneView fromText(const QString &text);
    /// 「所管課別（区分：新規）」; a name to begin with.
    QString inWords(const Plan &plan) const;
    RoadmapTree tree(const Plan &plan) const;

    friend bool operator==(const SceneView &, const SceneView &) = default;
};

/// What a scene is called: its title, or what it shows.
QString sceneTitle(const Plan &plan, const Scene &scene);

} // namespace shisaku
