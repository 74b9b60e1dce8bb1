// SPDX-License-Identifier: GPL-3.0-or-later
// The line in which a text is looked for in a grid: Enter or F3 goes to the next cell that has it, with Shift to the one before.
#pragma once

#include <QWidget>

QT_BEGIN_NAMESPACE
class QLabel;
class QLineEdit;
QT_END_NAMESPACE

namespace shisaku {

class GridView;

class GridFind : public QWidget {
    Q_OBJECT

public:
    GridFind(GridView *grid, QWidget *parent);

    /// Shows the line and takes the keyboard there.
    void open();
    /// Goes to the next cell, or with -1 the one before; opens the line where there is nothing to look for.
    void find(int steps);

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void leave();

    GridView *m_grid;
    QLineEdit *m_text;
    QLabel *m_answer;
};

} // namespace shisaku
