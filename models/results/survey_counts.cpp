// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/results/survey_counts.h"

#include "models/plan/choice_names.h"
#include "models/plan/ranges.h"
#include "models/plan/series.h"
#include "models/survey/survey_mixed.h"

#include <QCoreApplication>
#include <QSet>

#include <numeric>

namespace shisaku {

using namespace Qt::StringLiterals;

namespace {
struct Texts {
    Q_DECLARE_TR_FUNCTIONS(SurveyCounts)
};

/// The items of a round by measure.
QHash<Id<Measure>, QList<const SurveyItem *>> itemsByMeasure(const Plan &plan, Id<Survey> survey)
{
    QHash<Id<Measure>, QList<const SurveyItem *>> items;
    for (const SurveyItem *item : plan.parts<&SurveyItem::survey>(survey)) {
        for (const Measure *measure : measuresOf(plan, *item))
            items[measure->id] << item;
    }
    return items;
}

class GroupCounter {
public:
    GroupCounter(const Plan &plan, Id<Survey> survey, bool measures) :
        m_plan(plan), m_measures(measures), m_items(itemsByMeasure(plan, survey))
    {}

    QList<GroupCounts> run(const GroupNode &root)
    {
        for (const GroupNode &child : root.children)
            add(child, 0);
        return std::move(m_rows);
    }

private:
    void add(const GroupNode &node, int level)
    {
        const bool measure = node.kind == GroupNode::Kind::Measure;
        if (measure && !m_measures)
            return;
        QSet<const SurveyItem *> items;
        collect(node, items);
        if (items.isEmpty())
            return;
        GroupCounts row;
        row.level = level;
        row.measure = node.measure;
        row.label = node.code.isEmpty() ? node.label : node.code + u' ' + node.label;
        if (const Measure *shown = measure ? m_plan.find(node.measure) : nullptr)
            row.label = u"%1　%2"_s.arg(shownNumber(*shown, node.repeat), shown->shownTitle());
        row.counts = countStatuses(m_plan, items.values());
        m_rows << row;
        for (const GroupNode &child : node.children)
            add(child, level + 1);
    }

    void collect(const GroupNode &node, QSet<const SurveyItem *> &items) const
    {
        for (const SurveyItem *item : m_items.value(node.measure))
            items.insert(item);
        for (const GroupNode &child : node.children)
            collect(child, items);
    }

