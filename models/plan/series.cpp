// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/plan/series.h"

#include "models/plan/tables.h"

namespace shisaku {

using namespace Qt::StringLiterals;

bool isAdded(const Measure &measure)
{
    return measure.series == "added"_L1;
}

bool isWorkedOut(const Plan &plan, const Measure &measure)
{
    const auto any = [&](const AnyRows &rows, int field) { return !rows.referring(field, measure.id.row).isEmpty(); };
    return !isAdded(measure) || any(plan.rows<Membership>(), fieldIndex<&Membership::measure>())
           || any(plan.rows<MeasureText>(), fieldIndex<&MeasureText::measure>())
           || any(plan.rows<Initiative>(), fieldIndex<&Initiative::measure>());
}

} // namespace shisaku
