// SPDX-License-Identifier: GPL-3.0-or-later
// Bars that lie outside the plan, or end before they start.
#include "models/check/rules.h"
#include "models/plan/tables.h"

namespace shisaku {

void checkSchedules(const Plan &plan, Findings &findings)
{
    const PlanTime ends = plan.info().ends;
    for (const Phase *phase : plan.ordered<Phase>()) {
        if (phase->starts.isDated() && phase->ends.isDated() && phase->ends.endMonth() <= phase->starts.firstMonth()) {
            findings
                .add<&Phase::ends>("phase-ends-before-start", phase->id,
                                   CheckText::tr("工程「%1」が、始まる前に終わっています。").arg(phase->label))
                .printed = CheckText::tr("%1～%2").arg(phase->starts.toJapanese(), phase->ends.toJapanese());
        }
        // 「R8～」 is how a plan looks beyond its end; a bar with an end of its own out there is a slip.
        if (ends.isDated() && phase->starts.isDated() && phase->starts.firstMonth() >= ends.endMonth() && !phase->ends.isOpen()) {
            findings
                .add<&Phase::starts>(
                    "phase-outside-plan", phase->id,
                    CheckText::tr("工程「%1」が、計画の終期（%2）より後に始まります。").arg(phase->label, ends.toJapanese()))
                .printed = phase->starts.toJapanese();
        }
    }
}

} // namespace shisaku
