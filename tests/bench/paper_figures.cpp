// SPDX-License-Identifier: GPL-3.0-or-later
// Printed papers by the command line: the whole process, and the size of the file.
#include "tests/bench/bench.h"

#include <QFileInfo>
#include <QProcess>

namespace shisaku {

using namespace Qt::StringLiterals;

namespace {
constexpr int paperRuns = 9;

double run(const QStringList &arguments)
{
    QElapsedTimer timer;
    timer.start();
    QProcess process;
    process.start(QStringLiteral(SHISAKUCHO_PROGRAM), arguments);
    process.waitForFinished();
    const double time = millisecondsSince(timer);
    return process.exitStatus() == QProcess::NormalExit && process.exitCode() == 0 ? time : -1;
}

/// The roadmap of a plan of 10,000 measures: time and memory of the whole process.
void bigRoadmap(Bench &bench)
{
    constexpr int pollMs = 20;
    const QStringList arguments{u"export"_s, bench.bigPlan(), u"--as"_s, u"roadmap"_s, u"--to"_s, bench.scratch(u"big.pdf"_s)};
    QElapsedTimer timer;
    timer.start();
    QProcess process;
    process.start(QStringLiteral(SHISAKUCHO_PROGRAM), arguments);
    double peak = 0;
    while (!process.waitForFinished(pollMs) && process.state() != QProcess::NotRunning)
        peak = std::max(peak, peakMemory(process.processId()));
    const double time = millisecondsSince(timer) / 1000;
    const QString what = u"roadmap of 10,000 measures as PDF"_s;
    if (process.exitCode() != 0) {
        bench.skipped(what, u"export fails"_s);
        return;
    }
    bench.row(what, u"%1 s"_s.arg(time, 0, 'f', 1), u"Calc 10.6 s"_s, limitVerdict(time, 3, u"s"_s));
    if (peak > 0)
        bench.row(what + u", memory"_s, u"%1 MiB"_s.arg(peak, 0, 'f', 0), u"peak"_s, limitVerdict(peak, 200, u"MiB"_s, 0));
}
} // namespace

void paperFigures(Bench &bench)
{
    const QString plan = bench.samplePlan();
    for (const QString &paper : {u"sheets"_s, u"roadmap"_s, u"roadmap --one-page"_s, u"list"_s}) {
        const QString pdf = bench.scratch(paper.section(u' ', 0, 0) + u".pdf"_s);
        const QStringList arguments = QStringList{u"export"_s, plan, u"--to"_s, pdf, u"--as"_s} + paper.split(u' ');
        const QString what = paper == u"sheets" ? u"61 sheets as PDF"_s : paper + u" of 61 measures as PDF"_s;
        if (run(arguments) < 0) {
            bench.skipped(what, u"export --as %1 fails"_s.arg(paper));
            continue;
        }
        Times times;
        Times bare;
        for (int i = 0; i < bench.runs(paperRuns); ++i) {
            times << run(arguments);
            bare << run({u"--version"_s});
        }
        const QString reference = u"program that only starts "_s + milliseconds(median(bare));
        bench.row(what, milliseconds(median(times)), reference,
                  limitVerdict(median(times) / 1000, paper == u"sheets" ? 0.25 : 0.12, u"s"_s, 2));
        const double size = static_cast<double>(QFileInfo(pdf).size()) / 1000;
        bench.row(what + u", size"_s, u"%1 kB"_s.arg(size, 0, 'f', 0), pdf.section(u'/', -1), limitVerdict(size, 600, u"kB"_s, 0));
    }
    bigRoadmap(bench);
}

} // namespace shisaku
