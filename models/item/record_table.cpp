// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/item/record_table.h"

#include "models/item/record_changes.h"
#include "models/item/tool_tip.h"
#include "models/plan/field_text.h"

namespace shisaku {

using namespace Qt::StringLiterals;

RecordModel::RecordModel(PlanDocument *document, RecordTable table, QObject *parent) :
    QAbstractTableModel(parent), m_document(document), m_follower(document), m_table(std::move(table))
{
    m_follower.setTables(tablesRead());
    m_rows = wantedRows();
    if (m_table.totals)
        m_totals = m_table.totals(m_document->plan(), m_rows);
    connect(&m_follower, &PlanFollower::changed, this, &RecordModel::follow);
    connect(&document->unsaved(), &UnsavedInput::changed, this, &RecordModel::followInput);
}

void RecordModel::setTable(RecordTable table)
{
    beginResetModel();
    m_table = std::move(table);
    m_follower.setTables(tablesRead());
    m_asked.clear();
    m_filter = nullptr;
    m_rows = wantedRows();
    m_totals = m_table.totals ? m_table.totals(m_document->plan(), m_rows) : QList<RecordTotal>();
    endResetModel();
}

void RecordModel::setFilter(std::function<bool(RowId)> filter)
{
    m_filter = std::move(filter);
    syncRows();
    tellCells(0, rowCount() - 1);
}

QList<TableId> RecordModel::tablesRead() const
{
    QList<TableId> tables = m_table.reads + QList{m_table.table, TableId::Annotation}; // a doubt is shown at its cell
    for (const RecordColumn &column : m_table.columns) {
        const Field *field = column.field < 0 ? nullptr : &tableInfo(m_table.table).fields[static_cast<size_t>(column.field)];
        if (field && field->kind == FieldKind::Reference)
            tables << field->target;
        else if (field && field->kind == FieldKind::Choice)
            tables << TableId::Choice;
    }
    return tables;
}

QList<RowId> RecordModel::wantedRows() const
{
    QList<RowId> rows = m_table.rows(m_document->plan());
    if (m_filter)
        rows.removeIf([this](RowId row) { return !m_filter(row); });
    return rows;
}

void RecordModel::follow(const ChangeSet &change)
{
    syncRows();
    QList<int> rows;
    for (const RowChange &row : change.rows) {
        const int shown = row.table == m_table.table ? rowOf(row.row) : -1;
        if (shown < 0)
            return tellCells(0, rowCount() - 1); // which cells come from it nobody can tell
        rows << shown;
    }
    for (const int row : std::as_const(rows))
        tellCells(row, row);
    tellCells(static_cast<int>(m_rows.size()), rowCount() - 1);
}

void RecordModel::tellCells(int first, int last)
{
    if (first <= last && columnCount() > 0)
        emit dataChanged(index(first, 0), index(last, columnCount() - 1));
}

void RecordModel::syncRows()
{
    const QList<RowId> wanted = wantedRows();
    for (int i = static_cast<int>(m_rows.size()); i-- > 0;) {
        if (wanted.contains(m_rows[i]))
            continue;
        beginRemoveRows({}, i, i);
        m_rows.removeAt(i);
        endRemoveRows();
    }
    for (int i = 0; i < wanted.size(); ++i) {
        const int from = rowOf(wanted[i]);
        if (from == i)
            continue;
        if (from >= 0) {
            beginMoveRows({}, from, from, {}, i);
            m_rows.move(from, i);
            endMoveRows();
        } else {
            beginInsertRows({}, i, i);
            m_rows.insert(i, wanted[i]);
            endInsertRows();
        }
    }
    const QList<RecordTotal> totals = m_table.totals ? m_table.totals(m_document->plan(), m_rows) : QList<RecordTotal>();
    const int first = static_cast<int>(m_rows.size());
    if (totals.size() < m_totals.size()) {
        beginRemoveRows({}, first + static_cast<int>(totals.size()), first + static_cast<int>(m_totals.size()) - 1);
        m_totals.resize(totals.size());
        endRemoveRows();
    } else if (totals.size() > m_totals.size()) {
        beginInsertRows({}, first + static_cast<int>(m_totals.size()), first + static_cast<int>(totals.size()) - 1);
        m_totals = totals;
        endInsertRows();
    }
    m_totals = totals;
}

int RecordModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_rows.size() + m_totals.size());
}

int RecordModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_table.columns.size());
}

const Field *RecordModel::fieldAt(const QModelIndex &index) const
{
    const int field = columnAt(index).field;
    return field < 0 ? nullptr : &tableInfo(m_table.table).fields[static_cast<size_t>(field)];
}

bool RecordModel::isEditable(int column) const
{
    const RecordColumn &shown = m_table.columns.at(column);
    return shown.write || shown.field >= 0;
}

QString RecordModel::shownText(const QModelIndex &index) const
{
    const RecordColumn &column = columnAt(index);
    const RowId record = m_rows[index.row()];
    if (column.text)
        return column.text(m_document->plan(), record);
    const Field *field = fieldAt(index);
    if (!field)
        return {};
    const Value value = m_document->plan().table(m_table.table).value(record, column.field);
    if (field->kind == FieldKind::Integer)
        return std::holds_alternative<qint64>(value) ? QLocale(QLocale::Japanese).toString(std::get<qint64>(value)) : QString();
    return fieldText(m_document->plan(), *field, value);
}

QString RecordModel::doubtAt(const QModelIndex &index) const
{
    QStringList doubts{doubtText(m_document->plan(), m_table.table, m_rows[index.row()], columnAt(index).field)};
    if (index.column() == 0 && columnAt(index).field >= 0)
        doubts.prepend(doubtText(m_document->plan(), m_table.table, m_rows[index.row()]));
    doubts.removeAll(QString());
    return doubts.join(u'\n');
}

QVariant RecordModel::totalData(const RecordTotal &total, const QModelIndex &index, int role) const
{
    switch (role) {
    case Qt::DisplayRole:
    case Qt::AccessibleTextRole:
        return total.cells.value(index.column());
    case PrintedRole:
        return total.printed.value(index.column());
    case Qt::TextAlignmentRole:
        return QVariant(Qt::AlignVCenter | (columnAt(index).number ? Qt::AlignRight : Qt::AlignLeft));
    case NumberRole:
        return columnAt(index).number;
    case TotalRole:
        return true;
    default:
        return {};
    }
}

InputPlace RecordModel::placeOf(const QModelIndex &index) const
{
    const RecordColumn &column = columnAt(index);
    const Owner record(m_table.table, m_rows[index.row()]);
    return column.write ? InputPlace{record, -1, column.header} : InputPlace{record, column.field, {}};
}

QModelIndex RecordModel::cellOf(const InputPlace &place) const
{
    const int row = place.row.table == m_table.table ? rowOf(place.row.row) : -1;
    for (int column = 0; row >= 0 && column < columnCount(); ++column) {
        if (const QModelIndex cell = index(row, column); isEditable(column) && placeOf(cell) == place)
            return cell;
    }
    return {};
}

std::optional<Error> RecordModel::refusal() const
{
    for (const UnsavedInput::Entry &entry : m_document->unsaved().refused()) {
        if (cellOf(entry.place).isValid())
            return entry.error;
    }
    return {};
}

void RecordModel::followInput(const InputPlace &place)
{
    const QModelIndex cell = cellOf(place);
    if (!cell.isValid())
        return;
    emit dataChanged(cell.siblingAtColumn(0), cell.siblingAtColumn(columnCount() - 1));
    if (const UnsavedInput::Entry *entry = m_document->unsaved().refused(place))
        emit refused(*entry->error);
    else
        emit accepted();
}

