// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/settings/typed_field.h"

#include "models/plan/rules.h"

#include <QLineEdit>
#include <QTextEdit>

namespace shisaku {

TypedField::TypedField(PlanDocument *document, TableId table, int field, QLineEdit *line) :
    TypedField(document, table, field, new TextEntry(line), line)
{}

TypedField::TypedField(PlanDocument *document, TableId table, int field, QTextEdit *lines) :
    TypedField(document, table, field, new TextEntry(lines), lines)
{}

TypedField::TypedField(PlanDocument *document, TableId table, int field, TextEntry *entry, QObject *input) :
    QObject(input), m_document(document), m_table(table), m_field(field), m_entry(entry)
{
    connect(entry, &TextEntry::entered, this, &TypedField::enter);
    connect(entry, &TextEntry::due, this, &TypedField::apply);
    connect(entry, &TextEntry::typed, this, [this] { m_document->unsaved().setTyping(m_entry, true); });
    connect(document, &PlanDocument::changed, this, &TypedField::refresh);
    connect(&document->unsaved(), &UnsavedInput::changed, this, &TypedField::followInput);
    connect(&document->unsaved(), &UnsavedInput::placeShown, this, &TypedField::goTo);
}

QString TypedField::stored() const
{
    const AnyRows &rows = m_document->plan().table(m_table);
    return rows.contains(m_row) ? std::get<QString>(rows.value(m_row, m_field)) : QString();
}

void TypedField::setRow(RowId row)
{
    if (row == m_row)
        return refresh();
    flush();
    m_row = row;
    m_undoGroup = newUndoGroup();
    m_entry->forget();
    m_document->unsaved().setTyping(m_entry, false);
    followInput(place());
    m_entry->moveToStart();
    m_entry->setReadOnly(row.isNull() || m_document->isReadOnly());
}

void TypedField::goTo(const InputPlace &wanted)
{
    auto *input = static_cast<QWidget *>(parent());
    if (wanted == place() && input->isVisible())
        input->setFocus(Qt::OtherFocusReason);
}

void TypedField::flush()
{
    m_entry->flush();
}

void TypedField::enter()
{
    m_undoGroup = newUndoGroup();
    if (m_document->unsaved().refused(place()))
        m_entry->beginAfter(stored());
}

void TypedField::apply()
{
    const bool differs = m_entry->differs();
    const QString typed = m_entry->commit();
    UnsavedInput &unsaved = m_document->unsaved();
    unsaved.setTyping(m_entry, false);
    if (m_row.isNull() || (!differs && !unsaved.refused(place())))
        return;
    const auto recipe = [place = place(), typed](const Plan &plan) -> Result<ChangeSet> {
        const Field &field = tableInfo(place.row.table).fields[static_cast<size_t>(place.field)];
        ChangeBuilder change(tr("%1の「%2」を変更").arg(rowName(plan, place.row.table, place.row.row), fieldLabel(field)));
        change.set(place.row.table, place.row.row, place.field, typed);
        return std::move(change).build();
    };
    unsaved.submit(place(), typed, recipe, m_undoGroup);
}

void TypedField::followInput(const InputPlace &changed)
{
    if (changed != place())
        return;
    emit refused(refusal());
    refresh();
}

QString TypedField::refusal() const
{
    const UnsavedInput::Entry *entry = m_document->unsaved().refused(place());
    return entry ? entry->error->message() : QString();
}

void TypedField::refresh()
{
    if (m_entry->isBusy())
        return;
    const UnsavedInput::Entry *kept = m_document->unsaved().find(place());
    m_entry->show(kept ? kept->typed : stored());
}

} // namespace shisaku
