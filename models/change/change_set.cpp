// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/change/change_set.h"

namespace shisaku {

namespace {
QList<FieldChange> allFields(const FieldValues &values)
{
    QList<FieldChange> list;
    list.reserve(static_cast<qsizetype>(values.size()));
    for (size_t i = 0; i < values.size(); ++i)
        list.append({static_cast<int>(i), values[i]});
    return list;
}

FieldValues rowOf(TableId table, const QList<FieldChange> &fields)
{
    FieldValues values;
    for (const Field &field : tableInfo(table).fields)
        values.push_back(emptyValue(field.kind));
    for (const FieldChange &change : fields)
        values[static_cast<size_t>(change.field)] = change.value;
    return values;
}

RowChange inserted(TableId table, RowId row, const FieldValues &values)
{
    return {table, row, std::nullopt, allFields(values)};
}

RowChange removed(TableId table, RowId row, const FieldValues &values)
{
    return {table, row, allFields(values), std::nullopt};
}

std::optional<RowChange> changed(TableId table, RowId row, const FieldValues &old, const FieldValues &now)
{
    RowChange change{table, row, QList<FieldChange>(), QList<FieldChange>()};
    for (size_t i = 0; i < old.size(); ++i) {
        if (old[i] == now[i])
            continue;
        change.before->append({static_cast<int>(i), old[i]});
        change.after->append({static_cast<int>(i), now[i]});
    }
    return change.after->isEmpty() ? std::nullopt : std::optional(change);
}

/// Puts `later` fields over `fields`.
void overlay(QList<FieldChange> &fields, const QList<FieldChange> &later)
{
    for (const FieldChange &change : later) {
        const auto same = std::find_if(fields.begin(), fields.end(), [&](const FieldChange &f) { return f.field == change.field; });
        if (same != fields.end())
            same->value = change.value;
        else
            fields.append(change);
    }
}

/// Adds those of `earlier` that `fields` does not name yet.
void underlay(QList<FieldChange> &fields, const QList<FieldChange> &earlier)
{
    for (const FieldChange &change : earlier) {
        if (std::none_of(fields.begin(), fields.end(), [&](const FieldChange &f) { return f.field == change.field; }))
            fields.append(change);
    }
}
} // namespace

bool ChangeSet::touches(const QList<TableId> &tables) const
{
    return std::any_of(rows.begin(), rows.end(), [&](const RowChange &row) { return tables.contains(row.table); });
}

ChangeSet inverse(const ChangeSet &change)
{
    ChangeSet result{change.title, {}};
    result.rows.reserve(change.rows.size());
    for (auto row = change.rows.crbegin(); row != change.rows.crend(); ++row)
        result.rows.append({row->table, row->row, row->after, row->before});
    return result;
}

bool applyTo(Plan &plan, const ChangeSet &change)
{
    for (const RowChange &row : change.rows) {
        AnyRows &table = plan.table(row.table);
        if (row.isInsert()) {
            if (!row.after || !table.insert(row.row, rowOf(row.table, *row.after)))
                return false;
        } else if (!table.contains(row.row)) {
            return false;
        } else if (row.isRemove()) {
            table.remove(row.row);
        } else {
            for (const FieldChange &field : *row.after) {
                if (!table.set(row.row, field.field, field.value))
                    return false;
            }
        }
    }
    return true;
}

ChangeSet difference(const Plan &from, const Plan &to)
{
    ChangeSet change;
    QList<RowChange> removals;
    for (const TableInfo &info : allTables()) {
        const AnyRows &old = from.table(info.id);
        const AnyRows &now = to.table(info.id);
        for (qsizetype i = 0; i < now.size(); ++i) {
            const RowId row = now.idAt(i);
            if (!old.contains(row))
                change.rows.append(inserted(info.id, row, now.values(row)));
            else if (const auto update = changed(info.id, row, old.values(row), now.values(row)))
                change.rows.append(*update);
        }
        for (qsizetype i = 0; i < old.size(); ++i) {
            const RowId row = old.idAt(i);
            if (!now.contains(row))
                removals.prepend(removed(info.id, row, old.values(row)));
        }
    }
    change.rows += removals;
    return change;
}

ChangeSet merged(const QList<ChangeSet> &changes)
{
    ChangeSet result;
    QHash<quint64, qsizetype> place;
    QList<bool> dropped;
    for (const ChangeSet &change : changes) {
        result.title = change.title;
        for (const RowChange &row : change.rows) {
            const auto known = place.constFind(row.row.bits);
            if (known == place.constEnd()) {
                place.insert(row.row.bits, result.rows.size());
                result.rows.append(row);
                dropped.append(false);
                continue;
            }
            RowChange &earlier = result.rows[*known];
            if (row.isInsert()) { // removed before, now there again
                earlier.after = row.after;
            } else if (row.isRemove()) {
                if (earlier.isInsert()) {
                    dropped[*known] = true;
                    place.remove(row.row.bits);
                    continue;
                }
                // What was there before all of it: the fields as removed, under the ones changed earlier.
                QList<FieldChange> before = *earlier.before;
                underlay(before, *row.before);
                std::sort(before.begin(), before.end(), [](const auto &a, const auto &b) { return a.field < b.field; });
                // A removal must not come earlier than the changes of rows that still referred to it.
                dropped[*known] = true;
                place.insert(row.row.bits, result.rows.size());
                result.rows.append({row.table, row.row, before, std::nullopt});
                dropped.append(false);
            } else {
                overlay(*earlier.after, *row.after);
                if (earlier.before)
                    underlay(*earlier.before, *row.before);
            }
        }
    }
    QList<RowChange> kept;
    for (qsizetype i = 0; i < result.rows.size(); ++i) {
        if (!dropped[i] && result.rows[i].before != result.rows[i].after)
            kept.append(result.rows[i]);
    }
    result.rows = kept;
    return result;
}

ChangeBuilder &ChangeBuilder::set(TableId table, RowId row, int field, const Value &value)
{
    for (RowChange &known : m_change.rows) {
        if (known.row == row && known.after && !known.isInsert()) {
            overlay(*known.after, {{field, value}});
            return *this;
        }
    }
    m_change.rows.append({table, row, QList<FieldChange>(), QList<FieldChange>{{field, value}}});
    return *this;
}

ChangeBuilder &ChangeBuilder::insert(TableId table, RowId row, const FieldValues &values)
{
    m_change.rows.append(inserted(table, row, values));
    return *this;
}

ChangeBuilder &ChangeBuilder::add(const ChangeSet &change)
{
    m_change.rows += change.rows;
    return *this;
}

ChangeBuilder &ChangeBuilder::remove(TableId table, RowId row)
{
    m_change.rows.append({table, row, QList<FieldChange>(), std::nullopt});
    return *this;
}

} // namespace shisaku
