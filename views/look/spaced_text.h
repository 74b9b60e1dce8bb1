// SPDX-License-Identifier: GPL-3.0-or-later
// Several lines of plain text in a label, with the space between lines that Japanese needs to be read.
#pragma once

#include <QString>

namespace shisaku {

/// Rich text for a QLabel; what `plain` holds is shown as it is.
inline QString spacedText(const QString &plain)
{
    return QStringLiteral("<div style=\"line-height:135%\">%1</div>")
        .arg(plain.toHtmlEscaped().replace(QLatin1Char('\n'), QStringLiteral("<br>")));
}

} // namespace shisaku
