// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/look/text_entry.h"

#include <QFocusEvent>
#include <QInputMethodEvent>
#include <QKeyEvent>
#include <QLineEdit>
#include <QTextCursor>
#include <QTextDocument>
#include <QTextEdit>

#include <algorithm>
#include <utility>

namespace shisaku {

namespace {
constexpr int pauseMs = 500;
constexpr int longestMs = 2000;
} // namespace

TextEntry::TextEntry(QLineEdit *line) : QObject(line), m_line(line)
{
    connect(line, &QLineEdit::textChanged, this, &TextEntry::edited);
    begin(line);
}

TextEntry::TextEntry(QTextEdit *lines) : QObject(lines), m_lines(lines)
{
    lines->setAcceptRichText(false);
    lines->setUndoRedoEnabled(false);
    connect(lines, &QTextEdit::textChanged, this, &TextEntry::edited);
    begin(lines);
}

void TextEntry::begin(QWidget *input)
{
    input->installEventFilter(this);
    m_pause.setSingleShot(true);
    m_pause.setInterval(pauseMs);
    connect(&m_pause, &QTimer::timeout, this, &TextEntry::due);
    m_longest.setSingleShot(true);
    m_longest.setInterval(longestMs);
    connect(&m_longest, &QTimer::timeout, this, [this] {
        if (!m_composing) // else when the input method has ended, see compose()
            emit due();
    });
}

QString TextEntry::text() const
{
    if (m_line)
        return m_line->text();
    QString text = m_lines->document()->toRawText(); // toPlainText() would turn no-break spaces into plain ones
    return text.replace(QChar::ParagraphSeparator, u'\n').replace(QChar::LineSeparator, u'\n');
}

void TextEntry::show(const QString &wanted)
{
    m_owned = wanted;
    const QString present = text();
    if (present == wanted)
        return;
    m_setting = true;
    if (m_line) {
        const int cursor = m_line->cursorPosition();
        m_line->setText(wanted);
        m_line->setCursorPosition(m_line->hasFocus() ? std::min(cursor, static_cast<int>(wanted.size())) : 0);
    } else {
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

void TextEntry::setReadOnly(bool readOnly)
{
    if (m_line)
        m_line->setReadOnly(readOnly);
    else
        m_lines->setReadOnly(readOnly);
}

void TextEntry::moveToStart()
{
    if (m_line)
        m_line->home(false);
    else
        m_lines->moveCursor(QTextCursor::Start);
}

void TextEntry::forget()
{
    m_pause.stop();
    m_longest.stop();
    m_pending = m_composing = false;
}

QString TextEntry::take()
{
    m_pause.stop();
    m_longest.stop();
    m_pending = false;
    return m_owned = text();
}

void TextEntry::flush()
{
    if (m_pending)
        emit due();
}

void TextEntry::edited()
{
    if (m_setting || !differs())
        return;
    if (!std::exchange(m_pending, true)) {
        m_longest.start();
        emit typed();
    }
    if (!m_composing)
        m_pause.start();
}

void TextEntry::compose(const QString &preedit, bool committed)
{
    m_composing = !preedit.isEmpty();
    if (m_composing)
        m_pause.stop();
    else if (committed)
        QMetaObject::invokeMethod(this, &TextEntry::flush, Qt::QueuedConnection); // after the input has taken it
    else if (m_pending)
        m_pause.start();
}

bool TextEntry::eventFilter(QObject *watched, QEvent *event)
{
    switch (event->type()) {
    case QEvent::FocusIn:
        if (static_cast<QFocusEvent *>(event)->reason() != Qt::PopupFocusReason)
            emit entered();
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
            event->ignore(); // lets the shortcut through
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
