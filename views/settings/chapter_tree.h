// SPDX-License-Identifier: GPL-3.0-or-later
// The outline of the chapters: Insert adds, Ctrl+Delete removes, Alt+↑↓ moves, Alt+→← puts a chapter below the one above it or
// takes it out again, Enter goes into its text.
#pragma once

#include "views/look/fresh_row.h"

#include <QTreeWidget>

namespace shisaku {

/// Asks for what its keys mean; whoever fills it does it.
class ChapterTree : public QTreeWidget {
    Q_OBJECT

public:
    explicit ChapterTree(QWidget *parent = nullptr);

    /// Keys typed before a new chapter is there wait for it.
    FreshRow &fresh() const { return *m_fresh; }

signals:
    void addAsked();
    void removeAsked();
    void moveAsked(int steps);
    void shiftAsked(int steps);
    void textAsked();

protected:
    void keyPressEvent(QKeyEvent *event) override;

private:
    FreshRow *m_fresh;
};

} // namespace shisaku
