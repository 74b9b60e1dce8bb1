// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/look/text_entry.h"

#include "views/look/text_undo.h"

#include <QInputMethodEvent>
#include <QLineEdit>
#include <QTextEdit>

#include <utility>

namespace shisaku {

namespace {
constexpr int pauseMs = 500;
constexpr int longestMs = 2000;
} // namespace

TextEntry::TextEntry(QLineEdit *line) : QObject(line), m_line(line), m_undo(TextUndo::of(line))
{
    connect(line, &QLineEdit::textChanged, this, &TextEntry::edited);
    begin(line);
}

TextEntry::TextEntry(QTextEdit *lines) : QObject(lines), m_lines(lines), m_undo(TextUndo::of(lines))
{
    lines->setAcceptRichText(false);
    connect(lines, &QTextEdit::textChanged, this, &TextEntry::edited);
    begin(lines);
}

void TextEntry::begin(QWidget *input)
{
    input->installEventFilter(this);
    m_pause.setSingleShot(true);
    m_pause.setInterval(pauseMs);
    connect(&m_pause, &QTimer::timeout, this, &TextEntry::due);
    connect(m_undo, &TextUndo::entered, this, &TextEntry::entered);
    connect(m_undo, &TextUndo::restored, this, &TextEntry::flush);
    m_longest.setSingleShot(true);
    m_longest.setInterval(longestMs);
    connect(&m_longest, &QTimer::timeout, this, [this] {
        if (!m_composing) // else when the input method has ended, see compose()
            emit due();
    });
}

QString TextEntry::text() const
{
    return m_undo->text();
}

void TextEntry::show(const QString &wanted)
{
    m_owned = wanted;
    m_setting = true;
    m_undo->show(wanted);
    m_setting = false;
}

void TextEntry::beginAfter(const QString &known)
{
    m_undo->beginAfter(known);
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
    m_undo->begin();
}

QString TextEntry::commit()
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
    case QEvent::FocusOut:
        m_composing = false;
        flush();
        break;
    case QEvent::InputMethod: {
        const auto *input = static_cast<QInputMethodEvent *>(event);
        compose(input->preeditString(), !input->commitString().isEmpty());
        break;
    }
    default:
        break;
    }
    return QObject::eventFilter(watched, event);
}

} // namespace shisaku
