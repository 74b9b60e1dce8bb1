// SPDX-License-Identifier: GPL-3.0-or-later
// Where every page of the settings sends its changes: one recipe each, undone from the dialog while it is open.
#pragma once

#include "models/edit/unsaved_input.h"

namespace shisaku {

class SettingsEdits : public QObject {
    Q_OBJECT

public:
    /// The document must outlive this.
    explicit SettingsEdits(PlanDocument *document, QObject *parent = nullptr);

    PlanDocument &document() const { return *m_document; }
    const Plan &plan() const { return m_document->plan(); }
    bool isReadOnly() const { return m_document->isReadOnly(); }

    /// `refused` is told why a change was not taken, if `receiver` is still there.
    void submit(Recipe recipe, QObject *receiver, const std::function<void(const Error &)> &refused);

    /// Only what was changed since the settings were opened is taken back from here.
    bool canUndo() const;
    bool canRedo() const;
    void undo();
    void redo();

signals:
    /// The plan or its history has changed.
    void changed();

private:
    PlanDocument *m_document;
    qint64 m_openedAt;
};

} // namespace shisaku
