// SPDX-License-Identifier: GPL-3.0-or-later
// Rows of one table as a grid that works like a spreadsheet: fields, computed and composed cells, totals, paste and fill.
#pragma once

#include "models/edit/plan_follower.h"
#include "models/edit/unsaved_input.h"

#include <QAbstractTableModel>

#include <memory>

namespace shisaku {

/// Adds to `change` what a typed text means for a row; the row may be one that `change` itself adds.
using CellWriter = std::function<Result<void>(const Plan &, RowId, const QString &typed, const IdSource &, ChangeBuilder &change)>;
using CellText = std::function<QString(const Plan &, RowId)>;

struct RecordColumn {
    QString header;
    int field = -1;      ///< The field that is shown and edited; -1 for a computed or composed cell.
    int width = 80;      ///< In device-independent pixels.
    bool number = false; ///< Set to the right, in figures of equal width.
    bool wraps = false;
    bool hideWhenNarrow = false; ///< Hidden where there is no room for all columns.
    CellText text;      ///< Instead of the field's text.
    CellText printed;   ///< What the document prints where that differs from what is shown; empty otherwise.
    CellWriter write;   ///< For a composed cell that can be edited.
    /// Proposals for what is being typed in a composed cell.
    std::function<QStringList(const Plan &, const QString &typed)> proposals;
};

/// A row below the records: a total.
struct RecordTotal {
    QStringList cells;   ///< One a column.
    QStringList printed; ///< What the document prints where it differs.
};

struct RecordTable {
    TableId table = TableId::PlanInfo;
    QList<RecordColumn> columns;
    std::function<QList<RowId>(const Plan &)> rows; ///< Those shown, in order.
    QList<FieldChange> initial;                     ///< What a new row begins with.
    std::function<QList<RecordTotal>(const Plan &, const QList<RowId> &)> totals;
    /// What is to be asked before a change is made: a sentence; empty if nothing is.
    std::function<QString(const Plan &, const ChangeSet &)> question = {};
    bool canAdd = true;
    bool canRemove = true; ///< False for a grid that only looks at rows of another part of the plan.
    /// Where composed cells, totals and the choice and order of the rows come from, besides `table` and what its fields name.
    QList<TableId> reads = {};
};

/// Every change goes to the document and comes back through its changed(). A cell whose text was refused shows it until the file
/// has it or another.
class RecordModel : public QAbstractTableModel {
    Q_OBJECT

public:
    enum Role {
        OptionKeysRole = Qt::UserRole + 1, ///< QStringList; empty for a cell that is typed.
        OptionLabelsRole,
        LongTextRole, ///< bool
        PrintedRole,  ///< QString: the document's figure where it differs.
        DoubtRole,    ///< QString: what is 要原典確認 about the cell.
        RefusedRole,  ///< QString: why the text in the cell was not taken.
        TotalRole,    ///< bool: a row of totals.
        NumberRole,   ///< bool
    };

    RecordModel(PlanDocument *document, RecordTable table, QObject *parent = nullptr);

    void setTable(RecordTable table);
    const RecordTable &table() const { return m_table; }
    PlanDocument &document() const { return *m_document; }
    /// Through which the model follows the plan: whoever shows it says when it is looked at.
    PlanFollower &follower() { return m_follower; }
    /// Shows only the records that pass; an empty function shows all.
    void setFilter(std::function<bool(RowId)> filter);
    bool isFiltered() const { return static_cast<bool>(m_filter); }
    /// Whether the units in the heads, in brackets, stand in a second line.
    void setTwoLineHeads(bool twoLines);

    qsizetype recordCount() const { return m_rows.size(); }
    RowId recordAt(int row) const { return m_rows.value(row); }
    int rowOf(RowId record) const { return static_cast<int>(m_rows.indexOf(record)); }
    /// The cell of an input; invalid if it is not shown here.
    QModelIndex cellOf(const InputPlace &place) const;
    /// Why the text of a cell was refused, of the first such cell; nothing if none was.
    std::optional<Error> refusal() const;

