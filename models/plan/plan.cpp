// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/plan/plan.h"

#include "models/plan/ranges.h"

#include <algorithm>

namespace shisaku {

namespace {
template <typename... T>
struct Tables {
    static std::array<QSharedDataPointer<AnyRows>, sizeof...(T)> empty()
    {
        std::array<QSharedDataPointer<AnyRows>, sizeof...(T)> tables;
        ((tables[static_cast<size_t>(tableOf<T>)] = new Rows<T>), ...);
        return tables;
    }
};
using AllTables =
    Tables<PlanInfo, Choice, Classification, Category, Department, DepartmentChange, Body, RelatedPlan, Passage, Figure, Block,
           Measure, MeasureText, Membership, Responsibility, Initiative, Phase, Milestone, Footnote, GlossaryTerm, Indicator,
           IndicatorValue, Effect, EffectDepartment, EffectTask, CaseStudy, CaseStep, CaseValue, Project, ProjectDepartment, Budget,
           Survey, SurveyItem, SurveyItemInitiative, Answer, SurveyTotal, PassageItem, Scene, Annotation>;
} // namespace

void sortByRank(std::vector<RankedRow> &rows)
{
    std::sort(rows.begin(), rows.end(), [](const RankedRow &a, const RankedRow &b) {
        const int order = a.position.compare(b.position);
        return order != 0 ? order < 0 : a.id < b.id;
    });
}

Plan::Plan() : m_tables(AllTables::empty()) {}
Plan::~Plan() = default;
Plan::Plan(const Plan &other) = default;
Plan &Plan::operator=(const Plan &other) = default;

const PlanInfo &Plan::info() const
{
    static const PlanInfo none;
    return rows<PlanInfo>().size() > 0 ? *rows<PlanInfo>().begin() : none;
}

QList<const Choice *> Plan::choices(QStringView list) const
{
    QList<const Choice *> found = ordered<Choice>();
    found.removeIf([list](const Choice *choice) { return choice->list != list; });
    return found;
}

const Choice *Plan::choice(QStringView list, const QString &key) const
{
    for (const Choice &choice : rows<Choice>()) {
        if (choice.list == list && choice.key == key)
            return &choice;
    }
    return nullptr;
}

QString Plan::choiceLabel(QStringView list, const QString &key) const
{
    const Choice *found = choice(list, key);
    return found ? found->label : key;
}

const Classification *Plan::classification(QStringView key) const
{
    for (const Classification &row : rows<Classification>()) {
        if (row.key == key)
            return &row;
    }
    return nullptr;
}

QList<const Category *> Plan::roots(Id<Classification> classification) const
{
    QList<const Category *> list = parts<&Category::classification>(classification);
    list.removeIf([](const Category *category) { return !category->parent.isNull(); });
    return list;
}

int Plan::level(const Category &category) const
{
    int below = 0;
    const Category *at = &category;
    while (!at->level && !at->parent.isNull()) {
        at = find(at->parent);
        ++below;
    }
    return static_cast<int>(ranged<&Category::level>(*at).value_or(1)) + below;
}

QList<const Annotation *> Plan::annotations(RowId row, QStringView kind) const
{
    QList<const Annotation *> list;
    for (RowId id : rows<Annotation>().referring(fieldIndex<&Annotation::row>(), row)) {
        const Annotation *note = find(Id<Annotation>(id));
        if (kind.isEmpty() || note->kind == kind)
            list << note;
    }
    sort(list);
    return list;
}

} // namespace shisaku
