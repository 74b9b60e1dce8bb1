// SPDX-License-Identifier: GPL-3.0-or-later
// The one grid of the program, worked in as in Excel: type, F2, Enter, Tab, Ctrl+arrows, Shift, Ctrl+X/C/V/D/R, Delete, Ctrl++ and
// Ctrl+- for rows, Alt with arrows to move them; sorted and filtered at its head.
#pragma once

#include "models/item/grid_model.h"
#include "views/look/edit_target.h"
#include "views/look/fresh_row.h"

#include <QBasicTimer>
#include <QPersistentModelIndex>
#include <QTableView>

#include <functional>
#include <memory>

QT_BEGIN_NAMESPACE
class QMenu;
QT_END_NAMESPACE

namespace shisaku {

class GridCells;
class GridHead;

/// Where the officer's widths of columns are kept: by the key of a shape and the head of a column; 0 where none was set.
struct ColumnWidths {
    std::function<int(const QString &grid, const QString &head)> width;
    std::function<void(const QString &grid, const QString &head, int pixels)> setWidth;
};

/// Has the widths of all grids below a widget kept, those made later, too; of others they last as long as the grid.
void keepWidths(QWidget *above, std::shared_ptr<ColumnWidths> widths);

class GridView : public QTableView, public EditTarget {
    Q_OBJECT

public:
    explicit GridView(GridModel *model, QWidget *parent = nullptr);

    GridModel &grid() const { return *m_grid; }
    /// As tall as its rows, for a form that scrolls itself: the wheel goes to the form.
    void setAsTallAsRows(bool tall);
    /// Stores what is typed in the open cell.
    void flush();

    /// Adds a row of a kind after the current one and opens its first cell as soon as the plan has it.
    void addRecord(int kind = 0);
    void removeRecords();
    /// Moves the current row, or puts it below another (see GridModel).
    void moveRecord(int places);
    void nestRecord(int steps);
    void copyBlock() const;
    void pasteBlock();
    void fill(Qt::Orientation direction);
    void clearCells();
    bool canPerform(ClipboardAction action) const override;
    void perform(ClipboardAction action) override;

    /// Null on a total, or where nothing is current.
    RowId currentRecord() const;
    /// Goes to a row, in the current column; nothing if it is not shown.
    void setCurrentRecord(RowId record);
    /// Goes to a cell, whatever key is held down.
    void moveTo(const QModelIndex &cell);
    /// The same, and takes the keyboard there.
    void goTo(const QModelIndex &cell);
    /// The same, to the cell of an input, whatever sorting or filter hides it; false if it is not here.
    bool goTo(const InputPlace &place);
    /// The rows in which cells are chosen, from the top, without totals; the current one if none is.
    QList<RowId> chosenRecords() const;
    /// Chooses whole rows; the first becomes current.
    void chooseRecords(const QList<RowId> &records);
    /// Opens the filter of a column; below its head.
    void openFilter(int column);
    /// Goes to the next cell (or, with `steps` -1, the one before) that holds a text in either width; false if there is none.
    bool findNext(const QString &text, int steps = 1);

