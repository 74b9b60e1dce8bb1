// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/item/grid_model.h"

#include "models/item/tool_tip.h"
#include "models/plan/decimal.h"

#include <algorithm>

namespace shisaku {

using namespace Qt::StringLiterals;

GridModel::GridModel(PlanDocument *document, GridShape shape, QObject *parent) :
    QAbstractTableModel(parent), m_document(document), m_follower(document), m_shape(std::move(shape))
{
    readRows();
    connect(&m_follower, &PlanFollower::changed, this, &GridModel::follow);
    connect(&document->unsaved(), &UnsavedInput::changed, this, &GridModel::followInput);
}

void GridModel::setShape(GridShape shape)
{
    beginResetModel();
    m_shape = std::move(shape);
    m_asked.clear();
    m_filter = nullptr;
    m_order = {};
    readRows();
    endResetModel();
    emit orderChanged();
}

void GridModel::readRows()
{
    m_follower.setTables(m_shape.tablesRead());
    m_inPlan = m_shape.rows(m_document->plan());
    m_rows = passing(m_order);
    keepPlaces();
    syncTotals();
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
    const QList<GridRow> wanted = passing(m_order);
    QSet<RowId> ids;
    for (const GridRow &row : wanted)
        ids.insert(row.id);
    removeGone(ids);
    QList<GridRow> kept = wanted;
    kept.removeIf([this](const GridRow &row) { return !m_places.contains(row.id); });
    reorder(kept);
    insertNew(wanted);
    syncTotals();
    tellCells(recordCount(), rowCount() - 1);
    if (another)
        emit orderChanged();
}

QList<ColumnValue> GridModel::valuesOf(int column) const
{
    GridOrder others = m_order;
    others.column = -1;
    others.kept.remove(column);
    return columnValues(m_document->plan(), m_shape, passing(others), column);
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
    QList<int> rows;
    for (const RowChange &row : change.rows) {
        const int shown = m_shape.kindOf(row.table) < 0 ? -1 : rowOf(row.row);
        if (shown < 0)
            return tellCells(0, rowCount() - 1); // which cells come from it nobody can tell
        rows << shown;
    }
    for (const int row : std::as_const(rows))
        tellCells(row, row);
    tellCells(recordCount(), rowCount() - 1);
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
    removeGone(there);
    QList<GridRow> wanted;
    if (!looksAnew()) {
        wanted = inPlan;
    } else {
        wanted = m_rows;
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
    QList<GridRow> kept = wanted;
    kept.removeIf([this](const GridRow &row) { return !m_places.contains(row.id); });
    reorder(kept);
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

/// The same rows in another order, told so that the current one stays current.
void GridModel::reorder(const QList<GridRow> &rows)
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
    for (const QModelIndex &cell : before)
        after << (cell.row() < old.size() ? index(rowOf(old[cell.row()].id), cell.column()) : cell);
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

void GridModel::syncTotals()
{
    QList<GridTotal> totals;
    if (m_shape.totals) {
        QList<RowId> shown;
        for (const GridRow &row : std::as_const(m_rows))
            shown << row.id;
        totals = m_shape.totals(m_document->plan(), shown);
    }
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

int GridModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_rows.size() + m_totals.size());
}

int GridModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_shape.columns.size());
}

QString GridModel::doubtAt(const QModelIndex &index) const
{
    const GridCell &cell = cellAt(index);
    const GridRow &row = m_rows.at(index.row());
    const TableId table = m_shape.kind(row.kind).table;
    QStringList doubts;
    if (index.column() == 0 && cell.field >= 0)
        doubts << doubtText(m_document->plan(), table, row.id);
    if (cell.doubt)
        doubts << cell.doubt(m_document->plan(), row.id);
    else
        doubts << doubtText(m_document->plan(), table, row.id, cell.field);
    doubts.removeAll(QString());
    return doubts.join(u'\n');
}

