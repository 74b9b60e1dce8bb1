// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/settings/typed_field.h"

#include "models/plan/rules.h"

#include <QLineEdit>
#include <QPointer>
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
    connect(document, &PlanDocument::changed, this, &TypedField::refresh);
}

QString TypedField::stored() const
{
    const AnyRows &rows = m_document->plan().table(m_table);
    return rows.contains(m_row) ? std::get<QString>(rows.value(m_row, m_field)) : QString();
}

QString TypedField::coming() const
{
    const auto way = m_onTheWay.constFind(m_row);
    return way == m_onTheWay.cend() ? stored() : way->text;
}

void TypedField::setRow(RowId row)
{
    if (row == m_row)
        return refresh();
    flush();
    m_row = row;
    m_refused = false;
    m_visit = newVisit();
    m_entry->forget();
    m_entry->show(coming());
    m_entry->moveToStart();
    m_entry->setReadOnly(row.isNull() || m_document->isReadOnly());
    emit refused({});
}

void TypedField::flush()
{
    m_entry->flush();
}

void TypedField::takeBack()
{
    m_refused = false;
    m_entry->forget();
    emit refused({});
    refresh();
}

void TypedField::enter()
{
    m_visit = newVisit();
    if (m_refused)
        m_entry->beginAfter(stored());
}

void TypedField::apply()
{
    const bool differs = m_entry->differs();
    const QString typed = m_entry->take();
    const Plan &plan = m_document->plan();
    if (!plan.table(m_table).contains(m_row) || (!differs && !m_refused))
        return;
    const Field &field = tableInfo(m_table).fields[static_cast<size_t>(m_field)];
    ChangeBuilder change(tr("%1の「%2」を変更").arg(rowName(plan, m_table, m_row), fieldLabel(field)));
    change.set(m_table, m_row, m_field, typed);
    OnTheWay &way = m_onTheWay[m_row];
    ++way.count;
    way.text = typed;
    m_document->submit(std::move(change).build(), m_visit, [self = QPointer(this), row = m_row](const Result<void> &result) {
        if (!self)
            return;
        if (--self->m_onTheWay[row].count == 0)
            self->m_onTheWay.remove(row);
        if (row != self->m_row)
            return;
        self->m_refused = !result;
        emit self->refused(result ? QString() : result.error().message());
        self->refresh();
    });
}

void TypedField::refresh()
{
    if (!m_entry->isBusy() && !m_refused && !m_onTheWay.contains(m_row))
        m_entry->show(stored());
}

} // namespace shisaku
