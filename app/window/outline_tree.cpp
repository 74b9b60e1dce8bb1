// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/window/outline_tree.h"

#include "app/commands/measure_clipboard.h"

#include <QAction>
#include <QKeyEvent>

namespace shisaku {

void OutlineTree::setMeasureActions(QAction *copy, QAction *paste)
{
    m_copy = copy;
    m_paste = paste;
}

bool OutlineTree::canPerform(ClipboardAction action) const
{
    switch (action) {
    case ClipboardAction::Cut:
        return false;
    case ClipboardAction::Copy:
        return m_copy && m_copy->isEnabled();
    case ClipboardAction::Paste:
        return m_paste && m_paste->isEnabled() && hasCopiedMeasures();
    case ClipboardAction::SelectAll:
        return model() && model()->rowCount() > 0;
    }
    return false;
}

void OutlineTree::perform(ClipboardAction action)
{
    if (!canPerform(action))
        return;
    if (action == ClipboardAction::SelectAll)
        selectAll();
    else
        (action == ClipboardAction::Copy ? m_copy : m_paste)->trigger();
}

void OutlineTree::keyPressEvent(QKeyEvent *event)
{
    const bool copies = event->matches(QKeySequence::Copy);
    if (m_copy && (copies || event->matches(QKeySequence::Paste)))
        (copies ? m_copy : m_paste)->trigger();
    else
        QTreeView::keyPressEvent(event);
}

} // namespace shisaku
