// SPDX-License-Identifier: GPL-3.0-or-later
// 予算要求: what the schedules and the budget rows of a plan say is to be requested, fiscal year by fiscal year.
#pragma once

#include "models/plan/plan.h"

namespace shisaku {

struct BudgetRequest {
    std::optional<int> year; ///< Fiscal year in which it is requested; nothing where the plan does not say when.
    Id<Measure> measure;
    QString initiative;           ///< The 取組 where it has a name of its own; empty for a budget row.
    QString words;                ///< 「R6当初予算要求」
    std::optional<qint64> amount; ///< 千円; budget rows only.
};

/// Bars and milestones whose words name a request (予算要求, 予算要望), each once, in the year they begin; and the budget rows of
/// stage 要求, which stand in the year before the one they are for. By year, undated last, and in the order of the plan.
QList<BudgetRequest> budgetRequests(const Plan &plan);

/// 「令和5年度」, 「年度の記載なし」.
QString requestYear(const BudgetRequest &request);
/// The 所管課 in that year, each once: 「情報政策課、市民課」; at `day` where the plan names no year.
QString requestOffices(const Plan &plan, const BudgetRequest &request, const PlanTime &day = {});

/// The list as records of a CSV file, headings first: 要求する年度, 番号, 施策名, 取組, 内容, 金額(千円), 所管課.
QList<QStringList> budgetRecords(const Plan &plan, const QList<BudgetRequest> &requests);

} // namespace shisaku
