// SPDX-License-Identifier: GPL-3.0-or-later
// In which form texts are kept, and in which they are compared: a name stays as its bearer writes it, and is found either way.
#pragma once

#include <QString>

namespace shisaku {

/// NFC, except that a character which decomposes to one other character stays as typed. NFC takes the compatibility ideographs of
/// U+F900–FAFF and U+2F800–2FA1F (塚, 晴, 羽 as names write them), U+2126 Ω or U+212B Å for others, which look different in print.
QString storedText(const QString &text);

/// Full NFC: equal for texts that differ in nothing but how a character is coded. For comparing, never for storing.
QString textToCompare(const QString &text);

/// Whether two names are the same, however their characters are coded.
bool isSameText(const QString &a, const QString &b);

} // namespace shisaku
