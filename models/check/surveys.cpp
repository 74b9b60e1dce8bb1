// SPDX-License-Identifier: GPL-3.0-or-later
// Published totals of a round of the survey (進捗調査): against each other, against their shares, and against the answers.
#include "models/check/rules.h"
#include "models/plan/ranges.h"
#include "models/plan/tables.h"
#include "models/results/rates.h"
#include "models/survey/status_meaning.h"

#include <algorithm>

namespace shisaku {

using namespace Qt::StringLiterals;

namespace {
class SurveyCheck {
public:
    SurveyCheck(const Plan &plan, const Survey &survey, Findings &findings) :
        m_plan(plan), m_findings(findings), m_survey(survey), m_totals(plan.parts<&SurveyTotal::survey>(survey.id))
    {}

    void run()
    {
        statuses();
        reasons();
        answers();
    }

private:
    static bool isStatus(const SurveyTotal &total) { return !total.status.isEmpty() && total.reason.isEmpty(); }
    static bool isReason(const SurveyTotal &total) { return total.status.isEmpty() && !total.reason.isEmpty(); }
    static bool isAll(const SurveyTotal &total) { return total.status.isEmpty() && total.reason.isEmpty(); }

    /// The sum of the counts of a kind; nothing if there is none, or one has no count.
    template <typename Is>
    std::optional<qint64> sum(Is is) const
    {
        std::optional<qint64> result;
        for (const SurveyTotal *total : m_totals) {
            if (!is(*total))
                continue;
            const auto count = ranged<&SurveyTotal::count>(*total);
            if (!count)
                return std::nullopt;
            result = result.value_or(0) + *count;
        }
        return result;
    }

    /// A round may publish one status alone, and statuses that overlap (達成 and うち上回って達成): a slip is only where all of
    /// them are there and too few for the whole.
    void statuses()
    {
        const auto added = sum(isStatus);
        if (!added)
            return;
        std::optional<qint64> whole;
        for (const SurveyTotal *total : m_totals) {
            if (!isAll(*total) || !total->count)
                continue;
            whole = *total->count;
            if (*added < *whole && allPublished(u"status", isStatus))
                count(*total, *added, CheckText::tr("進捗状況ごとの取組数の合計は%1です。").arg(*added));
        }
        if (!whole && allPublished(u"status", isStatus) && !sharesOverlap(isStatus))
            whole = added;
        for (const SurveyTotal *total : m_totals) {
            if (whole && !isReason(*total))
                share(*total, *whole);
        }
    }

    /// Reasons are asked of items that do not go well. Of which of these statuses, documents do not say; an item may have several.
    void reasons()
    {
        const auto added = sum(isReason);
        if (!added)
            return;
        const bool complete = allPublished(u"reason", isReason);
        for (const SurveyTotal *total : m_totals) {
            if (isReason(*total) && complete && !sharesOverlap(isReason))
                share(*total, *added);
        }
        const QSet<QString> troubled = troubledStatuses(m_plan);
        const SurveyTotal *asked = nullptr; // the one the reasons would belong to
        QSet<qint64> fitting{0};            // sums of some of the statuses that do not go well
        qint64 most = 0;
        for (const SurveyTotal *total : m_totals) {
            const Choice *status = isStatus(*total) ? m_plan.choice(u"status", total->status) : nullptr;
            const auto number = ranged<&SurveyTotal::count>(*total);
            if (!status || !number || meaningOf(*status) == StatusMeaning::Good)
                continue;
            if (troubled.contains(total->status))
                asked = total;
            const QSet<qint64> sums = fitting;
            for (const qint64 some : sums) {
                if (some + *number <= *added)
                    fitting.insert(some + *number);
            }
            most += *number;
        }
        if (asked && complete && *added < most && !fitting.contains(*added))
            count(*asked, *added,
                  CheckText::tr("「%1」の理由ごとの取組数の合計は%2です。")
                      .arg(m_plan.choiceLabel(u"status", asked->status))
                      .arg(*added));
    }

    /// Whether every value of a list has a published number: what is not published is not 0.
    template <typename Is>
    bool allPublished(QStringView list, Is is) const
    {
        const auto choices = m_plan.choices(list);
        return std::all_of(choices.begin(), choices.end(), [&](const Choice *choice) {
            return std::any_of(m_totals.begin(), m_totals.end(), [&](const SurveyTotal *total) {
                return is(*total) && total->count && (total->status == choice->key || total->reason == choice->key);
            });
        });
    }

    /// Whether the printed shares are of more than one whole.
    template <typename Is>
    bool sharesOverlap(Is is) const
    {
        Decimal shares;
        for (const SurveyTotal *total : m_totals) {
            if (is(*total))
                shares = shares + Decimal::fromText(total->printed_share).value_or(Decimal());
        }
        return shares > Decimal::of(101); // beyond what rounding does
    }

    /// Once every item is answered, the totals must be those of the answers.
    void answers()
    {
        QHash<QString, qint64> counted;
        QHash<QString, qint64> reasons;
        qint64 items = 0;
        for (const SurveyItem *item : m_plan.parts<&SurveyItem::survey>(m_survey.id)) {
            ++items;
            const auto given = m_plan.parts<&Answer::survey_item>(item->id);
            if (given.isEmpty() || given.first()->status.isEmpty())
                return;
            ++counted[given.first()->status];
            ++reasons[given.first()->reason];
        }
        for (const SurveyTotal *total : m_totals) {
            if (items == 0 || !total->count)
                continue;
            const qint64 computed = isAll(*total)      ? items
                                    : isReason(*total) ? reasons.value(total->reason)
                                                       : counted.value(total->status);
            if (*total->count != computed)
                count(*total, computed, CheckText::tr("回答を数えると%1です。").arg(computed));
        }
    }

    QString labelOf(const SurveyTotal &total) const
    {
        if (isReason(total))
            return m_plan.choiceLabel(u"reason", total.reason);
        return isAll(total) ? CheckText::tr("合計") : m_plan.choiceLabel(u"status", total.status);
    }

    void count(const SurveyTotal &total, qint64 computed, const QString &message)
    {
        Finding &finding = m_findings.add<&SurveyTotal::count>("survey-total", total.id,
                                                               CheckText::tr("「%1」：%2").arg(labelOf(total), message));
        finding.printed = Decimal::of(*total.count).toJapanese();
        finding.computed = Decimal::of(computed).toJapanese();
    }

    void share(const SurveyTotal &total, qint64 whole)
    {
        const auto printed = PrintedAmount::fromText(total.printed_share);
        const Decimal part = Decimal::of(total.count.value_or(0));
        const Decimal all = Decimal::of(whole);
        if (!printed || !total.count || printed->isPercentOf(part, all))
            return;
        const QString computed = shownPercent(part, all, *printed);
        Finding &finding = m_findings.add<&SurveyTotal::printed_share>(
            "survey-share", total.id,
            CheckText::tr("「%1」%2は、%3の%4％です。").arg(labelOf(total), part.toJapanese(), all.toJapanese(), computed)
                + explainedShare(*printed, part, all));
        finding.printed = printed->shown() + u'％';
        finding.computed = computed + u'％';
    }

    const Plan &m_plan;
    Findings &m_findings;
    const Survey &m_survey;
    QList<const SurveyTotal *> m_totals;
};
} // namespace

void checkSurveys(const Plan &plan, Findings &findings)
{
    for (const Survey *survey : plan.ordered<Survey>())
        SurveyCheck(plan, *survey, findings).run();
}

} // namespace shisaku
