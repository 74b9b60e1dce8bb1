// SPDX-License-Identifier: GPL-3.0-or-later
// A text of a row in an input; one visit is undone as one step.
#pragma once

#include "models/edit/plan_document.h"
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
    bool isRefused() const { return m_refused; }
    /// Shows again what the plan has.
    void takeBack();

signals:
    /// An empty `sentence` takes back an earlier refusal.
    void refused(const QString &sentence);

private:
    TypedField(PlanDocument *document, TableId table, int field, TextEntry *entry, QObject *input);

    QString stored() const;
    QString coming() const;
    void enter();
    void apply();
    void refresh();

    PlanDocument *m_document;
    TableId m_table;
    int m_field;
    TextEntry *m_entry;
    RowId m_row;
    Visit m_visit = 0;
    struct OnTheWay {
        int count = 0;
        QString text; ///< The last one; it is shown to whoever comes back before the plan has it.
    };
    QHash<RowId, OnTheWay> m_onTheWay;
    bool m_refused = false;
};

} // namespace shisaku
