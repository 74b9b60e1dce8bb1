// SPDX-License-Identifier: GPL-3.0-or-later
// The word at the right of the status bar: whether everything typed is in the file, and the way to what is not.
#pragma once

#include "app/services.h"
#include "models/edit/unsaved_input.h"

#include <QToolButton>

namespace shisaku {

/// 「保存済み」「入力中」「未保存 3件」; a click leads to one unsaved input after the other.
class UnsavedGuide : public QToolButton {
    Q_OBJECT

public:
    explicit UnsavedGuide(QWidget *window);

    /// The document must outlive the guide's use.
    void setDocument(PlanDocument &document);
    void leadOn();
    /// Whether the window may be closed: with everything in the file, or after the officer has given the rest up.
    bool agreesToLeave(const Dialogs &dialogs);

signals:
    /// Why the input that was just led to is not in the file.
    void told(const shisaku::Error &error);

private:
    void follow();

    QWidget *m_window;
    PlanDocument *m_document = nullptr;
    InputPlace m_last; ///< Where the last click led.
};

} // namespace shisaku
