// SPDX-License-Identifier: GPL-3.0-or-later
// A small dialog for some fields of one row: everything typed is applied at once on OK, or refused with a sentence.
#pragma once

#include "models/edit/unsaved_input.h"

#include <QDialog>

class QFormLayout;

namespace shisaku {

class RefusalLine;

class RowEditor : public QDialog {
    Q_OBJECT

public:
    /// `fields` of the row, in this order. The document must outlive the dialog.
    RowEditor(PlanDocument *document, TableId table, RowId row, const QList<int> &fields, QWidget *parent = nullptr);

    /// The input of a field; null if it is not shown.
    QWidget *input(int field) const { return m_inputs.value(field); }

public slots:
    /// Closes the dialog when the plan has taken the change.
    void accept() override;
    void reject() override;

private:
    InputPlace place() const { return {{m_table, m_row}, -1, QStringLiteral("row")}; }
    void followInput(const InputPlace &changed);
    QWidget *makeInput(const Field &field, const QString &value);
    QWidget *makeTimeInput(const QString &value, bool start);
    void showError(const Error &error);
    void closeWhenGone();

    PlanDocument *m_document;
    TableId m_table;
    RowId m_row;
    QList<int> m_fields;
    QHash<int, QWidget *> m_inputs;
    QHash<int, QString> m_before;
    RefusalLine *m_error;
    bool m_waiting = false;
};

} // namespace shisaku
