// SPDX-License-Identifier: GPL-3.0-or-later
// Reading the progress survey (進捗調査): its rounds in time, and what an item of a round is called, covers and was answered.
#pragma once

#include "models/change/change_set.h"

namespace shisaku {

/// The rounds from the oldest to the newest as-of date; rounds without a date stand last, in their own order.
QList<const Survey *> surveysInTime(const Plan &plan);
/// Null if there is none.
const Survey *newestSurvey(const Plan &plan);
/// The round before this one; null for the first.
const Survey *surveyBefore(const Plan &plan, Id<Survey> survey);
/// The newest round in which single items were answered; null if none was. What the outline and the roadmap show.
const Survey *newestAnsweredSurvey(const Plan &plan);

/// Whether a change touches rounds, their items, answers or totals.
bool touchesSurvey(const ChangeSet &change);

/// The 取組 an item stands for, in its order; none for a free item.
QList<const Initiative *> initiativesOf(const Plan &plan, const SurveyItem &item);
/// The measures an item belongs to, each once: through its 取組, or the one it names itself.
QList<const Measure *> measuresOf(const Plan &plan, const SurveyItem &item);
/// The answer about an item; null while there is none.
const Answer *answerOf(const Plan &plan, Id<SurveyItem> item);
/// Key of the status answered; empty while there is none.
QString statusOf(const Plan &plan, Id<SurveyItem> item);

/// 「13」, 「13、14」; empty for an item that belongs to no measure.
QString itemNumber(const Plan &plan, const SurveyItem &item);
/// The item's label, or the titles of its 取組.
QString itemTitle(const Plan &plan, const SurveyItem &item);
/// The 所管課 of its measures at the round's as-of date, each once: 「情報政策課、市民課」; at `day` where the round has none.
QString itemOffices(const Plan &plan, const SurveyItem &item, const PlanTime &day = {});

/// The 取組 that a round as of `at` asks about, in the plan's order: those of measures that had not ended by then.
QList<const Initiative *> initiativesAskedAt(const Plan &plan, const PlanTime &at);
/// Those of them that no item of the round stands for.
QList<const Initiative *> initiativesLeftOut(const Plan &plan, Id<Survey> survey);

/// What an item was answered in another round, as far as it is the same thing.
struct EarlierAnswer {
    QList<Id<SurveyItem>> items; ///< Items of the other round that share a 取組 with it, or have its name and no 取組.
    QString status;              ///< Their status where they agree on one; empty otherwise.
    bool mixed = false;          ///< They disagree: the item was split or combined since.
};

EarlierAnswer earlierAnswer(const Plan &plan, Id<Survey> earlier, const SurveyItem &item);

} // namespace shisaku
