// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/item/child_rows_model.h"

#include "models/change/recipe.h"
#include "models/change/row_order.h"
#include "models/document/note_marks.h"
#include "models/plan/field_text.h"
#include "models/plan/rules.h"
#include "models/plan/tenure.h"

#include <algorithm>

namespace shisaku {

using namespace Qt::StringLiterals;

namespace {
/// The rows of a level below a whole, in order.
QList<RowId> partsOf(const Plan &plan, RowId whole, const ChildLevel &level)
{
    const AnyRows &rows = plan.table(level.table);
    QList<RowId> ids = rows.referring(level.owner, whole);
    const auto time = [&rows](RowId id, int field) {
        return PlanTime::fromText(field < 0 ? QString() : std::get<QString>(rows.value(id, field))).value_or(PlanTime());
    };
    ids.removeIf([&](RowId id) {
        return !inForce(time(id, level.begins), time(id, level.ends))
               || std::any_of(level.fixed.begin(), level.fixed.end(),
                              [&](const FieldChange &fixed) { return rows.value(id, fixed.field) != fixed.value; });
    });
    sortByPosition(rows, ids);
    return ids;
}
} // namespace

struct ChildRowsModel::Node {
    RowId id;
    const ChildLevel *level = nullptr;
    Node *parent = nullptr;
    std::vector<std::unique_ptr<Node>> children;

