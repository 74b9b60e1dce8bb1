// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/item/grid_model.h"

#include "models/item/tool_tip.h"
#include "models/plan/decimal.h"
#include "models/plan/doubts.h"

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
    m_spread.clear();
    m_filter = nullptr;
    m_order = {};
    readRows();
    endResetModel();
    emit orderChanged();
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
    if (index.column() == 0)
        doubts << doubtText(m_document->plan(), table, row.id);
    if (cell.doubt)
        doubts << cell.doubt(m_document->plan(), row.id);
    else if (cell.field >= 0)
        doubts << doubtText(m_document->plan(), table, row.id, cell.field);
    return joinedDoubts(doubts);
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

InputPlace GridModel::placeOf(const GridAddress &address) const
{
    const GridCell &cell = m_shape.cell(address.row.kind, address.column);
    const Owner owner(m_shape.kind(address.row.kind).table, address.row.id);
    if (!cell.write)
        return {owner, cell.field, {}};
    return {owner, -1, cell.part.isEmpty() ? m_shape.columns.at(address.column).header : cell.part};
}

QModelIndex GridModel::cellOf(const InputPlace &place) const
{
    const int row = m_shape.kindOf(place.row.table) < 0 ? -1 : rowOf(place.row.row);
    for (int column = 0; row >= 0 && column < columnCount(); ++column) {
        if (const QModelIndex cell = index(row, column); cellAt(cell).isEditable() && placeOf(cell) == place)
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
        if (coming)
            return coming->typed; // what is on its way is edited as if it had arrived
        if (role == Qt::EditRole) {
            for (const Spread &spread : m_spread) {
                const auto isIt = [&](const GridAddress &cell) {
                    return cell.row.id == m_rows.at(index.row()).id && cell.column == index.column();
                };
                if (std::any_of(spread.cells.begin(), spread.cells.end(), isIt) && unsaved.find(spread.place)
                    && !unsaved.refused(spread.place))
                    return spread.typed;
            }
        }
        return {};
    }
    switch (role) {
    case Qt::DisplayRole:
    case Qt::AccessibleTextRole:
    case Qt::EditRole:
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
        return cell.listsNames();
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
