// SPDX-License-Identifier: GPL-3.0-or-later
// A grid of records that is worked in like a spreadsheet: type, F2, Enter, Tab, Ctrl+X/C/V/D, Delete, Ctrl++ and Ctrl+- for rows.
#pragma once

#include "models/item/record_table.h"
#include "views/look/edit_target.h"
#include "views/look/fresh_row.h"

#include <QTableView>

namespace shisaku {

class RecordCells;

class RecordGrid : public QTableView, public EditTarget {
    Q_OBJECT

public:
    explicit RecordGrid(RecordModel *model, QWidget *parent = nullptr);

    RecordModel &records() const { return *m_records; }
    /// Stores what is typed in the open cell.
    void flush();
    /// Adds a record after the current one and opens its first cell as soon as the plan has it.
    void addRecord();
    void removeRecords();
    void copyBlock() const;
    void pasteBlock();
    bool canPerform(ClipboardAction action) const override;
    void perform(ClipboardAction action) override;
    void fillDown();
    RowId currentRecord() const;
    void setCurrentRecord(RowId record);

    QSize sizeHint() const override;

signals:
    void currentRecordChanged(shisaku::RowId record);
    /// The heads of columns that are hidden for want of room.
    void columnsHidden(const QStringList &heads);

protected:
    bool event(QEvent *event) override;
    void changeEvent(QEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;
    void currentChanged(const QModelIndex &current, const QModelIndex &previous) override;
    bool edit(const QModelIndex &index, EditTrigger trigger, QEvent *event) override;
    QModelIndex moveCursor(CursorAction action, Qt::KeyboardModifiers modifiers) override;
    void closeEditor(QWidget *editor, QAbstractItemDelegate::EndEditHint hint) override;
    void contextMenuEvent(QContextMenuEvent *event) override;

private:
    void colourHead();
    void relayoutLater();
    void relayout();
    void fitColumns();
    int minimumWidth(int column) const;
    void goDown(int steps);
    static bool isBlockKey(const QKeyEvent &event);
    bool blockKey(QKeyEvent *event);
    QModelIndex cellBeside(int step) const;
    QModelIndexList chosenCells() const;

    RecordModel *m_records;
    RecordCells *m_cells;
    RowId m_coming;
    FreshRow *m_fresh;
    bool m_unsettled = false;
};

} // namespace shisaku
