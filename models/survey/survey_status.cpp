// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/survey/survey_status.h"

#include "models/survey/status_meaning.h"
#include "models/survey/survey_items.h"
#include "models/survey/survey_mixed.h"

namespace shisaku {

void forEachStatus(const Plan &plan, const std::function<void(Id<Measure>, const QString &status)> &visit)
{
    const Survey *survey = newestAnsweredSurvey(plan);
    if (!survey)
        return;
    for (const SurveyItem *item : plan.parts<&SurveyItem::survey>(survey->id)) {
        const QString status = statusOf(plan, item->id);
        if (status.isEmpty())
            continue;
        for (const Measure *measure : measuresOf(plan, *item))
            visit(measure->id, status);
    }
}

bool tellsOfTrouble(const Plan &plan, const Answer &answer)
{
    return !answer.reason.isEmpty() || isMixedKey(answer.status) || troubledStatuses(plan).contains(answer.status);
}

} // namespace shisaku
