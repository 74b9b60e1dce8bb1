// SPDX-License-Identifier: GPL-3.0-or-later
// A table or tree of rows in the settings: choices, departments, classifications and their categories.
//
// F2 or typing edits, Enter goes down, Insert adds, Ctrl+Delete removes, Alt+↑↓ moves, and in a tree Alt+→ puts a row below
// the one above it and Alt+← takes it out again.
#pragma once

#include "views/look/fresh_row.h"
#include "views/settings/settings_edits.h"

#include <QTreeWidget>

class QHBoxLayout;
class QPushButton;

namespace shisaku {

class RefusalLine;

/// What a table shows and how it grows.
struct RowsShape {
    TableId table = TableId::Choice;
    QList<int> columns; ///< Fields of the table.
    QList<int> widths;  ///< Pixels of each column; 0 takes what is left.
    int parent = -1;    ///< The field that refers to the row above in a tree; -1 for a plain table.
    QString addText;    ///< 「＋分類項目」
    /// The rows below another one (null: at the top), in order.
    std::function<QList<RowId>(const Plan &, RowId parent)> rows;
    /// Adds the new row `id` at `position` below `parent` to a change.
    std::function<void(const Plan &, RowId parent, RowId id, const QString &position, ChangeBuilder &)> insert;
    /// Why a value may not be taken, in a sentence; empty if it may.
    std::function<QString(const Plan &, RowId, int field, const Value &)> problem = {};
    /// What changes besides when a field is set.
    std::function<void(const Plan &, RowId, int field, const Value &, ChangeBuilder &)> also = {};
    /// What changes besides when a row goes.
    std::function<void(const Plan &, RowId, ChangeBuilder &)> alsoRemoved = {};
};

class RowsTree : public QTreeWidget {
    Q_OBJECT

public:
    explicit RowsTree(QWidget *parent = nullptr);

    /// Stores what is typed in the open cell.
    void commitCell();
    /// Edits a row that was just added; left with Esc before anything is entered it is asked to go.
    void begin(QTreeWidgetItem *item);
    FreshRow &fresh() const { return *m_fresh; }

signals:
    void addAsked();
    void removeAsked();
    void moveAsked(int steps);
    void indentAsked(int steps);

protected:
    void keyPressEvent(QKeyEvent *event) override;
    void closeEditor(QWidget *editor, QAbstractItemDelegate::EndEditHint hint) override;

private:
    FreshRow *m_fresh;
};

class SettingsRows : public QWidget {
    Q_OBJECT

public:
    SettingsRows(SettingsEdits *edits, RowsShape shape, QWidget *parent = nullptr);

    RowsTree *tree() const { return m_tree; }
    RowId currentRow() const;
    void setCurrentRow(RowId row);
    /// The sentence shown below the table; empty if nothing was refused.
    QString refusal() const;
    /// Shows the plan's rows again and says why something was not done to them.
    void refuse(const Error &error);
    /// Takes what is typed in the open cell.
    void flush() { m_tree->commitCell(); }
    /// Shows other rows of the same table: another list was chosen.
    void setShape(const RowsShape &shape);

    void add();
    void removeCurrent();
    void moveCurrent(int steps);
    /// Puts the current row below the one above it (+1) or beside its parent (-1).
    void indentCurrent(int steps);

signals:
    void currentRowChanged();

private:
    void reload();
    void fill(QTreeWidgetItem *parent, RowId above);
    QTreeWidgetItem *itemOf(RowId row) const;
    void commitEdit(QTreeWidgetItem *item, int column);
    InputPlace placeOf(RowId row, int column) const;
    /// The cell of an input: its item, null if it is not shown here, and its column.
    std::pair<QTreeWidgetItem *, int> cellOf(const InputPlace &place) const;
    void followInput(const InputPlace &place);
    void goTo(const InputPlace &place);
    void showRefusal();
    void send(Recipe recipe);
    void updateButtons();
    QPushButton *addButton(const QString &text, const QString &hint);

    SettingsEdits *m_edits;
    RowsShape m_shape;
    RowsTree *m_tree;
    QHBoxLayout *m_tools;
    RefusalLine *m_refusal;
    QPushButton *m_add = nullptr;
    QList<QPushButton *> m_needCurrent;
    RowId m_coming;
    bool m_filling = false;
};

} // namespace shisaku
