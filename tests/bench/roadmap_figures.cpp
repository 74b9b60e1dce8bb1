// SPDX-License-Identifier: GPL-3.0-or-later
// The roadmap of small and large plans: a frame while it is scrolled or a bar is dragged, and another grouping or filter.
#include "tests/bench/bench.h"

#include "views/look/look.h"
#include "views/roadmap/roadmap_view.h"

#include <QCoreApplication>
#include <QFile>
#include <QMouseEvent>
#include <QProcess>
#include <QScrollBar>
#include <QTextStream>

#include <algorithm>

namespace shisaku {

using namespace Qt::StringLiterals;

namespace {
constexpr int frames = 300;
constexpr QSize size(1280, 922);

constexpr int regroupings = 12;

/// A plan in a window of the usual size.
struct Shown {
    explicit Shown(const Plan &plan)
    {
        model.setGrouping(Grouping::offered(plan).value(0));
        model.rebuild(plan);
        view.setModel(&model);
        view.setToday(QDate(2024, 7, 1));
        view.resize(size);
        view.show();
        QCoreApplication::processEvents();
        view.viewport()->repaint();
    }

    /// Until the picture has changed.
    double timeOf(const std::function<void()> &change)
    {
        QElapsedTimer timer;
        timer.start();
        change();
        view.viewport()->repaint();
        const double time = millisecondsSince(timer);
        QCoreApplication::processEvents();
        return time;
    }

