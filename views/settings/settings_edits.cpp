// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/settings/settings_edits.h"

namespace shisaku {

SettingsEdits::SettingsEdits(PlanDocument *document, QObject *parent) :
    QObject(parent), m_document(document), m_openedAt(document->sequence())
{
    connect(document, &PlanDocument::changed, this, &SettingsEdits::changed);
    connect(document, &PlanDocument::historyChanged, this, &SettingsEdits::changed);
}

void SettingsEdits::submit(Recipe recipe, QObject *receiver, const std::function<void(const Error &)> &refused)
{
    m_document->submit(std::move(recipe), 0, m_document->toldTo(receiver, [refused](const Result<void> &result) {
        if (!result)
            refused(result.error());
    }));
}

bool SettingsEdits::canUndo() const
{
    const HistoryStep *step = m_document->history().undoable();
    return !isReadOnly() && step && step->step > m_openedAt;
}

bool SettingsEdits::canRedo() const
{
    const HistoryStep *step = m_document->history().redoable();
    return !isReadOnly() && step && step->step > m_openedAt;
}

void SettingsEdits::undo()
{
    if (canUndo())
        m_document->undo();
}

void SettingsEdits::redo()
{
    if (canRedo())
        m_document->redo();
}

} // namespace shisaku
