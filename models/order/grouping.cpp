// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/order/grouping.h"

#include "models/plan/ending.h"
#include "models/plan/ranges.h"
#include "models/plan/tenure.h"
#include "models/survey/survey_items.h"
#include "models/survey/survey_status.h"

#include <QCoreApplication>
#include <QSet>

#include <algorithm>
#include <map>

namespace shisaku {

using namespace Qt::StringLiterals;

namespace {
struct Texts {
    Q_DECLARE_TR_FUNCTIONS(Grouping)
};

/// Builds one tree; the measures taken up are numbered in the plan's order first.
class Builder {
public:
    Builder(const Plan &plan, const MeasureFilter &filter) : m_plan(plan), m_filtered(bool(filter))
    {
        m_order.reserve(plan.rows<Measure>().size());
        m_measures.reserve(plan.rows<Measure>().size());
        m_placed.reserve(plan.rows<Measure>().size());
        for (const Measure *measure : plan.ordered<Measure>()) {
            if (!filter || filter(*measure)) {
                m_order.insert(measure->id, m_measures.size());
                m_measures << measure->id;
            }
        }
    }

    int count() const { return static_cast<int>(m_measures.size()); }

    GroupNode flat() const
    {
        GroupNode root;
        for (Id<Measure> id : m_measures)
            root.children.push_back(measureNode(id, false));
        return root;
    }

    GroupNode byClassification(QStringView key)
    {
        GroupNode root;
        if (const Classification *classification = m_plan.classification(key)) {
            findHomes(classification->id);
            for (const Category *category : m_plan.roots(classification->id))
                addGroup(root, categoryNode(*category, 1));
        }
        addHomeless(root);
        return root;
    }

    GroupNode byDepartment(const PlanTime &at)
    {
        QHash<RowId, QList<Place>> offices;
        std::vector<std::pair<QString, QList<Place>>> actors;
        for (Id<Measure> id : m_measures) {
            QSet<QPair<RowId, QString>> seen;
            for (const Responsibility *lead : responsibilitiesOf(m_plan, id, at)) {
                const QPair<RowId, QString> party(lead->department.row, lead->department.isNull() ? lead->actor : QString());
                if (lead->role != "lead"_L1 || seen.contains(party))
                    continue;
                const Place place{id, !seen.isEmpty()};
                seen.insert(party);
                if (!lead->department.isNull())
                    offices[lead->department.row] << place;
                else
                    actorPlaces(actors, lead->actor) << place;
                m_placed.insert(id);
            }
        }
        GroupNode root;
        for (const Department *office : m_plan.ordered<Department>())
            addGroup(root, group(office->name, TableId::Department, office->id.row, offices.value(office->id.row)), true);
        for (const auto &[actor, places] : actors)
            addGroup(root, group(actor, TableId::Department, {}, places), true);
        addHomeless(root);
        return root;
    }

    GroupNode byChoice(QStringView list, QString Measure::*member)
    {
        QHash<QString, QList<Place>> groups;
        for (Id<Measure> id : m_measures)
            groups[m_plan.find(id)->*member] << Place{id, false};
        GroupNode root;
        for (const Choice *choice : m_plan.choices(list)) {
            const QList<Place> places = groups.value(choice->key);
            for (const Place &place : places)
                m_placed.insert(place.measure);
            addGroup(root, group(choice->label, TableId::Choice, choice->id.row, places));
        }
        addHomeless(root);
        return root;
    }

    GroupNode byStatus()
    {
        QHash<QString, QSet<Id<Measure>>> holders;
        forEachStatus(m_plan, [&](Id<Measure> measure, const QString &status) { holders[status].insert(measure); });
        GroupNode root;
        for (const Choice *choice : m_plan.choices(u"status")) {
            const QSet<Id<Measure>> measures = holders.value(choice->key);
            QList<Place> places;
            for (Id<Measure> id : std::as_const(m_measures)) {
                if (measures.contains(id))
                    places << Place{id, m_placed.contains(id)};
            }
            for (const Place &place : std::as_const(places))
                m_placed.insert(place.measure);
            addGroup(root, group(choice->label, TableId::Choice, choice->id.row, places), true);
        }
        addHomeless(root, Texts::tr("（回答なし）"));
        return root;
    }

private:
    struct Place {
        Id<Measure> measure;
        bool repeat = false;
    };

