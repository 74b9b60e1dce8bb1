// SPDX-License-Identifier: GPL-3.0-or-later
// What the commands of the window do to plan files: new, open, repair; none of them needs an open plan.
#pragma once

#include "app/services.h"

QT_BEGIN_NAMESPACE
class QAction;
class QMenu;
QT_END_NAMESPACE

namespace shisaku {

class ActionCatalog;

class FileCommands : public QObject {
    Q_OBJECT

public:
    /// Takes over its commands of the catalogue. `services` and `window`, the parent of dialogs, outlive this.
    FileCommands(const ActionCatalog &actions, const Services &services, QWidget *window);

    /// Puts the list of plans opened last into a menu.
    void offerRecent(QMenu &menu, QAction *before);
    void askForNewPlan();
    /// Asks for a file, writes a plan of that content into it and opens it.
    void newPlan(const ChangeSet &content, const QString &suggestedName);
    void newFromSample(const QString &name);
    void repair();

signals:
    void told(const QString &sentence);
    void failed(const shisaku::Error &error);
    /// A plan is to be opened in a window of its own; an empty path means none.
    void openRequested(const QString &path);

private:
    /// Asks where, and writes a new plan; the path is empty when the officer thinks better of it.
    Result<QString> writeNewPlan(QWidget *parent, const ChangeSet &content, const QString &name, const QStringList &read = {});

    const Services &m_services;
    QWidget *m_window;
};

} // namespace shisaku
