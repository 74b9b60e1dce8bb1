// SPDX-License-Identifier: GPL-3.0-or-later
// What a RecordModel asks before it makes a change, and the answer.
#include "models/item/record_table.h"

#include <algorithm>
#include <utility>

namespace shisaku {

Recipe RecordModel::asking(const std::optional<InputPlace> &place, const QString &typed, Recipe recipe)
{
    m_asked.removeIf(
        [&](const Asked &asked) { return !asked.place || asked.place == place || !m_document->unsaved().find(*asked.place); });
    if (!m_table.question)
        return recipe;
    const Asked asked{place, typed, std::move(recipe), std::make_shared<std::optional<Error>>()};
    m_asked.append(asked);
    return [ask = m_table.question, make = asked.recipe, question = asked.question](const Plan &plan) -> Result<ChangeSet> {
        auto wanted = make(plan);
        const QString sentence = wanted ? ask(plan, *wanted) : QString();
        question->reset();
        if (sentence.isEmpty())
            return wanted;
        *question = Error{ErrorKind::Invalid,
                          sentence,
                          tr("よければ「このまま入力」を押してください。違っていれば、直して入力してください。"),
                          {}};
        return **question;
    };
}

bool RecordModel::isOpen(const Asked &asked) const
{
    if (!asked.place || !*asked.question)
        return asked.question->has_value();
    const UnsavedInput::Entry *entry = m_document->unsaved().refused(*asked.place);
    return entry && entry->typed == asked.typed;
}

std::optional<Error> RecordModel::question() const
{
    const auto last = std::find_if(m_asked.crbegin(), m_asked.crend(), [this](const Asked &asked) { return isOpen(asked); });
    return last == m_asked.crend() ? std::nullopt : *last->question;
}

void RecordModel::confirm()
{
    m_asked.removeIf([this](const Asked &asked) { return !isOpen(asked); });
    if (m_asked.isEmpty())
        return;
    const Asked meant = m_asked.takeLast();
    if (meant.place)
        m_document->unsaved().submit(*meant.place, meant.typed, meant.recipe, m_undoGroup);
    else
        submit(meant.recipe);
}

bool RecordModel::send(Recipe recipe)
{
    return submit(asking({}, {}, std::move(recipe)));
}

bool RecordModel::submit(Recipe recipe)
{
    const auto refusedAtOnce = std::make_shared<bool>(false);
    m_document->submit(std::move(recipe), m_undoGroup, m_document->toldTo(this, [this, refusedAtOnce](const Result<void> &result) {
        *refusedAtOnce = !result;
        result ? emit accepted() : emit refused(result.error());
    }));
    return !*refusedAtOnce;
}

} // namespace shisaku
