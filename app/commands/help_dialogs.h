// SPDX-License-Identifier: GPL-3.0-or-later
// Help: the sheet of shortcuts and the About box.
#pragma once

#include "app/commands/action_catalog.h"

namespace shisaku {

void showShortcuts(const ActionCatalog &actions, QWidget *parent);
void showAbout(QWidget *parent);

} // namespace shisaku
