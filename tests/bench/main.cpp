// SPDX-License-Identifier: GPL-3.0-or-later
// bench [--quick] [--only NAME]: prints each figure with its reference from the same run and its bar.
// bench --generate MEASURES FILE: writes the plan that stands for large ones.
#include "tests/bench/bench.h"

#include "tests/support/generated_plan.h"

#include <QApplication>
#include <QTextStream>

using namespace shisaku;
using namespace Qt::StringLiterals;

namespace {
struct Group {
    const char *name;
    void (*run)(Bench &);
};
constexpr Group groups[] = {
    {"start", startFigures}, {"roadmap", roadmapFigures}, {"paper", paperFigures},
    {"edit", editFigures},   {"typing", typingFigures},   {"form", formFigures},
    {"check", checkFigures}, {"charts", chartFigures},    {"grid", gridFigures},
};

int usage()
{
    QTextStream out(stderr);
    out << "usage: bench [--quick] [--only NAME]\n       bench --generate MEASURES FILE\nNAME:";
    for (const Group &group : groups)
        out << ' ' << group.name;
    out << '\n';
    return 2;
}
} // namespace

int main(int argc, char *argv[])
{
    // Started programs show their windows where there is a display; this one needs none.
    const bool display = !qEnvironmentVariableIsEmpty("DISPLAY");
    const QByteArray platform = qgetenv("QT_QPA_PLATFORM");
    qputenv("QT_QPA_PLATFORM", "offscreen");
    const QTemporaryDir runtime; // without such a folder Qt complains
    if (qEnvironmentVariableIsEmpty("XDG_RUNTIME_DIR"))
        qputenv("XDG_RUNTIME_DIR", runtime.path().toLocal8Bit());
    QApplication application(argc, argv);
    if (display && platform.isEmpty())
        qunsetenv("QT_QPA_PLATFORM");
    else if (!platform.isEmpty())
        qputenv("QT_QPA_PLATFORM", platform);

    QStringList words = QApplication::arguments().sliced(1);
    if (words.size() == 4 && words[0] == u"--slow-disk")
        return typeWithSlowDisk(words[1], words[2], words[3].toInt());
    if (words.size() == 2 && words[0] == u"--hold")
        return holdPlan(words[1]);
    if (words.size() == 3 && words[0] == u"--generate")
        return PlanDocument::create(words[2], generatedPlan(words[1].toInt()), Environment::ofSystem()) ? 0 : 1;
    const bool quick = words.removeAll(u"--quick"_s) > 0;
    const QString only = words.size() == 2 && words[0] == u"--only" ? words[1] : QString();
    const auto wanted = [&](const Group &group) { return only.isEmpty() || only == QLatin1StringView(group.name); };
    if ((!words.isEmpty() && only.isEmpty()) || std::none_of(std::begin(groups), std::end(groups), wanted))
        return usage();

    Bench bench(quick);
    for (const Group &group : groups) {
        if (wanted(group))
            group.run(bench);
    }
    return 0;
}
