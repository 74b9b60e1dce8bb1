// SPDX-License-Identifier: GPL-3.0-or-later
// A reading for the name of an office, made of the words that offices are named with.
#pragma once

#include <QString>

namespace shisaku {

/// 「じょうほうせいさくか」 for 「情報政策課」: in hiragana. Empty where some part of the name has no reading that is known.
QString proposedYomi(const QString &name);

} // namespace shisaku
