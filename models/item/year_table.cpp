// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/item/year_table.h"

#include "models/change/recipe.h"
#include "models/change/row_order.h"
#include "models/item/child_rows_model.h"
#include "models/plan/field_text.h"
#include "models/plan/rules.h"
#include "models/plan/usable_text.h"
#include "models/schedule/schedule_change.h"

#include <algorithm>

namespace shisaku {

YearTable::YearTable(PlanDocument *document, QObject *parent) : QAbstractTableModel(parent), m_document(document)
{
    m_columns = YearColumns::of(document->plan());
    connect(document, &PlanDocument::changed, this, &YearTable::follow);
    connect(&document->unsaved(), &UnsavedInput::changed, this, &YearTable::followInput);
}

void YearTable::setMeasure(Id<Measure> measure)
{
    beginResetModel();
    m_measure = measure;
    m_rows = wanted();
    m_columns = YearColumns::of(m_document->plan());
    endResetModel();
}

QList<Id<Initiative>> YearTable::wanted() const
{
    QList<Id<Initiative>> rows;
    for (const Initiative *initiative : m_document->plan().parts<&Initiative::measure>(m_measure))
        rows << initiative->id;
    return rows;
}

/// Rows in another order, told so that the current one stays current: keys move it on.
void YearTable::reorder(const QList<Id<Initiative>> &rows)
{
    if (rows == m_rows || !std::is_permutation(rows.begin(), rows.end(), m_rows.begin(), m_rows.end()))
        return;
    emit layoutAboutToBeChanged();
    const QModelIndexList before = persistentIndexList();
    QModelIndexList after;
    for (const QModelIndex &cell : before)
        after << index(static_cast<int>(rows.indexOf(m_rows[cell.row()])), cell.column());
    m_rows = rows;
    changePersistentIndexList(before, after);
    emit layoutChanged();
}

void YearTable::follow(const ChangeSet &change)
{
    if (m_measure.isNull()
        || !change.touches({TableId::Initiative, TableId::Phase, TableId::Milestone, TableId::PlanInfo, TableId::Annotation}))
        return;
    const YearColumns columns = YearColumns::of(m_document->plan());
    reorder(wanted());
    if (wanted() != m_rows || columns.first != m_columns.first || columns.last != m_columns.last)
        setMeasure(m_measure);
    else if (!m_rows.isEmpty())
        emit dataChanged(index(0, 0), index(rowCount() - 1, columnCount() - 1));
}

int YearTable::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_rows.size());
}

int YearTable::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : m_columns.count() + 1;
}

QString YearTable::doubtAt(const QModelIndex &index) const
{
    const Plan &plan = m_document->plan();
    const Id<Initiative> initiative = m_rows.at(index.row());
    QStringList doubts;
    const auto add = [&](TableId table, RowId row) {
        for (const Annotation *note : plan.annotations(row, u"要原典確認"))
            doubts << doubtText(plan, table, row, note->field.isEmpty() ? -1 : shisaku::fieldIndex(table, note->field));
    };
    if (index.column() == 0) {
        add(TableId::Initiative, initiative.row);
    } else {
        for (const YearEntry &entry : yearEntries(plan, initiative, yearAt(index.column())))
            add(entry.table, entry.row);
    }
    doubts.removeDuplicates();
    return doubts.join(u'\n');
}

InputPlace YearTable::placeOf(const QModelIndex &index) const
{
    const Owner row(m_rows.at(index.row()));
    return index.column() == 0 ? InputPlace{row, shisaku::fieldIndex<&Initiative::title>(), {}}
                               : InputPlace{row, -1, QString::number(yearAt(index.column()))};
}

QModelIndex YearTable::cellOf(const InputPlace &place) const
{
    const int row = place.row.table == TableId::Initiative ? rowOf(Id<Initiative>(place.row.row)) : -1;
    const int column = place.field == shisaku::fieldIndex<&Initiative::title>() ? 0
                       : place.part.isEmpty()                                   ? -1
                                                                                : place.part.toInt() - m_columns.first + 1;
    return row < 0 || column < 0 || column >= columnCount() ? QModelIndex() : index(row, column);
}

std::optional<Error> YearTable::refusal() const
{
    for (const UnsavedInput::Entry &entry : m_document->unsaved().refused()) {
        if (cellOf(entry.place).isValid())
            return entry.error;
    }
    return {};
}

void YearTable::followInput(const InputPlace &place)
{
    const QModelIndex cell = cellOf(place);
    if (!cell.isValid())
        return;
    emit dataChanged(cell, cell);
    if (const UnsavedInput::Entry *entry = m_document->unsaved().refused(place))
        emit refused(*entry->error);
    else
        emit accepted();
}

