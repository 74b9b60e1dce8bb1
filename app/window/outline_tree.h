// SPDX-License-Identifier: GPL-3.0-or-later
// The tree of the outline: what is copied and pasted in it are whole measures.
#pragma once

#include "views/look/edit_target.h"

#include <QTreeView>

namespace shisaku {

class OutlineTree : public QTreeView, public EditTarget {
    Q_OBJECT

public:
    using QTreeView::QTreeView;

    /// The commands that copy and paste measures; they outlive the tree. Without them nothing is copied.
    void setMeasureActions(QAction *copy, QAction *paste);

    bool canPerform(ClipboardAction action) const override;
    void perform(ClipboardAction action) override;

protected:
    void keyPressEvent(QKeyEvent *event) override;

private:
    QAction *m_copy = nullptr;
    QAction *m_paste = nullptr;
};

} // namespace shisaku
