// SPDX-License-Identifier: GPL-3.0-or-later
// A text of a row in an input; one visit is undone as one step.
#pragma once

#include "models/edit/unsaved_input.h"
#include "views/look/text_entry.h"

namespace shisaku {

class TypedField : public QObject {
    Q_OBJECT

public:
    /// `field` is a text of `table`. The document outlives this; the input becomes its parent.
    TypedField(PlanDocument *document, TableId table, int field, QLineEdit *line);
    TypedField(PlanDocument *document, TableId table, int field, QTextEdit *lines);

    /// Shows the row's text; a null row shows an input that takes nothing.
    void setRow(RowId row);
    /// Sends what is typed and not yet sent.
    void flush();
    /// Why its text was refused; empty if it was not.
    QString refusal() const;
    /// Takes the keyboard to the input if it is the one of this place, and it can be seen.
    void goTo(const InputPlace &place);

signals:
    /// An empty `sentence` takes back an earlier refusal.
    void refused(const QString &sentence);

private:
    TypedField(PlanDocument *document, TableId table, int field, TextEntry *entry, QObject *input);

    QString stored() const;
    InputPlace place() const { return {{m_table, m_row}, m_field, {}}; }
    void enter();
    void apply();
    void refresh();
    void followInput(const InputPlace &place);

    PlanDocument *m_document;
    TableId m_table;
    int m_field;
    TextEntry *m_entry;
    RowId m_row;
    UndoGroup m_undoGroup = 0;
};

} // namespace shisaku
