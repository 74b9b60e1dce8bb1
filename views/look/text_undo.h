// SPDX-License-Identifier: GPL-3.0-or-later
// What an input of text takes back by itself while it has the keyboard: by pauses, line breaks, pastes and commits.
#pragma once

#include <QObject>
#include <QStringList>
#include <QTimer>

QT_BEGIN_NAMESPACE
class QKeyEvent;
class QLineEdit;
class QTextDocument;
QT_END_NAMESPACE

namespace shisaku {

/// Ctrl+Z belongs to the input as long as it has a state to go back to, from its text when the keyboard came to it; then the key
/// goes on to the window, whose plan has the whole visit as one step. The same with Ctrl+Y and Ctrl+Shift+Z forward. While an input
/// method composes, the keys are its own. It replaces the input's own undo, which parts words otherwise in lines than in texts.
class TextUndo : public QObject {
    Q_OBJECT

public:
    /// The one of a QLineEdit, QTextEdit or QPlainTextEdit, made when first asked for and owned by it; null for anything else.
    static TextUndo *of(QWidget *input);

    /// The input looks for something: while it is empty it has nothing to take back.
    void setSearch() { m_search = true; }
    bool isSearch() const { return m_search; }

    QString text() const;
    /// Shows what the owner has in place of the present text; only what differs is replaced. No state of its own.
    void show(const QString &wanted);
    /// The present text is what a visit begins with.
    void begin();
    /// The visit begins with the present text, which was refused: before it comes what the owner has.
    void beginAfter(const QString &known);

    bool canUndo() const;
    bool canRedo() const;
    /// Back or forward by one state, if there is one.
    void undo();
    void redo();

signals:
    /// The keyboard came from elsewhere than a menu or another window: a visit begins.
    void entered();
    /// undo() or redo() has changed the text.
    void restored();
    /// canUndo() or canRedo() may have changed.
    void offerChanged();

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    explicit TextUndo(QWidget *input);

    void follow();
    void keep(const QString &text);
    void restore(qsizetype state);
    void replaceInText(const QString &wanted);
    bool takesKey(QKeyEvent &key);
    bool isReadOnly() const;

    QWidget *m_input;
    QLineEdit *m_line;         // null unless it is one
    QTextDocument *m_document; // null for a line
    QTimer m_pause;
    QStringList m_states;
    qsizetype m_at = 0;
    QString m_last; // the present text
    bool m_search = false;
    bool m_own = false; // the text is changed from here
    bool m_composing = false;
    bool m_commits = false; // the change to come is what an input method hands over
    bool m_stays = false; // the keyboard is away for a moment
};

} // namespace shisaku
