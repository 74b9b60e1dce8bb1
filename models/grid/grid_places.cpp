// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/grid/grid_places.h"

#include <algorithm>

namespace shisaku {

qsizetype GridPlaces::indexOf(RowId id) const
{
    const auto found = std::find_if(m_rows.begin(), m_rows.end(), [id](const GridRow &row) { return row.id == id; });
    return found == m_rows.end() ? -1 : found - m_rows.begin();
}

qsizetype GridPlaces::wholeOf(qsizetype index) const
{
    for (qsizetype above = index - 1; index >= 0 && above >= 0; --above) {
        if (m_rows[above].level < m_rows[index].level)
            return above;
    }
    return -1;
}

qsizetype GridPlaces::upTo(qsizetype index, int kind) const
{
    while (index >= 0 && m_rows[index].kind != kind)
        index = wholeOf(index);
    return index;
}

QList<RowId> GridPlaces::below(qsizetype whole, int kind) const
{
    const int level = whole < 0 ? 0 : m_rows[whole].level + 1;
    QList<RowId> ids;
    for (qsizetype i = whole + 1; i < m_rows.size() && m_rows[i].level >= level; ++i) {
        if (m_rows[i].level == level && m_rows[i].kind == kind)
            ids << m_rows[i].id;
    }
    return ids;
}

FieldValues newValues(const Plan &plan, const GridKind &kind, const Owner &whole)
{
    const auto fields = tableInfo(kind.table).fields;
    FieldValues values;
    for (const Field &field : fields)
        values.push_back(emptyValue(field.kind));
    for (const FieldChange &field : kind.initial)
        values[static_cast<size_t>(field.field)] = field.value;
    if (kind.whole >= 0 && !whole.isNull())
        values[static_cast<size_t>(kind.whole)] = fields[static_cast<size_t>(kind.whole)].kind == FieldKind::Owner
                                                      ? Value(whole.toText())
                                                      : Value(whole.row);
    if (kind.begin)
        kind.begin(plan, whole.row, values);
    return values;
}

Owner ownerAt(const GridShape &shape, const GridPlaces &places, qsizetype index)
{
    return index < 0 ? Owner() : Owner(shape.kind(places.rows()[index].kind).table, places.idAt(index));
}

} // namespace shisaku
