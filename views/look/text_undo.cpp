// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/look/text_undo.h"

#include <QFocusEvent>
#include <QInputMethodEvent>
#include <QKeyEvent>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QTextCursor>
#include <QTextDocument>
#include <QTextEdit>

#include <algorithm>
#include <utility>

namespace shisaku {

namespace {
constexpr int pauseMs = 500;
constexpr qsizetype mostStates = 100;

/// Where two texts differ: what stands between their common beginning and their common end.
struct Difference {
    Difference(const QString &from, const QString &to)
    {
        at = std::mismatch(from.begin(), from.end(), to.begin(), to.end()).first - from.begin();
        const qsizetype most = std::min(from.size(), to.size()) - at;
        qsizetype tail = 0;
        while (tail < most && from[from.size() - 1 - tail] == to[to.size() - 1 - tail])
            ++tail;
        removed = from.size() - at - tail;
        inserted = to.sliced(at, to.size() - at - tail);
    }

    qsizetype at = 0;
    qsizetype removed = 0;
    QString inserted;
};

bool isUndo(const QKeyEvent &key)
{
    return key.matches(QKeySequence::Undo);
}

/// Both ways of writing it, wherever the system knows one of them only.
bool isRedo(const QKeyEvent &key)
{
    return key.matches(QKeySequence::Redo) || (key.key() == Qt::Key_Y && key.modifiers() == Qt::ControlModifier)
           || (key.key() == Qt::Key_Z && key.modifiers() == (Qt::ControlModifier | Qt::ShiftModifier));
}

/// The keyboard goes to a menu or another window, and comes back.
bool isMoment(Qt::FocusReason reason)
{
    return reason == Qt::PopupFocusReason || reason == Qt::MenuBarFocusReason || reason == Qt::ActiveWindowFocusReason;
}
} // namespace

TextUndo *TextUndo::of(QWidget *input)
{
    const bool text = qobject_cast<QLineEdit *>(input) || qobject_cast<QTextEdit *>(input) || qobject_cast<QPlainTextEdit *>(input);
    if (!text)
        return nullptr;
    auto *known = input->findChild<TextUndo *>(QString(), Qt::FindDirectChildrenOnly);
    return known ? known : new TextUndo(input);
}

TextUndo::TextUndo(QWidget *input) : QObject(input), m_input(input), m_line(qobject_cast<QLineEdit *>(input)), m_document(nullptr)
{
    if (auto *lines = qobject_cast<QTextEdit *>(input)) {
        m_document = lines->document();
        connect(lines, &QTextEdit::textChanged, this, &TextUndo::follow);
    } else if (auto *plain = qobject_cast<QPlainTextEdit *>(input)) {
        m_document = plain->document();
        connect(plain, &QPlainTextEdit::textChanged, this, &TextUndo::follow);
    } else {
        connect(m_line, &QLineEdit::textChanged, this, &TextUndo::follow);
    }
    if (m_document)
        m_document->setUndoRedoEnabled(false);
    m_pause.setSingleShot(true);
    m_pause.setInterval(pauseMs);
    connect(&m_pause, &QTimer::timeout, this, [this] { keep(m_last); });
    input->installEventFilter(this);
    begin();
}

QString TextUndo::text() const
{
    if (m_line)
        return m_line->text();
    QString text = m_document->toRawText(); // toPlainText() would turn no-break spaces into plain ones
    return text.replace(QChar::ParagraphSeparator, u'\n').replace(QChar::LineSeparator, u'\n');
}

bool TextUndo::isReadOnly() const
{
    if (m_line)
        return m_line->isReadOnly();
    const auto *lines = qobject_cast<const QTextEdit *>(m_input);
    return lines ? lines->isReadOnly() : qobject_cast<const QPlainTextEdit *>(m_input)->isReadOnly();
}

void TextUndo::replaceInText(const QString &wanted)
{
    const Difference difference(text(), wanted);
    QTextCursor cursor(m_document);
    cursor.setPosition(static_cast<int>(difference.at));
    cursor.setPosition(static_cast<int>(difference.at + difference.removed), QTextCursor::KeepAnchor);
    cursor.insertText(difference.inserted);
}

void TextUndo::show(const QString &wanted)
{
    if (text() == wanted)
        return;
    keep(m_last); // what was typed and taken in another form, as NFC, does not cover what was before
    m_own = true;
    if (m_line) {
        const int cursor = m_line->cursorPosition();
        m_line->setText(wanted);
        m_line->setCursorPosition(m_line->hasFocus() ? std::min(cursor, static_cast<int>(wanted.size())) : 0);
    } else {
        replaceInText(wanted);
    }
    m_own = false;
    m_last = text();
    m_states.resize(m_at + 1);
    m_states[m_at] = m_last;
    emit offerChanged();
}

void TextUndo::begin()
{
    m_pause.stop();
    m_last = text();
    m_states = {m_last};
    m_at = 0;
    emit offerChanged();
}

void TextUndo::beginAfter(const QString &known)
{
    begin();
    if (known == m_last)
        return;
    m_states.prepend(known);
    m_at = 1;
    emit offerChanged();
}

void TextUndo::follow()
{
    if (m_own)
        return;
    if (m_line && !m_line->isModified() && !canUndo()) // set by whoever owns the line, and nothing is typed
        return begin();
    const Difference change(m_last, text());
    if (change.removed == 0 && change.inserted.isEmpty())
        return; // a composition, which is no text yet
    const bool committed = std::exchange(m_commits, false);
    if (committed || change.removed > 1 || change.inserted.size() > 1 || change.inserted == u"\n")
        keep(m_last);
    m_last = text();
    if (committed || change.inserted.size() > 1 || (change.removed > 1 && change.inserted.isEmpty()))
        keep(m_last);
    m_pause.start();
    emit offerChanged();
}

void TextUndo::keep(const QString &text)
{
    if (text == m_states[m_at])
        return;
    m_states.resize(m_at + 1);
    m_states << text;
    if (m_states.size() > mostStates)
        m_states.removeAt(1); // the way back to the beginning stays
    m_at = m_states.size() - 1;
}

bool TextUndo::canUndo() const
{
    if (isReadOnly() || (m_search && m_last.isEmpty()))
        return false;
    return m_at > 0 || m_last != m_states[m_at];
}

bool TextUndo::canRedo() const
{
    return !isReadOnly() && m_at + 1 < m_states.size() && m_last == m_states[m_at];
}

void TextUndo::undo()
{
    if (!canUndo() || m_composing)
        return;
    keep(m_last);
    restore(m_at - 1);
}

void TextUndo::redo()
{
    if (canRedo() && !m_composing)
        restore(m_at + 1);
}

void TextUndo::restore(qsizetype state)
{
    m_pause.stop();
    m_at = state;
    const Difference change(m_last, m_states[state]);
    const auto end = static_cast<int>(change.at + change.inserted.size());
    m_own = true;
    if (m_line) {
        m_line->setSelection(static_cast<int>(change.at), static_cast<int>(change.removed));
        m_line->insert(change.inserted); // as if it were typed
        m_line->setCursorPosition(end);
    } else {
        replaceInText(m_states[state]);
        QTextCursor cursor(m_document);
        cursor.setPosition(end);
        if (auto *lines = qobject_cast<QTextEdit *>(m_input))
            lines->setTextCursor(cursor);
        else
            qobject_cast<QPlainTextEdit *>(m_input)->setTextCursor(cursor);
    }
    m_own = false;
    m_last = text();
    m_states[m_at] = m_last;
    emit restored();
    emit offerChanged();
}

bool TextUndo::takesKey(QKeyEvent &key)
{
    if (!isUndo(key) && !isRedo(key))
        return false;
    const bool own = m_composing || (isUndo(key) ? canUndo() : canRedo());
    key.setAccepted(own); // what is not its own goes on to the window, and never to the input's own undo
    if (key.type() == QEvent::KeyPress && own)
        isUndo(key) ? undo() : redo();
    return true;
}

bool TextUndo::eventFilter(QObject *watched, QEvent *event)
{
    switch (event->type()) {
    case QEvent::FocusIn:
        if (!m_stays) {
            begin();
            emit entered();
        }
        m_stays = false;
        break;
    case QEvent::FocusOut:
        m_stays = isMoment(static_cast<QFocusEvent *>(event)->reason());
        m_composing = false;
        keep(m_last);
        break;
    case QEvent::InputMethod:
        m_composing = !static_cast<QInputMethodEvent *>(event)->preeditString().isEmpty();
        m_commits = !static_cast<QInputMethodEvent *>(event)->commitString().isEmpty();
        break;
    case QEvent::ShortcutOverride:
    case QEvent::KeyPress:
        m_commits = false;
        if (takesKey(*static_cast<QKeyEvent *>(event)))
            return true;
        break;
    default:
        break;
    }
    return QObject::eventFilter(watched, event);
}

} // namespace shisaku
