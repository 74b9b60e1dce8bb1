// SPDX-License-Identifier: GPL-3.0-or-later
// Bars and milestones that lie outside the plan, and bars that end before they start.
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
    for (const Milestone *stone : plan.ordered<Milestone>()) {
        if (ends.isDated() && stone->at.isDated() && stone->at.firstMonth() >= ends.endMonth())
            findings
                .add<&Milestone::at>(
                    "phase-outside-plan", stone->id,
                    CheckText::tr("節目「%1」が、計画の終期（%2）より後にあります。").arg(stone->label, ends.toJapanese()))
                .printed = stone->at.toJapanese();
    }
}

} // namespace shisaku
