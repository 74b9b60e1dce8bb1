// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/results/budget_requests.h"

#include "models/order/grouping.h"
#include "models/plan/office_names.h"
#include "models/plan/series.h"

#include <QCoreApplication>
#include <QRegularExpression>

#include <algorithm>
#include <climits>

namespace shisaku {

using namespace Qt::StringLiterals;

namespace {
struct Texts {
    Q_DECLARE_TR_FUNCTIONS(BudgetRequests)
};

bool namesRequest(const QString &words)
{
    static const QRegularExpression request(u"予算(の)?(要求|要望)"_s);
    return words.contains(request);
}

std::optional<int> yearOf(const PlanTime &time)
{
    return time.isDated() ? std::optional(fiscalYearOf(time.firstMonth())) : std::nullopt;
}
} // namespace

QList<BudgetRequest> budgetRequests(const Plan &plan)
{
    QList<BudgetRequest> list;
    for (const Measure *measure : plan.ordered<Measure>()) {
        for (const Initiative *initiative : plan.parts<&Initiative::measure>(measure->id)) {
            const auto add = [&](const PlanTime &at, const QString &words) {
                if (namesRequest(words))
                    list << BudgetRequest{
                        yearOf(at), measure->id, initiative->title == measure->title ? QString() : initiative->title, words, {}};
            };
            for (const Phase *phase : plan.parts<&Phase::initiative>(initiative->id))
                add(phase->starts.isDated() ? phase->starts : phase->ends, phase->label);
            for (const Milestone *milestone : plan.parts<&Milestone::initiative>(initiative->id))
                add(milestone->at, milestone->label);
        }
        for (const Budget *budget : plan.parts<&Budget::measure>(measure->id)) {
            if (budget->stage != u"要求")
                continue;
            const auto spent = yearOf(budget->year);
            list << BudgetRequest{spent ? std::optional(*spent - 1) : std::nullopt,
                                  measure->id,
                                  {},
                                  spent ? Texts::tr("%1予算の要求").arg(budget->year.toJapanese()) : Texts::tr("予算の要求"),
                                  budget->amount};
        }
    }
    std::stable_sort(list.begin(), list.end(), [](const BudgetRequest &a, const BudgetRequest &b) {
        return a.year.value_or(INT_MAX) < b.year.value_or(INT_MAX);
    });
    return list;
}

QString requestYear(const BudgetRequest &request)
{
    return request.year ? PlanTime::fiscalYear(*request.year).toJapanese() : Texts::tr("年度の記載なし");
}

QString requestOffices(const Plan &plan, const BudgetRequest &request, const PlanTime &day)
{
    const Measure *measure = plan.find(request.measure);
    return measure ? leadNames(plan, {measure}, request.year ? PlanTime::fiscalYear(*request.year) : day) : QString();
}

QList<QStringList> budgetRecords(const Plan &plan, const QList<BudgetRequest> &requests)
{
    QList<QStringList> records{{Texts::tr("要求する年度"), Texts::tr("番号"), Texts::tr("施策名"), Texts::tr("取組"),
                                Texts::tr("内容"), Texts::tr("金額(千円)"), Texts::tr("所管課")}};
    for (const BudgetRequest &request : requests) {
        const Measure *measure = plan.find(request.measure);
        records << QStringList{requestYear(request),
                               shownNumber(*measure, false),
                               measure->title,
                               request.initiative,
                               request.words,
                               request.amount ? QString::number(*request.amount) : QString(),
                               requestOffices(plan, request)};
    }
    return records;
}

} // namespace shisaku
