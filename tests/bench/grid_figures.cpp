// SPDX-License-Identifier: GPL-3.0-or-later
// The one grid with many rows: the list of 10,000 measures sorted, filtered, typed and pasted into, and a survey of 1,000 answers.
#include "tests/bench/bench.h"

#include "models/change/recipe.h"
#include "models/grid/measure_list_shape.h"
#include "models/grid/survey_shape.h"
#include "models/survey/survey_edit.h"
#include "views/grid/grid_panel.h"

#include <QCoreApplication>
#include <QLineEdit>
#include <QTest>

namespace shisaku {

using namespace Qt::StringLiterals;

namespace {
constexpr QSize size(1280, 720);
constexpr int pastedRows = 1000;

void repaint(GridPanel &panel)
{
    QCoreApplication::processEvents();
    panel.grid()->viewport()->repaint();
}

double timeOf(GridPanel &panel, const std::function<void()> &change)
{
    QElapsedTimer timer;
    timer.start();
    change();
    repaint(panel);
    return millisecondsSince(timer);
}

struct ListTimes {
    Times sorting;
    Times filtering;
    Times typing;
    Times pasting;
    Times adding;
};

ListTimes workIn(PlanDocument &document, int runs)
{
    GridPanel panel(&document, measureListShape(document.plan()), {});
    panel.resize(size);
    panel.show();
    repaint(panel);
    GridModel &model = *panel.model();
    const int title = 1;
    ListTimes times;
    for (int i = 0; i < runs; ++i) {
        times.sorting << timeOf(panel, [&] { model.setOrder({title, i % 2 == 0, {}}); });
        model.setOrder({});
        repaint(panel);
        const QString first = model.index(0, 3).data().toString();
        times.filtering << timeOf(panel, [&] { model.setOrder({-1, false, {{3, {first}}}}); });
        model.setOrder({});
        repaint(panel);
    }
    for (int i = 0; i < 3 * runs; ++i) {
        // A letter, and what it shows: the editor with its text.
        const QModelIndex cell = model.index(i, title);
        panel.grid()->setFocus();
        panel.grid()->setCurrentIndex(cell);
        repaint(panel);
        times.typing << timeOf(panel, [&] { QTest::keyClick(panel.grid(), Qt::Key_A); });
        // The next cell, while what was typed goes to the plan.
        times.typing << timeOf(panel, [&] { QTest::keyClick(QApplication::focusWidget(), Qt::Key_Return); });
        (void)document.flush();
        repaint(panel);
    }
    QList<QStringList> lines;
    for (int i = 0; i < pastedRows; ++i)
        lines << QStringList{u"貼り付けた施策%1"_s.arg(i)};
    for (int i = 0; i < runs; ++i) {
        for (QStringList &line : lines)
            line[0] += u'*';
        times.pasting << timeOf(panel, [&] {
            model.paste(model.recordCount() > pastedRows ? 100 : 0, {title}, lines);
            (void)document.flush();
        });
    }
    for (int i = 0; i < std::min(runs, 3); ++i) {
        times.adding << timeOf(panel, [&] {
            model.paste(model.recordCount(), {title}, lines);
            (void)document.flush();
        });
        if (model.index(model.recordCount() - 1, title).data().toString() != lines.last().first())
            qFatal("nothing was pasted");
    }
    return times;
}
} // namespace

void gridFigures(Bench &bench)
{
    const int runs = bench.runs(15);
    const auto small = openPlan(bench.copyOf(bench.samplePlan()));
    const auto big = openPlan(bench.copyOf(bench.bigPlan()));
    const ListTimes few = workIn(*small, runs);
    const ListTimes many = workIn(*big, runs);
    const auto line = [&](const QString &what, const Times &times, const Times &reference, double bar) {
        bench.row(what, milliseconds(median(times)), u"61 measures "_s + milliseconds(median(reference)),
                  limitVerdict(median(times), bar, u"ms"_s));
    };
    line(u"list of 10,000 sorted, median"_s, many.sorting, few.sorting, 50);
    line(u"list of 10,000 filtered, median"_s, many.filtering, few.filtering, 50);
    line(u"a key in the list of 10,000, median"_s, many.typing, few.typing, 8);
    line(u"1,000 rows pasted into 10,000, in the file, median"_s, many.pasting, few.pasting, 200);

    line(u"1,000 new rows pasted into 10,000, in the file, median"_s, many.adding, few.adding, 200);

    const auto round = openPlan(bench.copyOf(bench.bigPlan()));
    NewSurvey wanted;
    wanted.title = u"調査"_s;
    const auto made = newSurvey(round->plan(), wanted, randomIds());
    if (!round->apply(made))
        return bench.skipped(u"1,000 answers opened"_s, u"no round could be made"_s);
    const Id<Survey> survey = newestSurvey(round->plan())->id;
    QList<Id<SurveyItem>> surplus;
    for (const SurveyItem *item : round->plan().parts<&SurveyItem::survey>(survey))
        surplus << item->id;
    surplus = surplus.sliced(std::min<qsizetype>(1000, surplus.size()));
    if (!round->apply(leaveOutItems(round->plan(), surplus)))
        return bench.skipped(u"1,000 answers opened"_s, u"the round could not be cut"_s);
    Times opening;
    for (int i = 0; i < runs; ++i) {
        QElapsedTimer timer;
        timer.start();
        GridPanel panel(round.get(), surveyShape(round->plan(), survey), {});
        panel.resize(size);
        panel.show();
        repaint(panel);
        opening << millisecondsSince(timer);
        if (panel.model()->recordCount() != pastedRows)
            return bench.skipped(u"1,000 answers opened"_s, u"there are others"_s);
    }
    bench.row(u"1,000 answers opened, median"_s, milliseconds(median(opening)), u"-"_s,
              limitVerdict(median(opening), 100, u"ms"_s));
}

} // namespace shisaku
