// SPDX-License-Identifier: GPL-3.0-or-later
// Printed papers by the command line: the whole process, and the size of the file.
#include "tests/figures/bench.h"

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
} // namespace

void paperFigures(Bench &bench)
{
    const QString plan = bench.samplePlan();
    for (const QString &paper : {u"sheets"_s, u"roadmap"_s, u"list"_s}) {
        const QString pdf = bench.scratch(paper + u".pdf"_s);
        const QStringList arguments{u"export"_s, plan, u"--as"_s, paper, u"--to"_s, pdf};
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
        bench.row(what, milliseconds(median(times)), reference, limitVerdict(median(times) / 1000, 0.35, u"s"_s, 2));
        const double size = static_cast<double>(QFileInfo(pdf).size()) / 1000;
        bench.row(what + u", size"_s, u"%1 kB"_s.arg(size, 0, 'f', 0), pdf.section(u'/', -1), limitVerdict(size, 600, u"kB"_s, 0));
    }
}

} // namespace shisaku
