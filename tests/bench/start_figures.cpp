// SPDX-License-Identifier: GPL-3.0-or-later
// From starting the program to the first painted roadmap, and the memory it takes.
#include "tests/bench/bench.h"

#include <QProcess>

namespace shisaku {

using namespace Qt::StringLiterals;

namespace {
constexpr int startRuns = 11;

struct Start {
    double paintedMs = 0;
    double peakMiB = 0; ///< 0 where the system does not tell.
};

/// Starts a program that says "painted", and quits it after it has settled.
Start start(const QString &program, const QStringList &arguments, const QProcessEnvironment &environment)
{
    QProcess process;
    process.setProcessEnvironment(environment);
    QElapsedTimer timer;
    timer.start();
    process.start(program, arguments);
    QByteArray said;
    while (!said.contains("painted") && process.waitForReadyRead(10'000))
        said += process.readAllStandardOutput();
    Start result{millisecondsSince(timer), peakMemory(process.processId())};
    if (!said.contains("painted"))
        qFatal("%s did not paint: %s", qPrintable(program), process.readAllStandardError().constData());
    process.waitForFinished();
    return result;
}
} // namespace

void startFigures(Bench &bench)
{
    QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
    environment.insert(u"SHISAKUCHO_REPORT_PAINT"_s, u"1"_s);
    environment.insert(u"XDG_CONFIG_HOME"_s, bench.scratch(u"settings"_s)); // the officer's own settings stay as they are
    const auto program = [&](const QString &plan) { return start(QStringLiteral(SHISAKUCHO_PROGRAM), {plan}, environment); };
    const auto emptyWindow = [&] { return start(QStringLiteral(EMPTY_WINDOW_PROGRAM), {}, environment); };

    const QString sample = bench.samplePlan();
    const QString big = bench.bigPlan();
    program(sample); // files come into the disk cache
    emptyWindow();

    Times sampleTimes;
    Times emptyTimes;
    Times bigTimes;
    double peak = 0;
    for (int i = 0; i < bench.runs(startRuns); ++i) {
        sampleTimes << program(sample).paintedMs;
        emptyTimes << emptyWindow().paintedMs;
    }
    for (int i = 0; i < bench.runs(startRuns) / 2 + 1; ++i) {
        const Start started = program(big);
        bigTimes << started.paintedMs;
        peak = std::max(peak, started.peakMiB);
    }
    const QString platform = environment.value(u"QT_QPA_PLATFORM"_s, u"display"_s);
    bench.row(u"first paint, 61 measures (%1)"_s.arg(platform), milliseconds(median(sampleTimes)),
              u"empty QMainWindow "_s + milliseconds(median(emptyTimes)),
              ratioVerdict(median(sampleTimes) / median(emptyTimes), 3));
    bench.row(u"first paint, 10,000 measures"_s, milliseconds(median(bigTimes)),
              u"61 measures "_s + milliseconds(median(sampleTimes)), limitVerdict(median(bigTimes) / 1000, 0.45, u"s"_s, 2));
    if (peak > 0)
        bench.row(u"peak memory, 10,000 measures"_s, u"%1 MiB"_s.arg(peak, 0, 'f', 0), u"resident, at first paint"_s,
                  limitVerdict(peak, 120, u"MiB"_s, 0));
    else
        bench.skipped(u"peak memory, 10,000 measures"_s, u"/proc is not there"_s);
}

} // namespace shisaku
