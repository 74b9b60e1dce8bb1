// SPDX-License-Identifier: GPL-3.0-or-later
// The command 「壊れた計画を修復」: from the damaged file the officer names to a new one.
#pragma once

#include "app/services.h"

namespace shisaku {

struct RepairedPlan {
    QString path;
    QString sentence; ///< Where the content came from, and where the damaged file says something else.
};

/// ErrorKind::Cancelled when the officer thinks better of it.
Result<RepairedPlan> repairWithDialogs(const Services &services, QWidget *window);

} // namespace shisaku
