// SPDX-License-Identifier: GPL-3.0-or-later
// The changes of the progress survey: a new round, items combined, split, left out or added, answers, published totals.
// Each function gives one ChangeSet with its title; an empty one where there is nothing to do.
#pragma once

#include "models/change/change_set.h"
#include "models/survey/survey_items.h"

namespace shisaku {

/// A round about to be made.
struct NewSurvey {
    QString title;
    PlanTime asOf;
    QString subject;
    Id<Survey> like; ///< Takes over the items of that round; null: an item for every 取組 of the plan.
};

/// What a round would ask about.
struct SurveyExtent {
    qsizetype items = 0;
    qsizetype leftOut = 0; ///< Items that are not asked any more, because their measures had ended by the date of the round.
};
SurveyExtent extentOf(const Plan &plan, const NewSurvey &wanted);

/// Makes a round with its items and without answers; measures that had ended by its date are not asked any more. A plan that has no
/// statuses or reasons yet gets the usual ones.
ChangeSet newSurvey(const Plan &plan, const NewSurvey &wanted, const IdSource &ids);
/// An item for every 取組 that no item of the round stands for.
ChangeSet fillFromPlan(const Plan &plan, Id<Survey> survey, const IdSource &ids);
ChangeSet removeSurvey(const Plan &plan, Id<Survey> survey);

/// Makes one item of several, in the place of the first. A status or reason stays where all of them agree on it, and else
/// says who was answered what (survey_mixed.h); every countermeasure and comment stays, each once on a line of its own.
ChangeSet combineItems(const Plan &plan, const QList<Id<SurveyItem>> &items, const QString &label, const IdSource &ids);
/// Makes an item for each 取組 of a combined one. They are unanswered: an answer about all tells nothing about each.
ChangeSet splitItem(const Plan &plan, Id<SurveyItem> item, const IdSource &ids);
ChangeSet leaveOutItems(const Plan &plan, const QList<Id<SurveyItem>> &items);
/// A free item below `after` (null: at the end), which may belong to a measure.
ChangeSet addFreeItem(const Plan &plan, Id<Survey> survey, Id<SurveyItem> after, Id<Measure> measure, const QString &label,
                      const IdSource &ids);

/// What is written into one field of some answers.
struct AnswerEdit {
    Id<SurveyItem> item;
    int field = 0; ///< Of the table of answers; not the item itself.
    QString text;  ///< A key for status and reason.
};
/// Writes fields of answers; answers that are not there yet are added, those that become empty are removed.
ChangeSet answerChange(const Plan &plan, const QList<AnswerEdit> &edits, const IdSource &ids);

/// Writes a field of the published total of a status or a reason, or of all items where both keys are empty. The total is
/// added, and removed when nothing is left of it.
ChangeSet totalChange(const Plan &plan, Id<Survey> survey, const QString &status, const QString &reason, int field,
                      const Value &value, const IdSource &ids);

} // namespace shisaku
