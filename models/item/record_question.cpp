// SPDX-License-Identifier: GPL-3.0-or-later
// What a RecordModel asks before it makes a change, and the answer.
#include "models/item/record_table.h"

#include <utility>

namespace shisaku {

Error RecordModel::asked(const QString &question)
{
    return {
        ErrorKind::Invalid, question, tr("よければ「このまま入力」を押してください。違っていれば、直して入力してください。"), {}};
}

QString RecordModel::questionAbout(const Result<ChangeSet> &wanted) const
{
    return wanted && m_table.question ? m_table.question(m_document->plan(), *wanted) : QString();
}

bool RecordModel::isAsking() const
{
    if (!m_asked || !m_asked->place)
        return m_asked.has_value();
    const UnsavedInput::Entry *entry = m_document->unsaved().refused(*m_asked->place);
    return entry && entry->typed == m_asked->typed;
}

void RecordModel::confirm()
{
    const bool asking = isAsking();
    const auto meant = std::exchange(m_asked, std::nullopt);
    if (!asking)
        return;
    if (meant->place)
        m_document->unsaved().submit(*meant->place, meant->typed, meant->recipe, m_visit);
    else if (auto wanted = meant->recipe(m_document->plan()))
        apply(std::move(*wanted));
}

void RecordModel::apply(ChangeSet change)
{
    m_document->submit(std::move(change), m_visit, m_document->toldTo(this, [this](const Result<void> &result) {
        result ? emit accepted() : emit refused(result.error());
    }));
}

} // namespace shisaku
