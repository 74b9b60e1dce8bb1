// SPDX-License-Identifier: GPL-3.0-or-later
// A chart of the results (実績): from choosing its tab to its picture, on a page not yet made and on one already there.
#include "tests/bench/bench.h"
#include "views/effects/chart_panel.h"
#include "views/effects/effects_page.h"

#include <QCoreApplication>
#include <QTabBar>

#include <algorithm>

namespace shisaku {

using namespace Qt::StringLiterals;

namespace {
constexpr QSize size(1280, 860);

/// Until what is shown has been painted.
double timeOf(QWidget &window, const std::function<void()> &change)
{
    QElapsedTimer timer;
    timer.start();
    change();
    QCoreApplication::processEvents(); // what was laid out anew
    window.grab();
    return millisecondsSince(timer);
}

struct ChartTimes {
    Times page;
    Times chart;
};

/// A window whose page of results is made when it is first chosen, as in the program; then each of the page's charts.
void choose(PlanDocument &document, ChartTimes &times)
{
    QWidget window;
    window.resize(size);
    window.show();
    QCoreApplication::processEvents();
    EffectsPage *page = nullptr;
    times.page << timeOf(window, [&] {
        page = new EffectsPage(&document, &window);
        page->resize(size);
        page->show();
    });
    const auto *part = page->findChild<ChartPanel *>();
    for (int i = 1; part && i < part->tabs()->count(); ++i)
        times.chart << timeOf(window, [&] { part->tabs()->setCurrentIndex(i); });
}
} // namespace

void chartFigures(Bench &bench)
{
    const auto document = openPlan(bench.samplePlan());
    ChartTimes times;
    for (int i = 0; i < bench.runs(9); ++i)
        choose(*document, times);
    if (times.chart.isEmpty())
        return bench.skipped(u"charts"_s, u"the page of results has none"_s);
    bench.row(u"page of results with its first chart, median"_s, milliseconds(median(times.page)), {},
              limitVerdict(median(times.page), 100, u"ms"_s));
    const double slowest = *std::max_element(times.chart.begin(), times.chart.end());
    bench.row(u"another chart after its tab is chosen, median"_s, milliseconds(median(times.chart)),
              u"slowest "_s + milliseconds(slowest), limitVerdict(median(times.chart), 100, u"ms"_s));
}

} // namespace shisaku