    int row() const
    {
        const auto &siblings = parent->children;
        const auto at = std::find_if(siblings.begin(), siblings.end(), [this](const auto &node) { return node.get() == this; });
        return static_cast<int>(at - siblings.begin());
    }
};

ChildRowsModel::ChildRowsModel(PlanDocument *document, ChildLevel top, QStringList headers, QObject *parent) :
    QAbstractItemModel(parent), m_document(document), m_headers(std::move(headers)), m_root(std::make_unique<Node>())
{
    m_rootLevel.parts = {std::move(top)};
    m_root->level = &m_rootLevel;
    connect(document, &PlanDocument::changed, this, &ChildRowsModel::follow);
    connect(&document->unsaved(), &UnsavedInput::changed, this, &ChildRowsModel::followInput);
}

ChildRowsModel::~ChildRowsModel() = default;

void ChildRowsModel::setWhole(TableId table, RowId row)
{
    beginResetModel();
    m_rootLevel.table = table;
    m_root->id = row;
    m_root->children.clear();
    m_nodes.clear();
    endResetModel();
    sync(*m_root);
}

ChildRowsModel::Node *ChildRowsModel::nodeOf(const QModelIndex &index) const
{
    return index.isValid() ? static_cast<Node *>(index.internalPointer()) : m_root.get();
}

QModelIndex ChildRowsModel::indexOfNode(const Node *node, int column) const
{
    return node == m_root.get() ? QModelIndex() : createIndex(node->row(), column, node);
}

RowId ChildRowsModel::rowAt(const QModelIndex &index) const
{
    return nodeOf(index)->id;
}
TableId ChildRowsModel::tableAt(const QModelIndex &index) const
{
    return nodeOf(index)->level->table;
}

QModelIndex ChildRowsModel::indexOf(RowId row, int column) const
{
    const Node *node = m_nodes.value(row);
    return node ? indexOfNode(node, column) : QModelIndex();
}

QList<RowId> ChildRowsModel::wanted(const Node &whole, const ChildLevel &level) const
{
    return partsOf(m_document->plan(), whole.id, level);
}

void ChildRowsModel::removeNode(Node &whole, size_t row)
{
    beginRemoveRows(indexOfNode(&whole), static_cast<int>(row), static_cast<int>(row));
    const std::unique_ptr<Node> node = std::move(whole.children[row]);
    whole.children.erase(whole.children.begin() + static_cast<ptrdiff_t>(row));
    const auto forget = [this](const Node *gone) {
        if (m_nodes.value(gone->id) == gone) // a row that went over to another whole is known there already
            m_nodes.remove(gone->id);
    };
    forget(node.get());
    for (const auto &child : node->children)
        forget(child.get());
    endRemoveRows();
}

void ChildRowsModel::sync(Node &whole)
{
    std::vector<std::pair<RowId, const ChildLevel *>> target;
    for (const ChildLevel &level : whole.level->parts) {
        for (RowId id : wanted(whole, level))
            target.emplace_back(id, &level);
    }
    auto &children = whole.children;
    for (size_t i = children.size(); i-- > 0;) {
        if (std::none_of(target.begin(), target.end(), [&](const auto &row) { return row.first == children[i]->id; }))
            removeNode(whole, i);
    }
    for (size_t i = 0; i < target.size(); ++i) {
        const auto found = std::find_if(children.begin() + static_cast<ptrdiff_t>(i), children.end(),
                                        [&](const auto &node) { return node->id == target[i].first; });
        const int place = static_cast<int>(i);
        if (found == children.end()) {
            beginInsertRows(indexOfNode(&whole), place, place);
            auto node = std::make_unique<Node>();
            node->id = target[i].first;
            node->level = target[i].second;
            node->parent = &whole;
            m_nodes.insert(node->id, node.get());
            children.insert(children.begin() + place, std::move(node));
            endInsertRows();
        } else if (const int from = static_cast<int>(found - children.begin()); from != place) {
            beginMoveRows(indexOfNode(&whole), from, from, indexOfNode(&whole), place);
            std::rotate(children.begin() + place, found, found + 1);
            endMoveRows();
        }
        sync(*children[i]);
    }
}

const ChildLevel *ChildRowsModel::levelOf(TableId table) const
{
    const ChildLevel &top = m_rootLevel.parts.first();
    if (top.table == table)
        return &top;
    const auto found = std::find_if(top.parts.begin(), top.parts.end(),
                                    [table](const ChildLevel &level) { return level.table == table; });
    return found == top.parts.end() ? nullptr : &*found;
}

bool ChildRowsModel::isStructural(const RowChange &row) const
{
    const ChildLevel *level = levelOf(row.table);
    if (!level)
        return false;
    if (row.isInsert() || row.isRemove())
        return true;
    return std::any_of(row.after->begin(), row.after->end(), [level](const FieldChange &field) {
        return field.field == 0 || field.field == level->owner || field.field == level->begins || field.field == level->ends
               || std::any_of(level->fixed.begin(), level->fixed.end(),
                              [&](const FieldChange &fixed) { return fixed.field == field.field; });
    });
}

void ChildRowsModel::follow(const ChangeSet &change)
{
    if (std::any_of(change.rows.begin(), change.rows.end(), [this](const RowChange &row) { return isStructural(row); }))
        sync(*m_root);
    for (const RowChange &row : change.rows)
        followUpdate(row);
}

void ChildRowsModel::followUpdate(const RowChange &row)
{
    if (row.table == TableId::Annotation || row.table == TableId::Choice || row.table == TableId::Department) {
        for (const Node *node : std::as_const(m_nodes))
            emit dataChanged(indexOfNode(node), indexOfNode(node, columnCount() - 1));
        return;
    }
    const Node *node = m_nodes.value(row.row);
    if (!node || row.isInsert() || row.isRemove())
        return;
    for (const FieldChange &field : *row.after) {
        const auto column = node->level->columns.indexOf(field.field);
        if (column >= 0)
            emit dataChanged(indexOfNode(node, static_cast<int>(column)), indexOfNode(node, static_cast<int>(column)));
    }
}

QModelIndex ChildRowsModel::index(int row, int column, const QModelIndex &parent) const
{
    if (!hasIndex(row, column, parent))
        return {};
    return createIndex(row, column, nodeOf(parent)->children[static_cast<size_t>(row)].get());
}

QModelIndex ChildRowsModel::parent(const QModelIndex &index) const
{
    return index.isValid() ? indexOfNode(nodeOf(index)->parent) : QModelIndex();
}

int ChildRowsModel::rowCount(const QModelIndex &parent) const
{
    return parent.column() > 0 ? 0 : static_cast<int>(nodeOf(parent)->children.size());
}

int ChildRowsModel::columnCount(const QModelIndex &) const
{
    return static_cast<int>(m_headers.size());
}

int ChildRowsModel::fieldAt(const QModelIndex &index) const
{
    return nodeOf(index)->level->columns.value(index.column(), -1);
}

QModelIndex ChildRowsModel::cellOf(const InputPlace &place) const
{
    const Node *node = m_nodes.value(place.row.row);
    const auto column = node && place.field >= 0 ? node->level->columns.indexOf(place.field) : -1;
    return column < 0 ? QModelIndex() : indexOfNode(node, static_cast<int>(column));
}

std::optional<Error> ChildRowsModel::refusal() const
{
    for (const UnsavedInput::Entry &entry : m_document->unsaved().refused()) {
        if (cellOf(entry.place).isValid())
            return entry.error;
    }
    return {};
}

void ChildRowsModel::followInput(const InputPlace &place)
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

QString ChildRowsModel::doubtAt(const Node &node, int column, int field) const
{
    QStringList doubts{doubtText(m_document->plan(), node.level->table, node.id, field)};
    if (column == 0)
        doubts.prepend(doubtText(m_document->plan(), node.level->table, node.id));
    doubts.removeAll(QString());
    return doubts.join(u'\n');
}

QVariant ChildRowsModel::data(const QModelIndex &index, int role) const
{
    const int number = index.isValid() ? fieldAt(index) : -1;
    if (number < 0)
        return {};
    const Node &node = *nodeOf(index);
    const Plan &plan = m_document->plan();
    if (!plan.table(node.level->table).contains(node.id))
        return {}; // a view looks at a row for the last time while it is being taken out
    const Field &field = tableInfo(node.level->table).fields[static_cast<size_t>(number)];
    const UnsavedInput::Entry *refusal = m_document->unsaved().refused({{node.level->table, node.id}, number, {}});
    switch (role) {
    case Qt::DisplayRole:
    case Qt::AccessibleTextRole:
        return refusal ? refusal->typed : fieldText(plan, field, plan.table(node.level->table).value(node.id, number));
    case Qt::EditRole: {
        // What is on its way is edited as if it had arrived.
        const UnsavedInput::Entry *coming = m_document->unsaved().find({{node.level->table, node.id}, number, {}});
        return coming ? coming->typed : fieldInput(field, plan.table(node.level->table).value(node.id, number));
    }
    case Qt::ToolTipRole:
        return refusal ? refusal->error->message() : doubtAt(node, index.column(), number);
    case Qt::TextAlignmentRole:
        return QVariant(Qt::AlignVCenter | (field.kind == FieldKind::Decimal ? Qt::AlignRight : Qt::AlignLeft));
    case OptionKeysRole:
    case OptionLabelsRole: {
        QStringList texts;
        for (const Option &option : fieldOptions(plan, field))
            texts << (role == OptionKeysRole ? option.key : option.label);
        return texts;
    }
    case LongTextRole:
        return field.kind == FieldKind::LongText;
    case DoubtRole:
        return doubtAt(node, index.column(), number);
    case RefusedRole:
        return refusal ? refusal->error->message() : QString();
    default:
        return {};
    }
}

QVariant ChildRowsModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    return orientation == Qt::Horizontal && role == Qt::DisplayRole ? m_headers.value(section) : QVariant();
}

