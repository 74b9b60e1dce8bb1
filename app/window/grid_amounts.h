// SPDX-License-Identifier: GPL-3.0-or-later
// In the status bar: what the chosen cells of the grid that has the keyboard add up to.
#pragma once

#include <QLabel>
#include <QPointer>

namespace shisaku {

class GridView;

class GridAmounts : public QLabel {
    Q_OBJECT

public:
    explicit GridAmounts(QWidget *window);

private:
    void follow(QWidget *focus);

    QWidget *m_window;
    QPointer<GridView> m_grid;
};

} // namespace shisaku