    /// The table's question about what was entered, the newest that waits for an answer; what was typed is refused until then.
    std::optional<Error> question() const;
    /// The answer to question(): it is meant so.
    void confirm();

    /// Changes made from now on are undone together until the next call.
    void beginUndoGroup() { m_undoGroup = newUndoGroup(); }
    /// Asks for a new record after `row` (-1: at the end); returns the id it will have.
    RowId addRecord(int row = -1);
    void removeRecords(QList<int> rows);
    /// Moves a record by places up (-) or down (+), at most to the end.
    void moveRecord(int row, int steps);
    /// Puts a block of cells from row `from` on, as one step; `columns` says where the cells of each line go. Lines beyond the
    /// end become rows if they fill anything. Nothing is taken when one cell cannot be read; false where that is known at once.
    bool paste(int from, const QList<int> &columns, const QList<QStringList> &cells);
    /// Gives every cell below the first of its column that one's content.
    void fillDown(const QModelIndexList &cells);
    void clearCells(const QModelIndexList &cells);

    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;
    bool setData(const QModelIndex &index, const QVariant &value, int role = Qt::EditRole) override;
    QVariant headerData(int section, Qt::Orientation orientation, int role = Qt::DisplayRole) const override;
    Qt::ItemFlags flags(const QModelIndex &index) const override;

signals:
    void refused(const shisaku::Error &error);
    void accepted();

private:
    const RecordColumn &columnAt(const QModelIndex &index) const { return m_table.columns.at(index.column()); }
    const Field *fieldAt(const QModelIndex &index) const;
    bool isEditable(int column) const;
    QVariant totalData(const RecordTotal &total, const QModelIndex &index, int role) const;
    InputPlace placeOf(const QModelIndex &index) const;
    void followInput(const InputPlace &place);
    QString shownText(const QModelIndex &index) const;
    QString doubtAt(const QModelIndex &index) const;
    void follow(const ChangeSet &change);
    void syncRows();
    void tellCells(int first, int last);
    QList<TableId> tablesRead() const;
    QList<RowId> wantedRows() const;

    /// What may have to be confirmed: the input of a place, or a block of cells.
    struct Asked {
        std::optional<InputPlace> place;
        QString typed;
        Recipe recipe;
        std::shared_ptr<std::optional<Error>> question; ///< The one by which it was refused.
    };
    /// The recipe, refused with the table's question where it raises one. What is entered now takes the place of an earlier input of
    /// `place`, and of any block.
    Recipe asking(const std::optional<InputPlace> &place, const QString &typed, Recipe recipe);
    /// Whether it was asked about and is still there as it was.
    bool isOpen(const Asked &asked) const;
    /// The same for a block; false if it is refused at once.
    bool send(Recipe recipe);
    bool submit(Recipe recipe);

    PlanDocument *m_document;
    PlanFollower m_follower;
    RecordTable m_table;
    std::function<bool(RowId)> m_filter;
    QList<RowId> m_rows;
    QList<RecordTotal> m_totals;
    QList<Asked> m_asked; // oldest first
    UndoGroup m_undoGroup = 0;
    bool m_twoLineHeads = false;
};

/// A column that shows and edits a field.
template <auto Member>
RecordColumn fieldColumn(int width, bool wraps = false)
{
    RecordColumn column;
    const Field &field = fieldOf<Member>();
    column.header = fieldLabel(field);
    column.field = fieldIndex<Member>();
    column.width = width;
    column.number = field.kind == FieldKind::Decimal || field.kind == FieldKind::Integer;
    column.wraps = wraps;
    return column;
}

/// Reads names divided by 「、」, commas, semicolons or line breaks as offices; the error names the first unknown one.
Result<QList<Id<Department>>> readOffices(const Plan &plan, const QString &typed);

} // namespace shisaku