    static QList<Place> &actorPlaces(std::vector<std::pair<QString, QList<Place>>> &actors, const QString &actor)
    {
        const auto found = std::find_if(actors.begin(), actors.end(), [&](const auto &entry) { return entry.first == actor; });
        return found != actors.end() ? found->second : actors.emplace_back(actor, QList<Place>()).second;
    }

    static GroupNode measureNode(Id<Measure> id, bool repeat)
    {
        GroupNode node;
        node.kind = GroupNode::Kind::Measure;
        node.measure = id;
        node.repeat = repeat;
        node.measureCount = 1;
        return node;
    }

    static GroupNode group(const QString &label, TableId table, RowId row, const QList<Place> &places)
    {
        GroupNode node;
        node.label = drawnLine(label);
        node.table = table;
        node.row = row;
        for (const Place &place : places)
            node.children.push_back(measureNode(place.measure, place.repeat));
        return node;
    }

    /// The home of a measure is the membership marked so, or else the first one.
    void findHomes(Id<Classification> classification)
    {
        m_homes.reserve(m_measures.size());
        for (Id<Measure> id : m_measures) {
            const Membership *home = nullptr;
            for (const Membership *membership : m_plan.parts<&Membership::measure>(id)) {
                const Category *category = m_plan.find(membership->category);
                if (category && category->classification == classification && (!home || (membership->home && !home->home)))
                    home = membership;
            }
            if (home)
                m_homes.insert(home->id);
        }
    }

    /// The memberships that a group on a storey of the tree shows: its own, and on the last storey those of all below it.
    QList<const Membership *> membershipsOf(const Category &category, int storey) const
    {
        QList<const Membership *> found = m_plan.parts<&Membership::category>(category.id);
        if (storey < deepestLevel)
            return found;
        QList<const Category *> below = m_plan.parts<&Category::parent>(category.id);
        for (qsizetype i = 0; i < below.size(); ++i) {
            found << m_plan.parts<&Membership::category>(below[i]->id);
            below << m_plan.parts<&Category::parent>(below[i]->id);
        }
        return found;
    }

    GroupNode categoryNode(const Category &category, int storey)
    {
        // Those at home in the plan's order, then the repeats as they are listed: 18, (13), (1), (2).
        QList<std::pair<qsizetype, Place>> ranked;
        for (const Membership *membership : membershipsOf(category, storey)) {
            const auto order = m_order.constFind(membership->measure);
            if (order == m_order.constEnd())
                continue;
            const bool repeat = !m_homes.contains(membership->id);
            ranked << std::pair(repeat ? m_order.size() : *order, Place{membership->measure, repeat});
        }
        std::stable_sort(ranked.begin(), ranked.end(), [](const auto &a, const auto &b) { return a.first < b.first; });
        QList<Place> places;
        places.reserve(ranked.size());
        for (const auto &[rank, place] : std::as_const(ranked)) {
            places << place;
            m_placed.insert(place.measure);
        }
        GroupNode node = group(category.title, TableId::Category, category.id.row, {});
        node.code = drawnLine(category.code);
        addTitled(node, places);
        if (storey < deepestLevel) {
            for (const Category *part : m_plan.parts<&Category::parent>(category.id))
                addGroup(node, categoryNode(*part, storey + 1));
        }
        return node;
    }

    /// Measures that share a heading of their own inside a category stand below it: 【交通】.
    void addTitled(GroupNode &node, const QList<Place> &places) const
    {
        const auto titleOf = [this](const Place &place) -> const QString & { return m_plan.find(place.measure)->group_title; };
        QHash<QString, QList<Place>> titled;
        for (const Place &place : places) {
            if (const QString &title = titleOf(place); !title.isEmpty())
                titled[title] << place;
        }
        for (const Place &place : places) {
            const QString &title = titleOf(place);
            if (title.isEmpty())
                node.children.push_back(measureNode(place.measure, place.repeat));
            else if (const QList<Place> measures = titled.take(title); !measures.isEmpty()) // where the heading appears first
                addGroup(node, group(Texts::tr("【%1】").arg(title), TableId::Category, {}, measures));
        }
    }