    const Plan &m_plan;
    bool m_measures;
    QHash<Id<Measure>, QList<const SurveyItem *>> m_items;
    QList<GroupCounts> m_rows;
};

/// The entry of a status; what has no place in the list (unanswered, a status removed since) shares the last one.
template <typename Entry>
Entry &slot(QList<Entry> &entries, int place)
{
    return place < 0 ? entries.last() : entries[place];
}
} // namespace

qint64 StatusCounts::answered() const
{
    return std::accumulate(byStatus.begin(), byStatus.end(), other + mixed);
}

StatusCounts countStatuses(const Plan &plan, const QList<const SurveyItem *> &items)
{
    StatusCounts counts;
    QHash<QString, qsizetype> places;
    for (const Choice *status : plan.choices(u"status"))
        places.insert(status->key, places.size());
    counts.byStatus.resize(places.size());
    for (const SurveyItem *item : items) {
        const QString status = statusOf(plan, item->id);
        if (status.isEmpty())
            ++counts.unanswered;
        else if (const auto place = places.constFind(status); place != places.constEnd())
            ++counts.byStatus[*place];
        else
            ++(isMixedKey(status) ? counts.mixed : counts.other);
    }
    return counts;
}

StatusCounts countStatuses(const Plan &plan, Id<Survey> survey)
{
    return countStatuses(plan, plan.parts<&SurveyItem::survey>(survey));
}

StatusCounts countStatuses(const Plan &plan, Id<Survey> survey, Id<Measure> measure)
{
    QSet<const SurveyItem *> items;
    const auto add = [&](const SurveyItem *item) {
        if (item && item->survey == survey)
            items.insert(item);
    };
    for (const Initiative *initiative : plan.parts<&Initiative::measure>(measure)) {
        for (const SurveyItemInitiative *link : plan.parts<&SurveyItemInitiative::initiative>(initiative->id))
            add(plan.find(link->survey_item));
    }
    for (const SurveyItem *item : plan.parts<&SurveyItem::measure>(measure)) {
        if (initiativesOf(plan, *item).isEmpty())
            add(item);
    }
    return countStatuses(plan, items.values());
}

QString countsInWords(const Plan &plan, const StatusCounts &counts)
{
    QStringList parts;
    const auto statuses = plan.choices(u"status");
    for (qsizetype i = 0; i < counts.byStatus.size(); ++i) {
        if (counts.byStatus[i] > 0)
            parts << shortName(*statuses[i]) + QString::number(counts.byStatus[i]);
    }
    if (counts.mixed > 0)
        parts << mixedLabel() + QString::number(counts.mixed);
    if (counts.other > 0)
        parts << Texts::tr("その他%1").arg(counts.other);
    if (counts.unanswered > 0)
        parts << Texts::tr("未回答%1").arg(counts.unanswered);
    return parts.join(Texts::tr("・"));
}

QStringList countsInMarks(const Plan &plan, const StatusCounts &counts)
{
    QStringList marks;
    const auto statuses = plan.choices(u"status");
    for (qsizetype i = 0; i < counts.byStatus.size(); ++i)
        marks << (counts.byStatus[i] > 0 ? statusMark(plan, statuses[i]->key) + QString::number(counts.byStatus[i]) : QString());
    if (counts.mixed > 0)
        marks << mixedMark() + QString::number(counts.mixed);
    return marks;
}

int statusPlace(const Plan &plan, const QString &status)
{
    const auto statuses = plan.choices(u"status");
    for (qsizetype i = 0; i < statuses.size(); ++i) {
        if (statuses[i]->key == status)
            return static_cast<int>(i);
    }
    return -1;
}

QString statusMark(const Plan &plan, const QString &status)
{
    const Choice *choice = plan.choice(u"status", status);
    if (!choice)
        return {};
    return choice->mark.isEmpty() ? u"●◐○"_s.mid(statusPlace(plan, status), 1) : choice->mark;
}

QList<ResultRow> surveyResult(const Plan &plan, Id<Survey> survey, ResultBy by)
{
    const bool byStatus = by == ResultBy::Status;
    const QString list = byStatus ? u"status"_s : u"reason"_s;
    QList<ResultRow> rows;
    const auto rowOf = [&rows](const QString &key) -> ResultRow & {
        const auto found = std::find_if(rows.begin(), rows.end(), [&](const ResultRow &row) { return row.key == key; });
        return found != rows.end() ? *found : rows.emplace_back(ResultRow{key, key, {}, {}, {}, {}});
    };
    for (const Choice *choice : plan.choices(list))
        rows.append({choice->key, choice->label, {}, {}, {}, {}});

    const StatusCounts counts = countStatuses(plan, survey);
    ResultRow total{{}, Texts::tr("合計"), {}, {}, {}, {}};
    if (counts.answered() > 0) {
        for (ResultRow &row : rows)
            row.counted = 0;
        total.counted = 0;
        for (const SurveyItem *item : plan.parts<&SurveyItem::survey>(survey)) {
            const Answer *answer = answerOf(plan, item->id);
            const QString key = !answer ? QString() : byStatus ? answer->status : answer->reason;
            if (key.isEmpty())
                continue;
            ResultRow &row = rowOf(isMixedKey(key) ? mixedLabel() : key);
            row.counted = row.counted.value_or(0) + 1;
            ++*total.counted;
        }
    }
    for (const SurveyTotal *published : plan.parts<&SurveyTotal::survey>(survey)) {
        const QString key = byStatus ? published->status : published->reason;
        const bool all = published->status.isEmpty() && published->reason.isEmpty();
        if (key.isEmpty() && !(all && byStatus))
            continue;
        ResultRow &row = all ? total : rowOf(key);
        row.published = ranged<&SurveyTotal::count>(*published);
        row.publishedShare = published->printed_share;
        row.countermeasure = published->countermeasure;
    }
    return rows << total;
}

std::optional<qint64> wholeOf(const QList<ResultRow> &rows, bool counted)
{
    if (counted || rows.last().published)
        return counted ? rows.last().counted : rows.last().published;
    qint64 sum = 0;
    for (const ResultRow &row : rows.first(rows.size() - 1)) {
        if (!row.published)
            return std::nullopt;
        sum += *row.published;
    }
    return sum > 0 ? std::optional(sum) : std::nullopt;
}

QList<GroupCounts> countsByGroup(const Plan &plan, Id<Survey> survey, const Grouping &grouping, bool measures)
{
    return GroupCounter(plan, survey, measures).run(buildTree(plan, grouping));
}

SurveyMoves surveyMoves(const Plan &plan, Id<Survey> from, Id<Survey> to)
{
    const auto places = plan.choices(u"status").size() + 1;
    SurveyMoves moves;
    moves.counts.fill(QList<qint64>(places), places);
    moves.fresh.resize(places);
    moves.regrouped.resize(places);
    moves.gone.resize(places);
    QSet<Id<SurveyItem>> met;
    for (const SurveyItem *item : plan.parts<&SurveyItem::survey>(to)) {
        const EarlierAnswer before = earlierAnswer(plan, from, *item);
        met.unite(QSet<Id<SurveyItem>>(before.items.begin(), before.items.end()));
        const int now = statusPlace(plan, statusOf(plan, item->id));
        if (before.items.isEmpty())
            ++slot(moves.fresh, now);
        else if (before.mixed)
            ++slot(moves.regrouped, now);
        else
            ++slot(slot(moves.counts, statusPlace(plan, before.status)), now);
    }
    for (const SurveyItem *item : plan.parts<&SurveyItem::survey>(from)) {
        if (!met.contains(item->id))
            ++slot(moves.gone, statusPlace(plan, statusOf(plan, item->id)));
    }
    return moves;
}

} // namespace shisaku
