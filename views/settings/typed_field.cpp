// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/settings/typed_field.h"

#include "models/plan/rules.h"

#include <QFocusEvent>
#include <QInputMethodEvent>
#include <QKeyEvent>
#include <QLineEdit>
#include <QPointer>
#include <QTextCursor>
#include <QTextDocument>
#include <QTextEdit>

#include <algorithm>

namespace shisaku {

namespace {
constexpr int pauseMs = 500;
} // namespace

TypedField::TypedField(PlanDocument *document, TableId table, int field, QLineEdit *line) :
    QObject(line), m_document(document), m_table(table), m_field(field), m_line(line)
{
    connect(line, &QLineEdit::textChanged, this, &TypedField::edited);
    begin(line);
}

TypedField::TypedField(PlanDocument *document, TableId table, int field, QTextEdit *lines) :
    QObject(lines), m_document(document), m_table(table), m_field(field), m_lines(lines)
{
    lines->setAcceptRichText(false);
    lines->setUndoRedoEnabled(false); // undo is the plan's
    connect(lines, &QTextEdit::textChanged, this, &TypedField::edited);
    begin(lines);
}

void TypedField::begin(QWidget *input)
{
    input->installEventFilter(this);
    m_pause.setSingleShot(true);
    m_pause.setInterval(pauseMs);
    connect(&m_pause, &QTimer::timeout, this, &TypedField::apply);
    connect(m_document, &PlanDocument::changed, this, &TypedField::refresh);
}

QString TypedField::stored() const
{
    const AnyRows &rows = m_document->plan().table(m_table);
    return rows.contains(m_row) ? std::get<QString>(rows.value(m_row, m_field)) : QString();
}

QString TypedField::text() const
{
    if (m_line)
        return m_line->text();
    QString text = m_lines->document()->toRawText(); // toPlainText() would turn no-break spaces into plain ones
    return text.replace(QChar::ParagraphSeparator, u'\n').replace(QChar::LineSeparator, u'\n');
}

void TypedField::setText(const QString &wanted)
{
    const QString present = text();
    if (present == wanted)
        return;
    m_setting = true;
    if (m_line) {
        const int cursor = m_line->cursorPosition();
        m_line->setText(wanted);
        m_line->setCursorPosition(m_line->hasFocus() ? qMin(cursor, static_cast<int>(wanted.size())) : 0);
    } else {
        // Only what differs is replaced, so that the cursor stays where it is.
        const auto same = std::mismatch(present.begin(), present.end(), wanted.begin(), wanted.end()).first - present.begin();
        qsizetype tail = 0;
        while (tail < std::min(present.size(), wanted.size()) - same
               && present[present.size() - 1 - tail] == wanted[wanted.size() - 1 - tail])
            ++tail;
        QTextCursor cursor(m_lines->document());
        cursor.setPosition(static_cast<int>(same));
        cursor.setPosition(static_cast<int>(present.size() - tail), QTextCursor::KeepAnchor);
        cursor.insertText(wanted.sliced(same, wanted.size() - same - tail));
    }
    m_setting = false;
}

void TypedField::setRow(RowId row)
{
    if (row == m_row)
        return refresh();
    flush();
    m_row = row;
    m_dirty = m_composing = m_refused = false;
    m_visit = newVisit();
    m_submitted = stored();
    setText(m_submitted);
    if (m_lines) {
        m_lines->moveCursor(QTextCursor::Start);
    }
    const bool readOnly = row.isNull() || m_document->isReadOnly();
    if (m_line)
        m_line->setReadOnly(readOnly);
    else
        m_lines->setReadOnly(readOnly);
    emit refused({});
}

void TypedField::edited()
{
    if (m_setting || m_row.isNull() || text() == m_submitted)
        return;
    m_dirty = true;
    if (!m_composing)
        m_pause.start();
}

void TypedField::flush()
{
    if (m_dirty)
        apply();
}

void TypedField::apply()
{
    m_pause.stop();
    m_dirty = false;
    const QString typed = text();
    const Plan &plan = m_document->plan();
    if (!plan.table(m_table).contains(m_row) || (typed == m_submitted && !m_refused))
        return;
    m_submitted = typed;
    const Field &field = tableInfo(m_table).fields[static_cast<size_t>(m_field)];
    ChangeBuilder change(tr("%1の「%2」を変更").arg(rowName(plan, m_table, m_row), fieldLabel(field)));
    change.set(m_table, m_row, m_field, typed);
    ++m_inFlight;
    m_document->submit(std::move(change).build(), m_visit, [self = QPointer(this), row = m_row](const Result<void> &result) {
        if (!self)
            return;
        --self->m_inFlight;
        if (row != self->m_row)
            return;
        self->m_refused = !result;
        emit self->refused(result ? QString() : result.error().message());
        self->refresh();
    });
}

void TypedField::refresh()
{
    if (m_composing || m_dirty || m_refused || m_inFlight > 0)
        return;
    m_submitted = stored();
    setText(m_submitted);
}

void TypedField::compose(const QString &preedit, bool committed)
{
    m_composing = !preedit.isEmpty();
    if (m_composing)
        m_pause.stop();
    else if (committed)
        QMetaObject::invokeMethod(this, &TypedField::flush, Qt::QueuedConnection); // after the input has taken it
    else if (m_dirty)
        m_pause.start();
}

bool TypedField::eventFilter(QObject *watched, QEvent *event)
{
    switch (event->type()) {
    case QEvent::FocusIn:
        if (static_cast<QFocusEvent *>(event)->reason() != Qt::PopupFocusReason)
            m_visit = newVisit();
        break;
    case QEvent::FocusOut:
        m_composing = false;
        flush();
        break;
    case QEvent::InputMethod: {
        const auto *input = static_cast<QInputMethodEvent *>(event);
        compose(input->preeditString(), !input->commitString().isEmpty());
        break;
    }
    case QEvent::ShortcutOverride:
    case QEvent::KeyPress: {
        const auto *key = static_cast<QKeyEvent *>(event);
        if (key->matches(QKeySequence::Undo) || key->matches(QKeySequence::Redo)) {
            flush();
            event->ignore(); // lets the shortcut through: undo is the plan's
            return true;
        }
        break;
    }
    default:
        break;
    }
    return QObject::eventFilter(watched, event);
}

} // namespace shisaku
