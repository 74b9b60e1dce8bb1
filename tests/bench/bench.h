// SPDX-License-Identifier: GPL-3.0-or-later
// What every group of figures shares: plans to measure, repeated runs, and the lines that are printed.
#pragma once

#include "models/edit/plan_document.h"

#include <QElapsedTimer>
#include <QTemporaryDir>

namespace shisaku {

using Times = QList<double>; ///< Milliseconds.

double median(Times times);
/// The value that `share` (0–1) of all stay within.
double quantile(Times times, double share);
double millisecondsSince(const QElapsedTimer &timer);

/// 「3.2x (<= 4x)」 with a word when the bar is missed.
QString ratioVerdict(double ratio, double bar);
/// 「0.41 s (<= 0.6 s)」.
QString limitVerdict(double value, double bar, const QString &unit, int decimals = 1);
QString milliseconds(double value);
/// MiB a running process has held at most; 0 where the system does not tell.
double peakMemory(qint64 process);

class Bench {
public:
    explicit Bench(bool quick) : m_quick(quick) {}

    /// How often to repeat: `full` times, or a few times with --quick.
    int runs(int full) const { return m_quick ? std::min(full, 5) : full; }

    /// Prints a line: what was measured | value | what it is compared with | verdict.
    void row(const QString &what, const QString &value, const QString &reference, const QString &verdict) const;
    /// Says why a figure could not be taken.
    void skipped(const QString &what, const QString &why) const;

    /// The sample plan with 61 measures; made once.
    QString samplePlan();
    /// A generated plan of 10,000 measures; made once.
    QString bigPlan();
    /// A fresh copy of a plan, on the same disk.
    QString copyOf(const QString &plan);
    /// A path for something a figure writes.
    QString scratch(const QString &name) { return m_folder.filePath(name); }

private:
    bool m_quick;
    QTemporaryDir m_folder{QStringLiteral(BENCH_FOLDER "/bench-XXXXXX")};
    QString m_samplePlan;
    QString m_bigPlan;
    int m_copies = 0;
};

/// A plan opened for editing; ends the program with a message if that fails.
std::unique_ptr<PlanDocument> openPlan(const QString &path);

// The groups, in the order in which they are printed.
void startFigures(Bench &bench);
void roadmapFigures(Bench &bench);
void paperFigures(Bench &bench);
void editFigures(Bench &bench);
void typingFigures(Bench &bench);
void formFigures(Bench &bench);
void checkFigures(Bench &bench);
void chartFigures(Bench &bench);
void gridFigures(Bench &bench);

/// The part of typingFigures() that runs in a process of its own, with slow fsyncs. Prints two numbers.
int typeWithSlowDisk(const QString &way, const QString &plan, int edits);
/// The part of roadmapFigures() that runs in a process of its own: opens a plan, shows its roadmap, and prints what it took.
int holdPlan(const QString &path);

} // namespace shisaku
