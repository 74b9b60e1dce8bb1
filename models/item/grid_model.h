// SPDX-License-Identifier: GPL-3.0-or-later
// The one model behind every grid of the program: rows of a GridShape, flat, each with its level; entering, pasting, filling,
// sorting, filtering.
#pragma once

#include "models/edit/plan_follower.h"
#include "models/edit/unsaved_input.h"
#include "models/grid/grid_changes.h"
#include "models/grid/grid_order.h"

#include <QAbstractTableModel>

#include <memory>

namespace shisaku {

/// Every change goes to the document and comes back through its changed(). A cell whose text was refused shows it until the file
/// has it or another.
class GridModel : public QAbstractTableModel {
    Q_OBJECT

public:
    enum Role {
        OptionKeysRole = Qt::UserRole + 1, ///< QStringList; empty for a cell that is typed.
        OptionLabelsRole,                  ///< QStringList beside it.
        KeysPickRole,                      ///< bool: digits pick, see GridCell.
        LongTextRole,                      ///< bool: several lines.
        PrintedRole,                       ///< QString: the document's figure where it differs.
        DoubtRole,   ///< QString: what is 要原典確認 about the cell; the first column tells of the row, too.
        RefusedRole, ///< QString: why the text in the cell was not taken.
        TotalRole,   ///< bool: a row of totals.
        NumberRole,  ///< bool
        AmountRole,  ///< The exact number in the cell as Decimal::toText() has it; an empty QString if it is none.
        MarkRole,    ///< QString: a sign before the text.
        ToneRole,    ///< int: place that colours the sign; -1 for none.
        LevelRole,   ///< int: how deep the row stands below others.
        WholeRole,   ///< bool: rows stand below this one.
        ThereRole,   ///< bool: rows of this kind have such a cell.
        WrapsRole,   ///< bool
        NamesRole,   ///< bool: several names, none of which is broken over lines.
    };

    /// The document must outlive the model.
    GridModel(PlanDocument *document, GridShape shape, QObject *parent = nullptr);

    void setShape(GridShape shape);
    const GridShape &shape() const { return m_shape; }
    PlanDocument &document() const { return *m_document; }
    /// Through which the model follows the plan: whoever shows it says when it is looked at.
    PlanFollower &follower() { return m_follower; }
    /// Whether the units in the heads, in brackets, stand in a second line.
    void setTwoLineHeads(bool twoLines);

    /// Shows only the rows that pass; an empty function shows all.
    void setFilter(std::function<bool(RowId)> filter);
    bool isFiltered() const { return static_cast<bool>(m_filter) || m_order.isFiltered(); }
    /// How the rows are looked at. What is edited or new stays where it is until the order is applied again.
    const GridOrder &order() const { return m_order; }
    void setOrder(const GridOrder &order);
    void applyOrder() { setOrder(order()); }
    /// Shows the rows that only the filters of columns hide.
    void clearColumnFilters();
    /// Every row is seen, where it stands in the plan; only then rows are moved.
    bool isInPlanOrder() const { return !m_filter && !m_order.isSorted() && !m_order.isFiltered(); }
    /// The texts of a column among the rows that the other columns' filters let through.
    QList<ColumnValue> valuesOf(int column) const;

    /// Rows of the plan, without totals.
    int recordCount() const { return static_cast<int>(m_rows.size()); }
    /// Null for a total.
    RowId recordAt(int row) const { return m_rows.value(row).id; }
    GridRow rowAt(int row) const { return m_rows.value(row); }
    /// How many rows of the grid's own kind there are, and how many of them are shown.
    int ownCount() const { return ownAmong(m_inPlan); }
    int ownShownCount() const { return ownAmong(m_rows); }
    /// Whether the grid has a row, shown or not.
    bool holds(RowId record) const;
    /// -1 if it is not shown.
    int rowOf(RowId record) const { return m_places.value(record, -1); }
    /// The cell of an input; invalid if it is not shown here.
    QModelIndex cellOf(const InputPlace &place) const;
    InputPlace placeOf(const QModelIndex &cell) const { return placeOf(addressOf(cell)); }
    /// Why the text of a cell was refused, of the first such cell; nothing if none was.
    std::optional<Error> refusal() const;

    /// The shape's question about what was entered, the newest that waits for an answer; what was typed is refused until then.
    std::optional<Error> question() const;
    /// The answer to question(): it is meant so.
    void confirm();

