// SPDX-License-Identifier: GPL-3.0-or-later
// What is typed into a line or into several lines: due to be handed over on a pause, on leaving and when an input method commits.
#pragma once

#include <QObject>
#include <QTimer>

QT_BEGIN_NAMESPACE
class QLineEdit;
class QTextEdit;
QT_END_NAMESPACE

namespace shisaku {

class TextUndo;

/// Knows the input and what its owner has of it; the owner decides what becomes of the text. What TextUndo brings back is handed
/// over at once, like anything typed. The input is the parent.
class TextEntry : public QObject {
    Q_OBJECT

public:
    explicit TextEntry(QLineEdit *line);
    explicit TextEntry(QTextEdit *lines);

    QString text() const;
    /// Shows what the owner has. Only what differs is replaced, so that the cursor stays where it is.
    void show(const QString &text);
    /// The visit begins with a text that was refused: the first thing to be taken back, to what the owner has.
    void beginAfter(const QString &known);
    void setReadOnly(bool readOnly);
    void moveToStart();

    /// Nothing that was typed is to be handed over any more.
    void forget();
    /// The text, which the owner has from now on.
    QString commit();
    /// The text is not what the owner has.
    bool differs() const { return text() != m_owned; }
    bool isComposing() const { return m_composing; }
    /// Being composed, or typed and not yet taken.
    bool isBusy() const { return m_composing || m_pending; }
    /// Asks for what is pending.
    void flush();

signals:
    /// The keyboard came, as TextUndo::entered().
    void entered();
    /// Something is typed that the owner does not have; once until it is taken.
    void typed();
    /// To be taken now.
    void due();

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void begin(QWidget *input);
    void edited();
    void compose(const QString &preedit, bool committed);

    QLineEdit *m_line = nullptr;
    QTextEdit *m_lines = nullptr;
    TextUndo *m_undo;
    QTimer m_pause;
    QTimer m_longest; ///< Runs from the first key that nobody has taken, however fast others follow.
    QString m_owned;
    bool m_pending = false;
    bool m_composing = false;
    bool m_setting = false;
};

} // namespace shisaku
