// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/roadmap/roadmap_name_edit.h"

#include <QKeyEvent>

#include <utility>

namespace shisaku {

RoadmapNameEdit::RoadmapNameEdit(const QString &text, QWidget *parent) : QLineEdit(text, parent)
{
    setPlaceholderText(tr("名称"));
    setObjectName(QStringLiteral("name"));
    setAccessibleName(tr("表示文字"));
    selectAll();
}

void RoadmapNameEdit::finish(bool keep)
{
    if (!std::exchange(m_done, true))
        emit finished(keep);
}

bool RoadmapNameEdit::event(QEvent *event)
{
    // Esc and Enter end the naming, whatever the window has them for.
    if (event->type() == QEvent::ShortcutOverride) {
        const int key = static_cast<QKeyEvent *>(event)->key();
        if (key == Qt::Key_Escape || key == Qt::Key_Return || key == Qt::Key_Enter) {
            event->accept();
            return true;
        }
    }
    return QLineEdit::event(event);
}

void RoadmapNameEdit::keyPressEvent(QKeyEvent *event)
{
    switch (event->key()) {
    case Qt::Key_Return:
    case Qt::Key_Enter:
        finish(true);
        break;
    case Qt::Key_Escape:
        finish(false);
        break;
    default:
        QLineEdit::keyPressEvent(event);
    }
    event->accept(); // nothing typed here moves the roadmap
}

void RoadmapNameEdit::focusOutEvent(QFocusEvent *event)
{
    QLineEdit::focusOutEvent(event);
    // The list of an input method or a menu is no leaving.
    if (event->reason() == Qt::PopupFocusReason || event->reason() == Qt::ActiveWindowFocusReason)
        return;
    finish(!text().trimmed().isEmpty());
}

} // namespace shisaku
