// SPDX-License-Identifier: GPL-3.0-or-later
// Text as a plan can hold it, whatever the clipboard, a file or an input method brought along that nobody sees.
#pragma once

#include <QString>

namespace shisaku {

enum class TextLines : quint8 { One, Several };

/// The text without what cannot be stored or shown; nothing invisible is a reason to refuse what somebody entered.
/// Line ends of every kind (CR LF, U+000B of word processors, form feed, U+0085, U+2028, U+2029) become line breaks; where there
/// is only One line they become spaces, and those at its end, which cells of spreadsheets bring along, are dropped. A tab stays
/// among Several lines and is a space in One; other control characters are spaces. Marks that turn the direction of writing are
/// dropped; halves of surrogate pairs and noncharacters become U+FFFD. Text that needs none of this comes back as it is.
QString usableText(const QString &text, TextLines lines);

} // namespace shisaku
