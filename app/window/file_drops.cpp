// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/window/file_drops.h"

#include <QApplication>
#include <QDropEvent>
#include <QMimeData>
#include <QUrl>
#include <QWidget>
#include <QWindow>

namespace shisaku {

namespace {
QStringList filesOf(const QMimeData *data)
{
    QStringList files;
    for (const QUrl &url : data->urls()) {
        if (url.isLocalFile())
            files << url.toLocalFile();
    }
    return files;
}

/// The widget that an event is for; the system hands drags to windows first.
QWidget *widgetOf(QObject *watched)
{
    if (auto *window = qobject_cast<QWindow *>(watched))
        return QWidget::find(window->winId());
    return qobject_cast<QWidget *>(watched);
}
} // namespace

FileDrops::FileDrops(QWidget *window) : QObject(window), m_window(window)
{
    window->setAcceptDrops(true);
    qApp->installEventFilter(this);
}

bool FileDrops::eventFilter(QObject *watched, QEvent *event)
{
    if (event->type() != QEvent::DragEnter && event->type() != QEvent::DragMove && event->type() != QEvent::Drop)
        return false;
    auto *drop = static_cast<QDropEvent *>(event); // drags over a widget are drops that have not happened yet
    const QStringList files = filesOf(drop->mimeData());
    QWidget *widget = widgetOf(watched);
    while (widget && widget != m_window)
        widget = widget->parentWidget();
    if (files.isEmpty() || !widget)
        return false;
    if (QApplication::activeModalWidget()) {
        drop->setDropAction(Qt::IgnoreAction);
        drop->ignore();
        return true;
    }
    drop->setDropAction(Qt::CopyAction);
    drop->accept();
    if (event->type() == QEvent::Drop) {
        for (const QString &file : files)
            QMetaObject::invokeMethod(
                this, [this, file] { emit dropped(file); }, Qt::QueuedConnection);
    }
    return true;
}

} // namespace shisaku
