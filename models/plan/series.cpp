// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/plan/series.h"

#include "models/plan/ending.h"
#include "models/plan/ranges.h"
#include "models/plan/tables.h"

#include <QCoreApplication>

namespace shisaku {

using namespace Qt::StringLiterals;

namespace {
struct Texts {
    Q_DECLARE_TR_FUNCTIONS(Series)
};
} // namespace

bool isAdded(const Measure &measure)
{
    return measure.series == "added"_L1;
}

QString shownNumber(const Measure &measure, bool repeat)
{
    if (measure.number.isEmpty())
        return {};
    const QString own = drawnLine(measure.number);
    const QString number = isAdded(measure) && !isMarkedByName(measure) ? Texts::tr("追加%1").arg(own) : own;
    return repeat ? u"(%1)"_s.arg(number) : number;
}

bool isWorkedOut(const Plan &plan, const Measure &measure)
{
    const auto any = [&](const AnyRows &rows, int field) { return !rows.referring(field, measure.id.row).isEmpty(); };
    return !isAdded(measure) || any(plan.rows<Membership>(), fieldIndex<&Membership::measure>())
           || any(plan.rows<MeasureText>(), fieldIndex<&MeasureText::measure>())
           || any(plan.rows<Initiative>(), fieldIndex<&Initiative::measure>());
}

} // namespace shisaku
