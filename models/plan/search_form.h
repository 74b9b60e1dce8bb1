// SPDX-License-Identifier: GPL-3.0-or-later
// Texts in the forms in which they are searched and compared, whatever width, case or kana they are typed in.
#pragma once

#include <QString>

namespace shisaku {

/// As one would type it on a keyboard: compatibility forms (ＤＸ is DX, ① is 1, 　 is a space). For reading, never for storing.
QString plainForm(QStringView text);

/// What a search through texts compares: compatibility forms and case folded (ＤＸ finds DX, ｶﾅ finds カナ).
QString searchForm(const QString &text);

/// What a search through names and readings compares: NFKC, small letters, katakana as hiragana, no spaces.
QString foldedForSearch(QStringView text);

} // namespace shisaku