    QSize sizeHint() const override;
    QRect visualRect(const QModelIndex &index) const override;
    QModelIndex indexAt(const QPoint &point) const override;
    void scrollTo(const QModelIndex &index, ScrollHint hint = EnsureVisible) override;

signals:
    void currentRecordChanged(shisaku::RowId record);
    /// Other cells are chosen.
    void chosenChanged();
    /// What the chosen cells add up to, 「合計 1,234　平均 308.5　個数 4」; empty where there is nothing to say.
    void amountsTold(const QString &words);
    /// The heads of columns that are hidden for want of room.
    void columnsHidden(const QStringList &heads);
    /// Something to find in the grid is asked for.
    void findAsked();
    /// The context menu is about to show; others may add to it.
    void menuAsked(QMenu *menu);
    /// Enter or a double click on a cell that cannot be edited.
    void recordEntered(shisaku::RowId record);

protected:
    bool event(QEvent *event) override;
    void changeEvent(QEvent *event) override;
    void timerEvent(QTimerEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    void inputMethodEvent(QInputMethodEvent *event) override;
    void mousePressEvent(QMouseEvent *event) override;
    void mouseMoveEvent(QMouseEvent *event) override;
    void mouseReleaseEvent(QMouseEvent *event) override;
    void mouseDoubleClickEvent(QMouseEvent *event) override;
    void wheelEvent(QWheelEvent *event) override;
    void contextMenuEvent(QContextMenuEvent *event) override;
    void focusInEvent(QFocusEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;
    void paintEvent(QPaintEvent *event) override;
    void scrollContentsBy(int dx, int dy) override;
    void currentChanged(const QModelIndex &current, const QModelIndex &previous) override;
    void selectionChanged(const QItemSelection &selected, const QItemSelection &deselected) override;
    QRegion visualRegionForSelection(const QItemSelection &selection) const override;
    QModelIndex moveCursor(CursorAction action, Qt::KeyboardModifiers modifiers) override;
    bool edit(const QModelIndex &index, EditTrigger trigger, QEvent *event) override;
    void closeEditor(QWidget *editor, QAbstractItemDelegate::EndEditHint hint) override;
    void dataChanged(const QModelIndex &first, const QModelIndex &last, const QList<int> &roles) override;

private:
    void beginAnew();

    // Layout: grid_layout.cpp
    void relayoutLater();
    void findWidths();
    void relayout();
    void openFresh();
    void fitColumns();
    bool fitRows(int first, int last);
    void fitShownRows();
    void measureChanged();
    int givenWidth(int column) const;
    void keepWidth(int column, int width);
    void fitToContent(int column);
    int leastWidth(int column) const;
    int frozenWidth() const;
    int frozenColumnAt(int x) const;
    void paintFrozen();

    // Keys: grid_keys.cpp
    bool blockKey(const QKeyEvent &event);
    bool rowKey(const QKeyEvent &event);
    bool moveKey(const QKeyEvent &event);
    bool pick(const QString &text);
    bool clearKey(QKeyEvent *event);
    static bool isGridKey(const QKeyEvent &event);
    void goDown(int steps);
    void goBeside(int step);
    void goOn(int rows, int columns);
    QModelIndex cellBeside(int step) const;
    QModelIndex target(const QModelIndex &from, int key, bool far) const;
    QModelIndex edge(const QModelIndex &from, int rows, int columns) const;
    QModelIndex neighbour(const QModelIndex &from, int rows, int columns) const;
    QModelIndex moving() const { return m_reach.isValid() ? QModelIndex(m_reach) : currentIndex(); }
    int shownColumn(int from, int step) const;
    void extendTo(const QModelIndex &cell);
    void chooseWhole(bool rows);
    int pickedColumn() const;

    // Blocks: grid_blocks.cpp
    QModelIndexList chosenCells() const;
    QList<int> chosenRows() const;
    /// The columns shown from one on, it among them.
    QList<int> shownColumnsFrom(int first) const;
    QModelIndexList cellsIn(int column) const;
    void typeIntoChosen(const QString &text);
    void tellAmountsLater();
    QString amounts() const;

    // Menu: grid_menu.cpp
    /// Column -1: in the plan's order.
    void sortBy(int column, bool descending);

    GridModel *m_grid;
    GridCells *m_cells;
    GridHead *m_head;
    FreshRow *m_fresh;
    RowId m_coming;
    std::shared_ptr<ColumnWidths> m_widths;
    struct {
        RowId record;
        int column = -1;
        QString key;
    } m_before;                    ///< What was current before a reset, and of which shape.
    QHash<QString, int> m_dragged; ///< By head: widths of this sitting.
    QPersistentModelIndex m_reach; ///< The corner of the chosen block that Shift moves; the other one is current.
    QItemSelection m_kept;         ///< What stays chosen while a further block is dragged.
    QPersistentModelIndex m_pressed;
    bool m_pressedCurrent = false;
    QPoint m_placeBefore{-1, -1}; ///< Column and row of the current cell before the rows were arranged anew.
    int m_tabsFrom = -1;          ///< The column in which Tab began.
    bool m_unsettled = false;
    bool m_fitting = false;
    bool m_tall = false;
    QList<int> m_least;      ///< By column: the width that figures, words and head need.
    int m_changedFirst = -1; ///< Rows to be measured again.
    int m_changedLast = -1;
    QBasicTimer m_amounts;
};

} // namespace shisaku
