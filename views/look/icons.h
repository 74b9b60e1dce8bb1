// SPDX-License-Identifier: GPL-3.0-or-later
// The icons: one set of line drawings, tinted with the text colour of the look.
#pragma once

#include "views/look/look.h"

#include <QIcon>

namespace shisaku {

/// The drawing resources/icons/NAME.svg in the ink of the look; disabled ones in its muted ink. Null if there is none.
QIcon lineIcon(const QString &name, const Look &look);

} // namespace shisaku
