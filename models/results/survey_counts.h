// SPDX-License-Identifier: GPL-3.0-or-later
// Counting the progress survey: answers by status and reason, per measure and per group, beside what was published, and from
// one round to the next. Published totals are never spread over items, and items never stand in for a published total.
#pragma once

#include "models/order/grouping.h"
#include "models/survey/survey_items.h"

namespace shisaku {

/// How many items have which status.
struct StatusCounts {
    QList<qint64> byStatus; ///< In the order of the plan's list "status".
    qint64 other = 0;       ///< Answered with a status the list does not hold any more.
    qint64 unanswered = 0;
    qint64 mixed = 0; ///< Combined items whose 取組 were answered differently.

    qint64 answered() const;
    qint64 total() const { return answered() + unanswered; }
};

StatusCounts countStatuses(const Plan &plan, const QList<const SurveyItem *> &items);
/// All items of a round.
StatusCounts countStatuses(const Plan &plan, Id<Survey> survey);
/// The items of a round that belong to a measure.
StatusCounts countStatuses(const Plan &plan, Id<Survey> survey, Id<Measure> measure);
/// 「順調2・遅延1・未回答1」, by the short names of the statuses; empty for nothing. Counts, never a verdict.
QString countsInWords(const Plan &plan, const StatusCounts &counts);
/// The same by marks, one entry a status in the order of the list: 「●2」「◐1」; empty where there is none.
QStringList countsInMarks(const Plan &plan, const StatusCounts &counts);
/// The sign of a status: its mark in the plan's list, else ●◐○ in the list's order.
QString statusMark(const Plan &plan, const QString &status);
/// The place of a status in the plan's list; -1 if it is not there.
int statusPlace(const Plan &plan, const QString &status);

/// One row of a table of results.
struct ResultRow {
    QString key; ///< Of the status or reason; empty for the total.
    QString label;
    std::optional<qint64> counted;   ///< From the answers; none when no item was answered.
    std::optional<qint64> published; ///< As published.
    QString publishedShare;          ///< Percent as published; empty if not stated.
    QString countermeasure;          ///< As published, to a reason.
};

enum class ResultBy : quint8 { Status, Reason };

/// The table of results of a round: a row for each value of the list, and the total last. Published values of keys that the
/// list does not hold stand before the total.
QList<ResultRow> surveyResult(const Plan &plan, Id<Survey> survey, ResultBy by);

/// What the shares of a table of results are of: all answers, or without any (`counted`) the published number of all items, or the
/// sum of the published parts where every one of them is; else nothing.
std::optional<qint64> wholeOf(const QList<ResultRow> &rows, bool counted);

/// The counts of a group of measures: an aim, a field, an office.
struct GroupCounts {
    QString label;
    int level = 0;
    Id<Measure> measure; ///< Null for a group.
    StatusCounts counts; ///< Each item once, though it may belong to several measures of the group.
};

/// Groups, and with `measures` the measures below them, in the order of a grouping; those without items are left out.
QList<GroupCounts> countsByGroup(const Plan &plan, Id<Survey> survey, const Grouping &grouping, bool measures = false);

/// From 前回 to 今回.
struct SurveyMoves {
    /// counts[a][b]: items that had status a and have b. Index of a status in the plan's list; one more for 未回答.
    QList<QList<qint64>> counts;
    QList<qint64> fresh;     ///< By status now: items without a counterpart in the earlier round.
    QList<qint64> regrouped; ///< By status now: items whose several counterparts disagree.
    QList<qint64> gone;      ///< By status then: items without a counterpart in the later round.
};

SurveyMoves surveyMoves(const Plan &plan, Id<Survey> from, Id<Survey> to);

} // namespace shisaku