QVariant RecordModel::data(const QModelIndex &index, int role) const
{
    if (!index.isValid())
        return {};
    if (index.row() >= m_rows.size())
        return totalData(m_totals[index.row() - m_rows.size()], index, role);
    const RowId record = m_rows[index.row()];
    const Plan &plan = m_document->plan();
    if (!plan.table(m_table.table).contains(record))
        return {}; // a view looks at a row for the last time while it is being taken out
    if (const UnsavedInput::Entry *entry = isEditable(index.column()) ? m_document->unsaved().refused(placeOf(index)) : nullptr) {
        if (role == Qt::DisplayRole || role == Qt::AccessibleTextRole || role == Qt::EditRole)
            return entry->typed;
        if (role == Qt::ToolTipRole)
            return toolTipOf(entry->error->message());
        if (role == RefusedRole)
            return entry->error->message();
    }
    const RecordColumn &column = columnAt(index);
    const Field *field = fieldAt(index);
    switch (role) {
    case Qt::DisplayRole:
    case Qt::AccessibleTextRole:
        return shownText(index);
    case Qt::EditRole: {
        // What is on its way is edited as if it had arrived.
        const UnsavedInput::Entry *coming = isEditable(index.column()) ? m_document->unsaved().find(placeOf(index)) : nullptr;
        return coming ? coming->typed : cellInput(plan, m_table, record, index.column());
    }
    case Qt::ToolTipRole: {
        const QString printed = column.printed ? column.printed(plan, record) : QString();
        return toolTipOf(printed.isEmpty() ? doubtAt(index) : tr("原典の値：%1").arg(printed));
    }
    case Qt::TextAlignmentRole:
        return QVariant(Qt::AlignVCenter | (column.number ? Qt::AlignRight : Qt::AlignLeft));
    case OptionKeysRole:
    case OptionLabelsRole: {
        QStringList texts;
        if (field) {
            for (const Option &option : fieldOptions(plan, *field))
                texts << (role == OptionKeysRole ? option.key : option.label);
        }
        return texts;
    }
    case LongTextRole:
        return field && field->kind == FieldKind::LongText;
    case PrintedRole:
        return column.printed ? column.printed(plan, record) : QString();
    case DoubtRole:
        return doubtAt(index);
    case NumberRole:
        return column.number;
    default:
        return {};
    }
}

void RecordModel::setTwoLineHeads(bool twoLines)
{
    if (twoLines == m_twoLineHeads)
        return;
    m_twoLineHeads = twoLines;
    emit headerDataChanged(Qt::Horizontal, 0, columnCount() - 1);
}

QVariant RecordModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || section >= m_table.columns.size())
        return {};
    if (role == Qt::DisplayRole) {
        QString head = m_table.columns[section].header;
        return m_twoLineHeads ? head.replace(u'（', u"\n（"_s) : head;
    }
    if (role == Qt::TextAlignmentRole)
        return QVariant(Qt::AlignVCenter | (m_table.columns[section].number ? Qt::AlignRight : Qt::AlignLeft));
    return {};
}

Qt::ItemFlags RecordModel::flags(const QModelIndex &index) const
{
    if (!index.isValid())
        return Qt::NoItemFlags;
    const Qt::ItemFlags flags = Qt::ItemIsEnabled | Qt::ItemIsSelectable;
    const bool record = index.row() < m_rows.size();
    return record && isEditable(index.column()) && !m_document->isReadOnly() ? flags | Qt::ItemIsEditable : flags;
}

bool RecordModel::setData(const QModelIndex &index, const QVariant &value, int role)
{
    if (role != Qt::EditRole || !flags(index).testFlag(Qt::ItemIsEditable))
        return false;
    const InputPlace place = placeOf(index);
    const QString typed = value.toString();
    if (typed == data(index, Qt::EditRole).toString() && !m_document->unsaved().find(place))
        return true;
    const RecordCell cell{place.row.row, index.column()};
    const Recipe recipe = recipeWithIds(
        m_document->environment().ids,
        [table = m_table, cell, typed](const Plan &plan, const IdSource &ids) { return typedInto(plan, table, cell, typed, ids); });
    m_document->unsaved().submit(place, typed, asking(place, typed, recipe), m_undoGroup);
    emit dataChanged(index, index, {Qt::EditRole});
    const UnsavedInput::Entry *refused = m_document->unsaved().refused(place);
    return !refused || refused->writing; // not if that was about an earlier text
}

RowId RecordModel::addRecord(int row)
{
    const RowId id = m_document->environment().ids();
    send([table = m_table, id, after = row < 0 ? RowId() : recordAt(row)](const Plan &plan) {
        return recordAdded(plan, table, id, after);
    });
    return id;
}

void RecordModel::removeRecords(QList<int> rows)
{
    QList<RowId> records;
    for (const int row : rows) {
        if (row >= 0 && row < m_rows.size())
            records << m_rows[row];
    }
    if (!records.isEmpty() && m_table.canRemove)
        send([table = m_table, records](const Plan &plan) { return recordsRemoved(plan, table, records); });
}

void RecordModel::moveRecord(int row, int steps)
{
    if (row >= 0 && row < m_rows.size() && !m_filter)
        send([table = m_table, record = m_rows[row], steps](const Plan &plan) { return recordMoved(plan, table, record, steps); });
}

} // namespace shisaku
