// SPDX-License-Identifier: GPL-3.0-or-later
// A chart of the plan filling a slide, under its title; no text is smaller than eighteen points.
#pragma once

#include "models/scene/chart_scene.h"
#include "views/effects/chart.h"
#include "views/present/slide_set.h"

namespace shisaku {

class ChartSlides : public SlideSet {
public:
    /// An empty `title` is the chart's own.
    ChartSlides(const ChartScene &scene, const QString &title, const Plan &plan, const Look &look);

    int count() const override { return 1; }
    QString title(int index) const override;
    void paint(QPainter &painter, int index) const override;

    const Chart &chart() const { return m_chart; }

private:
    QString m_title;
    Chart m_chart;
    const Look &m_look;
};

/// The slides of a scene of the kind 「グラフ」; null if there is nothing to show.
std::unique_ptr<SlideSet> chartSlides(const Plan &plan, const Scene &scene, const Look &look);

} // namespace shisaku