    void addGroup(GroupNode &parent, GroupNode &&node, bool onlyFilled = false) const
    {
        QSet<Id<Measure>> distinct;
        collect(node, distinct);
        node.measureCount = static_cast<int>(distinct.size());
        if (node.measureCount > 0 || (!m_filtered && !onlyFilled))
            parent.children.push_back(std::move(node));
    }

    static void collect(const GroupNode &node, QSet<Id<Measure>> &distinct)
    {
        for (const GroupNode &child : node.children) {
            if (child.kind == GroupNode::Kind::Measure)
                distinct.insert(child.measure);
            else
                collect(child, distinct);
        }
    }

    void addHomeless(GroupNode &root, const QString &label = Texts::tr("（分類なし）")) const
    {
        QList<Place> places;
        for (Id<Measure> id : m_measures) {
            if (!m_placed.contains(id))
                places << Place{id, false};
        }
        const auto added = std::stable_partition(places.begin(), places.end(),
                                                 [this](const Place &place) { return !isAdded(*m_plan.find(place.measure)); });
        const auto without = static_cast<qsizetype>(added - places.begin());
        addGroup(root, group(label, TableId::Category, {}, places.first(without)), true);
        addGroup(root, group(Texts::tr("追加"), TableId::Category, {}, places.sliced(without)), true);
    }

    const Plan &m_plan;
    bool m_filtered;
    QList<Id<Measure>> m_measures;
    QHash<Id<Measure>, qsizetype> m_order;
    QSet<Id<Membership>> m_homes;
    QSet<Id<Measure>> m_placed;
};

constexpr std::pair<Grouping::By, const char16_t *> names[] = {{Grouping::By::None, u"none"},
                                                               {Grouping::By::LeadDepartment, u"department"},
                                                               {Grouping::By::Horizon, u"horizon"},
                                                               {Grouping::By::Kind, u"kind"},
                                                               {Grouping::By::Status, u"status"}};
} // namespace

QString Grouping::toText() const
{
    for (const auto &[value, name] : names) {
        if (value == by)
            return QString::fromUtf16(name);
    }
    return classification;
}

Grouping Grouping::fromText(const QString &text)
{
    for (const auto &[value, name] : names) {
        if (text == QStringView(name))
            return {value, {}};
    }
    return {By::Classification, text};
}

QString Grouping::label(const Plan &plan) const
{
    switch (by) {
    case By::None:
        return Texts::tr("まとめない");
    case By::LeadDepartment:
        return Texts::tr("所管課別");
    case By::Horizon:
        return Texts::tr("期間区分別");
    case By::Kind:
        return Texts::tr("区分別");
    case By::Status:
        return Texts::tr("進捗状況別");
    case By::Classification:
        break;
    }
    const Classification *found = plan.classification(classification);
    return Texts::tr("%1別").arg(found ? found->title : Texts::tr("分類"));
}

QList<Grouping> Grouping::offered(const Plan &plan)
{
    QList<Grouping> list;
    for (const Classification *classification : plan.ordered<Classification>())
        list << Grouping{By::Classification, classification->key};
    for (By by : {By::LeadDepartment, By::Horizon, By::Kind, By::Status, By::None}) {
        if (by != By::Status || newestAnsweredSurvey(plan))
            list << Grouping{by, {}};
    }
    return list;
}

GroupNode buildTree(const Plan &plan, const Grouping &grouping, const MeasureFilter &filter, const PlanTime &at)
{
    Builder builder(plan, filter);
    GroupNode root;
    switch (grouping.by) {
    case Grouping::By::None:
        root = builder.flat();
        break;
    case Grouping::By::Classification:
        root = builder.byClassification(grouping.classification);
        break;
    case Grouping::By::LeadDepartment:
        root = builder.byDepartment(at);
        break;
    case Grouping::By::Horizon:
        root = builder.byChoice(u"horizon", &Measure::horizon);
        break;
    case Grouping::By::Kind:
        root = builder.byChoice(u"kind", &Measure::kind);
        break;
    case Grouping::By::Status:
        root = builder.byStatus();
        break;
    }
    root.measureCount = builder.count();
    return root;
}

MeasureFilter onlyWorkedOut(const Plan &plan, const MeasureFilter &filter)
{
    return [&plan, filter](const Measure &measure) { return (!filter || filter(measure)) && isWorkedOut(plan, measure); };
}

} // namespace shisaku
