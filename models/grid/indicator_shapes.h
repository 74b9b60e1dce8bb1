// SPDX-License-Identifier: GPL-3.0-or-later
// The grids of indicators: all of them with their latest values, the values of one, and how far each aim is covered.
#pragma once

#include "models/grid/grid_shape.h"

namespace shisaku {

enum class IndicatorChoice : quint8 {
    All,
    OfMeasures,
    PlanWide,      ///< Statistics such as a census.
    WithoutTarget, ///< No target, for whatever reason.
};

GridShape indicatorShape(IndicatorChoice choice = IndicatorChoice::All);
GridShape indicatorValueShape(Id<Indicator> of);

/// The measures of a category and what lies below it, each once, and how many of them state indicators and targets.
struct IndicatorCoverage {
    int measures = 0;
    int withIndicator = 0;
    int withTarget = 0;
};
IndicatorCoverage coverageOf(const Plan &plan, Id<Category> category);
/// The top categories of the plan's first classification with their coverage; empty columns for a plan without one.
GridShape coverageShape();

} // namespace shisaku
