// SPDX-License-Identifier: GPL-3.0-or-later
// What the menu 編集 asks of the view that has the keyboard: cut, copy, paste, select all.
#pragma once

#include <QtGlobal>

namespace shisaku {

enum class ClipboardAction : quint8 { Cut, Copy, Paste, SelectAll };

/// A view, not a field of text, that knows what these mean for what is chosen in it. Implemented beside QWidget.
class EditTarget {
public:
    EditTarget() = default;
    EditTarget(const EditTarget &) = delete;
    EditTarget &operator=(const EditTarget &) = delete;
    virtual ~EditTarget() = default;

    /// Whether there is something to do it to now, and it may be done.
    virtual bool canPerform(ClipboardAction action) const = 0;
    /// Does it; nothing if it is not offered.
    virtual void perform(ClipboardAction action) = 0;
};

/// Whether there is text on the clipboard; without fetching it from the program that has it.
bool hasTextToPaste();

} // namespace shisaku
