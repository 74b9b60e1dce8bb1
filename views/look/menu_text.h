// SPDX-License-Identifier: GPL-3.0-or-later
// Names of files and of the plan as texts of menus and buttons.
#pragma once

#include <QString>

namespace shisaku {

/// A name whose & is shown instead of making the next character a key.
inline QString withoutKey(QString name)
{
    return name.replace(u'&', QStringLiteral("&&"));
}

} // namespace shisaku
