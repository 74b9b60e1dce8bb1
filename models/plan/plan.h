// SPDX-License-Identifier: GPL-3.0-or-later
// A whole plan in memory: the rows of every table, and the questions everybody asks of them.
#pragma once

#include "models/plan/rows.h"

#include <array>
#include <vector>

namespace shisaku {

/// A row without its type, and what orders it. Sorted so, the rows of forty tables need one compiled sort and not forty in every
/// source.
struct RankedRow {
    QStringView position;
    RowId id;
    const void *row;
};
/// By position; rows of one position by id.
void sortByRank(std::vector<RankedRow> &rows);

/// A value: copying gives an independent plan, and copies what is changed only. Only PlanDocument changes the plan that is open;
/// see models/edit.
class Plan {
public:
    Plan();
    ~Plan();
    Plan(const Plan &other);
    Plan &operator=(const Plan &other);

    template <typename T>
    const Rows<T> &rows() const
    {
        return static_cast<const Rows<T> &>(table(tableOf<T>));
    }
    const AnyRows &table(TableId table) const { return *m_tables[static_cast<size_t>(table)]; }
    /// For changing it; holds until the plan is copied.
    AnyRows &table(TableId table) { return *m_tables[static_cast<size_t>(table)]; }

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
        std::vector<RankedRow> ranked;
        ranked.reserve(static_cast<size_t>(list.size()));
        for (const T *row : list)
            ranked.push_back({row->position, row->id.row, row});
        sortByRank(ranked);
        for (size_t i = 0; i < ranked.size(); ++i)
            list[static_cast<qsizetype>(i)] = static_cast<const T *>(ranked[i].row);
    }

    /// Tables by TableId, shared by the copies of a plan until one of them changes a table.
    std::array<QSharedDataPointer<AnyRows>, tableCount> m_tables;
};

} // namespace shisaku
