// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/edit/unsaved_input.h"

#include "models/plan/rules.h"

#include <algorithm>
#include <utility>

namespace shisaku {

UnsavedInput::UnsavedInput(PlanDocument *document) : m_document(document)
{
    connect(document, &PlanDocument::changed, this, &UnsavedInput::follow);
}

UnsavedInput::Entry *UnsavedInput::entryAt(const InputPlace &place)
{
    const auto found = std::find_if(m_entries.begin(), m_entries.end(), [&](const Entry &entry) { return entry.place == place; });
    return found == m_entries.end() ? nullptr : &*found;
}

const UnsavedInput::Entry *UnsavedInput::find(const InputPlace &place) const
{
    return const_cast<UnsavedInput *>(this)->entryAt(place);
}

const UnsavedInput::Entry *UnsavedInput::refused(const InputPlace &place) const
{
    const Entry *entry = find(place);
    return entry && entry->error ? entry : nullptr;
}

QList<UnsavedInput::Entry> UnsavedInput::refused() const
{
    QList<Entry> entries = m_entries;
    entries.removeIf([](const Entry &entry) { return !entry.error; });
    return entries;
}

int UnsavedInput::count() const
{
    return static_cast<int>(
        std::count_if(m_entries.begin(), m_entries.end(), [](const Entry &entry) { return entry.error.has_value(); }));
}

void UnsavedInput::submit(const InputPlace &place, const QString &typed, Recipe recipe, UndoGroup group, PlanDocument::Done done)
{
    if (!entryAt(place))
        m_entries.append({place, {}, {}, false, {}, 0, 0});
    Entry &entry = *entryAt(place);
    entry.place = place; // which may tell of more cells, or of fewer
    entry.typed = typed;
    entry.recipe = std::move(recipe);
    entry.group = group;
    send(entry, done);
}

void UnsavedInput::send(Entry &entry, const PlanDocument::Done &done)
{
    const auto recipe = [place = entry.place, make = entry.recipe](const Plan &plan) -> Result<ChangeSet> {
        if (!place.row.isNull() && !plan.table(place.row.table).contains(place.row.row))
            return Error{ErrorKind::Invalid,
                         tr("入力した%1は、すでに削除されています。").arg(tableLabel(place.row.table)),
                         tr("画面の表示を確かめてください。"),
                         {}};
        return make(plan);
    };
    entry.writing = true;
    entry.submission = ++m_submissions;
    // The outcome may come before submit() returns, and take the entry away.
    m_document->submit(Recipe(recipe), entry.group,
                       [this, place = entry.place, submission = entry.submission, done](const Result<void> &result) {
                           const Entry *own = find(place);
                           const bool counts = own && own->submission == submission;
                           finish(place, submission, result);
                           if (done && counts)
                               done(result);
                       });
}

void UnsavedInput::finish(const InputPlace &place, quint64 submission, const Result<void> &result)
{
    Entry *entry = entryAt(place);
    if (!entry || entry->submission != submission)
        return; // given up, or later text of the place is on its way
    if (result)
        return remove(place);
    const bool counts = !entry->error;
    entry->writing = false;
    entry->error = result.error();
    emit changed(place);
    if (counts)
        emit counted();
}

void UnsavedInput::remove(const InputPlace &place)
{
    const bool counts = refused(place) != nullptr;
    m_entries.removeIf([&](const Entry &entry) { return entry.place == place; });
    emit changed(place);
    if (counts)
        emit counted();
}

void UnsavedInput::drop(const InputPlace &place)
{
    if (const Entry *entry = refused(place); entry && !entry->writing)
        remove(place);
}

void UnsavedInput::dropAll()
{
    for (const Entry &entry : refused())
        drop(entry.place);
}

void UnsavedInput::retry()
{
    for (const Entry &entry : refused()) {
        if (Entry *kept = entryAt(entry.place); kept && kept->error && !kept->writing)
            send(*kept);
    }
}

void UnsavedInput::retryUnwritten()
{
    m_retrying = false;
    for (const Entry &entry : refused()) {
        if (Entry *kept = entryAt(entry.place); kept && kept->error && kept->error->kind != ErrorKind::Invalid && !kept->writing)
            send(*kept);
    }
}

void UnsavedInput::follow(const ChangeSet &change)
{
    if (m_entries.isEmpty())
        return;
    for (const RowChange &row : change.rows) {
        const QList<Entry> entries = m_entries;
        for (const Entry &entry : entries) {
            if (entry.place.row.row != row.row || entry.place.row.table != row.table)
                continue;
            // The plan has something newer to say about the field than what it did not take.
            const bool newer = !entry.writing && row.after && entry.place.field >= 0
                               && std::any_of(row.after->begin(), row.after->end(),
                                              [&](const FieldChange &field) { return field.field == entry.place.field; });
            if (row.isRemove() || newer)
                remove(entry.place);
        }
    }
    const bool unwritten = std::any_of(m_entries.begin(), m_entries.end(), [](const Entry &entry) {
        return entry.error && entry.error->kind != ErrorKind::Invalid && !entry.writing;
    });
    if (unwritten && !std::exchange(m_retrying, true))
        QMetaObject::invokeMethod(this, &UnsavedInput::retryUnwritten, Qt::QueuedConnection);
}

void UnsavedInput::setTyping(QObject *input, bool typing)
{
    if (m_typing.contains(input) == typing)
        return;
    if (typing) {
        m_typing.insert(input);
        connect(input, &QObject::destroyed, this, [this, input] { setTyping(input, false); });
    } else {
        m_typing.remove(input);
        input->disconnect(this);
    }
    if (m_typing.size() == (typing ? 1 : 0))
        emit counted();
}

void UnsavedInput::lead(const InputPlace &place)
{
    QMetaObject::invokeMethod(
        this, [this, place] { emit placeShown(place); }, Qt::QueuedConnection); // a dialog may come in between
    emit placeAsked(place);
}

} // namespace shisaku
