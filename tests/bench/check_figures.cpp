// SPDX-License-Identifier: GPL-3.0-or-later
// The whole check (点検) of a plan.
#include "models/check/check.h"
#include "tests/bench/bench.h"

namespace shisaku {

using namespace Qt::StringLiterals;

namespace {
double checkTime(Bench &bench, const QString &path, int runs)
{
    const auto document = openPlan(path);
    Times times;
    for (int i = 0; i < bench.runs(runs); ++i) {
        QElapsedTimer timer;
        timer.start();
        const QList<Finding> findings = findingsOf(document->plan());
        times << millisecondsSince(timer);
        Q_UNUSED(findings)
    }
    return median(times);
}
} // namespace

void checkFigures(Bench &bench)
{
    const double small = checkTime(bench, bench.samplePlan(), 21);
    const double big = checkTime(bench, bench.bigPlan(), 5);
    bench.row(u"check, sample plan, median"_s, milliseconds(small), {}, limitVerdict(small, 50, u"ms"_s));
    bench.row(u"check, 10,000 measures, median"_s, milliseconds(big), u"sample plan "_s + milliseconds(small),
              limitVerdict(big / 1000, 1, u"s"_s, 2));
}

} // namespace shisaku
