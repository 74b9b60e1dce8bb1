// SPDX-License-Identifier: GPL-3.0-or-later
// What the commands of the window do to the open plan: editions, copies.
#pragma once

#include "app/commands/command_set.h"
#include "app/services.h"

namespace shisaku {

class PlanCommands : public CommandSet {
    Q_OBJECT

public:
    /// `window` is the parent of dialogs; all three must outlive this.
    PlanCommands(PlanDocument &document, const Services &services, QWidget *window);

    void connectTo(const ActionCatalog &actions, const Flush &flush) override;

    /// Says whether all is in the file.
    void sayWhetherSaved();
    void nameEdition();
    void lookIntoBackups();
    /// Copies the file under another name, and asks which of the two one goes on with.
    void saveCopy();
    /// Asks whether to go on with the original or with the copy at `path`.
    void goOnWith(const QString &path);
    /// A copy for outside the house, see writeSubmissionCopy().
    void saveSubmissionCopy();

private:
    /// A file beside the plan, named after it with an addition; empty when the officer thinks better of it.
    QString askForFile(const QString &title, const QString &addition) const;

    PlanDocument &m_document;
    const Services &m_services;
    QWidget *m_window;
};

} // namespace shisaku
