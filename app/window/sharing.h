// SPDX-License-Identifier: GPL-3.0-or-later
// One file and several people: taking over from somebody who is gone, and copies that went their own way.
#pragma once

#include "app/services.h"

namespace shisaku {

class ActionCatalog;
class MainWindow;

/// Lets the window of a plan that is only read take it over, and tells of diverged copies beside it. All must outlive the window.
void followSharing(MainWindow &window, const Services &services);

/// 「同じ計画の写し「…」に、…」
QString sentenceAboutCopies(const QStringList &paths);

} // namespace shisaku