    RoadmapModel model;
    RoadmapView view;
};

struct Regrouped {
    Times grouping;
    Times clearing; // a filter that leaves a third
};

Regrouped regroup(Shown &shown, const Plan &plan, int count)
{
    const QList<Grouping> offered = Grouping::offered(plan);
    Regrouped times;
    for (int i = 0; i < count; ++i) {
        times.grouping << shown.timeOf([&] { shown.model.setGrouping(offered[(i + 1) % offered.size()]); });
        shown.timeOf([&] { shown.model.setFilter([](const Measure &measure) { return measure.kind == u"新規"; }); });
        times.clearing << shown.timeOf([&] { shown.model.setFilter({}); });
    }
    return times;
}

void regroupingFigures(Bench &bench, const Plan &small, const Plan &big)
{
    Shown few(small);
    Shown many(big);
    const Regrouped fewTimes = regroup(few, small, bench.runs(regroupings));
    const Regrouped manyTimes = regroup(many, big, bench.runs(regroupings));
    const auto line = [&](const QString &what, const Times &times, const Times &reference) {
        bench.row(what, milliseconds(median(times)), u"61 measures "_s + milliseconds(median(reference)),
                  limitVerdict(median(times), 20, u"ms"_s));
    };
    line(u"another grouping, 10,000 measures, median"_s, manyTimes.grouping, fewTimes.grouping);
    line(u"filter cleared, 10,000 measures, median"_s, manyTimes.clearing, fewTimes.clearing);
}

/// Resident memory of this process in MiB; 0 where /proc does not tell.
double residentMiB()
{
    QFile status(u"/proc/self/statm"_s);
    constexpr double pagesPerMiB = 256;
    return status.open(QIODevice::ReadOnly) ? status.readAll().split(' ').value(1).toDouble() / pagesPerMiB : 0;
}

/// No city has such a plan. Read from its file in a process of its own, which has held nothing else.
void hugeFigures(Bench &bench)
{
    constexpr int measures = 100'000;
    const QString path = bench.scratch(u"huge.dxplan"_s);
    QProcess process;
    for (const QStringList &words : {QStringList{u"--generate"_s, QString::number(measures), path}, {u"--hold"_s, path}}) {
        process.start(QCoreApplication::applicationFilePath(), words);
        process.waitForFinished(-1);
        if (process.exitStatus() != QProcess::NormalExit || process.exitCode() != 0)
            return bench.skipped(u"100,000 measures"_s, QString::fromUtf8(process.readAllStandardError()).trimmed());
    }
    QFile::remove(path);
    QHash<QString, double> told;
    for (const QString &line : QString::fromUtf8(process.readAllStandardOutput()).split(u'\n'))
        told.insert(line.section(u' ', 0, 0), line.section(u' ', 1).toDouble());
    const auto line = [&](const QString &what, double value, double bar) {
        bench.row(what + u", 100,000 measures"_s, milliseconds(value), u"no city's plan"_s, limitVerdict(value, bar, u"ms"_s));
    };
    line(u"plan opened"_s, told[u"open"_s], 5000);
    line(u"roadmap shown first"_s, told[u"show"_s], 1000);
    line(u"another grouping"_s, told[u"group"_s], 1000);
    line(u"filter cleared"_s, told[u"clear"_s], 1000);
    line(u"scrolled frame, median"_s, told[u"frame"_s], 8);
    const auto memory = [&](const QString &what, double value, double bar) {
        bench.row(what + u", 100,000 measures"_s, u"%1 MiB"_s.arg(value, 0, 'f', 0), u"resident"_s,
                  limitVerdict(value, bar, u"MiB"_s, 0));
    };
    memory(u"memory of the plan"_s, told[u"plan"_s], 600);
    memory(u"memory of its roadmap"_s, told[u"roadmap"_s], 150);
}

/// Frames while a plan is paged through, down and up again; the first one of all is left out.
Times scroll(const Plan &plan, int count)
{
    Shown shown(plan);
    RoadmapView &view = shown.view;
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
/// Frames while the first bar that can be seen is moved to and fro by the mouse.
Times drag(const Plan &plan, int count)
{
    Shown shown(plan);
    RoadmapView &view = shown.view;
    view.setEditable(true);
    QRect bar;
    for (int node = 1; bar.isEmpty() && node < static_cast<int>(shown.model.tree().nodes.size()); ++node) {
        if (shown.model.tree().at(node).kind == RoadmapNode::Kind::Phase)
            bar = view.visualRect(shown.model.indexOf(node)) & view.viewport()->rect();
    }
    const auto mouse = [&view](QEvent::Type type, QPoint at, Qt::MouseButton button, Qt::MouseButtons held) {
        QMouseEvent event(type, at, view.viewport()->mapToGlobal(at), button, held, Qt::NoModifier);
        QCoreApplication::sendEvent(view.viewport(), &event);
    };
    const QPoint from = bar.center();
    mouse(QEvent::MouseButtonPress, from, Qt::LeftButton, Qt::LeftButton);
    Times times;
    for (int i = 0; i < count; ++i) {
        constexpr int step = 7;
        constexpr int steps = 30;
        const QPoint to = from + QPoint(20 + step * std::abs(i % (2 * steps) - steps), 0);
        times << shown.timeOf([&] { mouse(QEvent::MouseMove, to, Qt::NoButton, Qt::LeftButton); });
    }
    mouse(QEvent::MouseButtonRelease, from, Qt::LeftButton, Qt::NoButton); // where it was: nothing to ask for
    return times;
}
} // namespace

int holdPlan(const QString &path)
{
    const double before = residentMiB();
    QTextStream out(stdout);
    const auto tell = [&out](const char *what, double value) { out << what << ' ' << value << '\n'; };
    QElapsedTimer timer;
    timer.start();
    const auto document = openPlan(path);
    tell("open", millisecondsSince(timer));
    if (!document->waitForVerification())
        return 1;
    const double held = residentMiB();
    tell("plan", held - before);
    timer.restart();
    Shown shown(document->plan());
    tell("show", millisecondsSince(timer));
    tell("roadmap", residentMiB() - held);
    const Regrouped times = regroup(shown, document->plan(), 2);
    tell("group", *std::max_element(times.grouping.begin(), times.grouping.end()));
    tell("clear", *std::max_element(times.clearing.begin(), times.clearing.end()));
    Times drawn;
    for (int i = 0; i < 30; ++i)
        drawn << shown.timeOf([&] { shown.view.verticalScrollBar()->triggerAction(QAbstractSlider::SliderPageStepAdd); });
    tell("frame", median(drawn));
    return 0;
}

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
    const Times smallDrags = drag(small->plan(), bench.runs(frames));
    const Times bigDrags = drag(big->plan(), bench.runs(frames));
    line(u"frame while dragging, 10,000 measures, median"_s, median(bigDrags), u"61 measures "_s + milliseconds(median(smallDrags)),
         limitVerdict(median(bigDrags), 8, u"ms"_s));
    regroupingFigures(bench, small->plan(), big->plan());
    hugeFigures(bench);
}

} // namespace shisaku