Qt::ItemFlags ChildRowsModel::flags(const QModelIndex &index) const
{
    if (!index.isValid())
        return Qt::NoItemFlags;
    const Qt::ItemFlags flags = Qt::ItemIsEnabled | Qt::ItemIsSelectable;
    return fieldAt(index) < 0 || m_document->isReadOnly() ? flags : flags | Qt::ItemIsEditable;
}

bool ChildRowsModel::setData(const QModelIndex &index, const QVariant &value, int role)
{
    const int number = index.isValid() && role == Qt::EditRole ? fieldAt(index) : -1;
    if (number < 0)
        return false;
    const Node &node = *nodeOf(index);
    if (!m_document->plan().table(node.level->table).contains(node.id))
        return false;
    const InputPlace place{{node.level->table, node.id}, number, {}};
    const QString typed = value.toString();
    const auto recipe = [place, typed](const Plan &plan) -> Result<ChangeSet> {
        const auto &[table, row] = place.row;
        const Field &field = tableInfo(table).fields[static_cast<size_t>(place.field)];
        const auto read = readField(plan, place.row, place.field, typed);
        if (!read)
            return read.error();
        ChangeBuilder change(tr("%1の%2を変更").arg(rowName(plan, table, row), fieldLabel(field)));
        change.set(table, row, place.field, *read);
        if (table == TableId::Footnote && place.field == fieldIndex<&Footnote::mark>()
            && *read != plan.table(table).value(row, place.field))
            renameMarks(plan, {{row, std::get<QString>(*read)}}, change);
        return std::move(change).build();
    };
    m_document->unsaved().submit(place, typed, recipe, m_undoGroup);
    emit dataChanged(index, index, {Qt::EditRole});
    const UnsavedInput::Entry *refused = m_document->unsaved().refused(place);
    return !refused || refused->writing; // not if that was about an earlier text
}

