// SPDX-License-Identifier: GPL-3.0-or-later
// Files dropped anywhere on a window are opened, and never typed into the field below the pointer.
#pragma once

#include <QObject>
#include <QStringList>

QT_BEGIN_NAMESPACE
class QWidget;
QT_END_NAMESPACE

namespace shisaku {

/// Watches what is dragged over a window and its dialogs. While a dialog waits for an answer files are not taken.
class FileDrops : public QObject {
    Q_OBJECT

public:
    explicit FileDrops(QWidget *window);

    bool eventFilter(QObject *watched, QEvent *event) override;

signals:
    /// A file was dropped; told after the drop is over.
    void dropped(const QString &path);

private:
    QWidget *m_window;
};

} // namespace shisaku
