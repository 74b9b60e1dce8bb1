// SPDX-License-Identifier: GPL-3.0-or-later
// A grid inside the form, as tall as its rows: type to overwrite, Enter down, Tab right, Alt+↑↓ moves, Ctrl+Delete removes.
#pragma once

#include "models/plan/row_id.h"
#include "views/look/edit_target.h"
#include "views/look/fresh_row.h"

#include <QTreeView>
#include <QWidget>

class QHBoxLayout;
class QPushButton;

namespace shisaku {

class CellDelegate;
class PlanDocument;

class FormGrid : public QTreeView, public EditTarget {
    Q_OBJECT

public:
    /// Stores what is typed in the open cell.
    void commitCell();
    /// Asks for a new row below the current one.
    virtual void addRow() = 0;
    void removeRow();
    virtual void moveRow(int steps) = 0;

    bool canPerform(ClipboardAction action) const override;
    void perform(ClipboardAction action) override;

    QSize sizeHint() const override;

    /// Makes a cell the current one and takes the keyboard to it.
    void goTo(const QModelIndex &cell);

signals:
    /// Something was typed into a cell, or what was typed has gone to the model.
    void typing(QWidget *editor, bool typing);
    /// The current row, and with it what can be done, has changed.
    void currentMoved();

protected:
    /// `heads`: the rows at the top are headings of the rows below them. The model must outlive the grid.
    FormGrid(QAbstractItemModel *model, bool heads, QWidget *parent);

    virtual void fitColumns() = 0;
    /// Where the keyboard begins.
    virtual QModelIndex firstCell() const { return model()->index(0, 0); }
    /// Where a new row is first edited; invalid while the model does not have it.
    virtual QModelIndex cellOf(RowId row) const = 0;
    virtual void removeRowOf(const QModelIndex &cell) = 0;
    /// What is done from now on is undone as one step.
    virtual void beginVisit() = 0;
    virtual bool canEmpty(const QModelIndex &cell) const { return model()->flags(cell).testFlag(Qt::ItemIsEditable); }

    /// Lays the grid out; the last a constructor calls.
    void relayout();
    /// Starts editing a row, which was just asked for, as soon as the model has it; what is typed meanwhile is meant for it.
    void editWhenThere(RowId row, PlanDocument &document);

    void keyPressEvent(QKeyEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;
    void focusInEvent(QFocusEvent *event) override;
    void currentChanged(const QModelIndex &current, const QModelIndex &previous) override;
    bool edit(const QModelIndex &index, EditTrigger trigger, QEvent *event) override;
    QModelIndex moveCursor(CursorAction action, Qt::KeyboardModifiers modifiers) override;
    void closeEditor(QWidget *editor, QAbstractItemDelegate::EndEditHint hint) override;
    void wheelEvent(QWheelEvent *event) override;
    void drawBranches(QPainter *painter, const QRect &rect, const QModelIndex &index) const override;

private:
    QModelIndex cellBeside(int step) const;
    void relayoutLater();
    void fitHeight();
    void goDown(int steps);
    void emptyCurrent();

    CellDelegate *m_cells;
    RowId m_coming;
    FreshRow *m_fresh;
    bool m_unsettled = false;
};

/// The buttons below a grid: what adds rows, then ↑, ↓ and 削除.
class GridTools : public QWidget {
    Q_OBJECT

public:
    GridTools(FormGrid *grid, const QString &rowName, QWidget *parent);

    /// A further button that adds something to the current row; it stands before the stretch.
    QPushButton *addToCurrent(const QString &text, const QString &hint);
    void setReadOnly(bool readOnly);
    /// The buttons follow what is current.
    void follow();

private:
    QPushButton *makeButton(const QString &text, const QString &hint);

    FormGrid *m_grid;
    QHBoxLayout *m_row;
    QPushButton *m_add;
    QList<QPushButton *> m_needCurrent;
    bool m_readOnly = false;
};

} // namespace shisaku