/// Figures as they are shown: with commas, △ before what is below zero.
QString GridModel::amountAt(const QModelIndex &index) const
{
    if (!m_shape.columns.at(index.column()).number)
        return {};
    QString shown = data(index, Qt::DisplayRole).toString();
    const auto amount = Decimal::fromText(shown.remove(u',').replace(u'△', u'-'));
    return amount ? amount->toText() : QString();
}

QVariant GridModel::totalData(const GridTotal &total, const QModelIndex &index, int role) const
{
    switch (role) {
    case Qt::DisplayRole:
    case Qt::AccessibleTextRole:
        return total.cells.value(index.column());
    case PrintedRole:
        return total.printed.value(index.column());
    case Qt::TextAlignmentRole:
        return QVariant(Qt::AlignVCenter | (m_shape.columns.at(index.column()).number ? Qt::AlignRight : Qt::AlignLeft));
    case NumberRole:
        return m_shape.columns.at(index.column()).number;
    case WrapsRole:
        return m_shape.columns.at(index.column()).wraps;
    case AmountRole:
        return amountAt(index);
    case TotalRole:
    case ThereRole:
        return true;
    default:
        return {};
    }
}

InputPlace GridModel::placeOf(const QModelIndex &index) const
{
    const GridCell &cell = cellAt(index);
    const GridRow &row = m_rows.at(index.row());
    const Owner owner(m_shape.kind(row.kind).table, row.id);
    if (!cell.write)
        return {owner, cell.field, {}};
    return {owner, -1, cell.part.isEmpty() ? m_shape.columns.at(index.column()).header : cell.part};
}

QModelIndex GridModel::cellOf(const InputPlace &place) const
{
    const int row = m_shape.kindOf(place.row.table) < 0 ? -1 : rowOf(place.row.row);
    InputPlace one = place;
    one.part = one.part.section(u'+', 0, 0); // an input of several cells stays at the first
    for (int column = 0; row >= 0 && column < columnCount(); ++column) {
        if (const QModelIndex cell = index(row, column); cellAt(cell).isEditable() && placeOf(cell) == one)
            return cell;
    }
    return {};
}

std::optional<Error> GridModel::refusal() const
{
    for (const UnsavedInput::Entry &entry : m_document->unsaved().refused()) {
        if (cellOf(entry.place).isValid())
            return entry.error;
    }
    return {};
}

void GridModel::followInput(const InputPlace &place)
{
    const QModelIndex cell = cellOf(place);
    if (!cell.isValid())
        return;
    tellCells(cell.row(), cell.row());
    if (const UnsavedInput::Entry *entry = m_document->unsaved().refused(place))
        emit refused(*entry->error);
    else
        emit accepted();
}

/// What the register of unsaved input says about a cell; nothing where it says nothing.
QVariant GridModel::inputData(const QModelIndex &index, int role) const
{
    const UnsavedInput &unsaved = m_document->unsaved();
    if (unsaved.isEmpty() || !cellAt(index).isEditable())
        return {};
    const InputPlace place = placeOf(index);
    const UnsavedInput::Entry *entry = unsaved.refused(place);
    if (!entry) {
        const UnsavedInput::Entry *coming = role == Qt::EditRole ? unsaved.find(place) : nullptr;
        return coming ? coming->typed : QVariant(); // what is on its way is edited as if it had arrived
    }
    switch (role) {
    case Qt::DisplayRole:
    case Qt::AccessibleTextRole:
    case Qt::EditRole:
    case KeyRole:
        return entry->typed;
    case Qt::ToolTipRole:
        return toolTipOf(entry->error->message());
    case RefusedRole:
        return entry->error->message();
    default:
        return {};
    }
}

