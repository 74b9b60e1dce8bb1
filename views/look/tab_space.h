// SPDX-License-Identifier: GPL-3.0-or-later
// A tab typed inside a text as what it looks like.
#pragma once

#include <QString>

namespace shisaku {

/// A full-width space for each tab: a device gives a tab no glyph, nor paper a stop to move on to. As long as the text.
inline QString withSpacesForTabs(QString text)
{
    return text.replace(u'\t', u'\u3000');
}

} // namespace shisaku
