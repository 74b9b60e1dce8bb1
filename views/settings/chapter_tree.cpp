// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/settings/chapter_tree.h"

#include <QKeyEvent>

namespace shisaku {

ChapterTree::ChapterTree(QWidget *parent) : QTreeWidget(parent), m_fresh(new FreshRow(this))
{
    setHeaderHidden(true);
    setEditTriggers(QAbstractItemView::NoEditTriggers);
    setTabKeyNavigation(false);
    setTextElideMode(Qt::ElideRight);
    setAccessibleName(tr("本文の目次"));
}

void ChapterTree::keyPressEvent(QKeyEvent *event)
{
    const bool alt = event->modifiers().testFlag(Qt::AltModifier);
    switch (event->key()) {
    case Qt::Key_Insert:
        return emit addAsked();
    case Qt::Key_Delete:
        if (event->modifiers().testFlag(Qt::ControlModifier))
            return emit removeAsked();
        break;
    case Qt::Key_Up:
    case Qt::Key_Down:
        if (alt)
            return emit moveAsked(event->key() == Qt::Key_Up ? -1 : 1);
        break;
    case Qt::Key_Left:
    case Qt::Key_Right:
        if (alt)
            return emit shiftAsked(event->key() == Qt::Key_Left ? -1 : 1);
        break;
    case Qt::Key_Return:
    case Qt::Key_Enter:
        return emit textAsked();
    default:
        break;
    }
    QTreeWidget::keyPressEvent(event);
}

} // namespace shisaku
