// SPDX-License-Identifier: GPL-3.0-or-later
// The rows of one table, found by id and by what they refer to.
#pragma once

#include "models/plan/tables.h"

#include <QHash>
#include <QList>
#include <QSharedData>

#include <vector>

namespace shisaku {

/// Field values in the order of a table's field list.
using FieldValues = std::vector<Value>;

/// A table without its type: what loading, applying and comparing need.
class AnyRows : public QSharedData {
public:
    virtual ~AnyRows() = default;

    virtual AnyRows *clone() const = 0;

    virtual TableId table() const = 0;
    virtual qsizetype size() const = 0;
    virtual RowId idAt(qsizetype index) const = 0;
    bool contains(RowId id) const { return m_index.contains(id.bits); }

    /// The value of a field of an existing row.
    Value value(RowId id, int field) const { return fields()[static_cast<size_t>(field)].read(row(id)); }
    FieldValues values(RowId id) const;

    /// Adds a row. `values` follow the field list; false when one is malformed or the id is taken (nothing is added).
    bool insert(RowId id, const FieldValues &values);
    /// False when the value is malformed; the row is then unchanged.
    bool set(RowId id, int field, const Value &value);
    void remove(RowId id);

    /// Ids of the rows whose reference, owner or any-row field holds `target`; in no particular order.
    const QList<RowId> &referring(int field, RowId target) const;

    std::span<const Field> fields() const { return tableInfo(table()).fields; }

protected:
    virtual const void *row(RowId id) const = 0;
    virtual void *row(RowId id) = 0;
    virtual void *append(RowId id) = 0;
    virtual void removeLast() = 0;
    /// Moves the last row to `index` and drops the last place.
    virtual void swapOut(qsizetype index) = 0;

    qsizetype indexOf(RowId id) const { return m_index.value(id.bits, -1); }

private:
    void link(RowId id);
    void unlink(RowId id);
    std::optional<RowId> linkTarget(const void *row, size_t field) const;

    QHash<quint64, qsizetype> m_index;
    std::vector<QHash<quint64, QList<RowId>>> m_links; // per field; empty for fields that are no links
};

/// The rows of T's table. Their order is of no meaning: `position` orders them, within whatever a view groups by.
/// Pointers to rows hold until the next change of the table.
template <typename T>
class Rows final : public AnyRows {
public:
    AnyRows *clone() const override { return new Rows(*this); }
    TableId table() const override { return tableOf<T>; }
    qsizetype size() const override { return static_cast<qsizetype>(m_rows.size()); }
    RowId idAt(qsizetype index) const override { return m_rows[static_cast<size_t>(index)].id.row; }

    const T *find(Id<T> id) const
    {
        const qsizetype index = indexOf(id.row);
        return index < 0 ? nullptr : &m_rows[static_cast<size_t>(index)];
    }

    auto begin() const { return m_rows.begin(); }
    auto end() const { return m_rows.end(); }

protected:
    const void *row(RowId id) const override { return &m_rows[static_cast<size_t>(indexOf(id))]; }
    void *row(RowId id) override { return &m_rows[static_cast<size_t>(indexOf(id))]; }
    void *append(RowId id) override
    {
        T &row = m_rows.emplace_back();
        row.id = Id<T>(id);
        return &row;
    }
    void removeLast() override { m_rows.pop_back(); }
    void swapOut(qsizetype index) override
    {
        if (index + 1 != size())
            m_rows[static_cast<size_t>(index)] = std::move(m_rows.back());
        m_rows.pop_back();
    }

private:
    std::vector<T> m_rows;
};

} // namespace shisaku

template <>
inline shisaku::AnyRows *QSharedDataPointer<shisaku::AnyRows>::clone()
{
    return d->clone();
}
