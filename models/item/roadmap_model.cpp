// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/item/roadmap_model.h"

#include "models/survey/survey_items.h"

#include <algorithm>

namespace shisaku {

namespace {
using Kind = RoadmapNode::Kind;

/// Fields that only change how a row looks, not where it stands.
bool isAppearance(TableId table, int field)
{
    switch (table) {
    case TableId::Phase:
        return field != fieldIndex<&Phase::position>() && field != fieldIndex<&Phase::initiative>();
    case TableId::Milestone:
        return field != fieldIndex<&Milestone::position>() && field != fieldIndex<&Milestone::initiative>();
    case TableId::Initiative:
        return field != fieldIndex<&Initiative::position>() && field != fieldIndex<&Initiative::measure>();
    case TableId::Measure:
        return field == fieldIndex<&Measure::title>() || field == fieldIndex<&Measure::short_title>()
               || field == fieldIndex<&Measure::number>();
    default:
        return false;
    }
}

bool isShown(TableId table)
{
    switch (table) {
    case TableId::PlanInfo:
    case TableId::Choice:
    case TableId::Classification:
    case TableId::Category:
    case TableId::Department:
    case TableId::Measure:
    case TableId::Membership:
    case TableId::Responsibility:
    case TableId::Initiative:
    case TableId::Phase:
    case TableId::Milestone:
        return true;
    default:
        return false;
    }
}

/// The rows that a changed row refers to or did refer to.
QSet<RowId> wholesOf(const Plan &plan, const RowChange &change, int field)
{
    QSet<RowId> wholes;
    for (const auto &side : {change.before, change.after}) {
        for (const FieldChange &value : side.value_or(QList<FieldChange>())) {
            if (value.field == field)
                wholes.insert(std::get<RowId>(value.value));
        }
    }
    if (plan.table(change.table).contains(change.row))
        wholes.insert(std::get<RowId>(plan.table(change.table).value(change.row, field)));
    return wholes;
}

} // namespace

void RoadmapModel::rebuild(const Plan &plan)
{
    m_plan = &plan;
    m_rows.forget({});
    emit contentChanged({});
    build();
}

void RoadmapModel::build()
{
    beginResetModel();
    m_tree = m_plan ? buildRoadmap(*m_plan, buildTree(*m_plan, m_grouping, onlyWorkedOut(*m_plan, m_filter)), &m_rows)
                    : RoadmapTree();
    endResetModel();
}

bool RoadmapModel::changesStructure(const RowChange &change) const
{
    if (change.isInsert() || change.isRemove())
        return true;
    for (const FieldChange &field : *change.after) {
        if (!isAppearance(change.table, field.field))
            return true;
    }
    return false;
}

void RoadmapModel::tellContent(const ChangeSet &change)
{
    QSet<RowId> rows;
    for (const RowChange &row : change.rows) {
        if (row.table == TableId::Measure) {
            rows.insert(row.row);
        } else if (row.table == TableId::Initiative) {
            rows.insert(row.row);
            rows.unite(wholesOf(*m_plan, row, fieldIndex<&Initiative::measure>()));
        } else if (row.table == TableId::Phase || row.table == TableId::Milestone) {
            const int whole = row.table == TableId::Phase ? fieldIndex<&Phase::initiative>() : fieldIndex<&Milestone::initiative>();
            for (RowId id : wholesOf(*m_plan, row, whole)) {
                rows.insert(id);
                if (const Initiative *initiative = m_plan->find(Id<Initiative>(id)))
                    rows.insert(initiative->measure.row);
            }
        }
    }
    if (rows.isEmpty())
        return;
    m_rows.forget(rows);
    emit contentChanged(rows);
}

void RoadmapModel::follow(const ChangeSet &change)
{
    tellContent(change);
    if (touchesSurvey(change)) {
        emit progressChanged();
        if (m_grouping.by == Grouping::By::Status) {
            build();
            return;
        }
    }
    QSet<RowId> touched;
    for (const RowChange &row : change.rows) {
        if (!isShown(row.table))
            continue;
        if (changesStructure(row)) {
            build();
            return;
        }
        touched.insert(row.row);
    }
    if (touched.isEmpty())
        return;
    for (size_t i = 1; i < m_tree.nodes.size(); ++i) {
        if (touched.contains(m_tree.nodes[i].row)) {
            const QModelIndex changed = indexOf(static_cast<int>(i));
            emit dataChanged(changed, changed);
        }
    }
}

void RoadmapModel::setGrouping(const Grouping &grouping)
{
    if (grouping == m_grouping)
        return;
    m_grouping = grouping;
    build();
}

void RoadmapModel::setFilter(MeasureFilter filter)
{
    m_filter = std::move(filter);
    build();
}

QModelIndex RoadmapModel::indexOf(int node) const
{
    if (node <= 0 || node >= static_cast<int>(m_tree.nodes.size()))
        return {};
    return createIndex(node - m_tree.at(m_tree.at(node).parent).firstChild, 0, static_cast<quintptr>(node));
}

int RoadmapModel::homeOf(Id<Measure> measure) const
{
    int found = -1;
    for (size_t i = 1; i < m_tree.nodes.size(); ++i) {
        const RoadmapNode &node = m_tree.nodes[i];
        if (node.kind != Kind::Measure || node.row != measure.row)
            continue;
        if (!node.repeat)
            return static_cast<int>(i);
        found = static_cast<int>(i);
    }
    return found;
}

Id<Measure> RoadmapModel::measureOf(int node) const
{
    const int measure = node > 0 ? m_tree.above(node, Kind::Measure) : -1;
    return measure < 0 ? Id<Measure>() : Id<Measure>(m_tree.at(measure).row);
}

QModelIndex RoadmapModel::index(int row, int column, const QModelIndex &parent) const
{
    if (m_tree.nodes.empty() || column != 0 || row < 0 || row >= rowCount(parent))
        return {};
    return createIndex(row, 0, static_cast<quintptr>(m_tree.at(nodeOf(parent)).firstChild + row));
}

QModelIndex RoadmapModel::parent(const QModelIndex &index) const
{
    return index.isValid() ? indexOf(m_tree.at(nodeOf(index)).parent) : QModelIndex();
}

int RoadmapModel::rowCount(const QModelIndex &parent) const
{
    return m_tree.nodes.empty() || parent.column() > 0 ? 0 : m_tree.at(nodeOf(parent)).childCount;
}

int RoadmapModel::columnCount(const QModelIndex &) const
{
    return 1;
}

QVariant RoadmapModel::data(const QModelIndex &index, int role) const
{
    if (!index.isValid() || !m_plan)
        return {};
    const int node = nodeOf(index);
    switch (role) {
    case Qt::DisplayRole:
        return titleOf(*m_plan, m_tree, node);
    case Qt::ToolTipRole:
    case Qt::AccessibleTextRole:
        return describe(*m_plan, m_tree, node);
    case TableRole:
        return static_cast<int>(m_tree.at(node).table);
    case RowRole:
        return m_tree.at(node).row.bits;
    case MeasureRole:
        return measureOf(node).row.bits;
    default:
        return {};
    }
}

} // namespace shisaku
