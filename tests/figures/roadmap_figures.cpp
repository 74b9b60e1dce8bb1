// SPDX-License-Identifier: GPL-3.0-or-later
// The time of one frame while the roadmap is scrolled page by page.
#include "tests/figures/bench.h"

#include "views/look/look.h"
#include "views/roadmap/roadmap_view.h"

#include <QCoreApplication>
#include <QScrollBar>

namespace shisaku {

using namespace Qt::StringLiterals;

namespace {
constexpr int frames = 300;
constexpr QSize size(1280, 922);

/// Frames while a plan is paged through, down and up again; the first one of all is left out.
Times scroll(const Plan &plan, int count)
{
    RoadmapModel model;
    model.rebuild(plan);
    model.setGrouping(Grouping::offered(plan).value(0));
    RoadmapView view;
    view.setModel(&model);
    view.setToday(QDate(2024, 7, 1));
    view.resize(size);
    view.show();
    QCoreApplication::processEvents();

    QScrollBar &bar = *view.verticalScrollBar();
    Times times;
    int step = bar.pageStep();
    while (times.size() < count) {
        if (bar.value() + step > bar.maximum() || bar.value() + step < 0)
            step = -step;
        QElapsedTimer timer;
        timer.start();
        bar.setValue(bar.value() + step);
        view.viewport()->repaint();
        times << millisecondsSince(timer);
        QCoreApplication::processEvents();
    }
    return times;
}
} // namespace

void roadmapFigures(Bench &bench)
{
    const auto small = openPlan(bench.samplePlan());
    const auto big = openPlan(bench.bigPlan());
    const Times smallTimes = scroll(small->plan(), bench.runs(frames));
    const Times bigTimes = scroll(big->plan(), bench.runs(frames));
    const auto line = [&](const QString &what, double value, const QString &reference, const QString &verdict) {
        bench.row(what, milliseconds(value), reference, verdict);
    };
    line(u"scrolled frame, 61 measures, median"_s, median(smallTimes), u"page down, 1280×922"_s,
         limitVerdict(median(smallTimes), 8, u"ms"_s));
    line(u"scrolled frame, 10,000 measures, median"_s, median(bigTimes), u"61 measures "_s + milliseconds(median(smallTimes)),
         limitVerdict(median(bigTimes), 8, u"ms"_s));
    line(u"scrolled frame, 10,000 measures, 95 %"_s, quantile(bigTimes, 0.95),
         u"61 measures "_s + milliseconds(quantile(smallTimes, 0.95)), limitVerdict(quantile(bigTimes, 0.95), 8, u"ms"_s));
    line(u"scrolled frame, growth with the plan"_s, median(bigTimes), u"61 measures "_s + milliseconds(median(smallTimes)),
         ratioVerdict(median(bigTimes) / median(smallTimes), 1.5));
}

} // namespace shisaku
