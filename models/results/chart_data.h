// SPDX-License-Identifier: GPL-3.0-or-later
// What a chart shows, apart from how it is drawn: bars over categories, or values over time on the way to a target.
#pragma once

#include "models/plan/decimal.h"
#include "models/plan/plan.h"

namespace shisaku {

/// How a series is told from its neighbours: by fill and hatch, in colour and in grey alike.
enum class ChartTone : quint8 {
    Pale,   ///< plain and light: what was before
    Middle, ///< hatched: what is after
    Strong, ///< solid: what is gained
    Open,   ///< dotted: what is known as a number only
};

struct ChartBar {
    std::optional<Decimal> value;
    QString label;        ///< As shown above the bar.
    bool printed = false; ///< The document's figure; there is nothing to compute it from.
};

struct ChartSeries {
    QString name;
    ChartTone tone = ChartTone::Strong;
    QList<ChartBar> bars; ///< One a category.
};

struct ChartCategory {
    QString label;
    QString group; ///< Basis; categories of different groups stand apart and under their own heading.
    RowId row;     ///< What a click on it is about.
};

/// A line of texts below the categories: the rate.
struct ChartStrip {
    QString name;
    QStringList texts;
};

struct ChartPoint {
    enum class Role : quint8 { Actual, Baseline, Target, Estimate };

    PlanTime at; ///< Not dated: a level without a time.
    Decimal value;
    QString label; ///< 「約791」
    Role role = Role::Actual;
    RowId row;
};

/// Values of one definition over time. Targets are reached by a broken line.
struct ChartLine {
    QString name;
    QList<ChartPoint> points;
};

struct ChartData {
    enum class Kind : quint8 { Bars, Stacked, Time };

    Kind kind = Kind::Bars;
    QString title;
    QString unit;
    QList<ChartCategory> categories;
    QList<ChartSeries> series;
    QStringList totals; ///< Above the stacked bars; empty for none.
    QList<ChartStrip> strips;
    QList<ChartLine> lines;
    std::optional<MonthNumber> planEnd; ///< Marked on a time axis.
    QString badge;                      ///< Said inside the chart: 「目標：今後設定する」.
    QStringList notes;

    bool isEmpty() const;
    /// The figures as tab-separated lines, for the clipboard and for screen readers.
    QString toText() const;
};

/// 導入前・導入後・削減 a year with the rate below, rows of another basis apart; a row that only prints its saving shows that.
ChartData hoursChart(const Plan &plan, const QString &tool);
/// Saved until the year before, and in the year. Only rows of the basis 年度実績.
ChartData accumulatedChart(const Plan &plan, const QString &tool);
/// Offices a year: first-time, repeated, and counts without names.
ChartData officesChart(const Plan &plan, const QString &tool);
/// Before and after of the cases, one chart for each unit; counts with their shares.
QList<ChartData> caseCharts(const Plan &plan);
/// Hours before and after as the sheets of measures state them, present and target, and apart from them what was reported since:
/// one chart for each measure and tool.
QList<ChartData> targetCharts(const Plan &plan);
/// An indicator's values on the way to its target.
ChartData indicatorChart(const Plan &plan, Id<Indicator> indicator);
/// The indicators of one group and unit together: a census. Those of other units stand below as figures.
ChartData indicatorGroupChart(const Plan &plan, const QString &group);
/// indicatorGroupChart() or indicatorChart(), whichever fits the indicator.
ChartData chartFor(const Plan &plan, Id<Indicator> indicator);

} // namespace shisaku