QVariant YearTable::data(const QModelIndex &index, int role) const
{
    if (!index.isValid())
        return {};
    const Plan &plan = m_document->plan();
    const Id<Initiative> id = m_rows.at(index.row());
    const Initiative *initiative = plan.find(id);
    if (!initiative)
        return {};
    if (const UnsavedInput::Entry *entry = m_document->unsaved().find(placeOf(index)); entry && role == Qt::EditRole)
        return entry->typed; // what is on its way is edited as if it had arrived
    if (const UnsavedInput::Entry *entry = m_document->unsaved().refused(placeOf(index))) {
        if (role == Qt::DisplayRole)
            return entry->typed;
        if (role == ChildRowsModel::RefusedRole || role == Qt::ToolTipRole)
            return entry->error->message();
    }
    switch (role) {
    case Qt::EditRole:
        return index.column() == 0 ? initiative->title : yearText(yearEntries(plan, id, yearAt(index.column())));
    case Qt::DisplayRole: {
        if (index.column() == 0)
            return initiative->title;
        QStringList lines;
        for (const YearEntry &entry : yearEntries(plan, id, yearAt(index.column())))
            lines << entry.shown();
        return lines.join(u'\n');
    }
    case ChildRowsModel::LongTextRole:
        return index.column() > 0;
    case ChildRowsModel::DoubtRole:
    case Qt::ToolTipRole:
        return doubtAt(index);
    case Qt::TextAlignmentRole:
        return QVariant::fromValue(index.column() == 0 ? Qt::AlignLeft | Qt::AlignVCenter : Qt::AlignCenter);
    default:
        return {};
    }
}

bool YearTable::setData(const QModelIndex &index, const QVariant &value, int role)
{
    if (!index.isValid() || role != Qt::EditRole)
        return false;
    const InputPlace place = placeOf(index);
    const QString text = usableText(value.toString(), index.column() > 0 ? TextLines::Several : TextLines::One);
    if (text == data(index, Qt::EditRole).toString() && !m_document->unsaved().find(place))
        return true;
    const auto recipe = [place, text](const Plan &plan, const IdSource &ids) -> Result<ChangeSet> {
        const Id<Initiative> id(place.row.row);
        if (place.field < 0)
            return yearChange(plan, id, place.part.toInt(), text, ids);
        ChangeBuilder change(tr("%1の名称を変更").arg(rowName(plan, TableId::Initiative, id.row)));
        change.set<&Initiative::title>(id, text.trimmed());
        return std::move(change).build();
    };
    m_document->unsaved().submit(place, text, recipeWithIds(m_document->environment().ids, recipe), m_undoGroup);
    emit dataChanged(index, index, {Qt::EditRole});
    return true;
}

QVariant YearTable::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole)
        return {};
    return section == 0 ? tableLabel(TableId::Initiative) : PlanTime::fiscalYear(yearAt(section)).toJapanese();
}

Qt::ItemFlags YearTable::flags(const QModelIndex &index) const
{
    Qt::ItemFlags flags = QAbstractTableModel::flags(index);
    if (index.isValid() && !m_document->isReadOnly())
        flags |= Qt::ItemIsEditable;
    return flags;
}

Id<Initiative> YearTable::addInitiative(int after)
{
    const Id<Initiative> id(m_document->environment().ids());
    const Owner measure(m_measure);
    send(recipeFor(measure, [id, measure = m_measure, beside = initiativeAt(after)](const Plan &plan) -> Result<ChangeSet> {
        QList<RowId> rows;
        for (const Initiative *row : plan.parts<&Initiative::measure>(measure))
            rows << row->id.row;
        ChangeBuilder change(tr("%1に取組を追加").arg(rowName(plan, TableId::Measure, measure.row)));
        Initiative initiative;
        initiative.id = id;
        initiative.position = placeBehind(plan.table(TableId::Initiative), rows, beside.row, id.row, change);
        initiative.measure = measure;
        initiative.title = tr("新しい取組");
        change.insert(initiative);
        return std::move(change).build();
    }));
    return id;
}

void YearTable::removeInitiative(int row)
{
    const Id<Initiative> id = initiativeAt(row);
    send(recipeFor(Owner(id), [id](const Plan &plan) -> Result<ChangeSet> {
        ChangeBuilder change(tr("%1を削除").arg(rowName(plan, TableId::Initiative, id.row)));
        change.remove(id);
        return std::move(change).build();
    }));
}

void YearTable::moveInitiative(int row, int steps)
{
    send([id = initiativeAt(row), steps](const Plan &plan) { return initiativeMove(plan, id, steps); });
}

void YearTable::send(Recipe recipe)
{
    m_document->submit(std::move(recipe), m_undoGroup, m_document->toldTo(this, [this](const Result<void> &result) {
        result ? emit accepted() : emit refused(result.error());
    }));
}

} // namespace shisaku
