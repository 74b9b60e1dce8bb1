// SPDX-License-Identifier: GPL-3.0-or-later
// The parts of one row as a table or a small tree: the 取組 of a measure with their 工程 and 節目, its indicators, footnotes,
// offices.
#pragma once

#include "models/edit/unsaved_input.h"

#include <QAbstractItemModel>

namespace shisaku {

/// Which rows are shown below a whole, and which of their fields stand in which column.
struct ChildLevel {
    TableId table = TableId::PlanInfo;
    int owner = 0;              ///< The field that refers to the whole.
    QList<int> columns;         ///< Field of each column; -1 leaves the cell empty.
    QList<FieldChange> fixed;   ///< Only rows with these values are shown; new ones get them.
    QList<FieldChange> initial; ///< What a new row begins with besides.
    int begins = -1;            ///< Rows that begin later than today by this field are not shown;
    int ends = -1;              ///< nor those that have ended by this one.
    QList<ChildLevel> parts;    ///< What hangs on each of these rows.
};

template <auto Member>
constexpr int columnField()
{
    if constexpr (std::is_null_pointer_v<decltype(Member)>)
        return -1;
    else
        return fieldIndex<Member>();
}

/// The level of the rows that refer to their whole through `Owner`, with the fields of `Columns` (nullptr: an empty cell).
template <auto Owner, auto... Columns>
ChildLevel partsLevel()
{
    ChildLevel level;
    level.table = tableOf<typename fields::MemberOf<decltype(Owner)>::Row>;
    level.owner = fieldIndex<Owner>();
    level.columns = {columnField<Columns>()...};
    return level;
}

/// Every change goes to the document and comes back through its changed(): rows appear, move and go only then. A cell whose text
/// was refused shows it until the file has it or another.
class ChildRowsModel : public QAbstractItemModel {
    Q_OBJECT

public:
    enum Role {
        OptionKeysRole = Qt::UserRole + 1, ///< QStringList; empty for a field that is typed.
        OptionLabelsRole,                  ///< QStringList beside it.
        LongTextRole,                      ///< bool: several lines.
        DoubtRole,   ///< QString: what is 要原典確認 about the cell; the first column tells of the row, too.
        RefusedRole, ///< QString: why the text in the cell was not taken.
    };

    /// `headers` has one text per column. The document must outlive the model.
    ChildRowsModel(PlanDocument *document, ChildLevel top, QStringList headers, QObject *parent = nullptr);
    ~ChildRowsModel() override;

    PlanDocument &document() const { return *m_document; }

    /// Shows the parts of another row.
    void setWhole(TableId table, RowId row);
    /// Changes made from now on are undone together until the next call.
    void beginUndoGroup() { m_undoGroup = newUndoGroup(); }

    RowId rowAt(const QModelIndex &index) const;
    TableId tableAt(const QModelIndex &index) const;
    QModelIndex indexOf(RowId row, int column = 0) const;
    /// The cell of an input; invalid if it is not shown here.
    QModelIndex cellOf(const InputPlace &place) const;
    /// Why the text of a cell was refused, of the first such cell; nothing if none was.
    std::optional<Error> refusal() const;

    /// Asks for a new row of the n-th kind of parts below `whole` (an invalid index: the top), after `after` or at the end.
    /// Returns the id it will have.
    RowId insertChild(const QModelIndex &whole, int kind = 0, RowId after = {}, const QList<FieldChange> &values = {});
    /// How such a row is added, with the id it will have; for an input that asks for it.
    Recipe insertion(const QModelIndex &whole, int kind, RowId id, RowId after, const QList<FieldChange> &values) const;
    /// Asks to remove rows, with all their parts, as one step.
    void removeChildren(const QModelIndexList &indexes);
    /// Asks to move a row among its like by places up (-) or down (+), at most to the end.
    void moveChild(const QModelIndex &index, int steps);

    QModelIndex index(int row, int column, const QModelIndex &parent = {}) const override;
    QModelIndex parent(const QModelIndex &index) const override;
    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;
    bool setData(const QModelIndex &index, const QVariant &value, int role = Qt::EditRole) override;
    QVariant headerData(int section, Qt::Orientation orientation, int role = Qt::DisplayRole) const override;
    Qt::ItemFlags flags(const QModelIndex &index) const override;

signals:
    /// What was asked for was not done; the plan is as before.
    void refused(const shisaku::Error &error);
    /// A change asked for here is in the file, or what was refused is taken back.
    void accepted();

private:
    struct Node;

    Node *nodeOf(const QModelIndex &index) const;
    QModelIndex indexOfNode(const Node *node, int column = 0) const;
    QList<RowId> wanted(const Node &whole, const ChildLevel &level) const;
    void sync(Node &whole);
    void removeNode(Node &whole, size_t row);
    void follow(const ChangeSet &change);
    void followUpdate(const RowChange &row);
    bool isStructural(const RowChange &row) const;
    const ChildLevel *levelOf(TableId table) const;
    void followInput(const InputPlace &place);
    void send(Recipe recipe);
    int fieldAt(const QModelIndex &index) const;
    QString doubtAt(const Node &node, int column, int field) const;

    PlanDocument *m_document;
    QStringList m_headers;
    ChildLevel m_rootLevel;
    std::unique_ptr<Node> m_root;
    QHash<RowId, Node *> m_nodes;
    UndoGroup m_undoGroup = 0;
};

} // namespace shisaku
