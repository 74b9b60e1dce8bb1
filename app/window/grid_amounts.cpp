// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/window/grid_amounts.h"

#include "views/grid/grid_view.h"

#include <QApplication>

namespace shisaku {

GridAmounts::GridAmounts(QWidget *window) : m_window(window)
{
    setTextFormat(Qt::PlainText);
    setAccessibleName(tr("選択したセルの集計"));
    connect(qApp, &QApplication::focusChanged, this, [this](QWidget *, QWidget *now) { follow(now); });
}

void GridAmounts::follow(QWidget *focus)
{
    if (!focus || focus->window() != m_window)
        return; // a menu or another window
    GridView *grid = nullptr;
    for (QWidget *at = focus; at && !grid; at = at->parentWidget()) // the focus may be in the editor of a cell
        grid = qobject_cast<GridView *>(at);
    if (grid == m_grid)
        return;
    if (m_grid)
        disconnect(m_grid, &GridView::amountsTold, this, nullptr);
    m_grid = grid;
    clear();
    if (grid)
        connect(grid, &GridView::amountsTold, this, &QLabel::setText);
}

} // namespace shisaku
