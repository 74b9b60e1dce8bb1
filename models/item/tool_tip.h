// SPDX-License-Identifier: GPL-3.0-or-later
// The words of a plan as a tool tip.
#pragma once

#include <QString>

namespace shisaku {

/// A tip takes for HTML what looks like it, and shows escaped signs as they are in what does not. This text is always HTML and
/// shows `text` as it is, in lines that wrap; empty for an empty one.
inline QString toolTipOf(const QString &text)
{
    return text.isEmpty() ? QString()
                          : QStringLiteral("<qt>%1</qt>").arg(text.toHtmlEscaped().replace(u'\n', QStringLiteral("<br>")));
}

} // namespace shisaku