void ChildRowsModel::send(Recipe recipe)
{
    m_document->submit(std::move(recipe), m_undoGroup, m_document->toldTo(this, [this](const Result<void> &result) {
        result ? emit accepted() : emit refused(result.error());
    }));
}

Recipe ChildRowsModel::insertion(const QModelIndex &whole, int kind, RowId id, RowId after, const QList<FieldChange> &given) const
{
    const Node &node = *nodeOf(whole);
    return [owner = Owner(node.level->table, node.id), level = node.level->parts[kind], id, after,
            given](const Plan &plan) -> Result<ChangeSet> {
        const auto fields = tableInfo(level.table).fields;
        FieldValues values;
        for (const Field &field : fields)
            values.push_back(emptyValue(field.kind));
        values[static_cast<size_t>(level.owner)] = fields[static_cast<size_t>(level.owner)].kind == FieldKind::Owner
                                                       ? Value(owner.toText())
                                                       : Value(owner.row);
        for (const auto *list : {&level.fixed, &level.initial, &given}) {
            for (const FieldChange &field : *list)
                values[static_cast<size_t>(field.field)] = field.value;
        }
        ChangeBuilder change(tr("%1を追加").arg(rowName(level.table, values)));
        values[0] = placeBehind(plan.table(level.table), partsOf(plan, owner.row, level), after, id, change);
        change.insert(level.table, id, values);
        return std::move(change).build();
    };
}

RowId ChildRowsModel::insertChild(const QModelIndex &whole, int kind, RowId after, const QList<FieldChange> &given)
{
    const RowId id = m_document->environment().ids();
    send(insertion(whole, kind, id, after, given));
    return id;
}

void ChildRowsModel::removeChildren(const QModelIndexList &indexes)
{
    QList<Owner> rows;
    for (const QModelIndex &index : indexes) {
        if (const Owner row(tableAt(index), rowAt(index)); !rows.contains(row))
            rows << row;
    }
    send([rows](const Plan &plan) -> Result<ChangeSet> {
        QList<Owner> known = rows;
        known.removeIf([&](const Owner &row) { return !plan.table(row.table).contains(row.row); });
        if (known.isEmpty())
            return ChangeSet();
        ChangeBuilder change(tr("%1を削除").arg(rowName(plan, known.first().table, known.first().row)));
        QHash<RowId, QString> removed; // of notes, the marks go too
        for (const Owner &row : std::as_const(known)) {
            change.remove(row.table, row.row);
            removed.insert(row.row, QString());
        }
        renameMarks(plan, removed, change);
        return std::move(change).build();
    });
}

void ChildRowsModel::moveChild(const QModelIndex &index, int steps)
{
    if (!index.isValid())
        return;
    const Node &node = *nodeOf(index);
    const Owner row(node.level->table, node.id);
    send(recipeFor(row, [row, whole = node.parent->id, level = *node.level, steps](const Plan &plan) -> Result<ChangeSet> {
        ChangeBuilder change(tr("%1を移動").arg(rowName(plan, row.table, row.row)));
        moveInOrder(plan.table(row.table), partsOf(plan, whole, level), row.row, steps, change);
        return std::move(change).build();
    }));
}

} // namespace shisaku
