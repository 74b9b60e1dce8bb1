// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/pages/budget_paper.h"

#include "models/order/grouping.h"
#include "models/plan/decimal.h"
#include "models/plan/series.h"
#include "models/results/budget_requests.h"

namespace shisaku {

using namespace Qt::StringLiterals;

namespace {
struct Texts {
    Q_DECLARE_TR_FUNCTIONS(BudgetPaper)
};

CouncilTable requestTable(const Plan &plan, const QList<BudgetRequest> &requests, const PlanTime &day)
{
    const bool amounts = std::any_of(requests.begin(), requests.end(), [](const BudgetRequest &r) { return r.amount.has_value(); });
    CouncilTable table;
    table.columns = {{Texts::tr("番号"), 20, Qt::AlignHCenter}, {Texts::tr("施策")}, {Texts::tr("内容"), 40}};
    if (amounts)
        table.columns << CouncilColumn{Texts::tr("金額(千円)"), 24, Qt::AlignRight};
    table.columns << CouncilColumn{Texts::tr("所管課"), 42, Qt::AlignLeft, true};
    for (const BudgetRequest &request : requests) {
        const Measure *measure = plan.find(request.measure);
        QStringList cells{shownNumber(*measure, false),
                          !request.initiative.isEmpty() ? Texts::tr("%1（%2）").arg(measure->title, request.initiative)
                                                        : measure->title,
                          request.words};
        if (amounts)
            cells << (request.amount ? Decimal::of(*request.amount).toJapanese() : u"－"_s);
        const QString offices = requestOffices(plan, request, day);
        table.rows << (cells << (offices.isEmpty() ? u"－"_s : offices));
    }
    return table;
}
} // namespace

PrintJob budgetJob(const Plan &plan, const PageStyle &style, const QString &year)
{
    CouncilText text;
    QList<BudgetRequest> requests = budgetRequests(plan);
    if (!year.isEmpty())
        requests.removeIf([&year](const BudgetRequest &request) { return requestYear(request) != year; });
    if (requests.isEmpty())
        text.addParagraph(Texts::tr("この計画のスケジュールには、予算要求の記載がない。"));
    for (qsizetype first = 0; first < requests.size();) {
        qsizetype end = first;
        while (end < requests.size() && requests[end].year == requests[first].year)
            ++end;
        text.addHeading(1, Texts::tr("%1（%2件）").arg(requestYear(requests[first])).arg(end - first));
        text.addTable(requestTable(plan, requests.mid(first, end - first), style.day));
        first = end;
    }
    if (!requests.isEmpty())
        text.addNote(Texts::tr("※年度は、スケジュールに予算要求を記載した年度（要求する年度）である。"));
    return councilJob(Texts::tr("%1　年度別の予算要求").arg(plan.info().title).trimmed(), text, style);
}

} // namespace shisaku