    /// Changes made from now on are undone together until the next call.
    void beginUndoGroup() { m_undoGroup = newUndoGroup(); }
    /// Asks for a new row of a kind behind `row` (-1: at the end), see rowAdded(); returns the id it will have.
    RowId addRecord(int row = -1, int kind = 0);
    void removeRecords(const QList<int> &rows);
    /// Moves rows among their like, see rowsMoved(); refused, with the reason, while they are sorted or filtered.
    void moveRecords(const QList<int> &rows, int places);
    /// Puts a row that nests below the one above it (+1), or takes it out again (-1); refused likewise.
    void nestRecord(int row, int steps);
    /// Puts a block of cells from row `from` on, as one step, see blockPasted(). False where it is known at once to be refused.
    bool paste(int from, const QList<int> &columns, const QList<QStringList> &cells);
    /// Gives every cell below (or to the right of) the first of its column (or row) that one's content.
    void fill(const QModelIndexList &cells, Qt::Orientation direction = Qt::Vertical);
    /// Writes one text into all cells that can be edited, as one input: what is refused stays at the first of them.
    void typeIntoAll(const QModelIndexList &cells, const QString &text);
    void clearCells(const QModelIndexList &cells) { typeIntoAll(cells, {}); }
    /// Asks for a change of the same plan; what is refused is told here.
    bool submit(Recipe recipe);

    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;
    bool setData(const QModelIndex &index, const QVariant &value, int role = Qt::EditRole) override;
    QVariant headerData(int section, Qt::Orientation orientation, int role = Qt::DisplayRole) const override;
    Qt::ItemFlags flags(const QModelIndex &index) const override;

signals:
    void refused(const shisaku::Error &error);
    void accepted();
    /// order() is another one.
    void orderChanged();

private:
    const GridCell &cellAt(const QModelIndex &index) const { return m_shape.cell(m_rows.at(index.row()).kind, index.column()); }
    GridAddress addressOf(const QModelIndex &index) const { return {m_rows.at(index.row()), index.column()}; }
    const Field *fieldAt(const QModelIndex &index) const { return m_shape.field(m_rows.at(index.row()).kind, index.column()); }
    QVariant totalData(const GridTotal &total, const QModelIndex &index, int role) const;
    QVariant inputData(const QModelIndex &index, int role) const;
    QVariant cellData(const QModelIndex &index, int role) const;
    QString doubtAt(const QModelIndex &index) const;
    QString amountAt(const QModelIndex &index) const;
    void followInput(const InputPlace &place);
    void follow(const ChangeSet &change);
    void readRows();
    void syncRows();
    void removeGone(const QSet<RowId> &wanted);
    void arrange(const QList<GridRow> &rows);
    void insertNew(const QList<GridRow> &wanted);
    void syncTotals();
    void syncHeads();
    QList<GridTotal> currentTotals() const;
    void keepPlaces();
    void tellCells(int first, int last);
    QList<GridRow> passing(const GridOrder &order) const;
    static int ownAmong(const QList<GridRow> &rows);
    PastedBlock blockFrom(int row, const QList<int> &columns, const QList<QStringList> &cells) const;

    /// What may have to be confirmed: the input of a place, or something done to several rows.
    struct Asked {
        std::optional<InputPlace> place;
        QString typed;
        Recipe recipe;
        std::shared_ptr<std::optional<Error>> question; ///< The one by which it was refused.
    };
    /// The recipe, refused with the shape's question where it raises one. What is entered now takes the place of an earlier
    /// input of `place`, and of anything without a place.
    Recipe asking(const std::optional<InputPlace> &place, const QString &typed, Recipe recipe);
    /// Whether it was asked about and is still there as it was.
    bool isOpen(const Asked &asked) const;
    void enter(const InputPlace &place, const QString &typed, RecipeWithIds make);
    void enterInto(const QList<GridAddress> &cells, const QString &typed);
    void release(const QList<GridAddress> &cells);
    bool sendOver(const QList<GridAddress> &covered, Recipe recipe);
    bool mayMove();
    InputPlace placeOf(const GridAddress &cell) const;
    bool send(Recipe recipe) { return submit(asking({}, {}, std::move(recipe))); }

    /// One text typed into several cells.
    struct Spread {
        InputPlace place;
        QString typed;
        QList<GridAddress> cells;
    };

    PlanDocument *m_document;
    PlanFollower m_follower;
    GridShape m_shape;
    std::function<bool(RowId)> m_filter;
    GridOrder m_order;
    QList<GridRow> m_inPlan; ///< All rows, in the plan's order.
    QList<GridRow> m_rows;   ///< Those shown.
    QHash<RowId, int> m_places;
    QList<GridTotal> m_totals;
    QList<Asked> m_asked; // oldest first
    QList<Spread> m_spread;
    UndoGroup m_undoGroup = 0;
    bool m_twoLineHeads = false;
};

} // namespace shisaku
