// SPDX-License-Identifier: GPL-3.0-or-later
// A ChangeSet (変更のまとまり): the one way a plan changes. Undo, editions, comparison and merging are all derived from it.
#pragma once

#include "models/plan/plan.h"

namespace shisaku {

/// A new value for one field of a row.
struct FieldChange {
    int field = 0; ///< Index in the table's field list.
    Value value;

    friend bool operator==(const FieldChange &, const FieldChange &) = default;
};

/// What happens to one row. An added row has no `before`, a removed one no `after`; both then list every field. A changed
/// row lists the changed fields only, the same ones on both sides.
struct RowChange {
    TableId table = TableId::PlanInfo;
    RowId row;
    std::optional<QList<FieldChange>> before;
    std::optional<QList<FieldChange>> after;

    bool isInsert() const { return !before; }
    bool isRemove() const { return !after; }

    friend bool operator==(const RowChange &, const RowChange &) = default;
};

struct ChangeSet {
    QString title; ///< As a person understands it: 「施策46の目標を変更」.
    QList<RowChange> rows;
    bool restores = false; ///< Brings back what a plan held: the ranges of entry do not bind it.

    bool isEmpty() const { return rows.isEmpty(); }
    /// Whether it changes rows of one of these tables.
    bool touches(const QList<TableId> &tables) const;
};

/// The ChangeSet that takes everything back, in reverse order. inverse(inverse(c)) is c.
ChangeSet inverse(const ChangeSet &change);

/// Applies a change that is known to fit; false (and the plan is then of no use) when it does not.
bool applyTo(Plan &plan, const ChangeSet &change);

/// The change that turns `from` into `to`, in table order: removed rows last first, so that parts go before wholes.
ChangeSet difference(const Plan &from, const Plan &to);

/// Joins consecutive changes into one that has the same effect: later values win, rows added and removed again vanish.
ChangeSet merged(const QList<ChangeSet> &changes);

/// Collects row changes by type. Old values are left out: PlanDocument::apply fills them in from the plan.
class ChangeBuilder {
public:
    explicit ChangeBuilder(QString title) { m_change.title = std::move(title); }

    template <auto Member, typename T>
    ChangeBuilder &set(Id<T> id, const typename fields::MemberOf<decltype(Member)>::Type &value)
    {
        static_assert(std::is_same_v<T, typename fields::MemberOf<decltype(Member)>::Row>);
        T row;
        row.*Member = value;
        return set(tableOf<T>, id.row, fieldIndex<Member>(), fieldOf<Member>().read(&row));
    }
    ChangeBuilder &set(TableId table, RowId row, int field, const Value &value);

    /// Adds a row as it stands; its id must be set.
    template <typename T>
    ChangeBuilder &insert(const T &row)
    {
        FieldValues values;
        for (const Field &field : FieldsOf<T>::list)
            values.push_back(field.read(&row));
        return insert(tableOf<T>, row.id.row, values);
    }
    ChangeBuilder &insert(TableId table, RowId row, const FieldValues &values);

    template <typename T>
    ChangeBuilder &remove(Id<T> id)
    {
        return remove(tableOf<T>, id.row);
    }
    ChangeBuilder &remove(TableId table, RowId row);

    /// Adds what another change does to rows.
    ChangeBuilder &add(const ChangeSet &change);

    bool isEmpty() const { return m_change.isEmpty(); }
    ChangeSet build() && { return std::move(m_change); }

private:
    ChangeSet m_change;
};

} // namespace shisaku