QVariant GridModel::data(const QModelIndex &index, int role) const
{
    if (!index.isValid())
        return {};
    if (index.row() >= m_rows.size())
        return totalData(m_totals[index.row() - m_rows.size()], index, role);
    const GridRow &row = m_rows[index.row()];
    if (!m_document->plan().table(m_shape.kind(row.kind).table).contains(row.id))
        return {}; // a view looks at a row for the last time while it is being taken out
    const QVariant input = inputData(index, role);
    return input.isValid() ? input : cellData(index, role);
}

QVariant GridModel::cellData(const QModelIndex &index, int role) const
{
    const Plan &plan = m_document->plan();
    const GridAddress address = addressOf(index);
    const RowId record = address.row.id;
    const GridCell &cell = cellAt(index);
    const GridColumn &column = m_shape.columns.at(index.column());
    const auto said = [&](const CellText &text) { return text ? text(plan, record) : QString(); };
    switch (role) {
    case Qt::DisplayRole:
        return cellText(plan, m_shape, address);
    case Qt::AccessibleTextRole:
        return cell.spoken ? cell.spoken(plan, record) : cellText(plan, m_shape, address);
    case Qt::EditRole:
    case KeyRole:
        return cellInput(plan, m_shape, address);
    case Qt::ToolTipRole: {
        QStringList lines{said(cell.tip)};
        if (const QString printed = said(cell.printed); !printed.isEmpty())
            lines << tr("原典の値：%1").arg(printed);
        lines << doubtAt(index);
        lines.removeAll(QString());
        return toolTipOf(lines.join(u'\n'));
    }
    case Qt::TextAlignmentRole:
        return QVariant(Qt::AlignVCenter | (column.number ? Qt::AlignRight : Qt::AlignLeft));
    case OptionKeysRole:
    case OptionLabelsRole: {
        QStringList texts;
        for (const Option &option : cellOptions(plan, m_shape, address.row.kind, index.column()))
            texts << (role == OptionKeysRole ? option.key : option.label);
        return texts;
    }
    case KeysPickRole:
        return cell.keysPick;
    case LongTextRole: {
        const Field *field = fieldAt(index);
        return cell.isLong || (field && field->kind == FieldKind::LongText);
    }
    case PrintedRole:
        return said(cell.printed);
    case DoubtRole:
        return doubtAt(index);
    case NumberRole:
        return column.number;
    case AmountRole:
        return amountAt(index);
    case MarkRole:
        return said(cell.mark);
    case ToneRole:
        return cell.tone ? cell.tone(plan, record) : -1;
    case LevelRole:
        return address.row.level;
    case WholeRole:
        return index.row() + 1 < m_rows.size() && m_rows[index.row() + 1].level > address.row.level;
    case ThereRole:
        return cell.isThere();
    case WrapsRole:
        return column.wraps || cell.isLong;
    case NamesRole:
        return static_cast<bool>(cell.proposals);
    default:
        return {};
    }
}

void GridModel::setTwoLineHeads(bool twoLines)
{
    if (twoLines == m_twoLineHeads)
        return;
    m_twoLineHeads = twoLines;
    emit headerDataChanged(Qt::Horizontal, 0, columnCount() - 1);
}

QVariant GridModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || section < 0 || section >= m_shape.columns.size())
        return {};
    if (role == Qt::DisplayRole) {
        QString head = m_shape.columns[section].header;
        return m_twoLineHeads ? head.replace(u'（', u"\n（"_s) : head;
    }
    if (role == Qt::TextAlignmentRole)
        return QVariant(Qt::AlignVCenter | (m_shape.columns[section].number ? Qt::AlignRight : Qt::AlignLeft));
    return {};
}

Qt::ItemFlags GridModel::flags(const QModelIndex &index) const
{
    if (!index.isValid())
        return Qt::NoItemFlags;
    const Qt::ItemFlags flags = Qt::ItemIsEnabled | Qt::ItemIsSelectable;
    const bool editable = index.row() < m_rows.size() && cellAt(index).isEditable() && !m_document->isReadOnly();
    return editable ? flags | Qt::ItemIsEditable : flags;
}

} // namespace shisaku
