// SPDX-License-Identifier: GPL-3.0-or-later
// Working in a grid as an officer does: a cell found by what stands in its row, typed over, left with a key.
#pragma once

#include "views/grid/grid_panel.h"

#include <QInputMethodEvent>
#include <QLineEdit>
#include <QTest>

namespace shisaku {

/// The line that is open in a cell; null if none is.
inline QLineEdit *openLine(const GridView &grid)
{
    for (QLineEdit *line : grid.viewport()->findChildren<QLineEdit *>()) {
        if (line->isVisible())
            return line;
    }
    return nullptr;
}

/// Types over a line like an input method, and leaves it with a key.
inline void typeOver(QLineEdit *line, const QString &text, Qt::Key key)
{
    line->setFocus();
    line->selectAll();
    QInputMethodEvent event;
    event.setCommitString(text);
    QCoreApplication::sendEvent(line, &event);
    QTest::keyClick(line, key);
}

/// Types over the current cell and ends with Enter.
inline void typeInto(GridView &grid, const QString &text)
{
    QTest::keyClick(&grid, Qt::Key_F2);
    QLineEdit *line = openLine(grid);
    QVERIFY(line);
    typeOver(line, text, Qt::Key_Return);
}

/// The cell of a column in the row whose first cell says this; invalid if there is none.
inline QModelIndex cellSaying(const GridView &grid, const QString &text, int column = 0)
{
    for (int row = 0; row < grid.grid().recordCount(); ++row) {
        if (grid.grid().index(row, 0).data().toString() == text)
            return grid.grid().index(row, column);
    }
    return {};
}

} // namespace shisaku
