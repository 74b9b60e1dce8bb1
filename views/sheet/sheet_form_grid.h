// SPDX-License-Identifier: GPL-3.0-or-later
// A grid of the form: the schedule's rows, indicators, footnotes. Type to overwrite, F2, Enter down, Tab right, Alt+↑↓ moves.
#pragma once

#include "models/item/parts_model.h"
#include "views/sheet/sheet_form_part.h"

#include <QTreeView>

class QHBoxLayout;
class QPushButton;

namespace shisaku {

class CellDelegate;

/// How a grid is laid out.
struct GridShape {
    PartsLevel rows;
    QStringList headers;
    QList<int> widths;    ///< Pixels of each column; 0 takes what is left.
    int leastWidth = 140; ///< Least width of the column that takes what is left.
};

class PartsGrid : public QTreeView {
    Q_OBJECT

public:
    PartsGrid(PartsModel *model, const GridShape &shape, QWidget *parent = nullptr);

    /// Starts editing a row as soon as the document has it.
    void editWhenThere(RowId row);
    /// Stores what is typed in the open cell.
    void commitCell();
    /// Asks for a new row like the current one (or of another kind below it).
    void addTop();
    void addPart(int kind);
    void removeCurrent();
    void moveCurrent(int steps);

    QSize sizeHint() const override;

signals:
    /// The current row, and with it what can be done, has changed.
    void currentMoved();

protected:
    void keyPressEvent(QKeyEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;
    void focusInEvent(QFocusEvent *event) override;
    void currentChanged(const QModelIndex &current, const QModelIndex &previous) override;
    bool edit(const QModelIndex &index, EditTrigger trigger, QEvent *event) override;
    QModelIndex moveCursor(CursorAction action, Qt::KeyboardModifiers modifiers) override;
    void wheelEvent(QWheelEvent *event) override;
    void drawBranches(QPainter *painter, const QRect &rect, const QModelIndex &index) const override;

private:
    PartsModel &parts() const { return *m_parts; }
    QModelIndex wholeOfParts() const;
    QModelIndex cellBeside(int step) const;
    void settle();
    void settleLater();
    void fitColumns();
    void fitHeight();
    void goDown();

    PartsModel *m_parts;
    CellDelegate *m_cells;
    QList<int> m_widths;
    int m_leastWidth;
    RowId m_coming;
    bool m_unsettled = false;
};

/// A grid with its buttons.
class GridPart : public SheetPart {
    Q_OBJECT

public:
    GridPart(PlanDocument *document, const GridShape &shape, QWidget *parent = nullptr);

    void setMeasure(Id<Measure> measure) override;
    void flush() override;
    void setReadOnly(bool readOnly) override;
    QWidget *firstInput() const override { return m_grid; }
    PartsGrid *grid() const { return m_grid; }

private:
    QPushButton *addButton(const QString &text, const QString &hint);
    void updateButtons();

    PartsModel *m_model;
    PartsGrid *m_grid;
    QHBoxLayout *m_tools;
    QList<QPushButton *> m_needCurrent;
    QPushButton *m_addTop = nullptr;
    bool m_readOnly = false;
};

/// The grids a measure's sheet knows.
GridShape scheduleShape();
GridShape indicatorShape();
GridShape footnoteShape();

} // namespace shisaku
