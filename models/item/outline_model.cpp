// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/item/outline_model.h"

#include "models/item/tool_tip.h"
#include "models/order/measure_counts.h"
#include "models/plan/ending.h"
#include "models/plan/series.h"
#include "models/results/survey_counts.h"

namespace shisaku {

namespace {
Id<Survey> answeredSurvey(const Plan &plan)
{
    const Survey *survey = newestAnsweredSurvey(plan);
    return survey ? survey->id : Id<Survey>();
}

bool changesTree(const RowChange &change)
{
    switch (change.table) {
    case TableId::Category:
    case TableId::Classification:
    case TableId::Membership:
    case TableId::Responsibility:
    case TableId::Department:
    case TableId::Choice:
        return true;
    case TableId::Measure:
        if (change.isInsert() || change.isRemove())
            return true;
        return std::any_of(change.after->begin(), change.after->end(), [](const FieldChange &field) {
            return field.field == fieldIndex<&Measure::position>() || field.field == fieldIndex<&Measure::kind>()
                   || field.field == fieldIndex<&Measure::horizon>();
        });
    default:
        return false;
    }
}
} // namespace

void OutlineModel::rebuild(const Plan &plan)
{
    m_plan = &plan;
    build();
}

void OutlineModel::setGrouping(const Grouping &grouping)
{
    if (grouping == m_grouping)
        return;
    m_grouping = grouping;
    build();
}

void OutlineModel::setFilter(MeasureFilter filter)
{
    m_filter = std::move(filter);
    build();
}

void OutlineModel::follow(const ChangeSet &change)
{
    const bool progress = touchesSurvey(change);
    if ((progress && m_grouping.by == Grouping::By::Status) || std::any_of(change.rows.begin(), change.rows.end(), changesTree)) {
        build();
        return;
    }
    if (progress) {
        m_survey = answeredSurvey(*m_plan);
        for (const GroupNode *node : std::as_const(m_measures))
            emit dataChanged(indexOf(*node), indexOf(*node).siblingAtColumn(Count));
    }
    for (const RowChange &row : change.rows) {
        if (row.table != TableId::Measure)
            continue;
        for (const GroupNode *node : m_measures.values(Id<Measure>(row.row)))
            emit dataChanged(indexOf(*node), indexOf(*node));
    }
}

void OutlineModel::build()
{
    beginResetModel();
    m_places.clear();
    m_measures.clear();
    m_survey = m_plan ? answeredSurvey(*m_plan) : Id<Survey>();
    m_root = m_plan ? buildTree(*m_plan, m_grouping, m_filter) : GroupNode();
    index(m_root);
    endResetModel();
}

void OutlineModel::index(const GroupNode &node)
{
    int row = 0;
    for (const GroupNode &child : node.children) {
        m_places.insert(&child, {&node, row++});
        if (child.kind == GroupNode::Kind::Measure)
            m_measures.insert(child.measure, &child);
        index(child);
    }
}

const GroupNode &OutlineModel::nodeOf(const QModelIndex &index) const
{
    return index.isValid() ? *static_cast<const GroupNode *>(index.constInternalPointer()) : m_root;
}

QModelIndex OutlineModel::indexOf(const GroupNode &node) const
{
    return &node == &m_root ? QModelIndex() : createIndex(m_places.value(&node).row, Title, &node);
}

QModelIndex OutlineModel::homeOf(Id<Measure> measure) const
{
    const QList<const GroupNode *> nodes = m_measures.values(measure);
    for (const GroupNode *node : nodes) {
        if (!node->repeat)
            return indexOf(*node);
    }
    return nodes.isEmpty() ? QModelIndex() : indexOf(*nodes.first());
}

Id<Measure> OutlineModel::measureAt(const QModelIndex &index)
{
    return Id<Measure>(RowId{index.data(MeasureRole).toULongLong()});
}

QModelIndex OutlineModel::index(int row, int column, const QModelIndex &parent) const
{
    if (!hasIndex(row, column, parent))
        return {};
    return createIndex(row, column, &nodeOf(parent).children[static_cast<size_t>(row)]);
}

QModelIndex OutlineModel::parent(const QModelIndex &index) const
{
    return index.isValid() ? indexOf(*m_places.value(&nodeOf(index)).parent) : QModelIndex();
}

int OutlineModel::rowCount(const QModelIndex &parent) const
{
    return parent.column() > 0 ? 0 : static_cast<int>(nodeOf(parent).children.size());
}

int OutlineModel::columnCount(const QModelIndex &) const
{
    return ColumnCount;
}

QString OutlineModel::textOf(const GroupNode &node) const
{
    if (node.kind == GroupNode::Kind::Group)
        return node.code.isEmpty() ? node.label : node.code + QChar(u' ') + node.label;
    const Measure *measure = m_plan->find(node.measure);
    if (!measure)
        return {};
    const QString number = shownNumber(*measure, node.repeat);
    const QString title = nameMark(*measure) + measure->shownTitle(); // in front, for long titles are cut
    return number.isEmpty() ? title : number + QChar(u' ') + title;
}

QStringList OutlineModel::statusesOf(const GroupNode &node) const
{
    if (m_survey.isNull() || node.measure.isNull())
        return {};
    return countsInMarks(*m_plan, countStatuses(*m_plan, m_survey, node.measure));
}

/// 「進捗（令和6年3月31日現在）：順調2・遅延1」
QString OutlineModel::progressOf(const GroupNode &node) const
{
    const Survey *survey = node.measure.isNull() ? nullptr : m_plan->find(m_survey);
    const QString words = survey ? countsInWords(*m_plan, countStatuses(*m_plan, m_survey, node.measure)) : QString();
    if (words.isEmpty())
        return {};
    return survey->as_of.isDated() ? tr("進捗（%1現在）：%2").arg(survey->as_of.toJapanese(), words) : tr("進捗：%1").arg(words);
}

const Measure *OutlineModel::endedAt(const GroupNode &node) const
{
    const Measure *measure = m_plan->find(node.measure);
    return measure && hasEnded(*measure) ? measure : nullptr;
}

QString OutlineModel::tipOf(const GroupNode &node) const
{
    QStringList lines{textOf(node), progressOf(node)};
    if (const Measure *ended = endedAt(node))
        lines << endingInWords(*m_plan, *ended) << ended->state_reason;
    lines.removeAll(QString());
    return toolTipOf(lines.join(u'\n'));
}

QVariant OutlineModel::data(const QModelIndex &index, int role) const
{
    const GroupNode &node = nodeOf(index);
    const bool group = node.kind == GroupNode::Kind::Group;
    switch (role) {
    case Qt::DisplayRole:
        if (index.column() == Title)
            return textOf(node);
        return group ? countMeasures(*m_plan, node).inShort() : statusesOf(node).join(QString());
    case Qt::ToolTipRole:
        return tipOf(node);
    case Qt::AccessibleTextRole:
        return group                        ? tr("%1、%2").arg(textOf(node), countMeasures(*m_plan, node).inWords(tr("施策")))
               : progressOf(node).isEmpty() ? textOf(node)
                                            : tr("%1、%2").arg(textOf(node), progressOf(node));
    case Qt::TextAlignmentRole:
        return index.column() == Count ? QVariant(Qt::AlignRight | Qt::AlignVCenter) : QVariant();
    case StatusRole:
        return index.column() == Count ? statusesOf(node) : QStringList();
    case MeasureRole:
        return node.measure.row.bits;
    case EndedRole:
        return endedAt(node) != nullptr;
    case KeyRole:
        return QString::number(static_cast<int>(node.table)) + QChar(u'/') + node.row.toText() + QChar(u'/') + node.label
               + node.measure.toText();
    default:
        return {};
    }
}

QVariant OutlineModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole)
        return {};
    return section == Title ? tr("施策") : tr("施策数");
}

} // namespace shisaku
