// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/bench/bench.h"

#include "tests/support/generated_plan.h"

#include <QFile>
#include <QProcess>
#include <QTextStream>

#include <algorithm>

namespace shisaku {

using namespace Qt::StringLiterals;

namespace {
constexpr int bigPlanMeasures = 10'000;

QString judged(const QString &value, const QString &bar, bool kept)
{
    return u"%1 (<= %2)%3"_s.arg(value, bar, kept ? QString() : u" MISSED"_s);
}
} // namespace

double median(Times times)
{
    return quantile(std::move(times), 0.5);
}

double quantile(Times times, double share)
{
    Q_ASSERT(!times.isEmpty());
    std::sort(times.begin(), times.end());
    return times[std::min(times.size() - 1, static_cast<qsizetype>(share * static_cast<double>(times.size())))];
}

double millisecondsSince(const QElapsedTimer &timer)
{
    return static_cast<double>(timer.nsecsElapsed()) / 1e6;
}

QString ratioVerdict(double ratio, double bar)
{
    return judged(u"%1x"_s.arg(ratio, 0, 'f', 2), u"%1x"_s.arg(bar), ratio <= bar);
}

QString limitVerdict(double value, double bar, const QString &unit, int decimals)
{
    return judged(u"%1 %2"_s.arg(value, 0, 'f', decimals).arg(unit), u"%1 %2"_s.arg(bar).arg(unit), value <= bar);
}

QString milliseconds(double value)
{
    return u"%1 ms"_s.arg(value, 0, 'f', value < 10 ? 2 : 0);
}

double peakMemory(qint64 process)
{
    QFile status(u"/proc/%1/status"_s.arg(process));
    if (!status.open(QIODevice::ReadOnly))
        return 0;
    const QByteArray text = status.readAll();
    const qsizetype at = text.indexOf("VmHWM:");
    return at < 0 ? 0 : text.mid(at + 6).trimmed().split(' ').first().toDouble() / 1024;
}

void Bench::row(const QString &what, const QString &value, const QString &reference, const QString &verdict) const
{
    QTextStream(stdout) << what << " | " << value << " | " << reference << " | " << verdict << '\n';
}

void Bench::skipped(const QString &what, const QString &why) const
{
    QTextStream(stdout) << what << " | - | " << why << " | not measured\n";
}

QString Bench::samplePlan()
{
    if (m_samplePlan.isEmpty()) {
        m_samplePlan = scratch(u"sample.dxplan"_s);
        if (QProcess::execute(QStringLiteral(SHISAKUCHO_PROGRAM), {u"new"_s, u"--sample"_s, u"izumo"_s, m_samplePlan}) != 0)
            qFatal("the sample plan could not be made");
    }
    return m_samplePlan;
}

QString Bench::bigPlan()
{
    if (m_bigPlan.isEmpty()) {
        m_bigPlan = scratch(u"big.dxplan"_s);
        if (!PlanDocument::create(m_bigPlan, generatedPlan(bigPlanMeasures), Environment::ofSystem()))
            qFatal("the generated plan could not be made");
    }
    return m_bigPlan;
}

QString Bench::copyOf(const QString &plan)
{
    const QString copy = scratch(u"copy-%1.dxplan"_s.arg(++m_copies));
    if (!QFile::copy(plan, copy))
        qFatal("the plan could not be copied");
    return copy;
}

std::unique_ptr<PlanDocument> openPlan(const QString &path)
{
    auto opened = PlanDocument::open(path, Environment::ofSystem());
    if (!opened)
        qFatal("%s", qPrintable(opened.error().message()));
    return std::move(*opened);
}

} // namespace shisaku
