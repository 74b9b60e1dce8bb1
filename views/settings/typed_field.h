// SPDX-License-Identifier: GPL-3.0-or-later
// A text of a row in an input: taken on a pause, on leaving and when the input method commits; one visit is undone as one step.
#pragma once

#include "models/edit/plan_document.h"

#include <QTimer>

QT_BEGIN_NAMESPACE
class QLineEdit;
class QTextEdit;
QT_END_NAMESPACE

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

signals:
    /// An empty `sentence` takes back an earlier refusal.
    void refused(const QString &sentence);

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void begin(QWidget *input);
    QString stored() const;
    QString text() const;
    void setText(const QString &text);
    void edited();
    void apply();
    void refresh();
    void compose(const QString &preedit, bool committed);

    PlanDocument *m_document;
    TableId m_table;
    int m_field;
    QLineEdit *m_line = nullptr;
    QTextEdit *m_lines = nullptr;
    RowId m_row;
    QTimer m_pause;
    Visit m_visit = 0;
    QString m_submitted; ///< What the plan has or will have.
    int m_inFlight = 0;
    bool m_refused = false;
    bool m_dirty = false;
    bool m_composing = false;
    bool m_setting = false;
};

} // namespace shisaku
