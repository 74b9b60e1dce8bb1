// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/survey/survey_items.h"

#include "models/plan/ending.h"
#include "models/plan/office_names.h"
#include "models/plan/series.h"

#include <QCoreApplication>
#include <QSet>

#include <algorithm>

namespace shisaku {

using namespace Qt::StringLiterals;

namespace {
struct Texts {
    Q_DECLARE_TR_FUNCTIONS(SurveyItems)
};

bool hasAnswers(const Plan &plan, Id<Survey> survey)
{
    const auto items = plan.parts<&SurveyItem::survey>(survey);
    return std::any_of(items.begin(), items.end(), [&](const SurveyItem *item) { return !statusOf(plan, item->id).isEmpty(); });
}

/// The item of another round that stands for no 取組 and is called the same; null if there is none.
const SurveyItem *sameFreeItem(const Plan &plan, Id<Survey> round, const SurveyItem &item)
{
    const auto &rows = plan.rows<SurveyItem>();
    const auto &candidates = item.measure.isNull() ? rows.referring(fieldIndex<&SurveyItem::survey>(), round.row)
                                                   : rows.referring(fieldIndex<&SurveyItem::measure>(), item.measure.row);
    const QString title = itemTitle(plan, item);
    for (const RowId id : candidates) {
        const SurveyItem *other = plan.find(Id<SurveyItem>(id));
        if (other->survey == round && other->measure == item.measure && initiativesOf(plan, *other).isEmpty()
            && itemTitle(plan, *other) == title)
            return other;
    }
    return nullptr;
}
} // namespace

QList<const Survey *> surveysInTime(const Plan &plan)
{
    QList<const Survey *> surveys = plan.ordered<Survey>();
    std::stable_sort(surveys.begin(), surveys.end(), [](const Survey *a, const Survey *b) {
        if (!a->as_of.isDated() || !b->as_of.isDated())
            return a->as_of.isDated() && !b->as_of.isDated();
        return a->as_of.endMonth() < b->as_of.endMonth();
    });
    return surveys;
}

const Survey *newestSurvey(const Plan &plan)
{
    const auto surveys = surveysInTime(plan);
    return surveys.isEmpty() ? nullptr : surveys.last();
}

const Survey *surveyBefore(const Plan &plan, Id<Survey> survey)
{
    const Survey *before = nullptr;
    for (const Survey *other : surveysInTime(plan)) {
        if (other->id == survey)
            return before;
        before = other;
    }
    return nullptr;
}

const Survey *newestAnsweredSurvey(const Plan &plan)
{
    const auto surveys = surveysInTime(plan);
    for (auto survey = surveys.rbegin(); survey != surveys.rend(); ++survey) {
        if (hasAnswers(plan, (*survey)->id))
            return *survey;
    }
    return nullptr;
}

bool touchesSurvey(const ChangeSet &change)
{
    return change.touches(
        {TableId::Survey, TableId::SurveyItem, TableId::SurveyItemInitiative, TableId::Answer, TableId::SurveyTotal});
}

QList<const Initiative *> initiativesOf(const Plan &plan, const SurveyItem &item)
{
    QList<const Initiative *> list;
    for (const SurveyItemInitiative *link : plan.parts<&SurveyItemInitiative::survey_item>(item.id)) {
        if (const Initiative *initiative = plan.find(link->initiative))
            list << initiative;
    }
    return list;
}

QList<const Measure *> measuresOf(const Plan &plan, const SurveyItem &item)
{
    QList<const Measure *> list;
    for (const Initiative *initiative : initiativesOf(plan, item)) {
        const Measure *measure = plan.find(initiative->measure);
        if (measure && !list.contains(measure))
            list << measure;
    }
    if (const Measure *named = list.isEmpty() ? plan.find(item.measure) : nullptr)
        list << named;
    return list;
}

const Answer *answerOf(const Plan &plan, Id<SurveyItem> item)
{
    return plan.parts<&Answer::survey_item>(item).value(0);
}

QString statusOf(const Plan &plan, Id<SurveyItem> item)
{
    const Answer *answer = answerOf(plan, item);
    return answer ? answer->status : QString();
}

QString itemNumber(const Plan &plan, const SurveyItem &item)
{
    QStringList numbers;
    for (const Measure *measure : measuresOf(plan, item)) {
        if (!measure->number.isEmpty())
            numbers << shownNumber(*measure, false);
    }
    return numbers.join(Texts::tr("、"));
}

QString itemTitle(const Plan &plan, const SurveyItem &item)
{
    if (!item.label.isEmpty())
        return item.label;
    QStringList titles;
    for (const Initiative *initiative : initiativesOf(plan, item))
        titles << initiative->title;
    if (!titles.isEmpty())
        return titles.join(Texts::tr("・"));
    const Measure *measure = plan.find(item.measure);
    return measure ? measure->title : QString();
}

QString itemOffices(const Plan &plan, const SurveyItem &item, const PlanTime &day)
{
    const Survey *round = plan.find(item.survey);
    return leadNames(plan, measuresOf(plan, item), round && round->as_of.isDated() ? round->as_of : day);
}

QList<const Initiative *> initiativesAskedAt(const Plan &plan, const PlanTime &at)
{
    QList<const Initiative *> list;
    for (const Measure *measure : plan.ordered<Measure>()) {
        if (!hadEnded(*measure, at))
            list << plan.parts<&Initiative::measure>(measure->id);
    }
    return list;
}

QList<const Initiative *> initiativesLeftOut(const Plan &plan, Id<Survey> survey)
{
    QSet<Id<Initiative>> asked;
    for (const SurveyItem *item : plan.parts<&SurveyItem::survey>(survey)) {
        for (const Initiative *initiative : initiativesOf(plan, *item))
            asked.insert(initiative->id);
    }
    const Survey *round = plan.find(survey);
    auto list = initiativesAskedAt(plan, round ? round->as_of : PlanTime());
    list.removeIf([&](const Initiative *initiative) { return asked.contains(initiative->id); });
    return list;
}

EarlierAnswer earlierAnswer(const Plan &plan, Id<Survey> earlier, const SurveyItem &item)
{
    EarlierAnswer found;
    const auto initiatives = initiativesOf(plan, item);
    for (const Initiative *initiative : initiatives) {
        for (const SurveyItemInitiative *link : plan.parts<&SurveyItemInitiative::initiative>(initiative->id)) {
            const SurveyItem *other = plan.find(link->survey_item);
            if (other && other->survey == earlier && !found.items.contains(other->id))
                found.items << other->id;
        }
    }
    if (initiatives.isEmpty()) {
        if (const SurveyItem *same = sameFreeItem(plan, earlier, item))
            found.items << same->id;
    }
    QSet<QString> statuses;
    for (const Id<SurveyItem> other : std::as_const(found.items))
        statuses.insert(statusOf(plan, other));
    found.mixed = statuses.size() > 1;
    if (statuses.size() == 1)
        found.status = *statuses.begin();
    return found;
}

} // namespace shisaku
