// SPDX-License-Identifier: GPL-3.0-or-later
// Which rows a GridModel shows and in which order, and how they follow the plan.
#include "models/item/grid_model.h"

#include <algorithm>
#include <utility>

namespace shisaku {

namespace {
constexpr int mostStretches = 20;

/// How many stretches of rows are not among the known ones.
int stretches(const QList<GridRow> &rows, const QSet<RowId> &known)
{
    int count = 0;
    bool inside = false;
    for (const GridRow &row : rows) {
        const bool unknown = !known.contains(row.id);
        count += unknown && !inside ? 1 : 0;
        inside = unknown;
    }
    return count;
}
} // namespace

void GridModel::readRows()
{
    m_follower.setTables(m_shape.tablesRead());
    for (GridColumn &column : m_shape.columns)
        column.header = column.head ? column.head(m_document->plan()) : column.header;
    m_inPlan = m_shape.rows(m_document->plan());
    m_rows = passing(m_order);
    keepPlaces();
    m_totals = currentTotals();
}

QList<GridRow> GridModel::passing(const GridOrder &order) const
{
    QList<GridRow> rows = m_inPlan;
    if (m_filter)
        rows.removeIf([this](const GridRow &row) { return !m_filter(row.id); });
    return ordered(m_document->plan(), m_shape, rows, order);
}

void GridModel::setFilter(std::function<bool(RowId)> filter)
{
    m_filter = std::move(filter);
    applyOrder();
}

void GridModel::setOrder(const GridOrder &order)
{
    const bool another = !(order == m_order);
    m_order = order;
    m_inPlan = m_shape.rows(m_document->plan());
    arrange(passing(m_order));
    syncTotals();
    tellCells(recordCount(), rowCount() - 1);
    if (another)
        emit orderChanged();
}

void GridModel::clearColumnFilters()
{
    GridOrder all = m_order;
    all.kept.clear();
    setOrder(all);
}

QList<ColumnValue> GridModel::valuesOf(int column) const
{
    GridOrder others = m_order;
    others.column = -1;
    others.kept.remove(column);
    return columnValues(m_document->plan(), m_shape, passing(others), column);
}

int GridModel::ownAmong(const QList<GridRow> &rows)
{
    return static_cast<int>(std::count_if(rows.begin(), rows.end(), [](const GridRow &row) { return row.kind == 0; }));
}

bool GridModel::holds(RowId record) const
{
    return std::any_of(m_inPlan.begin(), m_inPlan.end(), [record](const GridRow &row) { return row.id == record; });
}

void GridModel::keepPlaces()
{
    m_places.clear();
    m_places.reserve(m_rows.size());
    for (int i = 0; i < m_rows.size(); ++i)
        m_places.insert(m_rows[i].id, i);
}

void GridModel::follow(const ChangeSet &change)
{
    if (!m_shape.changesRows || m_shape.changesRows(change))
        syncRows();
    syncTotals();
    syncHeads();
    const QList<TableId> readByAll = m_shape.tablesReadByAll();
    QList<int> rows;
    for (const RowChange &row : change.rows) {
        const int shown = m_shape.kindOf(row.table) < 0 || readByAll.contains(row.table) ? -1 : rowOf(row.row);
        if (shown < 0)
            return tellCells(0, rowCount() - 1); // which cells come from it nobody can tell
        rows << shown;
    }
    if (m_shape.showingOthers && change.touches({m_shape.table})) {
        for (const RowId id : m_shape.showingOthers(m_document->plan())) {
            if (const int row = rowOf(id); row >= 0)
                rows << row;
        }
    }
    for (const int row : std::as_const(rows))
        tellCells(row, row);
    tellCells(recordCount(), rowCount() - 1);
}

void GridModel::syncHeads()
{
    for (int i = 0; i < columnCount(); ++i) {
        GridColumn &column = m_shape.columns[i];
        const QString head = column.head ? column.head(m_document->plan()) : column.header;
        if (std::exchange(column.header, head) != head)
            emit headerDataChanged(Qt::Horizontal, i, i);
    }
}

void GridModel::tellCells(int first, int last)
{
    if (first <= last && columnCount() > 0)
        emit dataChanged(index(first, 0), index(last, columnCount() - 1));
}

/// Rows that were looked at stay where they are while the grid is sorted or filtered; new ones come behind the row before them.
void GridModel::syncRows()
{
    const QList<GridRow> inPlan = m_shape.rows(m_document->plan());
    if (inPlan == m_inPlan)
        return;
    const QSet<RowId> known = [this] {
        QSet<RowId> ids;
        for (const GridRow &row : std::as_const(m_inPlan))
            ids.insert(row.id);
        return ids;
    }();
    m_inPlan = inPlan;
    QSet<RowId> there;
    for (const GridRow &row : inPlan)
        there.insert(row.id);
    QList<GridRow> wanted;
    if (isInPlanOrder()) {
        wanted = inPlan;
    } else {
        wanted = m_rows;
        wanted.removeIf([&there](const GridRow &row) { return !there.contains(row.id); });
        qsizetype behind = -1; // the place of the last row of the plan that is shown
        QHash<RowId, qsizetype> places;
        for (qsizetype i = 0; i < wanted.size(); ++i)
            places.insert(wanted[i].id, i);
        QList<std::pair<qsizetype, GridRow>> added; // behind which place
        for (const GridRow &row : inPlan) {
            if (const auto place = places.constFind(row.id); place != places.constEnd()) {
                behind = *place;
                wanted[behind] = row; // its level may be another
            } else if (!known.contains(row.id)) {
                added.append({behind, row});
            }
        }
        for (auto row = added.crbegin(); row != added.crend(); ++row)
            wanted.insert(row->first + 1, row->second);
    }
    // Rows that come or go in many places are told as one, for each place costs the whole grid.
    if (stretches(m_rows, there) + stretches(wanted, QSet<RowId>(m_places.keyBegin(), m_places.keyEnd())) > mostStretches)
        return arrange(wanted);
    removeGone(there);
    QList<GridRow> kept = wanted;
    kept.removeIf([this](const GridRow &row) { return !m_places.contains(row.id); });
    arrange(kept);
    insertNew(wanted);
}

void GridModel::removeGone(const QSet<RowId> &wanted)
{
    for (int last = recordCount() - 1; last >= 0; --last) {
        if (wanted.contains(m_rows[last].id))
            continue;
        int first = last;
        while (first > 0 && !wanted.contains(m_rows[first - 1].id))
            --first;
        beginRemoveRows({}, first, last);
        m_rows.remove(first, last - first + 1);
        keepPlaces();
        endRemoveRows();
        last = first;
    }
}

/// Other rows, or the same in another order, told at once so that the current one stays current.
void GridModel::arrange(const QList<GridRow> &rows)
{
    if (rows == m_rows)
        return;
    const bool same = std::equal(rows.begin(), rows.end(), m_rows.begin(), m_rows.end(),
                                 [](const GridRow &a, const GridRow &b) { return a.id == b.id; });
    if (same) { // other levels only
        m_rows = rows;
        return tellCells(0, recordCount() - 1);
    }
    emit layoutAboutToBeChanged({}, VerticalSortHint);
    const QModelIndexList before = persistentIndexList();
    const QList<GridRow> old = std::exchange(m_rows, rows);
    keepPlaces();
    QModelIndexList after;
    for (const QModelIndex &cell : before) {
        const qsizetype row = cell.row() < old.size() ? rowOf(old[cell.row()].id) : cell.row() - old.size() + rows.size();
        after << (row < 0 ? QModelIndex() : index(static_cast<int>(row), cell.column()));
    }
    changePersistentIndexList(before, after);
    emit layoutChanged({}, VerticalSortHint);
}

void GridModel::insertNew(const QList<GridRow> &wanted)
{
    for (int first = 0; first < wanted.size(); ++first) {
        if (m_places.contains(wanted[first].id))
            continue;
        int last = first;
        while (last + 1 < wanted.size() && !m_places.contains(wanted[last + 1].id))
            ++last;
        beginInsertRows({}, first, last);
        m_rows = m_rows.first(first) + wanted.sliced(first, last - first + 1) + m_rows.sliced(first);
        keepPlaces();
        endInsertRows();
        first = last;
    }
}

QList<GridTotal> GridModel::currentTotals() const
{
    if (!m_shape.totals)
        return {};
    QList<RowId> shown;
    for (const GridRow &row : m_rows)
        shown << row.id;
    return m_shape.totals(m_document->plan(), shown);
}

void GridModel::syncTotals()
{
    const QList<GridTotal> totals = currentTotals();
    const int first = recordCount();
    const int before = static_cast<int>(m_totals.size());
    const int after = static_cast<int>(totals.size());
    if (after < before) {
        beginRemoveRows({}, first + after, first + before - 1);
        m_totals.resize(after);
        endRemoveRows();
    } else if (after > before) {
        beginInsertRows({}, first + before, first + after - 1);
        m_totals = totals;
        endInsertRows();
    }
    m_totals = totals;
}

} // namespace shisaku
