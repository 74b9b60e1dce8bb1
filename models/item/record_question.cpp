// SPDX-License-Identifier: GPL-3.0-or-later
// What a RecordModel asks before it makes a change, and the answer.
#include "models/item/record_table.h"

#include <algorithm>
#include <utility>

namespace shisaku {

std::optional<Error> RecordModel::questionAbout(const Result<ChangeSet> &wanted) const
{
    const QString question = wanted && m_table.question ? m_table.question(m_document->plan(), *wanted) : QString();
    if (question.isEmpty())
        return {};
    return Error{
        ErrorKind::Invalid, question, tr("よければ「このまま入力」を押してください。違っていれば、直して入力してください。"), {}};
}

bool RecordModel::isOpen(const Asked &asked) const
{
    if (!asked.place)
        return true;
    const UnsavedInput::Entry *entry = m_document->unsaved().refused(*asked.place);
    return entry && entry->typed == asked.typed;
}

void RecordModel::forgetAsked(const std::optional<InputPlace> &place)
{
    m_asked.removeIf([&](const Asked &asked) { return !asked.place || asked.place == place; });
}

std::optional<Error> RecordModel::question() const
{
    const auto last = std::find_if(m_asked.crbegin(), m_asked.crend(), [this](const Asked &asked) { return isOpen(asked); });
    return last == m_asked.crend() ? std::nullopt : std::optional(last->question);
}

void RecordModel::confirm()
{
    m_asked.removeIf([this](const Asked &asked) { return !isOpen(asked); });
    if (m_asked.isEmpty())
        return;
    const Asked meant = m_asked.takeLast();
    if (meant.place)
        m_document->unsaved().submit(*meant.place, meant.typed, meant.recipe, m_undoGroup);
    else if (auto wanted = meant.recipe(m_document->plan()))
        apply(std::move(*wanted));
}

void RecordModel::apply(ChangeSet change)
{
    m_document->submit(std::move(change), m_undoGroup, m_document->toldTo(this, [this](const Result<void> &result) {
        result ? emit accepted() : emit refused(result.error());
    }));
}

} // namespace shisaku
