// SPDX-License-Identifier: GPL-3.0-or-later
// Rows for tests, with ids and places that nobody has to think of.
#pragma once

#include "models/change/change_set.h"

namespace shisaku {

/// A row with an id of its own at `position`.
template <typename T>
T made(const QString &position = QStringLiteral("V"))
{
    static const IdSource ids = randomIds();
    T row;
    row.id = Id<T>(ids());
    row.position = position;
    return row;
}

/// The change that adds these rows.
template <typename... Rows>
ChangeSet insertionOf(const Rows &...rows)
{
    ChangeBuilder change(QStringLiteral("追加"));
    (change.insert(rows), ...);
    return std::move(change).build();
}

/// Grows a plan row by row; positions follow the order of the calls. What breaks a rule of entry may be put in as well: files
/// come from anywhere.
class RowMaker {
public:
    /// Without a source of ids they are 1, 2, 3 …, so that tests repeat.
    explicit RowMaker(IdSource ids = {}) : m_ids(std::move(ids)) {}

    /// The row with an id and a place behind the one before.
    template <typename T>
    T made(T row = {})
    {
        ++m_last;
        row.id = Id<T>(m_ids ? m_ids() : RowId{m_last});
        row.position = QStringLiteral("%1z").arg(m_last, 8, 10, QLatin1Char('0'));
        return row;
    }
    template <typename T>
    Id<T> add(const T &row)
    {
        return insert(made(row));
    }
    /// Adds a row as it stands.
    template <typename T>
    Id<T> insert(const T &row)
    {
        m_change.insert(row);
        return row.id;
    }

    ChangeSet change() && { return std::move(m_change).build(); }
    Plan plan() &&
    {
        Plan plan;
        if (!applyTo(plan, std::move(m_change).build()))
            qFatal("the plan of the test does not fit together");
        return plan;
    }

private:
    IdSource m_ids;
    quint64 m_last = 0;
    ChangeBuilder m_change{QStringLiteral("計画を作成")};
};

} // namespace shisaku
