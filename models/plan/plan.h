// SPDX-License-Identifier: GPL-3.0-or-later
// A whole plan in memory: the rows of every table, and the questions everybody asks of them.
#pragma once

#include "models/plan/rows.h"

#include <algorithm>

namespace shisaku {

/// A value: copying gives an independent plan. Only PlanDocument changes the plan that is open; see models/edit.
class Plan {
public:
    // Made in plan.cpp: written out here, forty tables would be copied and destroyed anew in every source that holds a plan.
    Plan();
    ~Plan();
    Plan(const Plan &other);
    Plan &operator=(const Plan &other);
    Plan(Plan &&other) noexcept;
    Plan &operator=(Plan &&other) noexcept;

    template <typename T>
    const Rows<T> &rows() const
    {
        return std::get<Rows<T>>(m_tables);
    }
    const AnyRows &table(TableId table) const;
    AnyRows &table(TableId table);

    /// The row, or null if there is none (any more).
    template <typename T>
    const T *find(Id<T> id) const
    {
        return rows<T>().find(id);
    }

    /// All rows of a table in the order of `position`.
    template <typename T>
    QList<const T *> ordered() const
    {
        QList<const T *> list;
        list.reserve(rows<T>().size());
        for (const T &row : rows<T>())
            list << &row;
        sort(list);
        return list;
    }

    /// The rows whose member refers to a row, in the order of `position`: parts<&Initiative::measure>(measure.id).
    template <auto Member, typename Target>
    auto parts(Id<Target> of) const
    {
        using Row = typename fields::MemberOf<decltype(Member)>::Row;
        QList<const Row *> list;
        for (RowId id : rows<Row>().referring(fieldIndex<Member>(), of.row))
            list << find(Id<Row>(id));
        sort(list);
        return list;
    }

    /// The row that describes the plan; an empty one before the plan is filled.
    const PlanInfo &info() const;

    /// The values of one of the plan's own lists ("kind", "horizon"), in order.
    QList<const Choice *> choices(QStringView list) const;
    /// What is shown for a stored key: the choice's label, or the key itself if the list does not hold it.
    QString choiceLabel(QStringView list, const QString &key) const;
    const Choice *choice(QStringView list, const QString &key) const;

    const Classification *classification(QStringView key) const;
    /// The top categories of a classification, in order; deeper ones through parts<&Category::parent>().
    QList<const Category *> roots(Id<Classification> classification) const;

    /// The level of its classification a category stands on, from 1.
    int level(const Category &category) const;

    /// Notes about a row of the given kind (empty: any), in order.
    QList<const Annotation *> annotations(RowId row, QStringView kind = {}) const;

private:
    template <typename T>
    static void sort(QList<const T *> &list)
    {
        std::sort(list.begin(), list.end(), [](const T *a, const T *b) {
            const int order = QStringView(a->position).compare(b->position);
            return order != 0 ? order < 0 : a->id < b->id;
        });
    }

    std::tuple<Rows<PlanInfo>, Rows<Choice>, Rows<Classification>, Rows<Category>, Rows<Department>, Rows<DepartmentChange>,
               Rows<Body>, Rows<RelatedPlan>, Rows<Passage>, Rows<Figure>, Rows<Block>, Rows<Measure>, Rows<MeasureText>,
               Rows<Membership>, Rows<Responsibility>, Rows<Initiative>, Rows<Phase>, Rows<Milestone>, Rows<Footnote>,
               Rows<GlossaryTerm>, Rows<Indicator>, Rows<IndicatorValue>, Rows<Effect>, Rows<EffectDepartment>, Rows<EffectTask>,
               Rows<CaseStudy>, Rows<CaseStep>, Rows<CaseValue>, Rows<Project>, Rows<ProjectDepartment>, Rows<Budget>, Rows<Survey>,
               Rows<SurveyItem>, Rows<SurveyItemInitiative>, Rows<Answer>, Rows<SurveyTotal>, Rows<PassageItem>, Rows<Scene>,
               Rows<Annotation>>
        m_tables;
};

} // namespace shisaku
