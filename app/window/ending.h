// SPDX-License-Identifier: GPL-3.0-or-later
// When the system ends the program: what is typed is saved in order, and what cannot be saved is kept as a note for the next start.
#pragma once

#include <QObject>
#include <QString>

#include <functional>
#include <optional>

namespace shisaku {

/// Hears of SIGTERM, SIGHUP and SIGINT, and of the end of the desktop session. A signal is obeyed: every window hands over what is
/// typed, the files are waited for, what was refused goes into a note in the folder `notes`, then the program ends. The end of a
/// session is done likewise, but where something was refused and the session manager allows a question, the officer may cancel it.
class Ending : public QObject {
    Q_OBJECT

public:
    /// `confirm` asks whether to end all the same.
    Ending(QString notes, std::function<bool(const QString &question, const QString &yes)> confirm);

    /// From now on the system is heard.
    void watch();

    /// Hands over what is typed anywhere and waits until the files have it. Whether nothing was refused.
    bool saveAll();
    /// Keeps what is shown as refused in a note; nothing to keep makes none.
    void keepRefused() const;

private:
    void endNow();
    /// True if the end is to be cancelled.
    bool isHeldBack(bool mayAsk);

    QString m_notes;
    std::function<bool(const QString &, const QString &)> m_confirm;
};

/// The note of the last end, if nobody was told of it yet; it is put aside under its date. A Japanese sentence that says what is in
/// it and where it lies.
std::optional<QString> takeEndingNote(const QString &notes);

} // namespace shisaku
