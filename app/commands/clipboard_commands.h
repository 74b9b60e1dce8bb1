// SPDX-License-Identifier: GPL-3.0-or-later
// 切り取り, コピー, 貼り付け and すべて選択 of the menu: for whatever has the keyboard, as its own keys and context menu do them.
#pragma once

#include "views/look/edit_target.h"

#include <QObject>
#include <QPointer>

class QMenu;
class QWidget;

namespace shisaku {

class ActionCatalog;

class ClipboardCommands : public QObject {
    Q_OBJECT

public:
    /// Takes over its commands of the catalogue for a window; `menu` is the one they stand in. All three outlive the object.
    ClipboardCommands(const ActionCatalog &actions, QMenu *menu, QWidget *window);

    bool canPerform(ClipboardAction action) const;
    void perform(ClipboardAction action);

private:
    void follow(QWidget *focus);
    void update() const;
    /// After another choice: asks nothing of the clipboard, which another program may have to be waited for.
    void updateChosen() const;
    QWidget *target() const;

    const ActionCatalog &m_actions;
    QWidget *m_window;
    QPointer<QWidget> m_focus; ///< The last one in the window; a menu that takes the keyboard for itself does not count.
    QPointer<QWidget> m_view;  ///< Around it: what is typed in a cell may end as the menu opens.
    QList<QMetaObject::Connection> m_followed;
};

} // namespace shisaku
